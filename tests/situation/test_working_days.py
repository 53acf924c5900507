"""Working days by the calendar of holidays that the State Council announces each year."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.pack.period import Period
from credit_rules.situation.working_days import first_day_after, is_working_day


def last_of(start: str, number: int) -> str:
    """The last of so many working days, ``start`` not counted."""
    after = first_day_after(date.fromisoformat(start), Period(number, "working days"))
    return date.fromordinal(after.toordinal() - 1).isoformat()


@pytest.mark.parametrize(
    ("start", "number", "last"),
    [
        ("2018-09-28", 1, "2018-09-29"),  # a Saturday worked before 国庆
        ("2018-09-28", 2, "2018-09-30"),  # and the Sunday
        ("2018-09-28", 3, "2018-10-08"),  # then the first day after the seven free ones
        ("2018-09-30", 1, "2018-10-08"),
        ("2018-10-01", 1, "2018-10-08"),  # received on a holiday
        ("2018-02-09", 1, "2018-02-11"),  # 春节 2018: Sunday the 11th is worked
        ("2018-02-14", 1, "2018-02-22"),
        ("2018-02-14", 3, "2018-02-24"),  # Saturday the 24th is worked
        ("2018-02-14", 4, "2018-02-26"),
        ("2020-01-23", 1, "2020-02-03"),  # 2020: the holiday that was prolonged
        ("2018-12-28", 2, "2019-01-02"),  # Saturday 2018-12-29 is worked for 元旦
        ("2018-05-11", 5, "2018-05-18"),  # no holiday in between
    ],
)
def test_so_many_working_days_after(start: str, number: int, last: str) -> None:
    assert last_of(start, number) == last


@pytest.mark.parametrize(
    ("day", "works"), [("2018-09-29", True), ("2018-10-01", False), ("2018-10-07", False), ("2018-10-08", True)]
)
def test_offices_work_by_the_announced_calendar(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("start", "number", "last"), [("2095-12-30", 1, "2096-01-02"), ("2099-10-01", 5, "2099-10-08")]
)
def test_beyond_the_announced_years_weekdays_count(start: str, number: int, last: str) -> None:
    assert last_of(start, number) == last


def test_before_the_first_year_of_the_calendar_weekdays_count() -> None:
    assert last_of("1999-09-30", 1) == "1999-10-01"


def test_other_periods_take_no_notice_of_holidays() -> None:
    assert first_day_after(date(2018, 9, 30), Period(1, "days")) == date(2018, 10, 2)


def test_the_end_of_the_calendar_is_reached_without_a_fault() -> None:
    assert first_day_after(date(9999, 12, 20), Period(30, "working days")) == date.max


def test_nothing_comes_after_the_last_day_of_the_calendar() -> None:
    assert first_day_after(date.max, Period(1, "working days")) == date.max
