"""When a duty is told and when no longer, and what its last day is (decision 0017)."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest

from credit_rules.case.decision import DutyCode
from tests.decide.duty_cases import (
    AUTHORITY,
    COURT,
    ELSEWHERE,
    JIANGXI,
    PINGXIANG,
    RATING,
    TAX,
    decided,
    due,
    event,
    owed,
    verified,
)
from tests.generators.people import FIRM
from tests.repository.tree import ROOT

REVOKED = [event("document-revoked", "2021-09-29")]


@pytest.mark.parametrize(
    ("as_of", "told"),
    [("2021-09-28", False), ("2021-09-29", True), ("2021-10-09", True), ("2021-11-08", True), ("2021-11-09", False)],
)
def test_what_cannot_be_seen_to_be_done_is_told_until_thirty_days_after_its_last_day(as_of: str, told: bool) -> None:
    """Due 2021-10-09: three working days after 09-29, over the National Day week."""
    assert due("withdraw-publication", as_of, events=REVOKED) == (["2021-10-09"] if told else [])


@pytest.mark.parametrize(("as_of", "told"), [("2018-05-08", True), ("2018-06-07", True), ("2018-06-08", False)])
def test_without_a_last_day_until_thirty_days_after_it_happened(as_of: str, told: bool) -> None:
    events = verified("2018-05-01", "2018-05-08", "corrected", changes={"tier": "general"})
    assert due("correct-record", as_of, TAX, JIANGXI, events=events) == ([None] if told else [])


def test_what_is_recorded_later_brings_nothing_about_yet() -> None:
    late = [event("document-revoked", "2021-09-29", recorded_on="2021-10-08")]
    assert due("withdraw-publication", "2021-10-08", events=late, known_at="2021-10-07") == []
    assert due("withdraw-publication", "2021-10-08", events=late) == ["2021-10-09"]


def test_opened_anew_nothing_has_been_found() -> None:
    events = [
        *verified("2018-04-01", "2018-04-20", "confirmed"),
        event("verification-opened", "2018-05-02", ground="complaint"),
    ]
    assert (
        owed("apply-to-upper-court", "2018-05-10", COURT, PINGXIANG, facts={"ground": "refusal"}, events=events) == []
    )


def test_a_publication_told_of_is_done() -> None:
    fields = {"decided_on": "2019-01-02", "published_on": None}
    assert due("publish-decision", "2019-01-08", **fields) == ["2019-01-11"]
    assert due("publish-decision", "2019-01-08", **{**fields, "published_on": "2019-01-04"}) == []


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        ("2020-01-09", [None]),
        ("2020-01-11", ["2020-01-15"]),
        ("2020-02-14", ["2020-01-15"]),
        ("2020-02-15", []),
    ],
)
def test_a_court_takes_off_what_has_run_out_within_three_working_days(as_of: str, days: list[str | None]) -> None:
    """Published 2018-01-10 for two years: the last day is 2020-01-10, a Friday."""
    fields = {
        "decided_on": "2018-01-10",
        "published_on": "2018-01-10",
        "facts": {"ground": "evasion", "extension-years": 0},
    }
    assert due("delist", as_of, COURT, PINGXIANG, **fields) == days


def test_once_taken_off_nothing_is_left_to_take_off() -> None:
    fields = {
        "decided_on": "2018-01-10",
        "published_on": "2018-01-10",
        "facts": {"ground": "evasion", "extension-years": 0},
    }
    events = [event("delisted", "2020-01-13", ground="expired")]
    assert due("delist", "2020-01-14", COURT, PINGXIANG, events=events, **fields) == []


@pytest.mark.parametrize(
    ("served", "as_of", "reconsideration", "suit"),
    [
        # sixty days from 2018-08-08 end on 10-07, the last day of the holidays
        ("2018-08-08", "2018-08-20", ["2018-10-08"], ["2019-02-11"]),
        ("2018-08-08", "2018-10-08", ["2018-10-08"], ["2019-02-11"]),
        ("2018-08-08", "2018-10-09", [], ["2019-02-11"]),
        ("2018-08-08", "2019-02-12", [], []),
        (None, "2018-08-20", [], []),
    ],
)
def test_rights_against_the_listing_run_from_service(
    served: str | None, as_of: str, reconsideration: list[str], suit: list[str]
) -> None:
    """Six months from 2018-08-08 end on 2019-02-08, in the Spring Festival week; offices reopened on 02-11."""
    decision = decided(as_of, TAX, JIANGXI, served_on=served)
    against = [duty for duty in decision.duties if duty.to == AUTHORITY and duty.owed_by == FIRM.id]
    found = {code: [duty.due.isoformat() for duty in against if duty.code == code and duty.due] for code in RIGHTS}
    assert found == {"apply-for-reconsideration": reconsideration, "bring-suit": suit}


RIGHTS = ("apply-for-reconsideration", "bring-suit")


def test_against_the_measures_they_are_said_in_words() -> None:
    (reconsideration,) = owed("apply-for-reconsideration", "2018-08-20", TAX, JIANGXI)
    assert (reconsideration.owed_by, reconsideration.to, reconsideration.due) == (FIRM.id, "采取措施的行政机关", None)
    assert "60日内" in (reconsideration.basis or "")


def test_a_listing_by_a_court_has_no_reconsideration() -> None:
    found = owed(
        "apply-for-reconsideration", "2018-05-10", COURT, PINGXIANG, facts={"ground": "refusal"}, served_on="2018-05-02"
    )
    assert {duty.to for duty in found} <= {"采取措施的行政机关"}


def test_nobody_who_bears_nothing_has_a_time_limit() -> None:
    assert [duty.code for duty in decided("2018-05-10", RATING, ELSEWHERE, served_on="2018-05-02").duties] == []


@pytest.mark.parametrize(("revoked", "years"), [("2026-12-30", "2027"), ("2027-03-01", "2027"), ("2026-12-25", None)])
def test_beyond_the_announced_holidays_the_decision_says_so(revoked: str, years: str | None) -> None:
    decision = decided(
        revoked, decided_on="2026-01-08", published_on="2026-01-08", events=[event("document-revoked", revoked)]
    )
    said = [warning.message for warning in decision.warnings if warning.code == "holidays-not-published"]
    assert [years in message for message in said if years] == ([True] if years else [])
    assert bool(said) is (years is not None)


def test_duties_stand_in_the_order_of_their_last_days() -> None:
    events = [event("verification-opened", "2018-05-02", ground="objection")]
    decision = decided("2018-05-10", TAX, JIANGXI, served_on="2018-05-02", events=events)
    days = [duty.due for duty in decision.duties]
    dated = [day for day in days if day is not None]
    assert dated == sorted(dated)
    assert days[: len(dated)] == dated
    assert len(set(decision.duties)) == len(decision.duties)


@pytest.mark.parametrize(
    ("as_of", "told"), [("2026-07-10", False), ("2026-07-11", True), ("2026-08-10", True), ("2026-08-11", False)]
)
def test_display_ends_when_it_has_lasted_longest(as_of: str, told: bool) -> None:
    """A minor finding of 2026-04-10 is shown for three months at most, from the document that found it."""
    fields = {"decided_on": "2026-04-10", "published_on": "2026-04-12", "tier": "minor"}
    assert due("end-display", as_of, TAX, ELSEWHERE, **fields) == (["2026-07-11"] if told else [])


def test_display_that_ended_with_the_listing_is_not_ended_again() -> None:
    fields = {"decided_on": "2026-04-10", "published_on": "2026-04-12", "tier": "minor"}
    events = [event("delisted", "2026-05-06", ground="performed")]
    assert due("end-display", "2026-07-11", TAX, ELSEWHERE, events=events, **fields) == []


def test_every_duty_is_explained_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "input-and-output.md").read_text(encoding="utf-8")
    table = page[page.index("### A duty") : page.index("## In Python")]
    assert [code for code in get_args(DutyCode) if f"`{code}`" not in table] == []


def test_the_calendar_of_holidays_is_loaded_only_when_working_days_are_counted() -> None:
    example = ROOT / "docs" / "examples" / "tax-violation.yaml"
    program = (
        "import sys; from pathlib import Path; from credit_rules import Engine; "
        f"Engine.bundled().evaluate(Path({str(example)!r}).read_bytes()); "
        "print('chinese_calendar' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
