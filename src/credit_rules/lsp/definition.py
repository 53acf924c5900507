"""Where the entry, measure, document, file, version or article stands that a word names."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics.span import Span
from ..source.node import Mapping, Node, Scalar, Sequence
from ..source.words import Words
from .known import word_of
from .meaning import OF_REGISTRY, Here, Meaning, meaning_at


def definition(here: Here, words: Words, line: int, column: int) -> tuple[Span, ...]:
    """The places where what the word at a line and column names is written, in the registry or a pack."""
    meaning = meaning_at(here, words, line, column)
    return () if meaning is None else tuple(dict.fromkeys(_places(here, meaning)))


def _places(here: Here, meaning: Meaning) -> Iterator[Span]:
    known, text = here.known, meaning.word.text
    if meaning.field in OF_REGISTRY:
        yield from _id(known.entries.get((meaning.field, meaning.name)))
    elif meaning.field == "printed":
        entry = known.entries.get(("departments", meaning.name))
        printed = None if entry is None else _printed(entry, text)
        yield from _id(entry) if printed is None else [printed]
    elif meaning.field in ("measures", "own measures"):
        found = known.measures.get(meaning.name)
        yield from _id(None if found is None else found.node)
    elif meaning.field == "packs":
        loaded = known.packs_by_id.get(meaning.name)
        yield from _id(None if loaded is None else loaded.node.child("memorandum"))
    elif meaning.field == "files":
        yield Span(str(here.file.with_name(text)), 1, 1)
    elif meaning.field == "versions":
        entry = known.entries.get(("instruments", meaning.name))
        rows = None if entry is None else entry.child("versions")
        for row in rows.items if isinstance(rows, Sequence) else ():
            if word_of(row, "version") == text:
                yield row.span
    elif meaning.field == "articles":
        for provision in known.registry.provisions.values():
            if provision.instrument == meaning.name and provision.article == text:
                yield from _id(known.entries.get(("provisions", provision.id)))


def _id(entry: Node | None) -> Iterator[Span]:
    if entry is not None:
        yield entry.span_at(("id",))


def _printed(entry: Node, name: str) -> Span | None:
    """The row of a department that has a name as printed: whole, or its end as a short name or pattern."""
    rows = [*_texts(entry.child("names"), "name"), *_texts(entry.child("short"))]
    whole = next((span for text, span in (*_texts(entry.child("printed"), "name"), *rows) if text == name), None)
    ends = [(len(end), span) for text, span in rows if (end := text.rpartition("}")[2]) and name.endswith(end)]
    return whole or (max(ends, key=lambda found: found[0])[1] if ends else None)


def _texts(rows: Node | None, key: str = "") -> Iterator[tuple[str, Span]]:
    for row in rows.items if isinstance(rows, Sequence) else ():
        word = row.child(key) if isinstance(row, Mapping) else row
        if isinstance(word, Scalar) and isinstance(word.value, str):
            yield word.value, word.span
