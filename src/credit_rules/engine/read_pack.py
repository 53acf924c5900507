"""One pack from its files, and the packs around that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ..diagnostics.diagnostic import Diagnostic, has_errors
from ..pack.loaded import LoadedPack
from ..pack.model import Pack
from ..pack.sections import with_sections
from ..source.binding import bind
from ..source.files import ReadFile, read_bytes, read_yaml_file
from ..source.tree import fingerprint, parts_of

PackRead = tuple[LoadedPack | None, tuple[Diagnostic, ...], bool]
"""A pack as far as it binds, what is wrong with it, and whether all of its files could be read."""

_ID = re.compile(r"^  id: *(\S+)", re.MULTILINE)


def read_pack(file: Path) -> PackRead:
    """A pack with its sections, and the digest of its files."""
    loaded, found, whole = bind_pack(file, read_yaml_file)
    if loaded is not None:
        loaded = replace(loaded, digest=fingerprint([file, *parts_of(file)]))
    return loaded, found, whole


def bind_pack(file: Path, read: ReadFile) -> PackRead:
    """The same from what ``read`` gives of each file, without a digest."""
    node, unread = read(file)
    if node is None:
        return None, unread, False
    node, torn = with_sections(node, file, read)
    pack, wrong = bind(Pack, node)
    loaded = None if pack is None else LoadedPack(pack, node, "")
    return loaded, (*unread, *torn, *wrong), not has_errors((*unread, *torn))


def named_around(
    packs: Sequence[LoadedPack], around: Sequence[Path], read: Callable[[Path], PackRead] = read_pack
) -> list[LoadedPack]:
    """The packs around that these restate, supersede or adopt from, and those that they name in turn."""
    found: dict[str, LoadedPack] = {}
    open_, known = list(packs), {loaded.pack.memorandum.id for loaded in packs}
    by_id: dict[str, Path] = {}
    while open_:
        names = _names(open_.pop()) - known - found.keys()
        if names and not by_id:
            by_id = {id: file for file in around if (id := _id_in(file)) is not None}
        for name in sorted(names & by_id.keys()):
            loaded, _, whole = read(by_id[name])
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
