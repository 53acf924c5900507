"""The tree that one file of an author stands in: what is checked together with it, and where its registry lies."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from .rows import NamedTuple
from .tree import PACK, REGISTRY, Tree, registry_of, tree_of


class Home(NamedTuple):
    """A folder with packs; ``registry`` is the one that goes with them, ``own`` where it lies in that folder."""

    root: Path
    registry: Path
    own: bool


def home_of(file: Path) -> Home:
    """The home of a file of a pack or of the registry, given by its resolved path.

    That is the folder that holds the registry, at any height above the file; where only the one that ships goes with
    it, the folder around the folder of the pack.
    """
    registry = registry_of(file)
    root = registry.parent
    if root in file.parents:
        return Home(root, registry, True)
    return Home(file.parent.parent, registry, False)


def tree_at(home: Home, held: Collection[Path] = ()) -> Tree:
    """The packs and the registry of a home; ``held`` may name packs that are not on the disk yet.

    Without a registry of its own a home is the packs in the folders right inside it, not everything below.
    """
    if home.own:
        tree = tree_of([home.root])
    else:
        folders = sorted(
            {file.parent for file in (*home.root.glob(f"*/{PACK}"), *held) if file.parent.parent == home.root}
        )
        tree = tree_of(folders) if folders else Tree((), tuple(sorted(home.registry.rglob("*.yaml"))))
    new = {file for file in held if file.name == PACK and file.is_relative_to(home.root)} - {*tree.packs}
    inside = {file for file in new if REGISTRY not in file.relative_to(home.root).parts}
    return tree._replace(packs=tuple(sorted({*tree.packs, *inside}))) if inside else tree
