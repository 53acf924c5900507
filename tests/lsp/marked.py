"""A text with a mark where the cursor stands."""

from __future__ import annotations

from typing import NamedTuple

CURSOR = "‸"


class Marked(NamedTuple):
    """The text without the mark, and where that stood: line and column from 1."""

    text: str
    line: int
    column: int


def marked(text: str) -> Marked:
    at = text.index(CURSOR)
    return Marked(text.replace(CURSOR, "", 1), text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
