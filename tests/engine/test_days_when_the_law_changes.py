"""What one day changes under the shipped packs: 2019-12-31, 2020-12-06, 2026-03-31 and the days after (S9, S18, S23)."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules import Decision, Plan
from credit_rules.engine.load import load_plan
from tests.generators.people import ADULT, FIRM, Person, Plain, described
from tests.generators.world import World, shipped_plan
from tests.repository.tree import ROOT

JIANGXI = load_plan((ROOT / "memoranda" / "regional" / "360000-joint-measures-2016",), "0")
"""赣府字〔2016〕101号 alone: it cites no law."""

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
    """优化营商环境条例 64: a provincial document no longer bans a firm from procurement without a law behind it."""
    decision = decided(FIRM, "major-tax-violation", as_of, plan=JIANGXI)
    assert standing(decision, BAN) == value
    assert decision.indication is not None
    assert decision.indication.result == result


@pytest.mark.parametrize(("as_of", "result"), [("2019-12-31", "prohibit"), ("2020-01-01", "neutral")])
def test_a_cited_law_that_nobody_read_binds_no_firm_either(as_of: str, result: str) -> None:
    """Beside it the national memorandum orders the ban and cites a law whose words nobody checked (S22a, S23)."""
    decision = decided(FIRM, "major-tax-violation", as_of)
    (ban,) = (measure for measure in decision.measures if measure.act == BAN)
    assert {source.pack for source in ban.sources} > {"2016-2798-major-tax-violation", "jiangxi-2016-101"}
    assert ban.standing.value not in ("sufficient", "practice") or as_of < "2020-01-01"
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
