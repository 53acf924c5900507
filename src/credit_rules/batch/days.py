"""Days and periods as expressions over columns (``pack/period.py``).

A period is three whole numbers, of which the others are null or 0: months (years are twelve), days, working days.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis

from ..pack.period import Period
from .tables import Columns

PERIOD: Columns = {"months": "int32", "days": "int32", "working": "int32"}
Day = Any
"""An expression of type date."""
Number = Any
"""An expression of a whole number, or one."""


def period_row(period: Period | None) -> dict[str, int | None]:
    """A period as the columns of :data:`PERIOD`; all null without one."""
    if period is None:
        return dict.fromkeys(PERIOD)
    if period.unit == "working days":
        return {"months": None, "days": None, "working": period.number}
    months = {"years": 12, "months": 1, "days": 0}[period.unit] * period.number
    return {"months": months, "days": 0 if months else period.number, "working": None}


def corresponding_day(start: Day, months: Number, days: Number) -> Day:
    """The last day of a period that begins the day after ``start`` (民法典 201, 202); null where something is."""
    return _within_calendar(_moved(start, months, days))


def day_after_period(start: Day, months: Number, days: Number) -> Day:
    """The first day no longer in a period counted from ``start``: 2018-01-10 + 2 years gives 2020-01-11 (S6)."""
    return _within_calendar(_moved(start, months, days) + ibis.interval(days=1))


def day_after(day: Day) -> Day:
    """The next day; the calendar's last day stays."""
    return _within_calendar(day + ibis.interval(days=1))


def days_back(end: Day, months: Number, days: Number) -> Day:
    """The first day of the window ``(end - period, end]``: 2018-05-10 less 3 years gives 2015-05-11 (S18)."""
    first = ibis.literal(date.min)
    before = _a_day(_moved(end, -months, -days))
    stays = ibis.ifelse(_number(months) == 0, _a_day(first + ibis.interval(days=1)), first)
    return ibis.ifelse(before < first, stays, _a_day(before + ibis.interval(days=1)))


def earliest(*days: Day) -> Day:
    """The first of some days, null ones left aside."""
    return ibis.least(*days)


def latest(*days: Day) -> Day:
    """The last of some days, null ones left aside."""
    return ibis.greatest(*days)


def _moved(day: Day, months: Number, days: Number) -> Day:
    return day + _number(months).as_interval("M") + _number(days).as_interval("D")


def _number(number: Number) -> Any:
    return ibis.literal(number, "int32") if isinstance(number, int) else number


def _within_calendar(moment: Day) -> Day:
    day, last = _a_day(moment), ibis.literal(date.max)
    return ibis.ifelse(day > last, last, day)


def _a_day(moment: Any) -> Day:
    """Engines make a timestamp of a day and an interval, which Ibis calls a day."""
    return moment.cast("timestamp").cast("date")
