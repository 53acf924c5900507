"""Working days by the holidays that the State Council announces each year; beyond them, weekdays."""

from __future__ import annotations

from datetime import date, timedelta

from ..pack.period import Period, day_after_period


def is_working_day(day: date) -> bool:
    """Whether offices work on the day; where no holiday calendar is published yet, Monday to Friday."""
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def first_day_after(start: date, period: Period) -> date:
    """The first day after a period counted from ``start``, that day not counted; working days are skipped to (S6)."""
    if period.unit != "working days":
        return day_after_period(start, period)
    day, left = start, period.number
    while left and day < date.max - timedelta(days=1):
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day if day == date.max else day + timedelta(days=1)
