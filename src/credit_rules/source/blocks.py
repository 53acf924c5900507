"""Which lines of a YAML text the entries of its block mappings and lists take up, and which lie within scalars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from .rows import NamedTuple

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


class Entry(NamedTuple):
    """A key or an item of a block: where it begins (line and column from 0), and the block that is its value.

    ``names`` are the anchors in it, ``used`` the aliases.
    """

    key: str | int
    line: int
    column: int
    names: tuple[str, ...]
    used: tuple[str, ...]
    block: Block | None


class Block(NamedTuple):
    """The entries of a block mapping (keys are text) or of a block list (keys are numbers), as written."""

    entries: tuple[Entry, ...]


class Blocks(NamedTuple):
    """The outermost block, if there is one; the line after it; lines that continue a scalar, and that begin such a one.

    ``keeping`` are the lines on which a scalar begins that takes in the blank lines below it (``|+``).
    ``open_end``: the text ends inside a block scalar without a line break, so that one more would change the value.
    """

    root: Block | None
    end: int
    inside: frozenset[int]
    begun: frozenset[int]
    keeping: frozenset[int]
    open_end: bool


def blocks_of(text: str) -> Blocks:
    """The blocks of a text that :func:`~credit_rules.source.yaml_reader.read_yaml` reads without errors."""
    lines = text.split("\n")
    walk = _Walk(iter(yaml.parse(text, Loader=_Loader)), lines)
    root, end = None, len(lines)
    for event in walk.events:
        if isinstance(event, yaml.DocumentStartEvent):
            root = walk.value(next(walk.events))
        elif isinstance(event, yaml.DocumentEndEvent) and event.explicit:
            end = _line(event.start_mark)
    open_end = walk.block_scalar_end >= len(lines) - 1 and not text.endswith("\n")
    return Blocks(root, end, frozenset(walk.inside), frozenset(walk.begun), frozenset(walk.keeping), open_end)


class _Walk:
    def __init__(self, events: Iterator[Any], lines: list[str]):
        self.events, self.lines = events, lines
        self.inside: set[int] = set()
        self.begun: set[int] = set()
        self.keeping: set[int] = set()
        self.names: list[str] = []
        self.used: list[str] = []
        self.block_scalar_end = -1

    def value(self, event: Any) -> Block | None:
        """Take in a value; its block, where it is one."""
        if isinstance(event, yaml.AliasEvent):
            self.used.append(str(event.anchor))
            return None
        if event.anchor is not None:
            self.names.append(event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
            return None
        entries = self.items() if isinstance(event, yaml.SequenceStartEvent) else self.keys()
        return None if event.flow_style else Block(tuple(entries))

    def items(self) -> list[Entry]:
        found: list[Entry] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self.entry(len(found), event, event))
        return found

    def keys(self) -> list[Entry]:
        found: list[Entry] = []
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            begun = len(self.names), len(self.used)
            self.value(event)
            found.append(self.entry(str(event.value), event, next(self.events), begun))
        return found

    def entry(self, key: str | int, first: Any, value: Any, begun: tuple[int, int] | None = None) -> Entry:
        names, used = begun or (len(self.names), len(self.used))
        block = self.value(value)
        mark = first.start_mark
        return Entry(key, mark.line, mark.column, tuple(self.names[names:]), tuple(self.used[used:]), block)

    def scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        if event.style not in ("|", ">"):
            if end.line > start.line:
                self.begun.add(start.line)
                self.inside.update(range(start.line + 1, end.line + 1))
            return
        last = end.line if end.column else end.line - 1
        self.block_scalar_end = max(self.block_scalar_end, last)
        header = self.lines[start.line][start.column :].split("#")[0]
        within = [line for line in self.lines[start.line + 1 : last + 1] if line.strip()]
        indent = min((len(line) - len(line.lstrip()) for line in within), default=0)
        if re.search(r"\d", header):  # spaces beyond the indent given are text
            indent = 0
        if "+" in header:
            self.keeping.add(start.line)
        else:
            while last > start.line and not self.lines[last].strip() and len(self.lines[last]) <= indent:
                last -= 1
        self.begun.add(start.line)
        self.inside.update(range(start.line + 1, last + 1))


def _line(mark: Any) -> int:
    return int(mark.line)
