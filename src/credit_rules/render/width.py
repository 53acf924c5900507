"""Lines as wide as a screen shows them: a Chinese character takes two columns, and text wraps where Chinese allows."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import category, combining, east_asian_width

_NOT_FIRST = frozenset("，。、；：？！）」』》〉〕】”’·％…")
_NOT_LAST = frozenset("（「『《〈〔【“‘")
_UNIT = re.compile(r"[!-~]+|\s+|.", re.DOTALL)


@lru_cache(maxsize=8192)
def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


@cache
def _columns_of(character: str) -> int:
    if character < "\x7f":
        return 1
    return 0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    """The text followed by spaces up to ``width`` columns."""
    return text + " " * (width - columns(text))


def printable(text: str) -> str:
    """The text on one line and without control characters, which could move the cursor or hide words."""
    if text.isprintable():
        return text
    return "".join(" " if c.isspace() else "�" if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in text)


@lru_cache(maxsize=4096)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most ``width`` columns, at least one line.

    Breaks at spaces and between Chinese characters; no line begins with a closing mark or ends with an opening one.
    A Latin word is cut only where it is wider than a line.
    """
    width = max(width, 4)
    if columns(text) <= width:
        return (text.rstrip(),)
    lines: list[str] = []
    line, used = "", 0
    for unit in _units(text, width):
        if used + columns(unit.rstrip()) <= width:
            line += unit
            used += columns(unit)
            continue
        kept, carried = _break(line)
        if columns(carried) + columns(unit) > width:
            kept, carried = line, ""
        lines.append(kept.rstrip())
        line = (carried + unit).lstrip()
        used = columns(line)
    lines.append(line.rstrip())
    return tuple(lines)


def _units(text: str, width: int) -> list[str]:
    """Pieces that stay together: words, and characters with the closing marks that follow or the opening before."""
    units: list[str] = []
    for found in _UNIT.finditer(text):
        piece = found[0]
        while columns(piece) > width:
            units.append(piece[:width])
            piece = piece[width:]
        if units and piece[0] in _NOT_FIRST and columns(units[-1]) + columns(piece) <= width:
            units[-1] += piece
        else:
            units.append(piece)
    return units


def _break(line: str) -> tuple[str, str]:
    """The line without the opening marks at its end, and these."""
    end = len(line)
    while end > 1 and line[end - 1] in _NOT_LAST:
        end -= 1
    return line[:end], line[end:]
