"""The documents that an editor has open: their text counts, not what the disk has."""

from __future__ import annotations

from pathlib import Path

from pygls.uris import to_fs_path

from ..source.files import read_bytes
from ..source.marks import decode
from ..source.rows import NamedTuple
from ..source.words import Words, read_words


class Document(NamedTuple):
    """An open document: its address, resolved path, version as the editor counts it, and text."""

    uri: str
    path: Path
    version: int | None
    text: str


class Documents:
    """All open documents, by address."""

    def __init__(self) -> None:
        self._open: dict[str, Document] = {}
        self._words: tuple[Document, Words] | None = None

    def put(self, uri: str, version: int | None, text: str) -> Document | None:
        """Open or change a document; ``None`` for one that is no file."""
        name = to_fs_path(uri)
        if not name:
            return None
        known = self._open.get(uri)
        path = Path(name).resolve() if known is None else known.path
        self._open[uri] = Document(uri, path, version, text)
        return self._open[uri]

    def close(self, uri: str) -> None:
        """A closed document counts as the disk has it."""
        self._open.pop(uri, None)

    def get(self, uri: str) -> Document | None:
        """An open document by its address."""
        return self._open.get(uri)

    def all(self) -> tuple[Document, ...]:
        """Every open document, in the order in which they were opened."""
        return tuple(self._open.values())

    def held(self) -> dict[str, str]:
        """The texts by path."""
        return {str(one.path): one.text for one in self._open.values()}

    def words(self, document: Document) -> Words:
        """The words of a document, kept until another is asked for."""
        if self._words is None or self._words[0] != document:
            self._words = document, read_words(document.text)
        return self._words[1]

    def text(self, file: str) -> str:
        """The text of any file, as it is held or as the disk has it; empty where it cannot be read."""
        held = next((one.text for one in self._open.values() if str(one.path) == file), None)
        if held is not None:
            return held
        data, _ = read_bytes(file)
        return "" if data is None else decode(data, file)[0] or ""
