"""A sheet as Markdown; what came from a case or a pack cannot become mark-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .sheet import Entry, Field, Sheet
from .width import printable

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def write_markdown(sheet: Sheet) -> str:
    """The sheet as Markdown with headings, lists and nested lists (CommonMark, no tables)."""
    return "\n".join(_lines(sheet)).rstrip("\n") + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {escape(sheet.title)}"
    yield ""
    for note in sheet.notes:
        yield f"> {escape(note)}"
        yield ""
    yield from _fields(sheet.fields, "")
    for section in sheet.sections:
        yield f"## {escape(section.title)}"
        yield ""
        for note in section.notes:
            yield escape(note)
            yield ""
        yield from _fields(section.fields, "")
        for number, entry in enumerate(section.entries, 1):
            yield from _entry(number, entry)
        if section.entries:
            yield ""


def _entry(number: int, entry: Entry) -> Iterator[str]:
    mark = f"{number}. "
    yield f"{mark}**{escape(entry.title)}**" if entry.fields else f"{mark}{escape(entry.title)}"
    if entry.fields:
        yield ""
        yield from _fields(entry.fields, " " * len(mark))


def _fields(fields: tuple[Field, ...], indent: str) -> Iterator[str]:
    for field in fields:
        label = escape(field.label)
        if len(field.lines) == 1:
            yield f"{indent}- {label}: {escape(field.lines[0])}"
        else:
            yield f"{indent}- {label}:"
            yield from (f"{indent}  - {escape(line)}" for line in field.lines)
    if fields:
        yield ""


def escape(text: str) -> str:
    """The text as Markdown shows it letter for letter, on one line."""
    return _AT_START.sub(_escaped_start, _MARKUP.sub(r"\\\1", printable(text)))


def _escaped_start(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark[0].isdigit() else f"{space}\\{mark}"
