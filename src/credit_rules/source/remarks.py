"""Remarks in YAML (``# ...``), which the reader of values leaves out: where each stands, and what its line opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from .files import read_bytes
from .marks import decode
from .rows import NamedTuple

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_BREAK = re.compile(r"\r\n|\r|\n")
_START = re.compile(r"(?:^|(?<=[ \t]))#")


class Remark(NamedTuple):
    """A remark at the end of a line, or alone on it; line and column of its ``#`` count from 1.

    ``last`` is the last line of what the line opens: the value of a key, or an item of a list; else the line itself.
    """

    line: int
    column: int
    text: str
    alone: bool
    last: int


class _Text(NamedTuple):
    """Where a scalar stands, lines and columns counted from 0, the end not included."""

    start: tuple[int, int]
    end: tuple[int, int]


def read_remarks(text: str, *, first_line: int = 1) -> tuple[Remark, ...]:
    """The remarks of a YAML text, in order; none where it cannot be read, which is another finding.

    A ``#`` inside quotes, inside a word, or in a block of text is no remark.
    """
    try:
        texts, opened = _structure(yaml.parse(text, Loader=_Loader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return ()
    found = []
    for number, line in enumerate(_BREAK.split(text)):
        for hit in _START.finditer(line):
            at = (number, hit.start())
            if not any(one.start <= at < one.end for one in texts.get(number, ())):
                last = first_line + opened.get(number, number)
                alone = not line[: hit.start()].strip()
                found.append(Remark(first_line + number, hit.start() + 1, line[hit.end() :].strip(), alone, last))
                break
    return tuple(found)


def remarks_of(file: str | Path) -> tuple[Remark, ...]:
    """The remarks of a YAML file; none where it cannot be read."""
    data, _ = read_bytes(file)
    text = None if data is None or b"#" not in data else decode(data, str(file))[0]
    return () if text is None else read_remarks(text)


def _structure(events: Iterable[Any]) -> tuple[dict[int, list[_Text]], dict[int, int]]:
    """The scalars by each of their lines, and the last line of what each line opens."""
    walk = _Walk(iter(events))
    for event in walk.events:
        if isinstance(event, yaml.DocumentStartEvent):
            walk.node(next(walk.events))
    return walk.texts, walk.opened


class _Walk:
    def __init__(self, events: Iterator[Any]):
        self.events = events
        self.texts: dict[int, list[_Text]] = {}
        self.opened: dict[int, int] = {}

    def node(self, event: Any) -> int:
        """Take in a value; its last line."""
        if isinstance(event, yaml.ScalarEvent):
            return self.text(event)
        last = _line(event.start_mark)
        if isinstance(event, yaml.SequenceStartEvent):
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                last = max(last, self.opens(_line(item.start_mark), self.node(item)))
            return max(last, _line(item.end_mark)) if event.flow_style else last
        if isinstance(event, yaml.MappingStartEvent):
            while not isinstance(key := next(self.events), yaml.MappingEndEvent):
                self.node(key)
                last = max(last, self.opens(_line(key.start_mark), self.node(next(self.events))))
            return max(last, _line(key.end_mark)) if event.flow_style else last
        return last

    def opens(self, line: int, last: int) -> int:
        self.opened[line] = max(last, self.opened.get(line, last))
        return last

    def text(self, event: Any) -> int:
        start, end = event.start_mark, event.end_mark
        block = event.style in ("|", ">")
        begun = (start.line + 1, 0) if block else (start.line, start.column)
        last: int = max(start.line, end.line - 1) if block and end.column == 0 else end.line
        one = _Text(begun, (end.line, end.column))
        for line in range(begun[0], end.line + 1):
            self.texts.setdefault(line, []).append(one)
        return last


def _line(mark: Any) -> int:
    return int(mark.line)
