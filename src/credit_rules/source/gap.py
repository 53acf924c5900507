"""Where in a half-typed YAML text somebody is typing: what would stand there, and among which keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .node import Path
from .rows import NamedTuple
from .words import Keys, Word, read_words

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_STAND_IN = "xZq7here"
_LETTER = r"[^\s,\[\]{}\"':#&*!|>%@`]"
_TYPED, _REST = re.compile(f"{_LETTER}*$"), re.compile(f"{_LETTER}*")
_ALONE = re.compile(r"\s*(?:- +)*$")
_OPENS = re.compile(r"(?:- +)*[^\s#][^#]*:\s*(?:#.*)?$")
_BREAK = re.compile(r"\r\n|\r|\n")


class Gap(NamedTuple):
    """The place of a word that is being typed.

    ``path`` is that of the value; with ``is_key``, of the mapping that the key is for. ``around`` are the keys of each
    mapping from the top to the one around, that word left out. ``typed`` stands before the cursor; the whole word goes
    from column ``start`` to before column ``end`` of the line, counted from 1. ``quote`` is the mark within which it
    stands, ``alone`` says that nothing is before it on its line but dashes, ``colon`` that one follows.
    """

    path: Path
    is_key: bool
    around: tuple[Keys, ...]
    typed: str
    start: int
    end: int
    quote: str
    alone: bool
    colon: bool


def gap_at(text: str, line: int, column: int) -> Gap | None:
    """The gap at a line and column, counted from 1; ``None`` in a remark, in longer text, and where nothing is known.

    The word is taken out, a stand-in put there, and the text read: as it is, as a key, cut off behind and closed, or
    reduced to the lines that open what is around.
    """
    lines = _BREAK.split(text)
    if not 1 <= line <= len(lines):
        return None
    here = lines[line - 1]
    left, right = here[: column - 1], here[column - 1 :]
    if _in_remark(left):
        return None
    typed, rest = _matched(_TYPED.search(left)), _matched(_REST.match(right))
    head, tail = left[: len(left) - len(typed)], right[len(rest) :]
    quote = head[-1:] if head[-1:] in ('"', "'") and head.count(head[-1:]) % 2 else ""
    alone, colon = bool(_ALONE.match(head)), tail.startswith(":")
    for before, after in _tries(lines, line, head, tail, quote):
        for mark in (":", "") if alone and colon else ("", ":") if alone else ("",):
            word = _stand_in(f"{before}{_STAND_IN}{mark}{after}")
            if word is not None and (word.step is not None or mark):
                around = tuple(_without(keys) for keys in word.around)
                path = word.path[:-1] if word.is_key else word.path
                start = len(head) + 1
                return Gap(path, word.is_key, around, typed, start, start + len(typed) + len(rest), quote, alone, colon)
    return None


def _without(keys: Keys) -> Keys:
    return {key: None if value == _STAND_IN else value for key, value in keys.items() if key != _STAND_IN}


def _tries(lines: list[str], line: int, head: str, tail: str, quote: str) -> Iterator[tuple[str, str]]:
    above, below = lines[: line - 1], lines[line:]
    after = tail[1:] if tail.startswith(":") and _ALONE.match(head) else tail
    before = "\n".join([*above, head])
    yield before, "\n".join([after, *below])
    yield before, _closing(before, quote)
    opened = "\n".join([*_openers(above, head), head])
    yield opened, _closing(opened, quote)


def _stand_in(text: str) -> Word | None:
    return next((word for word in read_words(text) if word.text == _STAND_IN), None)


def _closing(before: str, quote: str) -> str:
    """What closes the quotes, braces and brackets that are open at the end of a text."""
    closers: list[str] = []
    try:
        for token in yaml.scan(f"{before}{_STAND_IN}{quote}", Loader=_Loader):
            if isinstance(token, yaml.FlowMappingStartToken):
                closers.append("}")
            elif isinstance(token, yaml.FlowSequenceStartToken):
                closers.append("]")
            elif isinstance(token, yaml.FlowMappingEndToken | yaml.FlowSequenceEndToken) and closers:
                closers.pop()
    except (yaml.YAMLError, ValueError):
        pass
    return quote + "".join(reversed(closers))


def _openers(above: list[str], head: str) -> list[str]:
    """The lines that open what is around a line, by indentation alone."""
    found: list[str] = []
    inside = len(head) - len(head.lstrip(" "))
    item = head.lstrip(" ").startswith("-")
    for line in reversed(above):
        bare = line.lstrip(" ")
        if not bare or bare.startswith("#"):
            continue
        indent = len(line) - len(bare)
        dash = bare.startswith("- ")
        if (indent < inside or (item and not dash and indent == inside)) and (dash or _OPENS.match(bare)):
            found.append(line)
            inside, item = indent, dash
    return found[::-1]


def _in_remark(left: str) -> bool:
    """Whether a place is in a remark, by its line alone: behind a ``#`` that is in no quotes."""
    quote = ""
    for index, letter in enumerate(left):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and (index == 0 or left[index - 1] in " [{,:"):
            quote = letter
        elif letter == "#" and (index == 0 or left[index - 1] in " \t"):
            return True
    return False


def _matched(found: re.Match[str] | None) -> str:
    return found[0] if found else ""
