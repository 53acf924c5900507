"""Merging lends neither force nor time, least of all from a suspended source (S14)."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from credit_rules import Options
from credit_rules.case.decision import Standing
from credit_rules.decide.contribution import Contribution, contributions, force_of
from credit_rules.decide.merge import STATUS_ORDER, Merged, merge, merged
from credit_rules.decide.withhold import withhold
from tests.generators.example import case, record
from tests.generators.example import world as example
from tests.generators.search import searched
from tests.generators.world import World

PLAIN = example(case(record()))
RULE, RESULT = PLAIN.plan.rules[0], PLAIN.results()[0]
DAYS = st.sampled_from((None, date(2018, 1, 1), date(2019, 1, 1), date(2020, 1, 1)))


@st.composite
def sources(draw: st.DrawFn) -> Contribution:
    """A contribution of any status, standing, force and time; a contested one may otherwise be stronger."""
    status = draw(st.sampled_from(STATUS_ORDER))
    stronger = STATUS_ORDER[: STATUS_ORDER.index(status) + 1]
    otherwise = draw(st.sampled_from([value for value in stronger if value != "suspended"]))
    pack = draw(st.sampled_from(("a", "b", "c")))
    rule = RULE._replace(
        id=f"{pack}/m",
        pack=pack,
        provenance=draw(st.sampled_from(("text", "text", "unverified"))),
        force=draw(st.sampled_from(("mandatory", "recommended"))),
        on_reduce=draw(st.sampled_from(("recommended", "unchanged"))),
    )
    return Contribution(
        number=0,
        rule=rule,
        result=RESULT,
        status=status,
        otherwise=otherwise,
        force=force_of(rule, otherwise if status == "suspended" else status),
        standing=Standing(draw(st.sampled_from(("sufficient", "practice", "insufficient", "unverified"))), "示例"),
        from_=draw(DAYS),
        until=draw(DAYS),
    )


def no_stronger(one: Merged, other: Merged) -> bool:
    """Whether a measure is no stronger and lasts no longer than another."""
    if STATUS_ORDER.index(one.status) < STATUS_ORDER.index(other.status):
        return False
    if one.status == "suspended":
        return True
    lasts = other.until is None or (one.until is not None and one.until <= other.until)
    return lasts and (one.force == "recommended" or other.force == "mandatory")


@given(st.lists(sources(), min_size=1, max_size=5), st.data())
def test_the_order_of_sources_says_nothing(group: list[Contribution], data: st.DataObject) -> None:
    one, other = merged(group), merged(data.draw(st.permutations(group)))
    assert one[2:] == other[2:]


@given(st.lists(sources(), min_size=1, max_size=5))
def test_a_source_twice_says_no_more_than_once(group: list[Contribution]) -> None:
    assert merged([*group, *group])[2:] == merged(group)[2:]


@given(st.lists(sources(), min_size=1, max_size=5))
def test_a_measure_is_no_stronger_and_no_longer_than_what_leads_it(group: list[Contribution]) -> None:
    found = merged(group)
    assert {item.status for item in found.leading} == {found.status}
    assert found.force in {item.force for item in found.leading} or found.force == "recommended"
    assert found.from_ in {item.from_ for item in found.leading}
    ends = [item.until for item in found.leading]
    assert None in ends or (found.until is not None and found.until <= max(day for day in ends if day is not None))
    assert found.until in {item.until for item in group}


@given(st.lists(sources(), min_size=1, max_size=4), sources())
def test_a_suspended_source_strengthens_and_prolongs_nothing(group: list[Contribution], added: Contribution) -> None:
    with_it = merged([*group, added._replace(status="suspended")])
    assert no_stronger(with_it, merged(group)) or merged(group).status == "suspended"


def kept(world: World, options: Options) -> list[Contribution]:
    situation = world.situation()
    found = contributions(world.plan, situation, world.results())
    return withhold(world.plan, situation, options, found)[0]


@searched()
def test_without_the_suspended_sources_a_measure_is_no_weaker(world: World, data: st.DataObject) -> None:
    for measure in merge(kept(world, Options(include_unverified=data.draw(st.booleans())))):
        if measure.status == "suspended":
            continue
        alone = merged([item for item in measure.every if item.status != "suspended"])
        assert no_stronger(measure, alone)
        assert (alone.status, alone.standing, alone.from_) == (measure.status, measure.standing, measure.from_)


@searched()
def test_a_measure_says_no_more_than_one_of_its_clauses(world: World, data: st.DataObject) -> None:
    for measure in world.decide().measures:
        leading = [source for source in measure.sources if source.status == measure.status]
        assert measure.force == "recommended" or "mandatory" in {source.force for source in leading}
        assert measure.standing.value in {source.standing for source in leading}
        assert measure.from_ in {source.from_ for source in leading}
        ends = [source.until for source in leading]
        assert None in ends or (
            measure.until is not None and measure.until <= max(day for day in ends if day is not None)
        )
