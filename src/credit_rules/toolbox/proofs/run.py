"""Every proof on every pack of a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ...diagnostics.diagnostic import InputError, has_errors
from ...engine.load import ReadTree, read_tree
from ...plan.compile import compile
from ...source.tree import tree_of
from .every import every_proof
from .proof import Found
from .proving import Proving
from .search import Search
from .world import Bounds


@dataclass(frozen=True, slots=True)
class Report:
    """What was proved: how many measures of how many packs within which bounds, and what was found, by place.

    ``disputed`` are findings that the engine does not confirm: a fault of the proof, not of the pack.
    """

    packs: int
    measures: int
    bounds: Bounds
    found: tuple[Found, ...]
    disputed: tuple[Found, ...]


def prove(paths: Sequence[str | Path], bounds: Bounds = Bounds()) -> Report:  # noqa: B008  # a tuple
    """Prove the packs under the paths (the shipped ones where none is given).

    Raises :class:`InputError` where a pack has errors, since nothing can be proved of what does not compile.
    """
    read = read_tree(tree_of(paths))
    if has_errors(read.found):
        raise InputError(read.found)
    return prove_read(read, bounds)


def prove_read(read: ReadTree, bounds: Bounds = Bounds()) -> Report:  # noqa: B008  # a tuple
    """The same of packs that were read without errors."""
    plan = compile(read.packs, read.registry, "")
    proving = Proving(read.packs, read.registry, plan, Search(plan, bounds))
    found = [each for loaded in read.packs for proof in every_proof() for each in proof.find(proving, loaded)]
    found.sort(key=lambda each: (each.diagnostic.span, each.diagnostic.code))
    sure = tuple(each for each in found if each.confirmed)
    return Report(len(plan.packs), len(plan.rules), bounds, sure, tuple(each for each in found if not each.confirmed))
