"""Where two decisions differ, said at the smallest place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from credit_rules import Options
from credit_rules.case.decision import DecisionWarning, EngineView
from credit_rules.case.decision_json import to_json
from credit_rules.toolbox.replay import Difference, NotADecision, differences, options_of
from tests.render.example_decision import DECISION, UNIT


def plain(**changes: Any) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(to_json(DECISION._replace(**changes)))
    return read


def test_equal_decisions_do_not_differ() -> None:
    assert list(differences(plain(), plain())) == []


def test_a_measure_more_does_not_make_the_others_differ() -> None:
    first, *rest = DECISION.measures
    (found,) = differences(plain(measures=tuple(rest)), plain())
    assert found.path == f"/measures/jiangxi-2016-101:tax-procurement@{UNIT}"
    assert found.stored is None
    assert json.loads(found.now or "")["id"] == first.id


def test_another_order_is_a_difference() -> None:
    (found,) = differences(plain(records=DECISION.records[::-1]), plain())
    assert found == Difference("/records", '["r2", "r1"]', '["r1", "r2"]')


def test_another_type_is_a_difference() -> None:
    assert list(differences({"a": 1}, {"a": True})) == [Difference("/a", "1", "true")]
    assert list(differences({"a": "none-printed"}, {"a": []})) == [Difference("/a", '"none-printed"', "[]")]
    assert list(differences({"a": None}, {})) == [Difference("/a", "null", None)]


def test_items_without_an_id_are_compared_by_their_place() -> None:
    assert list(differences([{"way": "expiry"}], [{"way": "repair"}])) == [Difference("/0/way", '"expiry"', '"repair"')]


def test_two_items_of_one_id_are_both_compared() -> None:
    assert list(
        differences([{"id": "a", "v": 1}, {"id": "a", "v": 2}], [{"id": "a", "v": 1}, {"id": "a", "v": 3}])
    ) == [Difference("/a'/v", "2", "3")]


def test_a_replay_asks_what_was_asked() -> None:
    strict = EngineView("0.1.0", "matcher", {"evidence": "strict", "department": "finance"})
    assert options_of(plain(engine=strict)) == Options(
        as_of=DECISION.as_of,
        known_at=DECISION.known_at,
        region="360300",
        matter="government-procurement",
        evidence="strict",
        department="finance",
    )


def test_an_assumed_region_is_not_given() -> None:
    assumed = DecisionWarning("region-assumed", "…", None, ())
    asked = options_of(plain(warnings=(assumed,), indication=None))
    assert (asked.region, asked.matter) == (None, None)


@pytest.mark.parametrize("key", ["as_of", "known_at", "region", "indication", "warnings", "engine"])
def test_what_lacks_a_part_is_no_decision(key: str) -> None:
    stored = plain()
    del stored[key]
    with pytest.raises(NotADecision):
        options_of(stored)
