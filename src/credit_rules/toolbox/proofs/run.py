"""Every proof on every pack of a tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ...diagnostics.diagnostic import Diagnostic, InputError, has_errors, in_order
from ...diagnostics.span import Span
from ...engine.load import ReadTree, read_tree
from ...plan.compile import compile
from ...source.remarks import Remark, remarks_of
from ...source.tree import parts_of, tree_of
from .allowed import judge
from .every import every_proof
from .proof import Found
from .proving import Proving
from .search import Search
from .world import USUAL, Bounds


@dataclass(frozen=True, slots=True)
class Report:
    """What was proved: how many measures of how many packs within which bounds, and what was found, by place.

    ``allowed`` is what a remark on the line allows, ``wrong`` what is wrong with such remarks. ``disputed`` are findings
    that the engine does not confirm: a fault of the proof, not of the pack.
    """

    packs: int
    measures: int
    bounds: Bounds
    found: tuple[Found, ...]
    allowed: tuple[Found, ...]
    wrong: tuple[Diagnostic, ...]
    disputed: tuple[Found, ...]


def prove(paths: Sequence[str | Path], bounds: Bounds = USUAL) -> Report:
    """Prove the packs under the paths (the shipped ones where none is given).

    Raises :class:`InputError` where a pack has errors, since nothing can be proved of what does not compile.
    """
    tree = tree_of(paths)
    if not tree.packs:
        raise InputError([Diagnostic("no-packs-here", Span(str(path)), values={"found": str(path)}) for path in paths])
    read = read_tree(tree)
    if has_errors(read.found):
        raise InputError(read.found)
    files = {file for pack in tree.packs for file in (pack, *parts_of(pack))}
    remarks = {str(file): remarks_of(file) for file in files}
    return prove_read(read, bounds, remarks, whole=not paths)


def prove_read(
    read: ReadTree,
    bounds: Bounds = USUAL,
    remarks: Mapping[str, Sequence[Remark]] = MappingProxyType({}),
    *,
    whole: bool = True,
) -> Report:
    """The same of packs that were read without errors, with the remarks in their files."""
    plan = compile(read.packs, read.registry, "")
    proving = Proving(read.packs, read.registry, plan, Search(plan, bounds))
    every = [each for loaded in read.packs for proof in every_proof() for each in proof.find(proving, loaded)]
    every.sort(key=lambda each: (each.diagnostic.span, each.diagnostic.code))
    disputed = tuple(each for each in every if not each.confirmed)
    standing, allowed, wrong = judge((each for each in every if each.confirmed), remarks, whole=whole)
    return Report(len(plan.packs), len(plan.rules), bounds, standing, allowed, in_order(wrong), disputed)
