"""Two versions of a document that apply on one day (S3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..diagnostics.diagnostic import Diagnostic
from ..pack.effective import effective_from
from .check import Checked


def superseded_still_open(checked: Checked) -> Iterable[Diagnostic]:
    """The superseded pack should say that it ends when its successor begins; the plan ends it then in any case."""
    head = checked.loaded.pack.memorandum
    start = effective_from(checked.loaded.pack)
    for index, name in enumerate(head.supersedes):
        older = checked.by_id.get(name)
        if older is None or start is None or name == head.id:
            continue
        if (older.pack.memorandum.until or date.max) > start:
            path = ("memorandum", "supersedes", index)
            yield checked.finding("superseded-still-open", path, "warning", found=name, day=str(start))
