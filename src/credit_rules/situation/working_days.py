"""Days that are counted: those of the calendar, and those on which offices work, which never mix.

Working days follow the holidays that the State Council announces each year; in a year for which no announcement is at
hand Monday to Friday are worked, and whoever counts is told which year that was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from ..pack.period import Period, corresponding_day, day_after_period
from ..source.rows import NamedTuple
from .model import Notice

Holidays = Callable[[date], bool | None]
"""Whether offices work on a day; ``None`` in a year whose holidays are not announced."""


@dataclass(frozen=True, slots=True)
class CalendarPeriod:
    """Years, months or days by the calendar (民法典 201, 202)."""

    number: int
    unit: Literal["years", "months", "days"] = "days"

    def last_day(self, start: date) -> date:
        """The last day of the period, ``start`` not counted; no holiday moves it (S6, S7)."""
        return corresponding_day(start, Period(self.number, self.unit))


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A number of days on which offices work."""

    number: int

    def last_day(self, start: date, holidays: Holidays | None = None) -> date:
        """The last of so many working days after ``start``; beyond the last day of the calendar it stays there."""
        day, left = start, self.number
        while left and day < date.max:
            day += timedelta(days=1)
            left -= works(day, holidays)
        return day


def counted(period: Period) -> CalendarPeriod | WorkingDays:
    """A period as a text prints it, as the kind of days that it counts."""
    if period.unit == "working days":
        return WorkingDays(period.number)
    return CalendarPeriod(period.number, period.unit)


class Due(NamedTuple):
    """The last day to act, in which kind of days it was counted, and the years counted without announced holidays."""

    day: date
    calendar: Literal["days", "working-days"]
    assumed: tuple[int, ...]


def due_after(start: date, period: Period, holidays: Holidays | None = None, *, moved: bool = False) -> Due:
    """The last day of a period after ``start``, that day not counted.

    ``moved``: where the last day of calendar days is a holiday, the first working day after it is (民事诉讼法 85); for
    time limits that run against the one who has a right, never for burdens (S6).
    """
    match counted(period):
        case WorkingDays() as working:
            last = working.last_day(start, holidays)
            return Due(last, "working-days", unannounced(start, last, holidays))
        case CalendarPeriod() as calendar:
            last = calendar.last_day(start)
            if not moved or works(last, holidays):
                return Due(last, "days", unannounced(last, last, holidays) if moved else ())
            after = WorkingDays(1).last_day(last, holidays)
            return Due(after, "days", unannounced(last, after, holidays))


def works(day: date, holidays: Holidays | None = None) -> bool:
    """Whether offices work on the day by the announced holidays, or by those given."""
    known = (holidays or announced)(day)
    return day.weekday() < 5 if known is None else known


def unannounced(first: date, last: date, holidays: Holidays | None = None) -> tuple[int, ...]:
    """The years between two days whose holidays are not announced."""
    known = holidays or announced
    return tuple(year for year in range(first.year, last.year + 1) if known(date(year, 1, 1)) is None)


def weekends_only(years: Iterable[int], record: str | None = None) -> tuple[Notice, ...]:
    """The notice that a last day was counted by weekends alone, naming the years; none where there are none."""
    named = "、".join(map(str, sorted(set(years))))
    message = f"没有{named}年的节假日安排，期限只按周末计算"
    return (Notice("holidays-not-published", message, record),) if named else ()


@lru_cache(maxsize=4096)
def announced(day: date) -> bool | None:
    """The announcements of the State Council, as chinesecalendar has them; it is loaded when first needed."""
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        return None


def first_day_after(start: date, period: Period) -> date:
    """The first day after a period counted from ``start``, that day not counted; working days are skipped to (S6)."""
    if period.unit != "working days":
        return day_after_period(start, period)
    last = WorkingDays(period.number).last_day(start)
    return last if last == date.max else last + timedelta(days=1)
