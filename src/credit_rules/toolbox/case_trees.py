"""Packs with their files of cases, each among all packs of its tree, as its cases are decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..diagnostics.diagnostic import Diagnostic, InputError, has_errors
from ..diagnostics.span import Span
from ..engine.load import ReadTree, read_tree
from ..pack.effective import effective_from
from ..pack.loaded import LoadedPack
from ..source.signature import signature
from ..source.tree import cases_of, root_of, tree_of
from .case_file import CaseFile, read_case_file


@dataclass(frozen=True, eq=False)
class PackCases:
    """A pack with its cases; ``draft``: it never decides, so that its cases could not run."""

    loaded: LoadedPack
    files: tuple[CaseFile, ...]
    draft: bool

    @property
    def id(self) -> str:
        """The id of the document."""
        return self.loaded.pack.memorandum.id


@dataclass(frozen=True, eq=False)
class CaseTree:
    """A whole tree, and those of its packs that were asked for."""

    root: Path
    read: ReadTree
    packs: tuple[PackCases, ...]


def read_case_trees(paths: Sequence[str | Path]) -> tuple[CaseTree, ...]:
    """The packs under the paths (the shipped ones where none is given), each in its tree.

    A tree is the folder with the registry that a pack is written against. :class:`InputError` where there is no pack,
    or a pack of a tree has errors, or a file of cases cannot be read.
    """
    asked = tree_of(paths).packs
    if not asked:
        raise InputError([Diagnostic("no-packs-here", Span(str(path)), values={"found": str(path)}) for path in paths])
    roots: dict[Path, list[Path]] = {}
    for pack in asked:
        roots.setdefault(root_of(pack), []).append(pack.resolve())
    return tuple(_tree(root, frozenset(packs)) for root, packs in roots.items())


def pack_cases(root: Path, pack: Path) -> tuple[ReadTree, PackCases]:
    """The tree under a root, and one pack of it."""
    read = _read(root, signature([root]))
    return read, next(_with_cases(read, frozenset([pack.resolve()])))


def _tree(root: Path, asked: frozenset[Path]) -> CaseTree:
    read = _read(root, signature([root]))
    return CaseTree(root, read, tuple(_with_cases(read, asked)))


def _with_cases(read: ReadTree, asked: frozenset[Path]) -> Iterator[PackCases]:
    for loaded in read.packs:
        file = Path(loaded.node.span.file)
        if file.resolve() in asked:
            draft = effective_from(loaded.pack) is None
            yield PackCases(loaded, tuple(map(read_case_file, cases_of(file))), draft)


@lru_cache(maxsize=2)
def _read(root: Path, signed: str) -> ReadTree:
    """The whole tree; ``signed`` tells its files as they are, so that it is read anew when one changes."""
    read = read_tree(tree_of([root]))
    if has_errors(read.found):
        raise InputError(read.found)
    return read
