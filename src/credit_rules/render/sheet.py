"""What a page says, apart from how it is written: every writer (text, Markdown, terminal) shows the same sheet."""

from ..source.rows import NamedTuple


class Field(NamedTuple):
    """A label and what stands beside it, one or more lines."""

    label: str
    lines: tuple[str, ...]


class Entry(NamedTuple):
    """A numbered item with its fields."""

    title: str
    fields: tuple[Field, ...] = ()


class Section(NamedTuple):
    """A headed part: sentences first, then fields, then items."""

    title: str
    notes: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    entries: tuple[Entry, ...] = ()


class Sheet(NamedTuple):
    """A whole page."""

    title: str
    notes: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()


def rows(*pairs: tuple[str, str | tuple[str, ...] | None]) -> tuple[Field, ...]:
    """Fields from label and value; a value that is empty or ``None`` leaves its field out."""
    return tuple(Field(name, (value,) if isinstance(value, str) else value) for name, value in pairs if value)
