"""Nothing is handed over that durable-rules would hang on: what is large is dealt out, what is larger is refused by name."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules import InputError
from credit_rules.durable import copies, limits, network
from credit_rules.durable.definitions import Definition, Of, eq, least, pattern
from credit_rules.durable.facts import Candidate, Valued
from credit_rules.durable.limits import expect_within_limits
from credit_rules.durable.prepare import prepare
from credit_rules.durable.refusals import Refusal
from credit_rules.matcher.match import match
from credit_rules.plan.model import Plan
from tests.durable.available import needs_durable
from tests.durable.prepared import prepared, small_plan
from tests.durable.test_fences_of_the_network import LISTED
from tests.generators.packs import plan_of
from tests.generators.people import ADULT, FIRM, Plain
from tests.generators.world import World

pytestmark = needs_durable
RECORD: Plain = {
    "id": "r1",
    "list": "taxes",
    "determined_by": "示例机关",
    "document": {"number": "示例〔2016〕1号"},
    "decided_on": "2016-01-01",
    "published_on": "2016-01-05",
    "served_on": "2016-01-05",
    "facts": {"amount": "1000000.00"},
}
DIRECTOR: Plain = {"id": ADULT.id, "kind": ADULT.kind, "role": "director", "of": FIRM.id, "since": "2010-01-01"}
CASE: Plain = {
    "subject": {"id": FIRM.id, "kind": FIRM.kind, "facts": {"staff": 2}},
    "relations": [DIRECTOR],
    "records": [RECORD],
    "context": {"as_of": "2016-06-01", "region": "990000"},
}


def plan_with(conditions: list[Plain], **further: Any) -> Plan:
    """A plan with one measure for each condition."""
    head = {
        "id": "large",
        "title": "文件",
        "document_no": "示例〔2014〕1号",
        "rank": "law",
        "place": "000000",
        "from": "2014-01-01",
        "source": {"provenance": "text", "file": "示例"},
    }
    measures = [
        {
            "id": f"m{number}",
            "clause": f"二({number})",
            "departments": "none-printed",
            "basis": "none-cited",
            "act": "bar-bids",
            "bearers": ["subject"],
            "triggered_by": condition,
            **further,
        }
        for number, condition in enumerate(conditions)
    ]
    return plan_of([{"format": 1, "memorandum": head, "measures": measures}])


def expect_alike(plan: Plan, hits: int, case: Plain = CASE) -> None:
    situation = World(plan, case).situation()
    with prepared(plan) as evaluator:
        found = evaluator.evaluate(situation)
    assert found == match(plan, situation)
    assert sum(result.outcome == "hit" for result in found) == hits


def test_six_hundred_measures_on_one_condition() -> None:
    """More than may end in one node."""
    expect_alike(plan_with([{"on_list": "taxes"}] * 600), 600)


def test_six_hundred_measures_that_ask_for_kinds_and_roles() -> None:
    """More joins than one fact may walk into."""
    roles = {"bearers": ["subject", {"roles": ["director"], "at": "as-of"}], "listed_kinds": ["enterprise"]}
    expect_alike(plan_with([{"on_list": "taxes"}] * 600, **roles), 1200)


def test_six_hundred_conditions_on_one_list() -> None:
    conditions = [
        {"on_list": "taxes", "where": {"fact": "record.amount", "at_least": str(900000 + n * 200)}} for n in range(600)
    ]
    expect_alike(plan_with(conditions), 501)


def test_six_hundred_sets_of_lists_and_windows() -> None:
    conditions = [
        {"count": ["taxes", "prices"] if n % 2 else ["taxes"], "within": f"{n} days", "at_least": 1}
        for n in range(1, 601)
    ]
    expect_alike(plan_with(conditions), 600 - 152)


def test_a_condition_of_more_parts_than_a_frame_holds() -> None:
    """A frame holds sixteen facts."""
    parts = [{"fact": "record.amount", "at_least": str(n)} for n in range(200)]
    expect_alike(
        plan_with(
            [
                {"on_list": "taxes", "where": {"all": parts}},
                {
                    "all": [
                        {"on_list": "taxes"},
                        {"any": [{"not": {"fact": "subject.staff", "is": n}} for n in range(40)]},
                    ]
                },
            ]
        ),
        2,
    )


def test_what_is_more_than_one_set_of_rules_takes_is_dealt_out_over_several(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_DEFINITIONS", 30)
    situation = World(small_plan(), LISTED).situation()
    evaluator = prepare(small_plan())
    assert [len(one.rulesets) > 1 for one in evaluator._ready().all] == [True, True, True]
    assert evaluator.evaluate(situation) == match(small_plan(), situation)
    evaluator.close()


def alike(number: int) -> list[Definition]:
    """Definitions that end in one node."""
    return [Definition(f"d{n}", (pattern("c", Candidate, eq("spec", 1)),)) for n in range(number)]


def joining(number: int) -> list[Definition]:
    """Definitions that join one fact."""
    first, second = pattern("c", Candidate, eq("spec", 1)), pattern("v", Valued, eq("pair", Of("c", "pair")))
    return [Definition(f"d{n}", (first, second)) for n in range(number)]


@pytest.mark.parametrize(
    ("definitions", "what"),
    [
        (alike(251), "definitions that end at k eq 21, spec_page eq 0, spec eq 1"),
        (joining(61), "branches walked at k eq 40"),
        ([Definition(f"d{n}", (pattern("c", Candidate, eq("pair", n)),)) for n in range(501)], "siblings at k eq 21"),
        (
            [Definition(f"d{n}", (pattern("v", Valued, least("value", n)),)) for n in range(61)],
            "branches walked at k eq 40",
        ),
        (alike(1) * 3001, "definitions"),
    ],
)
def test_more_is_refused_with_its_place_and_number(definitions: list[Definition], what: str) -> None:
    expect_within_limits(definitions[:50])
    with pytest.raises(Refusal) as refused:
        expect_within_limits(definitions)
    assert what in refused.value.values["what"]
    assert int(refused.value.values["found"]) > int(refused.value.values["most"])


def test_a_plan_that_is_too_large_is_refused_when_it_is_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it would be with more copies of a fact than the library can tell apart."""
    monkeypatch.setattr(copies, "MOST_JOINED", 1)
    monkeypatch.setattr(copies, "MOST_PLAIN", 1)
    with pytest.raises(InputError) as refused:
        prepare(plan_with([{"on_list": "taxes"}] * 600))
    (said,) = refused.value.diagnostics
    assert said.code == "evaluator-plan-too-large"
    assert "600" in said.message("zh")
    assert "--packs" in said.hint("en")


def test_the_limits_leave_room_below_those_of_the_library() -> None:
    assert limits.MOST_SIBLINGS < 512
    assert limits.MOST_MEMORIES < 256
    assert limits.MOST_WALKS < 64
    assert limits.MOST_DEFINITIONS < 4096
    assert copies.MOST_JOINED < limits.MOST_WALKS
    assert copies.MOST_PLAIN < limits.MOST_MEMORIES
    assert network.MOST_FACTS < 2**31
