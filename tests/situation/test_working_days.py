"""Working days by the calendar of holidays that the State Council announces each year."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.pack.period import Period
from credit_rules.situation.working_days import (
    CalendarPeriod,
    WorkingDays,
    counted,
    due_after,
    first_day_after,
    weekends_only,
    works,
)


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
    ("day", "open_"), [("2018-09-29", True), ("2018-10-01", False), ("2018-10-07", False), ("2018-10-08", True)]
)
def test_offices_work_by_the_announced_calendar(day: str, open_: bool) -> None:
    assert works(date.fromisoformat(day)) is open_


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


def test_a_period_is_counted_in_one_kind_of_days() -> None:
    assert counted(Period(3, "working days")) == WorkingDays(3)
    assert counted(Period(3, "days")) == CalendarPeriod(3)
    assert counted(Period(6, "months")) == CalendarPeriod(6, "months")


def test_calendar_days_and_working_days_never_mix() -> None:
    assert WorkingDays(3) != CalendarPeriod(3)
    with pytest.raises(TypeError):
        assert WorkingDays(3) < CalendarPeriod(5)  # type: ignore[operator]
    with pytest.raises(TypeError):
        assert WorkingDays(3) + CalendarPeriod(5)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("start", "period", "due", "calendar"),
    [
        ("2018-05-01", "20 days", "2018-05-21", "days"),  # received 05-01, due 05-21 (S7)
        ("2018-09-30", "1 day", "2018-10-01", "days"),  # no holiday moves calendar days
        ("2018-08-31", "6 months", "2019-02-28", "days"),  # no corresponding day: the end of the month
        ("2018-09-29", "3 working days", "2018-10-09", "working-days"),  # Sunday the 30th is worked, then 国庆
        ("2018-09-30", "3 working days", "2018-10-10", "working-days"),
    ],
)
def test_the_last_day_to_act(start: str, period: str, due: str, calendar: str) -> None:
    found = due_after(date.fromisoformat(start), Period.parse(period))
    assert (found.day.isoformat(), found.calendar, found.assumed) == (due, calendar, ())


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2018-08-08", "2018-10-08"),  # 60 days end on 10-07, the last of the seven free days
        ("2018-08-09", "2018-10-08"),  # on 10-08, which is worked
        ("2018-07-31", "2018-09-29"),  # on a Saturday that is worked
        ("2018-05-01", "2018-07-02"),  # 60 days end on Saturday 06-30
    ],
)
def test_a_right_whose_last_day_is_a_holiday_runs_to_the_next_working_day(start: str, due: str) -> None:
    found = due_after(date.fromisoformat(start), Period(60, "days"), moved=True)
    assert (found.day.isoformat(), found.calendar) == (due, "days")


def test_a_day_that_no_announcement_covers_is_named_by_its_year() -> None:
    last = due_after(date(2026, 12, 30), Period(3, "working days"))
    assert last.assumed == (2027,)
    assert due_after(date(1999, 9, 30), Period(1, "working days")).assumed == (1999,)
    assert due_after(date(2026, 12, 30), Period(3, "days")).assumed == ()


def test_another_calendar_may_be_given() -> None:
    closed = {date(2030, 1, 2), date(2030, 1, 3)}
    found = due_after(date(2030, 1, 1), Period(2, "working days"), lambda day: day not in closed)
    assert (found.day, found.assumed) == (date(2030, 1, 5), ())


def test_the_notice_names_each_year_once() -> None:
    assert weekends_only([]) == ()
    (notice,) = weekends_only([2028, 2027, 2028], "r1")
    assert (notice.code, notice.record) == ("holidays-not-published", "r1")
    assert "2027、2028年" in notice.message
