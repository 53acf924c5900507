"""Plans as JSON: every type of value comes back as it was, and what is no plan is refused."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from credit_rules import Plan
from credit_rules.pack.period import Period
from credit_rules.plan.codec import decode, encode
from credit_rules.plan.conditions import Compare
from credit_rules.registry.operators import Comparison
from tests.generators.example import measure, pack
from tests.generators.packs import plan_of

EVERYTHING = pack(
    measure("a", act="green-channel", direction="incentive", triggered_by={"clean_for": "3 years"}, blocked_by=["debts"]),
    measure("b", triggered_by={"on_list": ["debts", "taxes"], "grade": ["serious"], "where": {"fact": "record.amount", "at_least": "1000000.50"}}),
    measure("c", triggered_by={"count": "taxes", "within": "7 months", "at_least": 2}, guard={"pledge": "书面"}, basis=[{"instrument": "credit-law", "article": "3"}]),
    measure("d", triggered_by={"on_list": "debts", "held_by": ["director"], "at": "conduct"}, bearer_kinds=["units"]),
    measure("e", triggered_by={"on_lists": "serious", "fields": {"at_least": 2}}, term={"through": "next-calendar-year", "outlasts": "本条"}),
    measure("f", act="monitor", triggered_by={"after_exit": "debts"}, departments=["省国税局", {"name": "市法院", "part": "lead"}]),
    measure("g", when={"not": {"fact": "subject.established-on", "less_than": "2016-02-29"}}, until="2019-01-01"),
    measure("h", when={"any": [{"exists": ["director"], "where": {"fact": "relation.share", "more_than": "5 %"}}, {"fact": "context.urgent", "is": True}]}),
    measure("i", bearers=[{"roles": ["director"], "at": "listing", "responsible": True, "when": {"fact": "relation.share", "at_most": "0.50 %"}}]),
    place="000000",
)  # fmt: skip


def test_a_plan_comes_back_equal_and_writes_the_same_bytes() -> None:
    plan = plan_of([EVERYTHING])
    again = Plan.from_json(plan.json)
    assert again == plan
    assert again.json == plan.json
    assert again.digest == plan.digest
    assert {type(condition) for condition in again.conditions} == {type(condition) for condition in plan.conditions}


def bounds(plan: Plan) -> dict[str, Any]:
    found = [condition.comparison for condition in plan.conditions if isinstance(condition, Compare)]
    return {comparison.name: comparison.bounds[0] for comparison in found}


def test_bounds_keep_their_types() -> None:
    found = bounds(Plan.from_json(plan_of([EVERYTHING]).json))
    assert found["record.amount"] == Decimal("1000000.50")
    assert str(found["record.amount"]) == "1000000.50"
    assert found["subject.established-on"] == date(2016, 2, 29)
    assert found["context.urgent"] is True
    assert isinstance(found["relation.share"], Decimal)


@pytest.mark.parametrize(
    "comparison",
    [
        Comparison("record", "ground", "choice", "one_of", ("a", "2016-01-01"), "t"),
        Comparison("record", "since", "day", "at_least", (date(2016, 1, 1),), "t"),
        Comparison("record", "since", "day", "one_of", (date(2016, 1, 1), date(2016, 2, 29)), "t"),
        Comparison("record", "amount", "amount", "at_most", (Decimal("0.10"),), "t"),
        Comparison("subject", "staff", "count", "is", (0,), "t"),
        Comparison("subject", "listed", "boolean", "is", (False,), "t"),
    ],
)
def test_a_comparison_comes_back(comparison: Comparison) -> None:
    again = decode(Comparison, encode(comparison))
    assert again == comparison
    assert list(map(type, again.bounds)) == list(map(type, comparison.bounds))


def test_the_form_is_plain_json() -> None:
    plain = json.loads(plan_of([EVERYTHING]).json)
    assert plain["windows"] == ["3 years"]
    assert plain["packs"][0]["from"] == "2014-01-01"
    assert plain["rules"][0]["until"] is None
    assert str(Period.parse("7 months")) in {condition.get("within") for condition in plain["conditions"]}


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "1", '"plan"', "{}", '{"format":1}', "[[]]"])
def test_what_is_no_plan_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"plan|JSON|Expecting|value"):
        Plan.from_json(text)


@pytest.mark.parametrize("key", ["packs", "rules", "conditions", "vocabulary", "windows", "always"])
def test_a_plan_that_lacks_a_part_is_a_value_error(key: str) -> None:
    plain = json.loads(plan_of([EVERYTHING]).json)
    del plain[key]
    with pytest.raises(ValueError, match=f"not a plan of this version.*{key}"):
        Plan.from_json(json.dumps(plain))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda plain: plain["packs"][0].update({"from": "yesterday"}),
        lambda plain: plain["windows"].append("three years"),
        lambda plain: plain["conditions"].append({"op": "no-such-condition"}),
        lambda plain: plain["rules"].append(7),
        lambda plain: plain["rules"][0].pop("act"),
    ],
)
def test_a_damaged_part_is_a_value_error(spoil: Any) -> None:
    plain = json.loads(plan_of([EVERYTHING]).json)
    spoil(plain)
    with pytest.raises(ValueError, match=r"plan|yesterday|three years|no-such"):
        Plan.from_json(json.dumps(plain))


def test_a_plan_of_another_format_is_refused() -> None:
    plain = {**json.loads(plan_of([EVERYTHING]).json), "format": 2}
    with pytest.raises(ValueError, match="format"):
        Plan.from_json(json.dumps(plain))
