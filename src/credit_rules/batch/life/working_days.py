"""Working days, counted once for every number that occurs and every day of the years in which it does
(``situation/working_days.py``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import ibis

from ...situation.working_days import WorkingDays, unannounced
from ..days import day_after, day_after_period
from ..tables import Columns
from .pieces import joined
from .setting import Setting, distinct

COUNTED: Columns = {"start": "date", "working": "int32", "last_working": "date", "assumed": "string"}


def with_last_working_day(setting: Setting, table: ibis.Table, start: str) -> ibis.Table:
    """The last of ``working`` working days after the day in the column ``start``, as ``last_working``; ``assumed`` are
    the years that were counted without announced holidays. Null where no working days are counted."""
    rows = []
    asked = table.select("working", year=table[start].year())
    for year, number in distinct(setting, asked, "year", "working"):
        for day in _days_of(year):
            last = WorkingDays(number).last_day(day)
            years = "、".join(map(str, unannounced(day, last)))
            rows.append({"start": day, "working": number, "last_working": last, "assumed": years or None})
    counted = setting.store.prepared(rows, COUNTED).rename({start: "start"})
    return joined(table, counted, (start, "working"))


def _days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days) for days in range((date(year, 12, 31) - first).days + 1))


def first_day_after(setting: Setting, table: ibis.Table, start: str, into: str, *, working: bool) -> ibis.Table:
    """The first day after the period ``months``, ``days``, ``working`` of each row, counted from the day in ``start``,
    that day not counted, in a new column; null without a period. ``working``: whether working days occur at all.

    The columns of the period are dropped.
    """
    counted = with_last_working_day(setting, table, start) if working else table
    end = day_after_period(counted[start], counted.months, counted.days)
    if working:
        end = ibis.coalesce(end, day_after(counted.last_working))
    return counted.mutate(**{into: end}).drop(
        "months", "days", "working", *(("last_working", "assumed") if working else ())
    )
