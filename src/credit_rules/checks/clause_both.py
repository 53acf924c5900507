"""A clause that a measure bears, and that is said to be left out."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from .check import Checked


def clause_both(checked: Checked) -> Iterable[Diagnostic]:
    """One of the two is not true."""
    first = {clause: path for path, clause in reversed(checked.clauses)}
    for index, entry in enumerate(checked.loaded.pack.clauses):
        if entry.left_out is not None and entry.clause in first:
            where = str(checked.loaded.node.span_at((*first[entry.clause], "clause")))
            path = ("clauses", index, "left_out")
            yield checked.finding_at_key("clause-both", path, found=shown(entry.clause), first=where)
