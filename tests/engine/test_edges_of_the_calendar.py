"""The first and the last day that a case can state are days like others: never a traceback."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules import Engine
from tests.generators.example import JIA, JIA_CITY, YI, case, event, measure, opened, pack, record, world
from tests.generators.people import Plain

FIRST, LAST = "0001-01-01", "9999-12-31"
LISTS = ["debts", "taxes", "wages", "penalties"]
EVERYTHING = pack(
    measure("a", term={"through": "next-calendar-year"}),
    measure("b", term={"period": "5 years"}),
    measure("c", triggered_by={"count": LISTS, "within": "3 years", "at_least": 1}),
    measure("d", "green-channel", direction="incentive", triggered_by={"clean_for": "3 years"}),
    measure("e", triggered_by={"on_lists": "serious", "fields": {"at_least": 1}}),
    triggered_by={"on_list": LISTS},
    place="000000",
    **{"from": FIRST},
)
FACTS = {"ground": "evasion", "years-added": 0}


def decided(as_of: str, region: str = JIA, **fields: Any) -> str:
    records: list[Plain] = [record(code, code, facts=FACTS if code == "debts" else {}, **fields) for code in LISTS]
    found = world(case(*records, as_of=as_of, region=region, known_at=LAST), EVERYTHING)
    return Engine(found.plan).evaluate(found.case).to_json()


@pytest.mark.parametrize("region", [JIA, JIA_CITY, YI])
@pytest.mark.parametrize("as_of", [FIRST, LAST])
@pytest.mark.parametrize("day", [FIRST, LAST])
def test_a_record_of_the_first_or_the_last_day(day: str, as_of: str, region: str) -> None:
    assert decided(as_of, region, decided=day)


@pytest.mark.parametrize("day", [FIRST, LAST])
def test_what_happens_on_the_first_or_the_last_day(day: str) -> None:
    for events in (
        [opened(day)],
        [event("repair-approved", day, effect="lift"), event("repair-revoked", day)],
        [event("extended", day, until=LAST)],
        [event("rectified", day, monitoring_until=LAST), event("delisted", day, ground="rectified")],
        [event("stayed", day), event("resumed", day)],
    ):
        assert decided(LAST, decided=day, events=events)


def test_found_wrong_on_the_last_day() -> None:
    assert decided(LAST, decided=FIRST, events=[event("document-revoked", LAST)])


def test_found_wrong_on_the_first_day() -> None:
    assert decided(LAST, decided=FIRST, events=[event("document-revoked", FIRST)])


def test_a_verification_in_working_days_from_the_last_day() -> None:
    assert decided(LAST, JIA_CITY, decided=LAST, events=[opened(LAST)])
