"""The quick way to an answer is the matcher's answer without its misses."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from credit_rules import Engine, InputError, Options, Plan
from credit_rules.engine.evaluate import situation_of
from credit_rules.matcher import cells
from credit_rules.matcher.families import Family
from credit_rules.matcher.match import match
from credit_rules.matcher.quick import WORTH_LEARNING, Here, Results, match_quickly
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
    kept = [value for known in plan._places.values() for value in known.values() if isinstance(value, Here)]
    return [family for here in kept for of in here.learnt.values() for family in of.families]


@searched()
def test_it_says_what_the_matcher_says(world: World, data: st.DataObject) -> None:
    situation = world.situation()
    expected = told(world.plan, situation)
    assert list(match_quickly(world.plan, situation)) == expected
    found = learnt(world.plan, situation)
    assert sorted(found.hits) == [result.rule for result in expected if result.outcome == "hit"]
    assert sorted(found.undetermined) == [result.rule for result in expected if result.outcome == "undetermined"]
    assert list(found) == expected


@searched()
def test_nothing_of_a_case_is_kept(world: World, data: st.DataObject) -> None:
    situation = world.situation()
    list(learnt(world.plan, situation))
    kept = repr(
        [
            (
                family.said,
                family.standings,
                family._parts,
                [(each.cells, each.known) for each in family.values.values()],
            )
            for family in families(world.plan)
        ]
    )
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


def test_what_is_kept_is_bounded_and_forgetting_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "KEPT", 8)
    compiled = plan(measures(packs=2, each=30))
    for subject in subjects(100, packs=2):
        situation = situation_of(compiled, case_of(case(subject)), Options(), "<case>")
        found, expected = learnt(compiled, situation), told(compiled, situation)
        assert sorted(found.hits) == [result.rule for result in expected if result.outcome == "hit"]
        assert list(found) == expected
    for family in families(compiled):
        kept = [
            family.standings,
            family._parts,
            *(each.known for each in family.values.values()),
            *(one.known for one, _ in family.names),
        ]
        assert 0 < max(map(len, kept)) <= 8


def test_subjects_of_whom_nothing_is_asked_share_one_answer() -> None:
    compiled = plan(measures(packs=1, each=5))
    clean = [one for one in subjects(20, packs=1) if not one.records][:2]
    first, second = (
        match_quickly(compiled, situation_of(compiled, case_of(case(one)), Options(), "<case>")) for one in clean
    )
    assert first is second
    assert [*first, *first.hits, *first.undetermined] == []
