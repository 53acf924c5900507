"""``credit-rules browse``: everything that the packs hold, by document, list and department."""

from __future__ import annotations

from datetime import date

import click

from .command import argument, command, option
from .failure import DONE
from .inputs import expect_packs
from .out_file import write_out
from .settings import Settings

DAYS = (date(2018, 6, 1), date(2026, 6, 1))
"""Before the rules of December 2020 and under those of April 2026."""


@command(
    "browse",
    words=(
        "把规则包的全部内容写成一页 Markdown：各文件的条款和措施、各名单关联的文件、各部门的措施（八栏目录）。",
        "Write all that the packs hold as one Markdown page: clauses and measures of each document, documents of each"
        " list, measures of each department in the eight columns of a catalogue.",
    ),
    examples=("credit-rules browse --out memoranda.md", "credit-rules browse memoranda/regional"),
)
@argument(
    "path",
    nargs=-1,
    words=(
        "规则包或其上级目录；默认为随程序发布的",
        "packs or folders of packs; default: those that ship with the program",
    ),
)
@option("--out", metavar="FILE", words=("写入文件，默认标准输出", "write to a file; default: standard output"))
def browse(settings: Settings, path: tuple[str, ...], out: str | None) -> int:
    """Write the page."""
    from ..toolbox.browse import browse as collect
    from ..toolbox.browse_page import browse_page

    for each in path:
        expect_packs(each)
    text = browse_page(collect(path, DAYS))
    if out is None:
        click.echo(text, nl=False)
        return DONE
    write_out(out, text)
    click.echo(settings.say(f"已写入 {out}", f"{out} written"), err=True)
    return DONE
