"""The files that an author writes: packs and their sections, their cases, the registry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from .tree import PACK, REGISTRY, cases_of, holds_cases, parts_of, tree_of

FileKind = Literal["pack", "cases", "registry"]


def files_to_format(paths: Sequence[str | Path]) -> tuple[Path, ...]:
    """The packs under the paths with their section files and cases, and the registry where it lies there too."""
    return tuple(dict.fromkeys(file for path in paths for file in _files(Path(path))))


def kind_of(file: Path) -> FileKind | None:
    """What a file holds, told by its name and by what lies beside it; ``None`` where it is no such file."""
    if file.name == PACK:
        return "pack"
    if file.suffix != ".yaml":
        return None
    if (file.parent / PACK).is_file():
        return "cases" if holds_cases(file) else "pack"
    return "registry" if REGISTRY in file.resolve().parent.parts else None


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    tree = tree_of([path])
    for pack in tree.packs:
        yield pack
        yield from parts_of(pack)
        yield from cases_of(pack)
    for file in tree.registry:
        if file.resolve().is_relative_to(path.resolve()):
            yield path / file.resolve().relative_to(path.resolve())
