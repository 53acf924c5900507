"""Where packs and registries lie: the tree that ships with the package, or folders that somebody names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .rows import NamedTuple

PACK, CASES, REGISTRY = "pack.yaml", "cases.yaml", "registry"
MORE_CASES = "cases-"
"""How the names of further files of cases begin."""
CODE_FOLDERS = ("checks", "pack", "plan", "registry", "source")
"""The packages whose code makes plans."""
WORDING = ("author_schemas.py", "descriptions.py", "schema_parts.py", "schemas.py", "write.py")


class Tree(NamedTuple):
    """The files of packs and of the registry that they name, in the order of their paths.

    ``around`` are the other packs beside the same registry, which these may name.
    """

    packs: tuple[Path, ...]
    registry: tuple[Path, ...]
    around: tuple[Path, ...] = ()

    def fingerprint(self) -> str:
        """``sha256:`` over the names and bytes of every file of the registry, of the packs and of those around."""
        from hashlib import sha256

        three = (self.registry, _with_parts(self.packs), _with_parts(self.around))
        digests = " ".join(fingerprint(files) for files in three)
        return f"sha256:{sha256(digests.encode()).hexdigest()}"


def package_folder() -> Path:
    """The folder of the package."""
    return Path(__file__).resolve().parent.parent


def bundled_root() -> Path:
    """The folder of the packs that ship: inside the installed package, or at the top of a source checkout."""
    package = package_folder()
    inside = package / "memoranda"
    return inside if inside.is_dir() else package.parent.parent / "memoranda"


def tree_of(paths: Sequence[str | Path] = ()) -> Tree:
    """The files under the paths (the shipped tree where none is given), with the registry that goes with them.

    That is the ``registry`` folder inside a path or beside one of its parents, else the one that ships.
    """
    roots = [Path(path) for path in paths] or [bundled_root()]
    packs = {file for root in roots for file in _packs_under(root)}
    registries = {registry_of(root) for root in roots}
    registry = {file for folder in registries for file in folder.rglob("*.yaml")}
    given = {file.resolve() for file in packs}
    beside = {file for folder in registries for file in _packs_under(folder.parent)} if packs else set()
    around = (file for file in beside if file.resolve() not in given)
    return Tree(tuple(sorted(packs)), tuple(sorted(registry)), tuple(sorted(around)))


def registry_of(root: Path) -> Path:
    """The folder of the registry that goes with a path: inside it, beside one of its parents, or the one that ships."""
    for folder in (root, *root.resolve().parents):
        if (folder / REGISTRY).is_dir() and any((folder / REGISTRY).rglob("*.yaml")):
            return (folder / REGISTRY).resolve()
    return bundled_root() / REGISTRY


def root_of(file: Path) -> Path:
    """The folder with the registry that a pack is written against, else the folder of the file itself."""
    return next((folder for folder in file.resolve().parents if (folder / REGISTRY).is_dir()), file.parent)


def parts_of(pack: Path) -> tuple[Path, ...]:
    """Every YAML file beside a pack but its cases: what may be one of its sections."""
    beside = (file for file in pack.parent.glob("*.yaml") if file.name != pack.name)
    return tuple(sorted(file for file in beside if not holds_cases(file)))


def holds_cases(file: Path) -> bool:
    """Whether a file beside a pack has the name of its cases: ``cases.yaml``, or ``cases-roles.yaml`` and the like."""
    return file.name == CASES or (file.name.startswith(MORE_CASES) and file.suffix == ".yaml")


def cases_of(pack: Path) -> tuple[Path, ...]:
    """The files of cases beside a pack, ``cases.yaml`` first; none where it has no cases."""
    return tuple(sorted((file for file in pack.parent.glob("*.yaml") if holds_cases(file)), key=_first_of_pack))


def cases_under(root: Path) -> tuple[Path, ...]:
    """The files of cases under a folder; a file itself, whatever it is called."""
    if root.is_file():
        return (root,)
    return tuple(sorted((file for file in root.rglob("*.yaml") if holds_cases(file)), key=_first_of_pack))


def _first_of_pack(file: Path) -> tuple[Path, bool, str]:
    return file.parent, file.name != CASES, file.name


def code_digest() -> str:
    """The digest of the code that makes plans, so that a plan of other code is never taken for its own.

    What only words messages and schemas is no part of it.
    """
    files = (file for folder in CODE_FOLDERS for file in (package_folder() / folder).rglob("*.py"))
    return fingerprint(sorted(file for file in files if file.name not in WORDING))


def _with_parts(packs: Iterable[Path]) -> list[Path]:
    return sorted({file for pack in packs for file in (pack, *parts_of(pack))})


def fingerprint(files: Iterable[Path]) -> str:
    """``sha256:`` over the last parts of the names and the bytes of files, in the order given."""
    from hashlib import sha256

    digest = sha256()
    for file in files:
        data = file.read_bytes()
        digest.update(f"{'/'.join(file.parts[-3:])}\0{len(data)}\0".encode())
        digest.update(data)
    return f"sha256:{digest.hexdigest()}"


def _packs_under(root: Path) -> Iterable[Path]:
    if root.is_file():
        return [root]
    return _walked(root)


def _walked(root: Path) -> Iterator[Path]:
    """Every pack below a folder, but in registries and hidden folders: an environment there holds those that ship."""
    for folder, inner, files in os.walk(root):
        inner[:] = [name for name in inner if name != REGISTRY and not name.startswith(".")]
        if PACK in files:
            yield Path(folder, PACK)
