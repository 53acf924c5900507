"""Two packs of one id: a measure's id would no longer name one measure."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from .check import Checked


def pack_twice(checked: Checked) -> Iterable[Diagnostic]:
    """Every pack that is loaded beside another of its id, save the first."""
    own = checked.loaded.pack.memorandum.id
    first = next(loaded for loaded in checked.packs if loaded.pack.memorandum.id == own)
    if first is not checked.loaded:
        where = str(first.node.span_at(("memorandum", "id")))
        yield checked.finding("duplicate-pack", ("memorandum", "id"), found=own, first=where)
