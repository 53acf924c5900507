"""Diagnostics on a document that has been read: every stage says code, path and values, this adds the place."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics.diagnostic import Diagnostic, Level
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..diagnostics.span import Span
from ..source.limits import DEFAULT_LIMITS
from ..source.node import Node, Path, pointer


class Findings:
    """Collects what is wrong with one document."""

    def __init__(self, node: Node):
        self._node = node
        self.found: list[Diagnostic] = []

    def add(self, code: str, path: Path, **values: str) -> None:
        """An error at the value of ``path``; empty values are left out.

        An index into a word that stands alone where several may (``on_list: x``) means that word.
        """
        self.report(code, path, values)

    def add_at_key(self, code: str, path: Path, **values: str) -> None:
        """An error at the key that ends ``path``."""
        self._append(code, self._node.key_span(path), path, values, "error")

    def report(self, code: str, path: Path, values: Mapping[str, str], level: Level = "error") -> None:
        """A finding of any level at the value of ``path``."""
        if path and isinstance(path[-1], int) and self._node.find(path) is None:
            path = path[:-1]
        self._append(code, self._node.span_at(path), path, values, level)

    def _append(self, code: str, span: Span, path: Path, values: Mapping[str, str], level: Level) -> None:
        if self.full:
            return
        filled = {name: value for name, value in values.items() if value}
        self.found.append(Diagnostic(code, span, pointer(path), filled, level))

    @property
    def full(self) -> bool:
        """Whether as much has been found as is worth telling; nothing more is taken in."""
        return len(self.found) >= DEFAULT_LIMITS.findings

    def line(self, path: Path) -> str:
        """The line on which the value at ``path`` begins, for a second place in a message."""
        return str(self._node.span_at(path).line)

    def place(self, path: Path) -> str:
        """File, line and column of the value at ``path``, where it may stand in another file."""
        return str(self._node.span_at(path))

    def name(self, code: str, word: str, path: Path, titles: Mapping[str, str], *, at_key: bool = False) -> bool:
        """Whether ``word`` is an id in ``titles``; else a finding ``code`` with the id nearest, or so titled."""
        if word in titles or self.full:
            return word in titles
        titled = next((id for id, title in titles.items() if title == word), None)
        add = self.add_at_key if at_key else self.add
        add(code, path, found=shown(word), nearest=titled or nearest(word, titles) or "")
        return False

    def word(self, code: str, word: str, path: Path, known: tuple[str, ...], **values: str) -> bool:
        """Whether ``word`` is one of ``known``; else a finding ``code`` with the nearest one and all that there are."""
        if word in known or self.full:
            return word in known
        near = nearest(word, known) or ""
        self.add(code, path, found=shown(word), nearest=near, known="|".join(known), **values)
        return False
