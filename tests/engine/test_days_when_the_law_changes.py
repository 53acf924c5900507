"""What one day changes under the shipped packs: 2019-12-31, 2020-12-06, 2026-03-31 and the days after (S9, S18, S23)."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules import Decision, Plan
from credit_rules.engine.load import load_plan
from tests.generators.people import ADULT, FIRM, Person, Plain, described
from tests.generators.world import World, shipped_plan
from tests.repository.tree import ROOT

JIANGXI = ROOT / "memoranda" / "regional" / "360000-joint-measures-2016"
"""赣府字〔2016〕101号: it cites no law."""

BAN, TRAVEL = "ban-government-procurement", "bar-air-and-premium-rail"


def decided(
    subject: Person,
    list: str,
    as_of: str,
    *,
    decided: str = "2018-01-08",
    region: str = "360300",
    inquiry: Plain | None = None,
    plan: Plan | None = None,
    **fields: Any,
) -> Decision:
    record = {
        "id": "r1", "list": list, "determined_by": "示例机关", "document": {"number": "1"},
        "decided_on": decided, "published_on": decided, "notified": True, **fields,
    }  # fmt: skip
    context = {"as_of": as_of, "region": region, "matter": "government-procurement"}
    case: Plain = {"subject": described(subject), "records": [record], "context": context}
    if inquiry is not None:
        case["inquiry"] = inquiry
    return World(plan or shipped_plan(), case).decide()


def standing(decision: Decision, act: str) -> str:
    (found,) = [measure.standing.value for measure in decision.measures if measure.act == act]
    return found


@pytest.mark.parametrize(
    ("as_of", "value", "result"), [("2019-12-31", "practice", "prohibit"), ("2020-01-01", "insufficient", "neutral")]
)
def test_no_normative_document_binds_a_firm_from_2020(as_of: str, value: str, result: str) -> None:
    """优化营商环境条例 64: alone, a provincial document no longer bans a firm from procurement without a law behind it."""
    decision = decided(FIRM, "major-tax-violation", as_of, plan=load_plan((JIANGXI,), "0"))
    assert standing(decision, BAN) == value
    assert decision.indication is not None
    assert decision.indication.result == result


@pytest.mark.parametrize(
    ("as_of", "value", "result"), [("2019-12-31", "practice", "prohibit"), ("2020-01-01", "unverified", "neutral")]
)
def test_nor_does_a_memorandum_whose_cited_law_nobody_read(as_of: str, value: str, result: str) -> None:
    """S14, S22a: beside Jiangxi's text a national memorandum orders the same ban and cites a law; that law was not read."""
    decision = decided(FIRM, "major-tax-violation", as_of)
    assert standing(decision, BAN) == value
    assert decision.indication is not None
    assert decision.indication.result == result


@pytest.mark.parametrize(
    ("as_of", "value"),
    [
        ("2019-12-31", "practice"),
        ("2020-01-01", "practice"),
        ("2020-12-06", "practice"),
        ("2020-12-07", "insufficient"),
    ],
)
def test_it_binds_a_person_until_2020_12_06(as_of: str, value: str) -> None:
    """国办发〔2020〕49号."""
    facts = {"ground": "able-but-refuses"}
    assert standing(decided(ADULT, "major-tax-violation", as_of), BAN) == value
    assert standing(decided(ADULT, "dishonest-judgment-debtor", as_of, facts=facts), TRAVEL) == value


@pytest.mark.parametrize("as_of", ["2019-12-31", "2020-01-01", "2020-12-07", "2026-04-01"])
def test_supervision_needs_only_its_document_on_every_day(as_of: str) -> None:
    assert standing(decided(FIRM, "major-tax-violation", as_of), "key-supervision") == "sufficient"


@pytest.mark.parametrize(("decided_on", "undetermined"), [("2020-12-06", False), ("2020-12-07", True)])
def test_a_listing_from_2020_12_07_that_was_neither_heard_nor_served_settles_nothing(
    decided_on: str, undetermined: bool
) -> None:
    decision = decided(FIRM, "major-tax-violation", "2021-06-01", decided=decided_on, notified=False, served=False)
    assert ("procedure" in {entry.reason for entry in decision.undetermined}) is undetermined
    assert (BAN in {measure.act for measure in decision.measures}) is not undetermined


@pytest.mark.parametrize(("as_of", "status"), [("2026-03-31", "reduced"), ("2026-04-01", "repaired")])
def test_repair_only_lifts_from_2026_04_01(as_of: str, status: str) -> None:
    """Jiangxi reduces (四(二十)); 令36 no longer lets it."""
    events = [{"type": "repair-approved", "on": "2026-03-30", "effect": "reduce"}]
    decision = decided(FIRM, "major-tax-violation", as_of, decided="2025-01-08", events=events)
    assert decision.records[0].status == status
    assert {measure.status for measure in decision.measures} == ({"reduced"} if status == "reduced" else set())


@pytest.mark.parametrize(("as_of", "issued"), [("2026-03-31", False), ("2026-04-01", True)])
def test_a_repaired_record_spoils_no_clean_record_from_2026_04_01(as_of: str, issued: bool) -> None:
    """赣府字〔2016〕101号 二(二): three years without a bad record."""
    events = [{"type": "repair-approved", "on": "2025-06-01", "effect": "lift"}]
    inquiry = {"records_of": [FIRM.id], "from": "2020-01-01", "until": as_of}
    decision = decided(FIRM, "major-tax-violation", as_of, decided="2025-01-08", events=events, inquiry=inquiry)
    assert ("accept-with-papers-outstanding" in {measure.act for measure in decision.measures}) is issued


@pytest.mark.parametrize(
    ("received", "due"), [("2018-05-01", "2018-05-21"), ("2018-03-29", "2018-04-18"), ("2018-03-30", "2018-04-19")]
)
def test_an_objection_is_answered_within_twenty_days(received: str, due: str) -> None:
    events = [{"type": "verification-opened", "on": received, "ground": "objection"}]
    decision = decided(FIRM, "major-tax-violation", "2018-05-10", events=events)
    assert [duty.due.isoformat() for duty in decision.duties if duty.due] == [due]
