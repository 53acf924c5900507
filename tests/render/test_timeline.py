"""The timeline of a case: every day once, in order, with what was known then."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules.case.model import Case
from credit_rules.render.timeline import DETAILS, EVENTS, timeline
from credit_rules.render.view import View
from credit_rules.source.values import EventType
from tests.generators.example import case, event, measure, pack, record, world
from tests.generators.world import case_of

CLOSED = record(
    decided="2018-01-02",
    published_on="2018-01-05",
    conduct={"from": "2016-01-01", "until": "2016-12-31"},
    events=[
        event("verification-opened", "2018-05-01", ground="objection"),
        event("verification-closed", "2018-05-20", result="confirmed"),
    ],
)


def days(plain: dict[str, Any], lang: Any = "zh") -> dict[str, tuple[str, ...]]:
    found = world(plain, pack(measure()))
    read: Case = case_of(plain)
    section = timeline(found.decide(), read, View(lang))
    return {field.label: field.lines for field in section.fields}


def test_every_day_stands_once_and_in_order() -> None:
    told = days(case(CLOSED, as_of="2018-06-01"))
    assert list(told) == sorted(told)
    assert any("核实结束（信息无误）" in line for line in told["2018-05-20"])
    assert "决定日" in told["2018-06-01"]


def test_what_was_not_known_is_not_told() -> None:
    late = record(decided="2018-01-02", events=[event("delisted", "2018-02-01", recorded_on="2018-07-01")])
    assert "2018-02-01" not in days(case(late, as_of="2018-06-01"))
    assert "2018-02-01" in days(case(late, as_of="2018-08-01"))


def test_it_is_told_in_english_too() -> None:
    told = days(case(CLOSED, as_of="2018-06-01"), "en")
    assert any("verification opened (objection)" in line for line in told["2018-05-01"])


def test_every_type_of_event_has_words() -> None:
    from typing import get_args

    assert set(EVENTS) == set(get_args(EventType))
    assert all(zh and en.isascii() for zh, en in (*EVENTS.values(), *DETAILS.values()))


@pytest.mark.parametrize("as_of", ["2018-01-01", "2018-06-01"])
def test_the_day_decided_for_is_always_there(as_of: str) -> None:
    assert "决定日" in days(case(CLOSED, as_of=as_of))[as_of]
