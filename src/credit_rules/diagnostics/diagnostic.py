"""An author's mistake as data: a stable code, a place, one sentence and a way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from .span import Span

Level = Literal["error", "warning", "note"]
Language = Literal["zh", "en"]

_RANK = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding on a file that a person wrote.

    ``code`` names the sentence in the catalogue (``diagnostics/messages.py``), ``values`` fill it. ``path`` is a
    JSON pointer into the input (``/records/0/list``), ``span`` the place in the file. ``suppressed`` is the reason for
    which a remark on the line allows a finding of a check; ``None`` where it stands.
    """

    code: str
    span: Span
    path: str = ""
    values: dict[str, str] = field(default_factory=dict)
    level: Level = "error"
    suppressed: str | None = None

    def message(self, lang: Language = "zh") -> str:
        """The fault in the author's words."""
        from .messages import message_text

        return message_text(self.code, self.values, lang)

    def hint(self, lang: Language = "zh") -> str:
        """What to do about it; empty where the message says it already."""
        from .messages import hint_text

        return hint_text(self.code, self.values, lang)


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by file, line, column, level and code, each once."""
    unique = {(d.code, d.span, d.path, tuple(sorted(d.values.items()))): d for d in found}
    return tuple(sorted(unique.values(), key=lambda d: (d.span, _RANK[d.level], d.code, d.path)))


def has_errors(found: Iterable[Diagnostic]) -> bool:
    """Whether anything stands at error level."""
    return any(d.level == "error" for d in found)


class InputError(ValueError):
    """The input is wrong; ``diagnostics`` holds every mistake found, in file order."""

    def __init__(self, found: Iterable[Diagnostic]):
        self.diagnostics = in_order(found)
        super().__init__("; ".join(f"{d.span}: {d.message()}" for d in self.diagnostics))
