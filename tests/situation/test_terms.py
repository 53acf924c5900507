"""From when to when a record has effect (S6)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credit_rules.situation.model import RecordState
from tests.generators.example import YI, case, event, record, state, world
from tests.generators.people import Plain


def _second(*records: Plain) -> RecordState:
    return world(case(*records)).situation().records[1]


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize(
    ("list", "days", "effect"),
    [
        ("debts", {"published_on": "2018-01-10"}, "2018-01-10"),
        ("debts", {"published_on": None, "served_on": "2018-01-12"}, "2018-01-12"),
        ("debts", {"published_on": "2018-01-10", "served_on": "2018-01-12"}, "2018-01-10"),
        ("debts", {"published_on": None}, "2018-01-08"),
        ("taxes", {"published_on": None}, None),
        ("taxes", {"published_on": None, "served_on": "2018-01-12"}, "2018-01-12"),
        ("prices", {"published_on": "2018-02-09"}, "2018-03-01"),  # ten working days over 春节
    ],
)
def test_the_first_day_of_effect(list: str, days: dict[str, Any], effect: str | None) -> None:
    found = state(record(list=list, **days))
    assert found.effect == day(effect)
    assert (found.status == "pending") is (effect is None)


@pytest.mark.parametrize(
    ("facts", "until"),
    [
        ({"ground": "evasion", "years-added": 0}, "2020-01-11"),
        ({"ground": "violence", "years-added": 0}, "2020-01-11"),
        ({"ground": "evasion", "years-added": 1}, "2021-01-11"),
        ({"ground": "violence", "years-added": 1}, None),
        ({"ground": "refusal"}, None),
    ],
)
def test_a_term_depends_on_facts(facts: dict[str, Any], until: str | None) -> None:
    assert state(record(published_on="2018-01-10", facts=facts)).until == day(until)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        ("2018-01-09", "pending"),
        ("2018-01-10", "live"),
        ("2020-01-10", "live"),
        ("2020-01-11", "unclear"),
        ("2030-01-01", "unclear"),
    ],
)
def test_a_missing_fact_leaves_the_end_unclear_from_the_earliest_one(as_of: str, status: str) -> None:
    found = state(record(published_on="2018-01-10", facts={}), as_of)
    assert (found.status, found.until) == (status, None)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [("2020-01-10", "live"), ("2020-01-11", "unclear"), ("2021-01-10", "unclear"), ("2021-01-11", "expired")],
)
def test_expired_from_the_latest_possible_end(as_of: str, status: str) -> None:
    assert state(record(published_on="2018-01-10", facts={"ground": "evasion"}), as_of).status == status


def test_the_rule_of_the_day_of_effect_gives_the_term() -> None:
    assert state(record(published_on="2017-04-30", decided="2017-04-01"), "2017-05-10").until == date(2018, 5, 1)
    assert state(record(published_on="2017-05-01", decided="2017-04-01"), "2017-05-10").until is None


@pytest.mark.parametrize(
    ("list", "until"), [("wages", "2021-01-09"), ("prices", "2020-02-10"), ("penalties", "2019-01-09")]
)
def test_the_clock_starts_on_the_day_that_the_list_names(list: str, until: str) -> None:
    """Decided 2018-01-08, published 2018-02-09."""
    assert state(record(list=list, published_on="2018-02-09")).until == date.fromisoformat(until)


def test_a_stated_end_wins_and_an_extension_moves_it() -> None:
    stated = record(list="wages", expires_on="2018-05-10")
    assert state(stated, "2018-05-09").status == "live"
    assert state(stated, "2018-05-10").status == "expired"
    longer = {**stated, "events": [event("extended", "2018-05-01", until="2018-06-01")]}
    assert state(longer, "2018-04-30").until == date(2018, 5, 10)
    assert state(longer, "2018-05-10").until == date(2018, 6, 1)
    assert state(longer, "2018-06-01").status == "expired"


def test_repetition_prolongs_where_the_list_says_so() -> None:
    later = record("r2", decided="2018-03-01", facts={"ground": "evasion", "years-added": 0})
    assert state(later).until == date(2020, 3, 2)
    assert _second(record("r1"), later).until == date(2023, 3, 2)
    assert _second(record("r1", list="wages"), later).until == date(2020, 3, 2)


def test_an_annulled_record_is_no_repetition() -> None:
    later = record("r2", decided="2018-03-01", facts={"ground": "evasion", "years-added": 0})
    wrong = record("r1", events=[event("document-revoked", "2018-04-01")])
    assert _second(wrong, later).until == date(2020, 3, 2)


def test_a_pending_record_is_no_repetition() -> None:
    later = record("r2", decided="2018-03-01", facts={"ground": "evasion", "years-added": 0})
    pending = record("r1", document={"number": "1", "status": "not-effective"})
    assert _second(pending, later).until == date(2020, 3, 2)


def test_records_of_one_day_are_no_repetition_of_one_another() -> None:
    facts = {"ground": "evasion", "years-added": 0}
    assert _second(record("r1", facts=facts), record("r2", facts=facts)).until == date(2020, 1, 9)


def test_a_corrected_end_outweighs_the_extension_before_it() -> None:
    events = [
        event("extended", "2018-02-01", until="2019-01-01"),
        event("verification-opened", "2018-03-01", ground="objection"),
        event("verification-closed", "2018-03-02", result="corrected", changes={"expires_on": "2018-05-01"}),
    ]
    assert state(record(expires_on="2018-06-01", events=events)).status == "expired"


def test_a_place_may_ask_that_a_record_be_confirmed() -> None:
    local = record(list="local-taxes")
    assert state(local, region=YI).status == "pending"
    confirmed = {**local, "events": [event("confirmed", "2018-05-05")]}
    assert state(confirmed, "2018-05-04", YI).status == "pending"
    assert state(confirmed, "2018-05-05", YI).effect == date(2018, 5, 5)
