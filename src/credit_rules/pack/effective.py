"""From which day a document applies."""

from __future__ import annotations

from datetime import date

from .model import Pack


def effective_from(pack: Pack) -> date | None:
    """The day from which a document applies: its own, or the earliest that proves it; ``None`` for a draft (S3)."""
    head = pack.memorandum
    if head.status == "draft":
        return None
    if isinstance(head.from_, date):
        return head.from_
    return head.proven_by.day if head.proven_by else None
