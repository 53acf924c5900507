"""An invented population: right cases, the same each time, that meet and miss what the rules ask for."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from credit_rules import Engine
from credit_rules.plan.model import Plan
from credit_rules.toolbox.impact_generate import Population
from tests.toolbox.edited import CLEAN, plan_of

CITY = "city-2017"


@pytest.fixture(scope="module")
def clean() -> Plan:
    return plan_of(CLEAN)


def population(plan: Plan, number: int) -> list[dict[str, Any]]:
    made = Population(plan, plan, (), 1)
    return [made.subject(each) for each in range(1, number + 1)]


def test_generated_subjects_are_right_cases_and_the_same_each_time(clean: Plan) -> None:
    engine, made, again = Engine(clean), Population(clean, clean, (), 7), Population(clean, clean, (), 7)
    cases = [made.subject(number) for number in range(1, 301)]
    assert [again.subject(number) for number in range(300, 0, -1)] == cases[::-1]
    assert [Population(clean, clean, (), 8).subject(number) for number in range(1, 301)] != cases
    for case in cases:
        engine.evaluate(case)
    ids = [case["subject"]["id"] for case in cases]
    assert len(set(ids)) == len(ids)


def test_generated_subjects_hit_and_miss_every_measure(clean: Plan) -> None:
    engine, hits, misses = Engine(clean), Counter[str](), Counter[str]()
    for case in population(clean, 300):
        for explained in engine.why(case):
            (hits if explained.outcome == "hit" else misses)[explained.id] += 1
    assert set(hits) == set(misses) == set(clean.ids)


def test_nobody_has_a_resident_identity_number_and_the_day_can_be_set(clean: Plan) -> None:
    day = "2019-05-10"
    made = Population(clean, clean, (), 1, as_of=date.fromisoformat(day))
    for number in range(1, 100):
        case = made.subject(number)
        assert case["context"]["as_of"] == day
        people = (case["subject"], *case.get("parties", ()))
        assert {each["id_type"] for each in people if each["kind"] == "natural-person"} <= {"passport"}


def test_every_other_subject_is_made_for_what_changes(clean: Plan) -> None:
    made = Population(clean, clean, {f"{CITY}/green-channel"}, 1)
    asked = [made.subject(number) for number in range(1, 200, 2)]
    about = [case for case in asked if "inquiry" in case or any(r["list"] == "tax-a" for r in case.get("records", ()))]
    assert len(about) > 80
