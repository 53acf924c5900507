"""``credit-rules fmt``: packs with their keys in one order, every comment kept."""

from __future__ import annotations

from pathlib import Path

import click

from .command import argument, command, option
from .failure import DONE, FOUND, Failure
from .inputs import expect_packs
from .out_file import write_out
from .settings import Settings


@command(
    "fmt",
    words=(
        "按固定的键序整理规则包（pack.yaml 及其分节文件），注释全部保留，内容不变；cases.yaml 不动。",
        "Put the keys of packs (pack.yaml and its section files) in one order; every comment stays, no value changes;"
        " cases.yaml is left alone.",
    ),
    examples=("credit-rules fmt my-packs", "credit-rules fmt memoranda/regional --check"),
)
@argument(
    "path",
    nargs=-1,
    words=(
        "规则包、其分节文件或上级目录；默认为当前目录",
        "packs, their section files or folders of packs; default: the current folder",
    ),
)
@option(
    "--check",
    is_flag=True,
    words=("只列出会改动的文件，不写；有则退出码为 1", "only list the files that would change, with exit status 1"),
)
def fmt(settings: Settings, path: tuple[str, ...], check: bool) -> int:
    """Print each file that changes, on a line of its own; nothing is written before all of them could be read."""
    from ..source.pack_files import files_to_format
    from ..toolbox.format_packs import format_packs

    for each in path or (".",):
        _expect_part_of_pack(each)
    files = files_to_format(path or (".",))
    changed = format_packs(files)
    for one in changed:
        if not check:
            write_out(str(one.file), one.text)
        click.echo(str(one.file))
    count, kept = len(changed), len(files) - len(changed)
    zh = f"{'需要整理' if check else '已整理'} {count} 个文件，{kept} 个无须改动。"
    en = f"{count} file(s) {'would change' if check else 'changed'}, {kept} as they should be."
    click.echo(settings.say(zh, en), err=True)
    return FOUND if check and changed else DONE


def _expect_part_of_pack(path: str) -> None:
    from ..source.pack_files import belongs_to_pack

    expect_packs(path)
    if Path(path).is_file() and not belongs_to_pack(Path(path)):
        raise Failure(
            "no-packs",
            f"{path} 不是规则包的文件。",
            f"{path} is no file of a pack.",
            zh_hint="请给出 pack.yaml、它旁边的分节文件，或者它们的目录。",
            en_hint="Name a pack.yaml, a section file beside one, or their folder.",
        )
