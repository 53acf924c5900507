"""The files of packs that an author writes: packs and their sections, not their cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from .tree import CASES, PACK, parts_of, tree_of


def files_to_format(paths: Sequence[str | Path]) -> tuple[Path, ...]:
    """The packs under the paths and their section files; of a single file, that file, if it is one of a pack."""
    return tuple(dict.fromkeys(file for path in paths for file in _files(Path(path))))


def belongs_to_pack(file: Path) -> bool:
    """Whether a file is a pack, lies beside one as a section, or holds its cases."""
    return file.name == PACK or (file.suffix == ".yaml" and (file.parent / PACK).is_file())


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        if path.name != CASES:
            yield path
        return
    for pack in tree_of([path]).packs:
        yield pack
        yield from parts_of(pack)
