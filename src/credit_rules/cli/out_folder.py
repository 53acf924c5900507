"""``--out`` of a folder: many files at once, over those of an earlier run and never over anything else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from .failure import Failure, failure_of_file
from .out_file import write_out


def write_folder(folder: str, files: Mapping[str, str], mark: str) -> None:
    """Write every file by its path in the folder; what an earlier run wrote and this one does not is taken away.

    The file ``mark`` names those of the run, one a line. A folder that holds anything and has no such file is left
    alone: :class:`~credit_rules.cli.failure.Failure`, as where a file cannot be written.
    """
    root = Path(folder)
    before = _written_before(root, mark)
    for path, text in files.items():
        write_out(str(root / path), text)
    try:
        for path in sorted(before - files.keys()):
            (root / path).unlink(missing_ok=True)
    except OSError as error:
        raise failure_of_file(folder, error) from None


def _written_before(root: Path, mark: str) -> frozenset[str]:
    try:
        if not root.exists() or (root.is_dir() and not any(root.iterdir())):
            return frozenset()
        lines = (root / mark).read_text(encoding="utf-8").splitlines() if (root / mark).is_file() else None
    except (OSError, ValueError):
        lines = None
    if lines is None:
        raise Failure(
            "folder-not-empty",
            f"{root} 已经存在，而且不是这个命令写的（没有 {mark}），里面的内容不会改动。",
            f"{root} is there already and was not written by this command (no {mark}); what it holds is left alone.",
            zh_hint="请换一个文件夹，或者先把它移走。",
            en_hint="Name another folder, or move this one away first.",
        )
    return frozenset(line for line in lines if _lies_inside(line, root))


def _lies_inside(path: str, root: Path) -> bool:
    """Whether a line of the mark names a file of the folder, and not one elsewhere."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or ":" in path:
        return False
    return (root / path).resolve().is_relative_to(root.resolve())
