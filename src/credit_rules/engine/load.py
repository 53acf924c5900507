"""Files to a plan: read, bind, resolve, check, compile; every mistake of every file at once."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics.diagnostic import Diagnostic, InputError, has_errors, in_order
from ..plan import cache
from ..plan.model import Plan
from ..source.tree import Tree, code_digest, fingerprint, parts_of, tree_of

if TYPE_CHECKING:
    from ..pack.loaded import LoadedPack
    from ..registry.registry import Registry


def load_plan(paths: Sequence[str | Path], version: str) -> Plan:
    """The plan of the packs under the paths, from the cache where it is kept there.

    :class:`InputError` holds every finding where one stands at error level.
    """
    tree = tree_of(paths)
    key = sha256(f"{version} {code_digest()} {tree.fingerprint()}".encode()).hexdigest()
    kept = cache.load(key)
    if kept is not None:
        return kept
    from ..checks.run import run_checks
    from ..plan.compile import compile

    packs, registry, found = read_tree(tree)
    found = (*found, *run_checks(packs, registry, complete=len(packs) == len(tree.packs)))
    if has_errors(found):
        raise InputError(found)

    plan = compile(packs, registry, fingerprint(tree.registry))
    cache.store(key, plan)
    return plan


def check_paths(paths: Sequence[str | Path]) -> tuple[Diagnostic, ...]:
    """Every finding on the packs under the paths, in the order of files and lines."""
    from ..checks.run import run_checks

    tree = tree_of(paths)
    packs, registry, found = read_tree(tree)
    return in_order((*found, *run_checks(packs, registry, complete=len(packs) == len(tree.packs))))


def read_tree(tree: Tree) -> tuple[tuple[LoadedPack, ...], Registry, tuple[Diagnostic, ...]]:
    """The packs and the registry of a tree as far as they bind, and what is wrong with them."""
    from ..pack.adoption import adopt
    from ..pack.loaded import LoadedPack
    from ..pack.model import Pack
    from ..pack.sections import with_sections
    from ..registry.load import load_registry
    from ..registry.pack_names import check_pack_names
    from ..source.binding import bind
    from ..source.files import read_file

    found: list[Diagnostic] = []
    nodes = []
    for file in tree.registry:
        node, wrong = read_file(file, "yaml")
        found.extend(wrong)
        if node is not None:
            nodes.append(node)
    registry, wrong = load_registry(nodes)
    found.extend(wrong)
    packs = []
    for file in tree.packs:
        node, wrong = read_file(file, "yaml")
        found.extend(wrong)
        if node is None:
            continue
        node, wrong = with_sections(node, file)
        found.extend(wrong)
        pack, wrong = bind(Pack, node)
        found.extend(wrong)
        if pack is not None:
            found.extend(check_pack_names(pack, node, registry))
            packs.append(LoadedPack(pack, node, fingerprint([file, *parts_of(file)])))
    whole, wrong = adopt(packs)
    return whole, registry, in_order((*found, *wrong))
