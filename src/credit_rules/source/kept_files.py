"""Files read once, and again only where they changed; what an editor holds of a file goes before what the disk has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..diagnostics.diagnostic import Diagnostic
from .files import read_bytes, read_text
from .marks import decode
from .node import Node
from .remarks import Remark, read_remarks
from .rows import NamedTuple

State = object
"""Equal as long as a file has not changed."""


class _Kept(NamedTuple):
    state: State
    node: Node | None
    found: tuple[Diagnostic, ...]
    text: str | None


class KeptFiles:
    """YAML files by path, for one thread."""

    def __init__(self) -> None:
        self._held: Mapping[str, str] = {}
        self._kept: dict[str, _Kept] = {}
        self._states: dict[str, State] = {}
        self._remarks: dict[str, tuple[State, tuple[Remark, ...]]] = {}

    def renew(self, held: Mapping[str, str]) -> None:
        """Look again which files changed; ``held`` has the texts that an editor holds, by path."""
        self._held, self._states = held, {}

    def state(self, file: Path) -> State:
        """What tells whether a file changed since; looked at once until :meth:`renew`."""
        name = str(file)
        if name not in self._states:
            self._states[name] = self._held[name] if name in self._held else _on_disk(name)
        return self._states[name]

    def read(self, file: Path) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        """The nodes of a file and what is wrong with it (``source/files.py``)."""
        kept = self._file(file)
        return kept.node, kept.found

    def text(self, file: Path) -> str | None:
        """The text of a file; ``None`` where it cannot be read."""
        return self._file(file).text

    def remarks(self, file: Path) -> tuple[Remark, ...]:
        """The remarks of a file."""
        name, state = str(file), self.state(file)
        known = self._remarks.get(name)
        if known is None or known[0] != state:
            text = self._file(file).text
            known = self._remarks[name] = state, read_remarks(text) if text and "#" in text else ()
        return known[1]

    def _file(self, file: Path) -> _Kept:
        name, state = str(file), self.state(file)
        kept = self._kept.get(name)
        if kept is None or kept.state != state:
            kept = self._kept[name] = self._read(name, state)
        return kept

    def _read(self, name: str, state: State) -> _Kept:
        if name in self._held:
            text = self._held[name]
            return _Kept(state, *read_text(text, name, "yaml"), text)
        data, found = read_bytes(name)
        if data is None:
            return _Kept(state, None, found, None)
        return _Kept(state, *read_text(data, name, "yaml"), decode(data, name)[0])


def _on_disk(name: str) -> State:
    try:
        kept = os.stat(name)
    except (OSError, ValueError):
        return None
    return kept.st_size, kept.st_mtime_ns, kept.st_ctime_ns, kept.st_ino
