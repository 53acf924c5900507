"""Periods as texts print them: a whole number of years, months, days or working days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from ..source.rows import NamedTuple

Unit = Literal["years", "months", "days", "working days"]

_PERIOD = re.compile(r"^([1-9][0-9]{0,3}) (year|month|working day|day)s?\Z")


class Period(NamedTuple):
    """``3 years``, ``20 days``, ``7 working days``."""

    number: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``3 years``; ``ValueError`` where it is not a number of 1 to 9999 and a unit."""
        found = _PERIOD.match(text)
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), f"{found[2]}s")  # type: ignore[arg-type]

    def __str__(self) -> str:
        return f"{self.number} {self.unit if self.number > 1 else self.unit[:-1]}"


def corresponding_day(start: date, period: Period) -> date:
    """The last day of a period that begins the day after ``start`` (民法典 201, 202).

    The corresponding day of the last month, or that month's end where there is none: 2020-02-29 + 1 year is
    2021-02-28. Beyond the last day that the calendar knows it stays there. Working days are not counted here
    (``situation/working_days.py``): ``ValueError``.
    """
    if period.unit == "working days":
        raise ValueError("working days need a calendar")
    if period.unit == "days":
        return start + min(timedelta(days=period.number), date.max - start)
    months = start.year * 12 + start.month - 1 + period.number * (12 if period.unit == "years" else 1)
    year, month = divmod(months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def day_after_period(start: date, period: Period) -> date:
    """The first day no longer in a period counted from ``start``: 2018-01-10 + 2 years gives 2020-01-11 (S6)."""
    last = corresponding_day(start, period)
    return last if last == date.max else last + timedelta(days=1)


def days_back(end: date, period: Period) -> date:
    """The first day of the window ``(end - period, end]``: 2018-05-10 less 3 years gives 2015-05-11 (S18)."""
    if period.unit == "days":
        before = end - min(timedelta(days=period.number), end - date.min)
    elif period.unit == "working days":
        raise ValueError("working days need a calendar")
    else:
        months = end.year * 12 + end.month - 1 - period.number * (12 if period.unit == "years" else 1)
        year, month = divmod(months, 12)
        if year < date.min.year:
            return date.min
        before = date(year, month + 1, min(end.day, monthrange(year, month + 1)[1]))
    return before + timedelta(days=1)
