"""Two versions of the rules on the command line: folders, or revisions of a git repository."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from ..diagnostics.diagnostic import InputError
from .failure import Failure
from .inputs import expect_packs

T = TypeVar("T")
_PACKS = "memoranda"
"""The folder of a revision that is meant where none is named, if there is one."""


def read_side(name: str, read: Callable[[str | Path], T]) -> T:
    """What ``read`` makes of a folder, or of a revision where there is no such folder.

    A revision is ``REV`` or ``REV:FOLDER``. :class:`Failure` where it is neither, or holds no packs; mistakes in a
    revision are named as git names its files.
    """
    if Path(name).exists():
        expect_packs(name)
        return read(name)
    revision, _, inside = name.partition(":")
    with TemporaryDirectory(prefix="credit-rules-") as temporary:
        root = Path(temporary).resolve()
        _extract(revision, root, name)
        inside = inside or (_PACKS if (root / _PACKS).is_dir() else "")
        folder = (root / inside).resolve()
        if not folder.is_relative_to(root) or not folder.exists():
            raise _nothing_there(name)
        try:
            expect_packs(str(folder))
            return read(folder)
        except Failure:
            raise _nothing_there(name) from None
        except InputError as error:
            raise InputError(
                [
                    replace(one, span=one.span._replace(file=_shown(one.span.file, root, revision)))
                    for one in error.diagnostics
                ]
            ) from None


def _shown(file: str, root: Path, revision: str) -> str:
    """A file of the temporary folder as git names it."""
    path = Path(file)
    return f"{revision}:{path.relative_to(root).as_posix()}" if path.is_relative_to(root) else file


def _extract(revision: str, into: Path, name: str) -> None:
    """The YAML files of a revision of the repository around the folder of the call."""
    top = _git("rev-parse", "--show-toplevel")
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}") if top else None
    if not top or not commit:
        raise Failure(
            "no-such-side",
            f"{name} 不是目录，也不是当前 git 仓库的版本。",
            f"{name} is neither a folder nor a revision of the git repository here.",
            zh_hint="请给出目录，或者 HEAD、HEAD~1、v1.0:memoranda 这样的版本。",
            en_hint="Name a folder, or a revision such as HEAD, HEAD~1 or v1.0:memoranda.",
        )
    folder, sha = (found.decode().strip() for found in (top, commit))
    packed = _git("-C", folder, "archive", "--format=tar", sha, "--", ":(top,glob)**/*.yaml")
    if packed is None:
        raise _nothing_there(name)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(into, filter="data")


def _git(*arguments: str) -> bytes | None:
    """What git prints; ``None`` where it fails or is not installed."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def _nothing_there(name: str) -> Failure:
    return Failure(
        "no-packs",
        f"{name} 中没有规则包（pack.yaml）。",
        f"there is no pack (pack.yaml) in {name}.",
        zh_hint="目录从仓库的顶层写起，例如 HEAD:memoranda/regional。",
        en_hint="The folder counts from the top of the repository, such as HEAD:memoranda/regional.",
    )
