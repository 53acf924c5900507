"""The quick way to an answer is the matcher's answer without its misses."""

from __future__ import annotations

from hypothesis import strategies as st

from credit_rules import Engine, InputError, Options, Plan
from credit_rules.engine.evaluate import situation_of
from credit_rules.matcher.families import Family
from credit_rules.matcher.match import match
from credit_rules.matcher.quick import WORTH_LEARNING, OfList, Results, match_quickly
from credit_rules.plan.results import RuleResult
from credit_rules.situation.model import Situation
from tests.benchmark.matching.ours import case, plan
from tests.benchmark.matching.world import measures, subjects
from tests.conformance.form import cases, pattern_cases
from tests.conformance.running import Refused, as_json, engine_for, options_of
from tests.generators.search import searched
from tests.generators.world import World, case_of


def told(plan: Plan, situation: Situation) -> list[RuleResult]:
    return [result for result in match(plan, situation) if result.outcome != "miss"]


def learnt(plan: Plan, situation: Situation) -> Results:
    """The answer once the lists of the case have been asked for so often that their families are made."""
    for _ in range(WORTH_LEARNING):
        found = match_quickly(plan, situation)
    return found


def families(plan: Plan) -> list[Family]:
    """Every family that a plan keeps."""
    kept = [value for known in plan._places.values() for value in known.values() if isinstance(value, OfList)]
    return [family for of in kept for family in of.families]


@searched()
def test_it_says_what_the_matcher_says(world: World, data: st.DataObject) -> None:
    situation = world.situation()
    expected = told(world.plan, situation)
    assert list(match_quickly(world.plan, situation)) == expected
    found = learnt(world.plan, situation)
    assert sorted(found.hits) == [result.rule for result in expected if result.outcome == "hit"]
    assert list(found) == expected


@searched()
def test_nothing_of_a_case_is_kept(world: World, data: st.DataObject) -> None:
    situation = world.situation()
    list(learnt(world.plan, situation))
    kept = repr([(family.said, [each.known for each in family.dimensions]) for family in families(world.plan)])
    names = [*situation.parties, *(f"'{state.id}'" for state in situation.records)]
    assert not [name for name in names if name in kept]


def test_several_lists_and_several_records_on_one() -> None:
    compiled, several = plan(measures(packs=3, each=20)), 0
    for subject in subjects(150, packs=3):
        situation = situation_of(compiled, case_of(case(subject)), Options(), "<case>")
        assert list(learnt(compiled, situation)) == told(compiled, situation)
        several += len({record.list for record in subject.records}) < len(subject.records)
    assert several > 20
    assert len(families(compiled)) == 3


def test_the_conformance_suite() -> None:
    made = 0
    for one in (*cases(), *pattern_cases()):
        try:
            engine: Engine = engine_for(one)
            read = engine.read(as_json(one.case))
            situation = situation_of(engine.plan, read, options_of(one.options), "<case>")
        except (InputError, Refused):
            continue
        assert list(learnt(engine.plan, situation)) == told(engine.plan, situation), one.name
        made += bool(families(engine.plan))
    assert made > 500


def test_a_list_that_is_asked_for_once_is_not_learnt() -> None:
    compiled = plan(measures(packs=1, each=5))
    (subject,) = [one for one in subjects(40, packs=1) if len(one.records) == 1][:1]
    situation = situation_of(compiled, case_of(case(subject)), Options(), "<case>")
    match_quickly(compiled, situation)
    assert families(compiled) == []
    learnt(compiled, situation)
    assert len(families(compiled)) == 1
