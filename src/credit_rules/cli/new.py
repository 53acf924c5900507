"""``credit-rules new memorandum``: a folder to write a document in."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import get_args

import click

from ..source.values import Rank
from .command import Choice, Day, argument, command, option
from .failure import DONE, Failure, failure_of_file
from .settings import Settings

RANKS: tuple[str, ...] = get_args(Rank)


@command(
    "new",
    words=(
        "新建一份文件的文件夹：草案规则包、两个案例和 README，立即能通过检查。已有内容的文件夹不动。",
        "Make the folder of a document: a draft pack, two cases and a README, which pass check at once. A folder that"
        " holds anything is left alone.",
    ),
    examples=(
        "credit-rules new memorandum memoranda/regional/360300-wage-arrears-2018 --title 关于惩戒拖欠工资的实施意见"
        " --place 360300 --from 2018-05-01",
    ),
)
@argument("what", type=Choice(("memorandum",)), metavar="memorandum", words=("新建什么", "what to make"))
@argument(
    "folder", metavar="DIR", words=("新文件夹；名称即规则包的 id", "the new folder; its name becomes the pack's id")
)
@option("--title", required=True, metavar="TEXT", words=("文件全称（必填）", "the full title (required)"))
@option(
    "--place",
    required=True,
    metavar="CODE",
    words=("适用地区的代码（必填），全国为 000000", "the place where it applies (required); 000000 is the nation"),
)
@option("--document-no", metavar="TEXT", words=("文号", "the document's number"))
@option(
    "--rank",
    type=Choice(RANKS),
    default="normative-document",
    metavar="RANK",
    words=(
        f"效力位阶，默认 normative-document；可用：{'、'.join(RANKS)}",
        f"rank, normative-document by default: {', '.join(RANKS)}",
    ),
)
@option(
    "--from",
    "start",
    type=Day(),
    metavar="DAY",
    words=("施行日，YYYY-MM-DD；不知道的不写", "the day from which it applies; leave out where it is not known"),
)
@option(
    "--list",
    "trigger",
    default="dishonest-judgment-debtor",
    metavar="CODE",
    words=(
        "触发措施的名单，默认 dishonest-judgment-debtor",
        "the list that triggers it, dishonest-judgment-debtor by default",
    ),
)
@option(
    "--id",
    "identifier",
    metavar="ID",
    words=("规则包的 id；默认为文件夹的名称", "id of the pack; default: the folder's name"),
)
def new(
    settings: Settings,
    what: str,
    folder: str,
    title: str,
    place: str,
    document_no: str | None,
    rank: Rank,
    start: date | None,
    trigger: str,
    identifier: str | None,
) -> int:
    """Write the files and say what comes next."""
    from ..toolbox.new_memorandum import Wanted, new_memorandum

    path = Path(folder)
    _expect_room(path)
    wanted = Wanted(identifier or path.resolve().name, title, place, trigger, document_no, rank, start)
    files = new_memorandum(wanted, path, _schemas_for(path), settings.lang)
    try:
        path.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (path / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise failure_of_file(folder, error) from None
    names = ", ".join(files)
    click.echo(settings.say(f"已建立 {folder}：{names}", f"{folder} made: {names}"))
    click.echo(settings.say(f"下一步：credit-rules check {folder}", f"next: credit-rules check {folder}"))
    return DONE


def _expect_room(path: Path) -> None:
    """A :class:`Failure` where anything stands already."""
    if path.is_dir() and not any(path.iterdir()):
        return
    if path.exists() or path.is_symlink():
        raise Failure(
            "folder-not-empty",
            f"{path} 已经存在，里面的内容不会改动。",
            f"{path} is there already; what it holds is left alone.",
            zh_hint="请换一个文件夹，或者先把它移走。",
            en_hint="Name another folder, or move this one away first.",
        )


def _schemas_for(path: Path) -> str | None:
    """The folder of schemas of the tree in which the new folder lies, as a path from it."""
    from ..source.tree import registry_of
    from ..toolbox.author_schemas import SCHEMAS

    tree = registry_of(path).parent
    if not (tree / SCHEMAS).is_dir() or tree not in path.resolve().parents:
        return None
    return os.path.relpath(tree / SCHEMAS, path.resolve()).replace(os.sep, "/")
