"""Periods that look back, and terms of measures, run in years, months or days; working days are for procedures (S6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.messages import Sentence
from ..pack.condition import CleanFor, Count
from ..pack.period import Period
from ..source.node import Path
from .framework.check import Check, Code, Words
from .framework.checked import Checked
from .framework.conditions import every_part, written_conditions


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


CHECK = Check(
    find=period_in_working_days,
    rules=("S6", "S16a"),
    reason=Words(
        "回看的期间和措施的期限按年、月、日计算；工作日只用于办理程序，负担不因放假而延长。",
        "Periods that look back and terms of measures run in years, months or days. Working days belong to procedures, and a burden is never prolonged by a holiday.",
    ),
    codes=(
        Code(
            id="period-in-working-days",
            said=Sentence(
                "“{found}”不能用工作日计算",
                "“{found}” cannot be counted in working days here",
                "请写 years、months 或 days。",
                "Write years, months or days.",
            ),
            bad="""
                measures:
                  - term: {period: ‸30 working days}
            """,
            good="""
                measures:
                  - term: {period: 30 days}
            """,
        ),
    ),
)
