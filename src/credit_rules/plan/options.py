"""What a caller may choose beside the case."""

from datetime import date
from typing import Literal

from ..source.rows import NamedTuple

MODES = ("standing", "evidence", "include_unverified", "department")


class Options(NamedTuple):
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
            name: value
            for name, value in self._asdict().items()
            if name in MODES and value != self._field_defaults[name]
        }
        return chosen or None
