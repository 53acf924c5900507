"""Periods as texts print them, counted by 民法典 201 and 202: the first day is not counted, the corresponding day is the last."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.pack.period import Period, corresponding_day, day_after_period, days_back

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(1, 240)


def days(*texts: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(text) for text in texts)


@pytest.mark.parametrize(
    ("start", "period", "until"),
    [
        ("2018-01-10", "2 years", "2020-01-11"),
        ("2020-02-29", "1 year", "2021-03-01"),
        ("2020-02-29", "4 years", "2024-03-01"),
        ("2019-02-28", "1 year", "2020-02-29"),
        ("2016-12-31", "2 months", "2017-03-01"),
        ("2015-12-31", "2 months", "2016-03-01"),
        ("2018-12-31", "1 month", "2019-02-01"),
        ("2018-12-31", "1 year", "2020-01-01"),
        ("2018-01-01", "3 months", "2018-04-02"),
        ("2018-05-01", "20 days", "2018-05-22"),
        ("2020-02-28", "1 day", "2020-03-01"),
        ("2019-12-31", "1 day", "2020-01-02"),
        ("2018-10-31", "4 months", "2019-03-01"),
    ],
)
def test_the_first_day_no_longer_in_a_period(start: str, period: str, until: str) -> None:
    day, end = days(start, until)
    assert day_after_period(day, Period.parse(period)) == end


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", [2019, 2020])
def test_from_every_months_end_to_the_next(year: int, month: int) -> None:
    """There is no corresponding day in a shorter month: its end is the last day; a longer one has it."""
    start = date(year, month, monthrange(year, month)[1])
    following = start + timedelta(days=1)
    last = date(following.year, following.month, min(start.day, monthrange(following.year, following.month)[1]))
    assert corresponding_day(start, Period(1, "months")) == last
    assert day_after_period(start, Period(1, "months")) == last + timedelta(days=1)


@given(DAYS, MONTHS)
def test_twelve_months_are_a_year(start: date, years: int) -> None:
    assert corresponding_day(start, Period(12 * years, "months")) == corresponding_day(start, Period(years, "years"))


@given(DAYS, MONTHS)
def test_the_corresponding_day_has_the_same_number_or_ends_its_month(start: date, months: int) -> None:
    last = corresponding_day(start, Period(months, "months"))
    assert last.day == start.day or (last.day < start.day and (last + timedelta(days=1)).day == 1)


@given(st.tuples(DAYS, DAYS).map(sorted), st.sampled_from(("3 years", "7 months", "20 days")))
def test_who_begins_later_ends_no_earlier(days: list[date], period: str) -> None:
    length = Period.parse(period)
    assert day_after_period(days[0], length) <= day_after_period(days[1], length)


@pytest.mark.parametrize(
    ("end", "period", "first"),
    [
        ("2018-05-10", "3 years", "2015-05-11"),
        ("2020-02-29", "1 year", "2019-03-01"),
        ("2021-02-28", "1 year", "2020-02-29"),
        ("2020-03-31", "1 month", "2020-03-01"),
        ("2019-03-31", "1 month", "2019-03-01"),
        ("2020-03-01", "1 day", "2020-03-01"),
        ("2018-05-21", "20 days", "2018-05-02"),
    ],
)
def test_the_first_day_of_a_window_that_ends_on_a_day(end: str, period: str, first: str) -> None:
    assert days_back(date.fromisoformat(end), Period.parse(period)) == date.fromisoformat(first)


@given(DAYS, st.integers(1, 5000))
def test_a_window_of_days_has_so_many_days(end: date, number: int) -> None:
    first = days_back(end, Period(number, "days"))
    assert (end - first).days + 1 == number


def test_the_calendar_ends_on_its_last_day() -> None:
    for text in ("9999 years", "9999 months", "9999 days"):
        assert day_after_period(date(9990, 1, 1), Period.parse(text)) == date.max
        assert days_back(date(2, 1, 1), Period.parse(text)) <= date(2, 1, 1)
    assert days_back(date(2, 1, 1), Period.parse("9999 years")) == date.min


@pytest.mark.parametrize("count", [corresponding_day, day_after_period, days_back])
def test_working_days_need_a_calendar(count: object) -> None:
    with pytest.raises(ValueError, match="calendar"):
        count(date(2018, 1, 1), Period.parse("7 working days"))


@pytest.mark.parametrize(
    "text", ["1 year", "2 years", "18 months", "20 days", "7 working days", "1 working day", "9999 days"]
)
def test_a_period_reads_and_writes_alike(text: str) -> None:
    assert str(Period.parse(text)) == text
    assert Period.parse(str(Period.parse(text))) == Period.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0 years",
        "-1 day",
        "1.5 years",
        "10000 days",
        "year",
        "2 Years",
        "3 years ",
        "3 years\n",
        "3  years",
        "三年",
        "１ year",
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Period.parse(text)
