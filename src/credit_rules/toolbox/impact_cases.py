"""Cases of a file, each with its number there, and what is said of those that cannot be decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..diagnostics.diagnostic import Diagnostic, InputError, Language
from ..diagnostics.span import Span
from ..source.rows import NamedTuple
from .diff_sides import Input


class Numbered(NamedTuple):
    """A case: its number, a line of its file or that of an invented subject, and what it says."""

    number: int
    data: Input


class Wrong(NamedTuple):
    """A case that cannot be decided, and why."""

    number: int
    found: tuple[Diagnostic, ...]

    def plain(self, lang: Language) -> dict[str, Any]:
        """The same as JSON, with the sentences in a language."""
        errors = [
            {"code": one.code, "path": one.path, "message": one.message(lang), "hint": one.hint(lang)}
            for one in self.found
            if one.level == "error"
        ]
        return {"line": self.number, "errors": errors}


def refused(error: InputError, name: str, number: int) -> Wrong:
    """A case with all that is wrong with it, each finding at its place, else at the line of the case."""
    return Wrong(number, tuple(_placed(one, name, number) for one in error.diagnostics))


def _placed(found: Diagnostic, name: str, number: int) -> Diagnostic:
    return found if found.span.line else replace(found, span=Span(name, number, 1))
