"""A measure bears a clause that the list of the document's clauses does not have."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .check import Checked

UNSEEN = "unseen"
"""The clause of a measure that was seen only through another source."""


def clause_not_listed(checked: Checked) -> Iterable[Diagnostic]:
    """A measure's clause that is not among ``clauses``, where the pack lists any."""
    listed = [entry.clause for entry in checked.loaded.pack.clauses]
    for path, clause in checked.clauses if listed else ():
        if clause not in listed and clause != UNSEEN:
            near = nearest(clause, listed) or ""
            yield checked.finding("clause-not-listed", (*path, "clause"), found=shown(clause), nearest=near)
