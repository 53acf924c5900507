"""Faults in periods: one more, one fewer, or the same number of another unit."""

from __future__ import annotations

from collections.abc import Iterator

from ...pack.period import Period, Unit
from .mutant import Sentence

OTHER_UNIT: dict[Unit, Unit] = {"years": "months", "months": "days", "days": "months", "working days": "days"}


def of_period(period: Period) -> Iterator[tuple[Period, Sentence, Sentence]]:
    """Each wrong period, what is wrong with it, and where the case must lie that notices."""
    longer = Period(period.number + 1, period.unit)
    shorter = Period(period.number - 1, period.unit) if period.number > 1 else None
    other = Period(period.number, OTHER_UNIT[period.unit])
    for wrong in (longer, shorter, other):
        if wrong is None:
            continue
        yield (
            wrong,
            (f"{period} 写成 {wrong}", f"{period} becomes {wrong}"),
            (f"写一个处在 {period} 和 {wrong} 之间的案例", f"write a case that lies between {period} and {wrong}"),
        )
