"""A term of a measure's own says how long it is, once (S10)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from .check import Checked


def term_without_length(checked: Checked) -> Iterable[Diagnostic]:
    """A term without ``period`` and ``through``, ``outlasts`` without either, or both lengths, of which one counts."""
    for path, measure, _ in checked.written:
        term = measure.term
        if term is None:
            continue
        if term.period is not None and term.through is not None:
            yield checked.finding_at_key("term-twice", (*path, "term", "period"))
        elif term.period is None and term.through is None and term.outlasts is not None:
            yield checked.finding_at_key("outlasts-without-term", (*path, "term", "outlasts"))
        elif term.period is None and term.through is None:
            yield checked.finding("term-empty", (*path, "term"))
