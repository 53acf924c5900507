"""A clause that stands twice in the list of the document's clauses."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from .check import Checked


def clause_repeated(checked: Checked) -> Iterable[Diagnostic]:
    """Every entry of a clause save the first."""
    listed = [entry.clause for entry in checked.loaded.pack.clauses]
    for index, clause in enumerate(listed):
        if clause in listed[:index]:
            first = str(checked.loaded.node.span_at(("clauses", listed.index(clause), "clause")).line)
            yield checked.finding("clause-repeated", ("clauses", index, "clause"), found=shown(clause), first=first)
