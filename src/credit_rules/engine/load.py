"""Files to a plan: read, bind, resolve, check, compile; every mistake of every file at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Diagnostic, InputError, has_errors, in_order
from ..diagnostics.span import Span
from ..plan import cache
from ..plan.model import Plan
from ..source.rows import NamedTuple
from ..source.signature import signature
from ..source.tree import Tree, code_digest, fingerprint, parts_of, tree_of

if TYPE_CHECKING:
    from ..pack.loaded import LoadedPack
    from ..registry.registry import Registry
    from ..source.remarks import Remark


def load_plan(paths: Sequence[str | Path], version: str) -> Plan:
    """The plan of the packs under the paths, from the cache where it is kept there.

    :class:`InputError` holds every finding where one stands at error level.
    """
    signed = f"{version}\n{signature(paths)}"
    known = cache.load_signed(signed)
    if known is not None:
        return known
    from hashlib import sha256

    tree = _tree(paths)
    key = sha256(f"{version} {code_digest()} {tree.fingerprint()}".encode()).hexdigest()
    kept = cache.load(key)
    if kept is not None:
        cache.sign(signed, key)
        return kept
    from ..plan.compile import compile

    read = read_tree(tree)
    if has_errors(read.found):
        raise InputError(read.found)
    plan = compile(read.packs, read.registry, fingerprint(tree.registry))
    cache.store(key, plan)
    cache.sign(signed, key)
    return plan


def check_paths(paths: Sequence[str | Path], *, strict: bool = False) -> ReadTree:
    """The packs under the paths with every finding on them, in the order of files and lines.

    With ``strict`` all checks look that a new memorandum must pass, and no finding is a mere warning.
    """
    return read_tree(_tree(paths), strict=strict)


def _tree(paths: Sequence[str | Path]) -> Tree:
    """The tree of the paths; :class:`InputError` names each under which there is no pack."""
    empty = [path for path in paths if not tree_of([path]).packs]
    if empty:
        raise InputError([Diagnostic("no-packs-here", Span(str(path)), values={"found": str(path)}) for path in empty])
    return tree_of(paths)


class ReadTree(NamedTuple):
    """The packs and the registry of a tree as far as they bind, and everything that is wrong with them, in order.

    ``suppressed`` holds what a remark on the line allows, each with the reason.
    """

    packs: tuple[LoadedPack, ...]
    registry: Registry
    found: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]


def read_registry(tree: Tree) -> tuple[Registry, bool, tuple[Diagnostic, ...]]:
    """The registry of a tree, whether every file of it could be bound, and what is wrong with it."""
    from ..registry.load import bind_registry, join_registry
    from ..source.files import read_file

    found: list[Diagnostic] = []
    nodes = []
    for file in tree.registry:
        node, wrong = read_file(file, "yaml")
        found.extend(wrong)
        if node is not None:
            nodes.append(node)
    files, wrong = bind_registry(nodes)
    registry, more = join_registry(files)
    whole = len(nodes) == len(tree.registry) and all(file is not None for file, _ in files)
    return registry, whole, (*found, *wrong, *more)


def read_tree(tree: Tree, *, strict: bool = False) -> ReadTree:
    """Read, bind, resolve and check; every mistake is told once.

    Packs are resolved and checked only against a registry that could be read whole, and one pack is missed by another
    only where all could be, so that one mistake does not make many. Packs around that these name are read too, without
    telling what is wrong with them.
    """
    from ..registry.pack_names import check_pack_names
    from ..source.remarks import remarks_of
    from .read_pack import named_around, read_pack

    registry, known, told = read_registry(tree)
    found = list(told)
    packs: list[LoadedPack] = []
    for file in tree.packs:
        loaded, wrong, whole_file = read_pack(file)
        found.extend(wrong)
        if loaded is not None:
            found.extend(check_pack_names(loaded.pack, loaded.node, registry) if known else ())
            packs.extend([loaded] if whole_file else ())
    complete = len(packs) == len(tree.packs)
    named = named_around(packs, tree.around)
    remarks = {str(part): remarks_of(part) for pack in tree.packs for part in (pack, *parts_of(pack))}
    sound = not has_errors(told)
    among = Among((*packs, *named), registry, complete=complete, known=known, sound=sound)
    judged = judge_packs(among, remarks, found, strict=strict)
    return ReadTree(judged.packs[: len(packs)], registry, judged.found, judged.suppressed)


class Among(NamedTuple):
    """Packs that stand together, as written, and the registry they name.

    ``complete``: every pack of the tree could be read; ``known``: every file of the registry could be bound; ``sound``:
    the registry is without errors.
    """

    packs: tuple[LoadedPack, ...]
    registry: Registry
    complete: bool
    known: bool
    sound: bool


def judge_packs(
    among: Among, remarks: Mapping[str, Sequence[Remark]], told: Iterable[Diagnostic] = (), *, strict: bool = False
) -> ReadTree:
    """The packs with adopted measures made whole, and what is wrong in the files that ``remarks`` has the remarks of.

    ``told`` is what was found before; with ``strict`` no finding is a mere warning.
    """
    from ..checks.framework.run import run_checks
    from ..checks.framework.suppression import judge
    from ..pack.adoption import adopt

    adopted, wrong = adopt(among.packs, complete=among.complete)
    found = [*told, *(one for one in wrong if one.span.file in remarks)]
    if not among.known:
        return ReadTree(adopted, among.registry, in_order(found), ())
    sound, complete = among.sound, among.complete
    every = run_checks(adopted, among.registry, complete=complete, strict=strict, sound=sound, on=remarks)
    seen = [one for one in every if one.span.file in remarks]
    standing, suppressed = judge(seen, remarks, strict=strict, whole=complete and sound)
    found = [replace(one, level="error") if strict and one.level == "warning" else one for one in found]
    return ReadTree(adopted, among.registry, in_order([*found, *standing]), in_order(suppressed))
