"""A clause that orders something, and that no measure bears and no reason leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic, Level
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .check import Checked


def clause_not_encoded(checked: Checked) -> Iterable[Diagnostic]:
    """An error; of a draft a warning, for there it is the work that is left."""
    pack = checked.loaded.pack
    listed = [entry.clause for entry in pack.clauses]
    borne = {clause for _, clause in checked.clauses}
    meant = {nearest(clause, listed) for clause in borne if clause not in listed}
    level: Level = "warning" if pack.memorandum.status == "draft" else "error"
    for index, entry in enumerate(pack.clauses):
        if entry.left_out is None and entry.clause not in borne | meant and entry.clause not in listed[:index]:
            yield checked.finding("clause-not-encoded", ("clauses", index, "clause"), level, found=shown(entry.clause))
