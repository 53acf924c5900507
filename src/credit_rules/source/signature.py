"""Whether files are as they were, told by what the file system keeps of them, without reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .tree import CODE_FOLDERS, bundled_root, package_folder, registry_of


def signature(paths: Sequence[str | Path]) -> str:
    """Names, sizes, times and numbers of all files that a plan of the packs under the paths is made of, a line each.

    The same files give the same text; a file that was written, replaced, moved, added or taken away gives another, for
    the time of its last change of any kind is among what counts. Files that nobody reads may change it too.
    """
    roots = [Path(path) for path in paths] or [bundled_root()]
    registries = {registry_of(root) for root in roots}
    code = [package_folder() / folder for folder in CODE_FOLDERS]
    lines: list[str] = []
    walked: list[str] = []
    for folder in map(os.fspath, (*roots, *(one.parent for one in registries), *registries, *code)):
        lines.append(f"{folder}:\n")
        if not any(folder == one or folder.startswith(one + os.sep) for one in walked):
            lines.extend(sorted(_lines(folder)))
            walked.append(folder)
    return "".join(lines)


def _lines(root: str) -> Iterator[str]:
    if os.path.isfile(root):
        yield _line(root, os.stat(root))
        return
    for entry in _entries(root):
        if entry.name.endswith((".yaml", ".py")):
            yield _line(entry.path, entry.stat())


def _entries(folder: str) -> Iterable[os.DirEntry[str]]:
    """Every file under a folder, but in folders of caches and hidden ones."""
    try:
        found = list(os.scandir(folder))
    except OSError:
        return
    for entry in found:
        if entry.is_dir():
            if not entry.name.startswith((".", "__")):
                yield from _entries(entry.path)
        else:
            yield entry


def _line(path: str, kept: os.stat_result) -> str:
    return f"{path}\0{kept.st_size}\0{kept.st_mtime_ns}\0{kept.st_ctime_ns}\0{kept.st_ino}\n"
