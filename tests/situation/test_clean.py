"""Clean for a period: no bad record decided or in effect on any day of the window (S18)."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules.situation.model import Cleanness
from tests.generators.example import YI, case, event, measure, pack, record, world
from tests.generators.people import FIRM, OTHER_FIRM, Plain

INCENTIVE = pack(measure(act="green-channel", direction="incentive", triggered_by={"clean_for": "3 years"}))
SEARCHED = {"records_of": [FIRM.id], "roles": [], "from": "2010-01-01", "until": "2030-01-01"}


def clean(*records: Plain, as_of: str = "2018-05-10", inquiry: Plain | None = SEARCHED, **parts: Any) -> Cleanness:
    return world(case(*records, as_of=as_of, inquiry=inquiry, **parts), INCENTIVE).situation().clean["3 years"]


def ended(decided: str, until: str, list: str = "debts") -> Plain:
    return record(list=list, decided=decided, expires_on=until)


def test_clean_where_everything_was_searched_and_nothing_found() -> None:
    assert clean().value is True


@pytest.mark.parametrize(
    ("until", "value"), [("2015-05-10", True), ("2015-05-11", True), ("2015-05-12", False), ("2018-05-10", False)]
)
def test_in_effect_on_the_first_day_of_the_window(until: str, value: bool) -> None:
    """The window of three years up to 2018-05-10 begins on 2015-05-11; ``until`` is the first day without effect."""
    assert clean(ended("2014-01-01", until)).value is value


@pytest.mark.parametrize(
    ("decided", "value"), [("2015-05-10", True), ("2015-05-11", False), ("2018-05-10", False), ("2018-05-11", True)]
)
def test_decided_in_the_window(decided: str, value: bool) -> None:
    assert clean(ended(decided, decided)).value is value


@pytest.mark.parametrize("list", ["debts", "prices", "penalties"])
def test_serious_and_dishonest_records_and_decisions_count(list: str) -> None:
    assert clean(record(list=list)).value is False


@pytest.mark.parametrize("list", ["watched", "rated", "models"])
def test_watch_lists_ratings_and_red_lists_do_not(list: str) -> None:
    assert clean(record(list=list)).value is True


@pytest.mark.parametrize(("recorded", "value"), [("2026-04-01", True), ("2026-05-11", False)])
def test_repaired_counts_no_longer_once_that_is_known(recorded: str, value: bool) -> None:
    """From 2026-04-01 repaired ones are left aside; what was recorded after the day of knowledge is not seen (S4)."""
    left = event("delisted", "2026-04-01", ground="repaired", recorded_on=recorded)
    assert clean(record(decided="2025-01-01", events=[left]), as_of="2026-05-10").value is value


def test_a_record_of_somebody_else_does_not_count() -> None:
    assert clean(record(subject=OTHER_FIRM.id), parties=[{"id": OTHER_FIRM.id, "kind": "enterprise"}]).value is True


def test_a_list_that_does_not_reach_here_does_not_count() -> None:
    assert clean(record(list="local-taxes"), as_of="2018-12-31").value is True
    assert clean(record(list="local-taxes"), as_of="2019-01-01").value is True  # recognised, but not confirmed
    confirmed = record(list="local-taxes", events=[event("confirmed", "2018-02-01")])
    assert clean(confirmed, as_of="2018-12-31").value is True
    assert clean(confirmed, as_of="2019-01-01").value is False
    assert clean(confirmed, region=YI).value is False


def test_an_annulled_record_is_left_aside() -> None:
    assert clean(record(events=[event("delisted", "2018-05-01", ground="in-error")])).value is True


@pytest.mark.parametrize(("as_of", "value"), [("2026-03-31", False), ("2026-04-01", True)])
@pytest.mark.parametrize(
    "repaired",
    [event("repair-approved", "2025-06-01", effect="lift"), event("delisted", "2025-06-01", ground="repaired")],
)
def test_a_repaired_record_is_left_aside_from_2026_04_01(repaired: Plain, as_of: str, value: bool) -> None:
    assert clean(record(decided="2025-01-01", events=[repaired]), as_of=as_of).value is value


@pytest.mark.parametrize(
    "inquiry",
    [
        None,
        {**SEARCHED, "records_of": []},
        {**SEARCHED, "from": "2015-05-12"},
        {**SEARCHED, "until": "2018-05-09"},
        {**SEARCHED, "registers": ["debts", "taxes"]},
        {"records_of": [FIRM.id], "until": "2018-05-10"},
    ],
)
def test_unknown_where_the_search_does_not_cover_the_window(inquiry: Plain | None) -> None:
    found = clean(inquiry=inquiry)
    assert found.value is None
    assert [missing.reason for missing in found.missing] == ["inquiry"]


def test_a_search_just_wide_enough() -> None:
    registers = ["debts", "taxes", "wages", "prices", "penalties"]
    assert (
        clean(inquiry={**SEARCHED, "from": "2015-05-11", "until": "2018-05-10", "registers": registers}).value is True
    )


def test_a_bad_record_makes_it_false_without_any_search() -> None:
    assert clean(record(), inquiry=None).value is False


def test_a_younger_firm_is_clean_for_its_whole_life() -> None:
    since_founding = {**SEARCHED, "from": "2017-07-01"}
    assert clean(inquiry=since_founding).value is None
    assert clean(inquiry=since_founding, about={"facts": {"established-on": "2017-07-01"}}).value is True
    assert clean(inquiry=since_founding, about={"facts": {"established-on": "2017-06-30"}}).value is None


def test_only_an_unclear_end_reaches_into_the_window() -> None:
    """Two years from 2013-04-01 at the shortest: whether it still had effect in the window is not known."""
    found = clean(record(decided="2013-04-01", published_on="2017-05-01", facts={}), as_of="2022-06-01")
    assert found.value is None
    assert [missing.reason for missing in found.missing] == ["unclear"]


def test_a_stayed_record_had_no_effect_meanwhile() -> None:
    events = [event("stayed", "2015-05-11")]
    taxed = record(list="taxes", decided="2014-01-01")
    assert clean(taxed).value is False
    assert clean({**taxed, "events": events}).value is True
    assert clean({**taxed, "events": [*events, event("resumed", "2018-05-10")]}).value is False
