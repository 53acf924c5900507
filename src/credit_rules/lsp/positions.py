"""Places of a text as files count them (lines and columns from 1, in characters) and as an editor counts them."""

from __future__ import annotations

import re
from collections.abc import Callable

from lsprotocol.types import Position, PositionEncodingKind, Range

from ..source.words import Place

_BREAK = re.compile(r"\r\n|\r|\n")


def _utf8(letter: str) -> int:
    return len(letter.encode("utf-8", "surrogatepass"))


def _utf16(letter: str) -> int:
    return 2 if ord(letter) > 0xFFFF else 1


def _utf32(letter: str) -> int:
    return 1


_UNITS: dict[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8.value: _utf8,
    PositionEncodingKind.Utf16.value: _utf16,
    PositionEncodingKind.Utf32.value: _utf32,
}


class Positions:
    """The lines of a text, with columns in the units that were agreed with the editor."""

    def __init__(self, text: str, encoding: str):
        self.lines = _BREAK.split(text)
        self._units = _UNITS.get(encoding, _utf16)

    def position(self, line: int, column: int) -> Position:
        """A place as the editor counts it; one outside the text is moved to its edge."""
        number = min(max(line, 1), len(self.lines))
        before = self.lines[number - 1][: max(column - 1, 0)]
        return Position(number - 1, sum(map(self._units, before)))

    def place(self, position: Position) -> Place:
        """A position of the editor as a place; one behind the end of its line is moved there."""
        number = min(max(position.line, 0), len(self.lines) - 1)
        line, units = self.lines[number], 0
        for column, letter in enumerate(line, 1):
            if units >= position.character:
                return Place(number + 1, column)
            units += self._units(letter)
        return Place(number + 1, len(line) + 1)

    def range(self, start: Place, end: Place) -> Range:
        """From a place to before another."""
        return Range(self.position(*start), self.position(*end))

    def rest_of_line(self, line: int, column: int) -> Place:
        """The end of what is written on a line, at least one column behind a place."""
        text = self.lines[min(max(line, 1), len(self.lines)) - 1].rstrip()
        return Place(line, max(len(text) + 1, column + 1))
