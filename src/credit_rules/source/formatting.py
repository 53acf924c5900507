"""A YAML text in fixed key order: whole entries change places, and no character inside one is written anew.

Comments directly above a key move with it, those at the end of a line stay on their line, those above an item of a list
stay above the item. Flow mappings and lists are left as they are set.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from .blocks import Block, Blocks, Entry, blocks_of
from .node import Mapping, Node, Path, Scalar
from .node import Sequence as ListNode
from .remarks import read_remarks
from .yaml_reader import read_yaml

Order = Callable[[Path, tuple[str, ...]], Sequence[str]]
"""The order of the keys of a mapping, by its path and the keys it has; keys not named come after, as written."""
_BREAK = re.compile(r"\r\n?")
_NOTHING = re.compile(r"\s*(#|\Z)")


class WouldChange(RuntimeError):
    """The text made would not say the same as the one given; a fault of the formatter, never of the text."""


def format_text(text: str, order: Order) -> str:
    """The text with its keys in order, no spaces at line ends, no two blank lines together, one break at the end.

    The text must be one that ``read_yaml`` reads without errors. Formatting what comes out changes nothing. A mapping
    stays as written where moving would part an alias from its anchor, would leave a remark on another entry than it was
    written for, or would add blank lines to a text that keeps them (``|+``). A text that ends inside a block scalar
    without a line break stays as it is. Raises :class:`WouldChange` rather than give other data or other comments.
    """
    given = _BREAK.sub("\n", text)
    blocks = blocks_of(given)
    if blocks.open_end:
        return text
    lines = given.removesuffix("\n").split("\n")
    remarks = {one.line - 1: one.column - 1 for one in read_remarks(given) if not one.alone}
    mover = _Mover(lines, order, blocks, remarks)
    end = min(blocks.end, len(lines))
    moved = [*mover.block(blocks.root, (), 0, end), *_rows(range(end, len(lines)))] if blocks.root else None
    made = _tidy(moved or list(_rows(range(len(lines)))), mover)
    if not _same(_read(given), _read(made)) or _comments(given) != _comments(made):
        raise WouldChange
    return made


Row = tuple[int, str | None]
"""A line by its number, and its text where that is not the one written."""


def _rows(numbers: range) -> list[Row]:
    return [(number, None) for number in numbers]


class _Mover:
    def __init__(self, lines: list[str], order: Order, blocks: Blocks, remarks: dict[int, int]):
        self.lines, self.order, self.remarks = lines, order, remarks
        self.inside, self.begun, self.keeping = blocks.inside, blocks.begun, blocks.keeping

    def block(self, block: Block, path: Path, start: int, end: int) -> list[Row]:
        """The lines from ``start`` to before ``end``, which hold the block, its entries in order."""
        entries = block.entries
        if not entries:
            return _rows(range(start, end))
        starts = [
            self.above(entry, start if not number else entries[number - 1].line + 1)
            for number, entry in enumerate(entries)
        ]
        if not path:
            starts[0] = entries[0].line  # what stands at the head of a file stays there
        stop = self.below(entries[-1], end)
        chunks = []
        for entry, first, after in zip(entries, starts, [*starts[1:], stop], strict=True):
            body = _rows(range(entry.line, after))
            if entry.block:
                body = self.block(entry.block, (*path, entry.key), entry.line, after)
            chunks.append((_rows(range(first, entry.line)), body))
        head, tail = _rows(range(start, starts[0])), _rows(range(stop, end))
        places = self.places(entries, path)
        if places != list(range(len(entries))) and self.may_move(entries, places, chunks[places[0]][0], stop):
            chunks = self.swapped(chunks, places, entries)
        return [*head, *(row for lead, body in chunks for row in (*lead, *body)), *tail]

    def above(self, entry: Entry, least: int) -> int:
        """The first of the comments and blank lines above an entry that are not set deeper than it."""
        column = len(self.lines[entry.line]) - len(self.lines[entry.line].lstrip())
        first = entry.line
        while first > least and self.loose(first - 1) and self.depth(first - 1) <= column:
            first -= 1
        return first

    def below(self, last: Entry, end: int) -> int:
        """The line after the last entry: comments set deeper are its own, all else below it stays at the end."""
        content = end
        while content > last.line + 1 and self.loose(content - 1):
            content -= 1
        stop = content
        for number in range(content, end):
            if self.lines[number].strip():
                if self.depth(number) <= last.column:
                    break
                stop = number + 1
        return stop

    def loose(self, number: int) -> bool:
        """Whether a line is blank or a comment alone."""
        return number not in self.inside and _NOTHING.match(self.lines[number]) is not None

    def depth(self, number: int) -> int:
        line = self.lines[number]
        return len(line) - len(line.lstrip()) if line.strip() else 0

    def places(self, entries: tuple[Entry, ...], path: Path) -> list[int]:
        keys = tuple(entry.key for entry in entries if isinstance(entry.key, str))
        if len(keys) != len(entries):
            return list(range(len(entries)))
        rank = {key: number for number, key in enumerate(self.order(path, keys))}
        return sorted(range(len(keys)), key=lambda number: rank.get(keys[number], len(rank)))

    def may_move(self, entries: tuple[Entry, ...], places: list[int], lead: list[Row], last: int) -> bool:
        first, new = entries[0], entries[places[0]]
        column = first.column
        if any(entry.column != column or self.lines[entry.line][:column].strip() for entry in entries[1:]):
            return False
        if any(entries[0].line <= line < last for line in self.keeping):
            return False
        named = Counter(name for entry in entries for name in set(entry.names))
        if any(count > 1 for count in named.values()):
            return False
        if any(name in named and name not in entry.names for entry in entries for name in entry.used):
            return False
        if new is first or not self.lines[first.line][:column].strip():
            return True
        # the line of the dash speaks for the whole item: its remark stays there, and no other may come there
        if new.line in self.remarks or any(self.lines[number].strip() for number, _ in lead):
            return False
        return first.line not in self.remarks or not {first.line, new.line} & self.begun

    def swapped(
        self, chunks: list[tuple[list[Row], list[Row]]], places: list[int], entries: tuple[Entry, ...]
    ) -> list[tuple[list[Row], list[Row]]]:
        """The chunks in their places; the entry that comes first takes over the dash and its remark."""
        old, new = entries[0], entries[places[0]]
        before = self.lines[old.line][: old.column]
        if before.strip() and new is not old:
            line = self.lines[old.line]
            cut = len(line[: self.remarks.get(old.line, len(line))].rstrip())
            blank = " " * old.column
            chunks[0] = (chunks[0][0], [(old.line, blank + line[old.column : cut]), *chunks[0][1][1:]])
            moved = before + self.lines[new.line][new.column :].rstrip() + line[cut:]
            chunks[places[0]] = (chunks[places[0]][0], [(new.line, moved), *chunks[places[0]][1][1:]])
        found = [chunks[number] for number in places]
        lead, body = found[0]
        while lead and not self.lines[lead[0][0]].strip():
            lead = lead[1:]
        return [(lead, body), *found[1:]]


def _tidy(rows: list[Row], mover: _Mover) -> str:
    made: list[str] = []
    blank = True
    for number, changed in rows:
        line = mover.lines[number] if changed is None else changed
        if number in mover.inside or (number in mover.begun and changed is None):
            made.append(line)
            blank = False
            continue
        line = line.rstrip(" \t")
        if line or not blank:
            made.append(line)
        blank = not line
    if made and blank:
        made.pop()
    return "".join(f"{line}\n" for line in made)


def _read(text: str) -> Node:
    node, found = read_yaml(text, "")
    if node is None or found:
        raise WouldChange
    return node


def _same(one: Node, other: Node) -> bool:
    """Whether two values are equal, keys in any order, ``1`` not ``true``."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return type(one.value) is type(other.value) and one.value == other.value
    if isinstance(one, ListNode) and isinstance(other, ListNode):
        return len(one.items) == len(other.items) and all(map(_same, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.values.keys() == other.values.keys() and all(
            _same(value, other.values[key]) for key, value in one.values.items()
        )
    return False


def _comments(text: str) -> Counter[str]:
    """The comments of a text, each as often as it stands there."""
    return Counter(one.text for one in read_remarks(text))
