"""Periods that look back, and terms of measures, run in years, months or days; working days are for procedures (S6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic
from ..pack.condition import CleanFor, Count
from ..pack.period import Period
from ..source.node import Path
from .check import Checked
from .conditions import every_part, written_conditions


def period_in_working_days(checked: Checked) -> Iterable[Diagnostic]:
    """Working days in ``clean_for``, in ``within`` of a count, or in the term of a measure."""
    for period, path in _periods(checked):
        if period.unit == "working days":
            yield checked.finding("period-in-working-days", path, found=str(period))


def _periods(checked: Checked) -> Iterator[tuple[Period, Path]]:
    for whole in written_conditions(checked):
        for form, path in every_part(whole):
            if isinstance(form, CleanFor):
                yield form.clean_for, (*path, "clean_for")
            if isinstance(form, Count):
                yield form.within, (*path, "within")
    for path, measure, _ in checked.written:
        if measure.term is not None and measure.term.period is not None:
            yield measure.term.period, (*path, "term", "period")
