"""A check as one file holds it: what it says, why, what is wrong and what is right, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from textwrap import dedent
from typing import Literal, NamedTuple

from ...diagnostics.diagnostic import Diagnostic, Level
from ...diagnostics.messages import Sentence, declare_messages
from .checked import Checked


class Words(NamedTuple):
    """The same in Chinese and in English."""

    zh: str
    en: str


CARET = "‸"
"""Stands in a bad example where the finding must stand; it is no part of the example."""


@dataclass(frozen=True, kw_only=True)
class Code:
    """One thing that a check can find, with a wrong and a right example.

    ``level`` holds without ``--strict``; ``None``: it is not looked for there, because a historic text cannot satisfy
    it. ``strict`` holds with it: what a new memorandum must pass; a note says something and fails nothing.

    The examples are parts of a pack, which a template completes (``tests/checks/template.py``), indented as the code
    around them; ``---`` parts them from further packs and from entries of the registry. The bad one has :data:`CARET`
    where the finding stands.
    """

    id: str
    said: Sentence
    bad: str
    good: str
    level: Level | None = "error"
    strict: Literal["error", "note"] = "error"

    def __post_init__(self) -> None:
        for name in ("bad", "good"):
            object.__setattr__(self, name, dedent(getattr(self, name)).strip("\n") + "\n")

    @property
    def allowable(self) -> bool:
        """Whether a remark on the line can allow it: what keeps a pack from being loaded can only be mended."""
        return self.level != "error"


@dataclass(frozen=True, kw_only=True)
class Check:
    """A check on one pack: what it can find, why it matters, the rules it implements, and what it cannot see.

    ``rules`` names rules of docs/reference/semantics.md (``S15``), of the table of legal rules (``LF 8.25``), and
    dangers (``LF 8b.13``). Making it declares its sentences, so that they are known wherever the check is.
    """

    codes: tuple[Code, ...]
    reason: Words
    rules: tuple[str, ...]
    find: Callable[[Checked], Iterable[Diagnostic]]
    limits: Words | None = None

    def __post_init__(self) -> None:
        declare_messages({code.id: code.said for code in self.codes})

    def code(self, id: str) -> Code:
        """The code with this id; ``KeyError`` where the check has none such."""
        for code in self.codes:
            if code.id == id:
                return code
        raise KeyError(id)
