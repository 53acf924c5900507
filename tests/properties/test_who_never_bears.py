"""Minors, the dead, the deregistered, and those whom no clause names, bear no punishment (S11, S11a)."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import strategies as st

from credit_rules import Decision, MeasureView
from tests.generators.people import ADULT, BY_ID, MINOR, Plain
from tests.generators.search import searched
from tests.generators.world import World

ADULTS_FROM = {
    "110105197001010011": date(1988, 1, 2),
    "110105199202290012": date(2010, 3, 1),
    "110105200001010032": date(2018, 1, 2),
    "110105200506100025": date(2023, 6, 11),
}


def punished(decision: Decision) -> list[MeasureView]:
    return [measure for measure in decision.measures if measure.direction == "punishment"]


def people(case: Plain) -> dict[str, Plain]:
    return {person["id"]: person for person in (*case["parties"], case["subject"])}


def grown_young(world: World) -> World:
    """The same case about a minor in the place of the adult, so that age matters more often."""
    if MINOR.id in str(world.case):
        return world
    return World(world.plan, json.loads(json.dumps(world.case).replace(ADULT.id, MINOR.id)), world.packs)


@searched()
def test_nobody_is_punished_for_what_happened_under_age_or_at_an_unknown_age(world: World, data: st.DataObject) -> None:
    world = grown_young(world)
    decision, told = world.decide(), people(world.case)
    effects = {record.id: record.from_ for record in decision.records}
    conduct = {state.id: state.record.conduct for state in world.situation().records}
    for measure in punished(decision):
        id = measure.bearer.id
        if BY_ID[id].id_type == "passport":
            assert told[id].get("birth_date") is not None
        for record in measure.because if id in ADULTS_FROM else ():
            told_of = conduct[record]
            days = (effects[record], told_of.from_ if told_of else None)
            assert all(ADULTS_FROM[id] <= day for day in days if day is not None)


@searched()
def test_the_dead_and_the_deregistered_bear_nothing(world: World, data: st.DataObject) -> None:
    gone = {id for id, person in people(world.case).items() if person.get("status", "active") != "active"}
    assert not gone & {measure.bearer.id for measure in world.decide().measures}


@searched()
def test_no_act_on_a_persons_livelihood_is_issued(world: World, data: st.DataObject) -> None:
    decision = world.decide(include_unverified=data.draw(st.booleans()))
    livelihood = {rule.act for rule in world.plan.rules if rule.livelihood}
    persons = [m for m in punished(decision) if BY_ID[m.bearer.id].kind == "natural-person"]
    assert [measure.act for measure in persons if measure.act in livelihood] == []


@searched()
def test_related_persons_bear_only_in_roles_that_a_clause_names_and_that_they_hold(
    world: World, data: st.DataObject
) -> None:
    decision = world.decide()
    rules = {rule.id: rule for rule in world.plan.rules}
    for measure in decision.measures:
        named = {role for source in measure.sources for spec in rules[source.id].bearers for role in spec.roles}
        held = {
            relation["role"]
            for relation in world.case["relations"]
            if relation["id"] == measure.bearer.id and relation["since"] <= str(decision.known_at)
        }
        roles = set(measure.bearer.roles) - {"subject", "affected-unit"}
        assert roles <= named & held
        if measure.bearer.id != decision.subject.id:
            assert roles
            assert measure.bearer.roles == tuple(sorted(roles))
