"""``credit-rules diff``: what differs between two trees of packs, folders or revisions of a git repository."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from ..diagnostics.diagnostic import InputError
from .command import Choice, argument, command, option
from .failure import DONE, Failure
from .inputs import expect_packs
from .settings import Settings

if TYPE_CHECKING:
    from ..toolbox.diff import Side

_PACKS = "memoranda"
"""The folder of a revision that is meant where none is named, if there is one."""


@command(
    "diff",
    words=(
        "比较两版规则：增加、删去和改动的文件、措施（条款、条件、承受人、部门、依据、期限等）和登记内容，每处只说一次。"
        "OLD、NEW 是目录，或者 git 版本 REV、REV:目录。本版本只比较写法所表示的规则，不求出结果不同的案例。",
        "Compare two versions of the rules: documents, measures (clause, condition, bearers, departments, basis, term and so on)"
        " and entries of the registry added, removed or changed, each told once. OLD and NEW are folders, or git revisions as"
        " REV or REV:FOLDER. Cases on which the two differ are not looked for in this version.",
    ),
    examples=("credit-rules diff HEAD memoranda", "credit-rules diff HEAD~1:memoranda HEAD:memoranda --format json"),
)
@argument("old", words=("旧的目录或 git 版本", "the old folder or git revision"))
@argument("new", words=("新的目录或 git 版本", "the new folder or git revision"))
@option(
    "--format",
    "form",
    type=Choice(("text", "json", "markdown")),
    default="text",
    metavar="text|json|markdown",
    words=("输出形式，默认 text", "form of the output, text by default"),
)
def diff(settings: Settings, old: str, new: str, form: str) -> int:
    """Print what differs; that something does is no failure."""
    from ..toolbox import diff as tool

    found = tool.diff(_read(old), _read(new))
    if form == "json":
        click.echo(json.dumps(tool.as_json(found, old, new), ensure_ascii=False, indent=2))
        return DONE
    from ..render.markdown import write_markdown
    from ..render.text import write_text
    from ..toolbox.diff_words import diff_sheet

    sheet = diff_sheet(found, old, new, settings.lang)
    click.echo(write_markdown(sheet) if form == "markdown" else write_text(sheet), nl=False)
    return DONE


def _read(name: str) -> Side:
    """The side of a folder, or of a revision where there is no such folder."""
    from ..toolbox.diff import read_side

    if Path(name).exists():
        expect_packs(name)
        return read_side(name)
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
            return read_side(folder)
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
