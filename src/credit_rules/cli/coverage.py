"""``credit-rules coverage``: what of each document is encoded, what is not and why, and how it stands on a day."""

from __future__ import annotations

import json
from datetime import date

import click

from .command import Choice, Day, argument, command, option
from .failure import DONE
from .inputs import expect_packs
from .settings import Settings


@command(
    "coverage",
    words=(
        "逐份文件列出：有要求的条款、已写成措施的、没有写的和理由；措施按方向、强度、效果、出处和当日的法律依据计数。",
        "Of each document: the clauses that order something, those encoded, those left out and why; its measures by"
        " direction, force, effect, provenance and standing on a day.",
    ),
    examples=(
        "credit-rules coverage",
        "credit-rules coverage memoranda/regional --as-of 2018-05-10 --format markdown > coverage.md",
    ),
)
@argument(
    "path",
    nargs=-1,
    words=(
        "规则包或其上级目录；默认为随程序发布的",
        "packs or folders of packs; default: those that ship with the program",
    ),
)
@option(
    "--as-of",
    type=Day(),
    metavar="DAY",
    words=("法律依据按哪一天计算，默认今天", "the day on which the standing is judged; default: today"),
)
@option(
    "--format",
    "form",
    type=Choice(("text", "json", "markdown")),
    default="text",
    metavar="text|json|markdown",
    words=("输出形式，默认 text", "form of the output, text by default"),
)
def coverage(settings: Settings, path: tuple[str, ...], as_of: date | None, form: str) -> int:
    """Print the coverage; the day is always told."""
    from ..toolbox import coverage as tool

    for each in path:
        expect_packs(each)
    day = as_of or date.today()
    documents = tool.coverage(path, day)
    if form == "json":
        click.echo(json.dumps(tool.as_json(documents, day), ensure_ascii=False, indent=2))
        return DONE
    from ..render.markdown import write_markdown
    from ..render.text import write_text
    from ..toolbox.coverage_sheet import coverage_sheet

    sheet = coverage_sheet(documents, day, settings.lang)
    click.echo(write_markdown(sheet) if form == "markdown" else write_text(sheet), nl=False)
    return DONE
