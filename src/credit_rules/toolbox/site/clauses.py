"""The clauses of a document in the order of its text, each with its measures."""

from __future__ import annotations

from ...checks.clause_not_listed import UNSEEN
from ...render.language import Say
from ...source.rows import NamedTuple
from .content import Content, Document, Measured


class ClauseOf(NamedTuple):
    """A clause: ``heading`` as printed where the pack lists it, ``left_out`` why it has no measure, or not all."""

    anchor: str
    clause: str
    heading: str | None
    left_out: str | None
    measures: tuple[Measured, ...]

    def title(self, say: Say) -> str:
        """Number and heading."""
        number = clause_words(self.clause, say)
        return number if self.heading is None else f"{number} {self.heading}"


def clause_words(clause: str, say: Say) -> str:
    """The number as printed; words where nobody has seen it."""
    return say("条号未见", "number not seen") if clause == UNSEEN else clause


def clauses_of(document: Document, content: Content) -> tuple[ClauseOf, ...]:
    """The listed clauses in their order, then those that only measures name."""
    by_clause: dict[str, list[Measured]] = {}
    for one in content.of_document.get(document.id, ()):
        by_clause.setdefault(one.rule.clause, []).append(one)
    listed = {entry.clause: entry for entry in document.pack.clauses}
    found = []
    for number, clause in enumerate(dict.fromkeys((*listed, *by_clause)), 1):
        entry = listed.get(clause)
        heading, left_out = (None, None) if entry is None else (entry.heading, entry.left_out)
        found.append(ClauseOf(f"c-{number}", clause, heading, left_out, tuple(by_clause.get(clause, ()))))
    return tuple(found)
