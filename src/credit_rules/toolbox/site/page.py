"""A page of the site apart from its HTML: text and links in lines, fields, tables and entries."""

from __future__ import annotations

from collections.abc import Iterable

from ...source.rows import NamedTuple


class Link(NamedTuple):
    """Words that lead to another page of the site; ``href`` counts from the site's own folder."""

    text: str
    href: str


Part = Link | str


class Line(NamedTuple):
    """Words and links that stand on one line, and the lines under it."""

    parts: tuple[Part, ...]
    under: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The words without their links, those under it included."""
        own = "".join(part if isinstance(part, str) else part.text for part in self.parts)
        return " ".join((own, *(line.text for line in self.under)))


class Field(NamedTuple):
    """A label and the lines beside it."""

    label: str
    lines: tuple[Line, ...]


class Table(NamedTuple):
    """Rows under headings; the cells of a row are as many as the headings.

    ``caption`` stands above, if it says anything. The cells of the column ``unbroken`` stay on one line where there is
    room.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: Line = Line(())
    unbroken: int = -1


class Entry(NamedTuple):
    """An item that can be linked to by its anchor: a measure, an entry of a small registry."""

    anchor: str
    title: Line
    fields: tuple[Field, ...] = ()


class Section(NamedTuple):
    """A headed part of a page."""

    title: str
    anchor: str
    notes: tuple[Line, ...] = ()
    fields: tuple[Field, ...] = ()
    tables: tuple[Table, ...] = ()
    entries: tuple[Entry, ...] = ()


class Page(NamedTuple):
    """One file of the site. ``kind`` says what it is about; ``warnings`` stand before all else, as of a draft.

    A page that ``asks`` has the box to search with; the one that ``searches`` answers, too.
    """

    path: str
    kind: str
    title: str
    above: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[Line, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    asks: bool = False
    searches: bool = False


def line(*parts: Part | None, under: Iterable[Line] = ()) -> Line:
    """A line of the parts that are there."""
    return Line(tuple(part for part in parts if part), tuple(under))


def listed(parts: Iterable[Part], between: str) -> Line:
    """The parts on one line, with ``between`` among them."""
    found: list[Part] = []
    for part in parts:
        found.extend((between, part) if found else (part,))
    return Line(tuple(found))


def fields(*given: tuple[str, object]) -> tuple[Field, ...]:
    """Fields of those pairs that say something: a text, a link, a line, or several of them."""
    found = []
    for label, value in given:
        lines = tuple(each for each in map(_as_line, value if isinstance(value, list) else [value]) if each)
        if lines:
            found.append(Field(label, lines))
    return tuple(found)


def _as_line(value: object) -> Line | None:
    if isinstance(value, Line):
        return value if value.parts or value.under else None
    return Line((value,)) if isinstance(value, Link) or (isinstance(value, str) and value) else None
