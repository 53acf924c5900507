"""What a caller may choose beside the case."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Options:
    """How to decide. The first four override the case's context; the rest are modes (S8a, S22a, S23)."""

    as_of: date | None = None
    known_at: date | None = None
    region: str | None = None
    matter: str | None = None
    standing: Literal["annotate", "withhold"] = "annotate"
    evidence: Literal["lenient", "strict"] = "lenient"
    include_unverified: bool = False
    department: str | None = None

    def modes(self) -> dict[str, str | bool] | None:
        """The modes that differ from the default, so that a decision replays (S27); ``None`` where none does."""
        chosen = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if field.name in ("standing", "evidence", "include_unverified", "department")
            and getattr(self, field.name) != field.default
        }
        return chosen or None
