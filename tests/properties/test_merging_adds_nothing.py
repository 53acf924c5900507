"""Merging lends neither force nor time: least of all from a suspended source (S14)."""

from __future__ import annotations

from hypothesis import strategies as st

from credit_rules import Options
from credit_rules.decide.contribution import Contribution, contributions
from credit_rules.decide.merge import merge, merged
from credit_rules.decide.withhold import withhold
from tests.generators.search import searched
from tests.generators.world import World

LATEST = "9999-12-31"


def kept(world: World, options: Options) -> list[Contribution]:
    situation = world.situation()
    found = contributions(world.plan, situation, world.results())
    return withhold(world.plan, situation, options, found)[0]


@searched()
def test_a_suspended_source_lends_neither_force_nor_time(world: World, data: st.DataObject) -> None:
    for measure in merge(kept(world, Options(include_unverified=data.draw(st.booleans())))):
        if measure.status == "suspended":
            continue
        alone = merged([item for item in measure.every if item.status != "suspended"])
        assert (alone.status, alone.force, alone.standing) == (measure.status, measure.force, measure.standing)
        assert (alone.from_, alone.until) == (measure.from_, measure.until)


@searched()
def test_a_merged_measure_says_no_more_than_one_of_its_sources(world: World, data: st.DataObject) -> None:
    for measure in world.decide().measures:
        leading = [source for source in measure.sources if source.status == measure.status]
        assert measure.force in {source.force for source in leading}
        assert measure.standing.value in {source.standing for source in leading}
        assert measure.from_ in {source.from_ for source in leading}
        assert measure.until in {source.until for source in leading}
