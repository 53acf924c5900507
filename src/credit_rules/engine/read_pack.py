"""One pack from its files, and the packs around that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ..diagnostics.diagnostic import Diagnostic, has_errors
from ..pack.loaded import LoadedPack
from ..pack.model import Pack
from ..pack.sections import with_sections
from ..source.binding import bind
from ..source.files import read_bytes, read_file
from ..source.tree import fingerprint, parts_of

_ID = re.compile(r"^  id: *(\S+)", re.MULTILINE)


def read_pack(file: Path) -> tuple[LoadedPack | None, tuple[Diagnostic, ...], bool]:
    """A pack with its sections as far as it binds, what is wrong with it, and whether all of it could be read."""
    node, unread = read_file(file, "yaml")
    if node is None:
        return None, unread, False
    node, torn = with_sections(node, file)
    pack, wrong = bind(Pack, node)
    found = (*unread, *torn, *wrong)
    loaded = None if pack is None else LoadedPack(pack, node, fingerprint([file, *parts_of(file)]))
    return loaded, found, not has_errors((*unread, *torn))


def named_around(packs: Sequence[LoadedPack], around: Sequence[Path]) -> list[LoadedPack]:
    """The packs around that these restate, supersede or adopt from, and those that they name in turn."""
    found: dict[str, LoadedPack] = {}
    open_, known = list(packs), {loaded.pack.memorandum.id for loaded in packs}
    by_id: dict[str, Path] = {}
    while open_:
        names = _names(open_.pop()) - known - found.keys()
        if names and not by_id:
            by_id = {id: file for file in around if (id := _id_in(file)) is not None}
        for name in sorted(names & by_id.keys()):
            loaded, _, whole = read_pack(by_id[name])
            if loaded is not None and whole:
                found[name] = loaded
                open_.append(loaded)
    return list(found.values())


def _id_in(file: Path) -> str | None:
    """The id of a pack, without reading the whole of it."""
    data, _ = read_bytes(file)
    head = None if data is None else _ID.search(data[:2000].decode("utf-8", "replace"))
    return None if head is None else head[1]


def _names(loaded: LoadedPack) -> set[str]:
    head = loaded.pack.memorandum
    adopted = (measure.adopts.partition("/")[0] for measure in loaded.pack.measures if hasattr(measure, "adopts"))
    return {*head.restates, *head.supersedes, *adopted}
