"""Which version of an instrument a citation means on a day, and where its article stands there (S22)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from ..source.rows import NamedTuple
from .vocabulary import Cited, InstrumentRule, VersionRule, in_force


class Provided(Protocol):
    """A row about an article in a period."""

    @property
    def instrument(self) -> str: ...
    @property
    def article(self) -> str: ...
    @property
    def from_(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


P = TypeVar("P", bound=Provided)

PART = re.compile(r"[(第]")
"""Where the number of an article ends: items are bracketed, paragraphs written 第n款."""


class Resolved(NamedTuple):
    """A citation on a day: the version in force, ``None`` where none is, and the article by its numbering."""

    version: VersionRule | None
    article: str


def version_on(entry: InstrumentRule, day: date) -> VersionRule | None:
    """The version of an instrument in force on a day; of two that overlap, the newer."""
    for row in reversed(entry.versions):
        if in_force(day, row.from_, row.until):
            return row
    return None


def resolve(cited: Cited, entry: InstrumentRule, written: date, day: date) -> Resolved:
    """The citation on ``day``, its article numbered as in the version that it names, else as on the day ``written``.

    公司法 146 as a text of 2018 cites it is 178 from 2024-07-01. An article that no renumbering names keeps its number.
    """
    version = version_on(entry, day)
    if version is None:
        return Resolved(None, cited.article)
    if len(entry.versions) == 1:
        return Resolved(version, cited.article)
    pinned = next((row for row in entry.versions if row.version == cited.version), None)
    start = pinned or version_on(entry, written) or version
    here, there = entry.versions.index(start), entry.versions.index(version)
    article = cited.article
    for row in entry.versions[here + 1 : there + 1]:
        article = renumbered(article, row.renumbered)
    for row in reversed(entry.versions[there + 1 : here + 1]):
        article = renumbered(article, {new: old for old, new in row.renumbered.items()})
    return Resolved(version, article)


def provisions_of(instrument: str, article: str, day: date, rows: Iterable[P]) -> list[P]:
    """What an article provides on a day, as far as it was read: nothing where nobody read it.

    An item or paragraph has its own rows, else those of the whole article; a whole article its own, else those of its
    parts.
    """
    near = [row for row in rows if row.instrument == instrument and in_force(day, row.from_, row.until)]
    for named in (article, number_of(article)):
        if found := [row for row in near if row.article == named]:
            return found
    return [row for row in near if number_of(row.article) == article]


def number_of(article: str) -> str:
    """The number of an article without its items and paragraphs: 135 of 135第1款, 178 of 178(5)."""
    return PART.split(article, maxsplit=1)[0] or article


def renumbered(article: str, moves: dict[str, str]) -> str:
    """Where an article went: the whole of it as named, else its number with the same paragraph and item."""
    if article in moves:
        return moves[article]
    number = number_of(article)
    return moves[number] + article[len(number) :] if number in moves else article
