"""What holds in periods: a function of the day that the registries decide, as rows with a first and a last day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Protocol, TypeVar

import ibis

from ..store import Row
from ..tables import Columns

T = TypeVar("T")
PIECE: Columns = {"first_day": "date", "last_day": "date"}
"""Both days belong to the period."""


class Dated(Protocol):
    """Anything that holds in a half-open period."""

    @property
    def from_(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


def turns_of(rows: Iterable[Dated]) -> set[date]:
    """The days on which what some dated rows say can change."""
    return {day for row in rows for day in (row.from_, row.until) if day is not None}


def pieces(turns: Iterable[date], tell: Callable[[date], T]) -> Iterator[tuple[T, Row]]:
    """What ``tell`` says from the first day of the calendar to the last, and in which period; it changes on ``turns``
    alone."""
    starts = sorted({date.min, *turns})
    told = [tell(day) for day in starts]
    kept = [number for number in range(len(starts)) if number == 0 or told[number] != told[number - 1]]
    ends = [*(starts[number] - timedelta(days=1) for number in kept[1:]), date.max]
    for number, end in zip(kept, ends, strict=True):
        yield told[number], {"first_day": starts[number], "last_day": end}


def on_the_day(table: ibis.Table, dated: ibis.Table, day: str, keys: Iterable[str]) -> ibis.Table:
    """The rows of ``table`` with what holds for their ``keys`` on the day in a column, null where nothing does.

    ``dated`` has the keys, under the same names, and the columns of :data:`PIECE`; no two periods overlap.
    """
    return joined(table, dated, keys, lambda row: (row.first_day <= table[day]) & (table[day] <= row.last_day))


def joined(
    table: ibis.Table,
    other: ibis.Table,
    keys: Iterable[str],
    when: Callable[[Any], Any] | None = None,
) -> ibis.Table:
    """A left join by columns of the same names in both, which stand once in the result; ``when`` narrows it more."""
    names = list(keys)
    meets = [table[name] == other[name] for name in names]
    if when is not None:
        meets.append(when(other))
    more = [other[name] for name in other.columns if name not in (*names, *PIECE)]
    return table.left_join(other, meets).select(*(table[name] for name in table.columns), *more)
