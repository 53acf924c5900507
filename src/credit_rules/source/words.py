"""Every word of a YAML text with its place, where it begins and ends, and the keys around it, half-typed as it may be.

Where the text breaks off for a reader of values, the words before that place are still here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import yaml

from .node import Path
from .rows import NamedTuple

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)

Keys = dict[str, str | None]
"""The keys of a mapping; with the text of each value that is a word."""


class Place(NamedTuple):
    """Line and column, counted from 1."""

    line: int
    column: int


class Holder:
    """A mapping or list around words: the one around it, where it stands in that, and its keys (``None``: a list)."""

    __slots__ = ("above", "count", "key", "keys", "step")

    def __init__(self, above: Holder | None, step: str | int | None, keys: Keys | None):
        self.above, self.step, self.keys = above, step, keys
        self.key: str | None = None
        self.count = 0

    @property
    def path(self) -> Path:
        """From the top of the document to here."""
        steps: list[str | int] = []
        here: Holder | None = self
        while here is not None and here.step is not None:
            steps.append(here.step)
            here = here.above
        return tuple(reversed(steps))

    def around(self) -> tuple[Keys, ...]:
        """The keys of each mapping from the top to here; an empty one stands for a list."""
        found: list[Keys] = []
        here: Holder | None = self
        while here is not None:
            found.append(here.keys or {})
            here = here.above
        return tuple(reversed(found))


class Word(NamedTuple):
    """A key, or a value that is one word or text; ``start`` and ``end`` include quotes.

    ``step`` is its key or its index in ``holder``; ``None`` for a document that is one word.
    """

    text: str
    is_key: bool
    plain: bool
    start: Place
    end: Place
    holder: Holder | None
    step: str | int | None

    @property
    def path(self) -> Path:
        """Of the value, or of the value under the key."""
        above = () if self.holder is None else self.holder.path
        return above if self.step is None else (*above, self.step)

    @property
    def around(self) -> tuple[Keys, ...]:
        """The keys of each mapping from the top of the document to the one that holds the word."""
        return () if self.holder is None else self.holder.around()


class Words:
    """The words of a text in order; ``broken``: the text could not be read to its end."""

    def __init__(self, found: list[Word], broken: bool):
        self.found, self.broken = found, broken
        self._starts = [word.start for word in found]

    def __iter__(self) -> Iterator[Word]:
        return iter(self.found)

    def at(self, line: int, column: int) -> Word | None:
        """The word at a place, or that ends there."""
        before = bisect_right(self._starts, Place(line, column))
        word = self.found[before - 1] if before else None
        return word if word is not None and word.start <= (line, column) <= word.end else None

    def from_(self, line: int, column: int) -> Word | None:
        """The word that begins at a place."""
        word = self.at(line, column)
        return word if word is not None and word.start == (line, column) else None


def read_words(text: str) -> Words:
    """The words of a YAML text, as far as it can be read."""
    reader = _Reader()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            reader.take(event)
    except (yaml.YAMLError, ValueError):
        return Words(reader.found, True)
    return Words(reader.found, False)


class _Reader:
    def __init__(self) -> None:
        self.found: list[Word] = []
        self.holder: Holder | None = None

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self.next_step("")
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            step = self.next_step(None)
            self.holder = Holder(self.holder, step, {} if isinstance(event, yaml.MappingStartEvent) else None)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent) and self.holder is not None:
            self.holder = self.holder.above

    def scalar(self, event: Any) -> None:
        holder = self.holder
        text: str = event.value
        is_key = holder is not None and holder.keys is not None and holder.key is None
        step = self.next_step(text)
        start, end = (Place(mark.line + 1, mark.column + 1) for mark in (event.start_mark, event.end_mark))
        if event.style in ("|", ">") and end.column == 1:
            end = Place(end.line - 1, 1)
        self.found.append(Word(text, is_key, not event.style, start, max(start, end), holder, step))

    def next_step(self, text: str | None) -> str | int | None:
        """The step to what comes next in the open holder: a key is kept until its value has come."""
        holder = self.holder
        if holder is None:
            return None
        if holder.keys is None:
            holder.count += 1
            return holder.count - 1
        if holder.key is None:
            holder.key = text or ""
            holder.keys.setdefault(holder.key, None)
            return holder.key
        key, holder.key = holder.key, None
        holder.keys[key] = text
        return key
