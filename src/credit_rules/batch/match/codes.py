"""Whole numbers for what the contract names by words: kinds, grades, readings, days without end; and truth of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

import ibis

from ...plan.results import Reading
from ...source.values import Grade, Kind
from ..truth import FALSE, TRUE, UNKNOWN, Truth

KINDS: tuple[Kind, ...] = get_args(Kind)
GRADES: tuple[Grade, ...] = get_args(Grade)
READINGS: tuple[Reading, ...] = ("all", "unsuspended", "unreduced", "unopposed")
ALL, UNSUSPENDED, UNREDUCED, UNOPPOSED = range(4)
"""The readings by number (``plan/results.py``). In a case where all read the same only ``ALL`` is judged."""
NEVER, ALWAYS = -10_000_000, 10_000_000
"""Before every day and after every day, as days since 1970-01-01: a period without beginning or end."""
EPOCH = date(1970, 1, 1)

Number = Any
"""An expression of whole numbers."""


def mask(words: Iterable[str], known: tuple[str, ...]) -> int:
    """Some of the known words as bits; 0 where none is named, which narrows nothing."""
    return sum(1 << known.index(word) for word in words)


def number_of(day: date | None, without: int | None = None) -> int | None:
    """A day as days since 1970-01-01."""
    return without if day is None else (day - EPOCH).days


def days_of(day: Any, without: int | None = None) -> Number:
    """A column of days as days since 1970-01-01, with another number where there is none."""
    days = day.epoch_days().cast("int32")
    return days if without is None else days.fill_null(without)


def day_of(number: Number) -> Any:
    """Days since 1970-01-01 as a column of days; null for :data:`NEVER` and :data:`ALWAYS`."""
    known = number.nullif(NEVER).nullif(ALWAYS)
    return (ibis.date(1970, 1, 1) + known.as_interval("D")).cast("timestamp").cast("date")


def truth(holds: Any) -> Truth:
    """True or false; an absent value is false."""
    return ibis.ifelse(holds, small(TRUE), small(FALSE))


def small(value: int) -> Truth:
    return ibis.literal(value, "int8")


def all_of(*values: Truth) -> Truth:
    """The least of the values."""
    return ibis.least(*values) if len(values) > 1 else values[0]


def within_mask(value: Number, bits: Number) -> Truth:
    """Whether a code is among the bits: true where there are none, unknown where the code is absent."""
    among = ((bits // (ibis.literal(1, "int32") << value)) % 2) == 1
    return ibis.cases(
        (bits == 0, small(TRUE)), (value.isnull(), small(UNKNOWN)), (among, small(TRUE)), else_=small(FALSE)
    )
