"""A sheet as lines of plain text, wrapped to a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from ..source.rows import NamedTuple
from .sheet import Entry, Field, Section, Sheet
from .width import columns, pad, printable, wrap

Style = Literal["title", "heading", "entry", "plain"]
_GAP = 2


class Line(NamedTuple):
    """A line and the part that it plays; a terminal may show the part, plain text does not need it."""

    text: str
    style: Style = "plain"


def write_text(sheet: Sheet, *, width: int = 96) -> str:
    """The sheet as plain text with a newline at the end of every line."""
    return "".join(f"{line.text}\n" for line in write_lines(sheet, width))


def write_lines(sheet: Sheet, width: int) -> Iterator[Line]:
    """The lines of the sheet, none wider than ``width`` columns."""
    width = max(width, 40)
    yield from _styled(wrap(printable(sheet.title), width), "title")
    yield Line("=" * min(columns(sheet.title), width))
    yield from _notes(sheet.notes, width)
    if sheet.fields:
        yield Line("")
        yield from field_lines(sheet.fields, width, 0)
    for section in sheet.sections:
        yield Line("")
        yield from _section(section, width)


def _section(section: Section, width: int) -> Iterator[Line]:
    yield from _styled(wrap(printable(section.title), width), "heading")
    yield Line("-" * min(columns(section.title), width))
    yield from _notes(section.notes, width)
    yield from field_lines(section.fields, width, 0)
    for number, entry in enumerate(section.entries, 1):
        if entry.fields and (number > 1 or section.fields):
            yield Line("")
        yield from _entry(entry, f"{number}. ", width)


def _entry(entry: Entry, mark: str, width: int) -> Iterator[Line]:
    first, *rest = wrap(printable(entry.title), width - len(mark))
    yield Line(mark + first, "entry")
    yield from _styled((" " * len(mark) + line for line in rest), "entry")
    yield from field_lines(entry.fields, width, len(mark))


def field_lines(fields: tuple[Field, ...], width: int, indent: int) -> Iterator[Line]:
    """Labels in one column and what stands beside them in another."""
    aside = max((columns(field.label) for field in fields), default=0) + _GAP
    for field in fields:
        label = " " * indent + pad(field.label, aside)
        for value in field.lines:
            for line in wrap(printable(value), width - indent - aside):
                yield Line((label + line).rstrip())
                label = " " * (indent + aside)


def _notes(notes: tuple[str, ...], width: int) -> Iterator[Line]:
    for note in notes:
        yield from _styled(wrap(printable(note), width), "plain")


def _styled(lines: Iterable[str], style: Style) -> Iterator[Line]:
    return (Line(line, style) for line in lines)
