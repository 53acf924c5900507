"""``credit-rules fmt``: packs, cases and registry with their keys in one order, every comment kept."""

from __future__ import annotations

from pathlib import Path

import click

from .command import argument, command, option
from .failure import DONE, FOUND, Failure
from .inputs import expect_path
from .out_file import write_out
from .settings import Settings


@command(
    "fmt",
    words=(
        "按固定的键序整理规则包（pack.yaml 及其分节文件、cases.yaml）和名录，注释全部保留，内容不变。",
        "Put the keys of packs (pack.yaml, its section files and cases.yaml) and of the registry in one order;"
        " every comment stays, no value changes.",
    ),
    examples=("credit-rules fmt my-packs", "credit-rules fmt memoranda --check"),
)
@argument(
    "path",
    nargs=-1,
    words=(
        "规则包、名录，其中的文件或上级目录；默认为当前目录",
        "packs, registries, files of them or folders above; default: the current folder",
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
        _expect_something(each)
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


def _expect_something(path: str) -> None:
    """A :class:`Failure` where there is nothing to put in order, which would otherwise do nothing in silence."""
    from ..source.pack_files import files_to_format, kind_of

    expect_path(path)
    if Path(path).is_file() and kind_of(Path(path)) is None:
        raise Failure(
            "no-packs",
            f"{path} 不是规则包或名录的文件。",
            f"{path} is no file of a pack or a registry.",
            zh_hint="请给出 pack.yaml、它旁边的文件、名录的文件，或者它们的目录。",
            en_hint="Name a pack.yaml, a file beside one, a file of a registry, or their folder.",
        )
    if not files_to_format([path]):
        raise Failure(
            "no-packs",
            f"{path} 中没有规则包（pack.yaml），也没有名录。",
            f"there is no pack (pack.yaml) in {path}, and no registry.",
            zh_hint="请给出规则包的目录，或者 memoranda 这样的上级目录。",
            en_hint="Name the folder of a pack, or one above it, such as memoranda.",
        )
