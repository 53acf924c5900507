"""What a page says, apart from how it is written: every writer (text, Markdown, terminal) shows the same sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what stands beside it, one or more lines."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered item with its fields."""

    title: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part: sentences first, then fields, then items."""

    title: str
    notes: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole page."""

    title: str
    notes: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()


def rows(*pairs: tuple[str, str | tuple[str, ...] | None]) -> tuple[Field, ...]:
    """Fields from label and value; a value that is empty or ``None`` leaves its field out."""
    return tuple(Field(name, (value,) if isinstance(value, str) else value) for name, value in pairs if value)
