"""``credit-rules coverage``: what of each document is encoded, what is not and why, and how it stands on a day."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from .check import span_from_here
from .command import Choice, Day, argument, command, option
from .failure import DONE
from .inputs import expect_packs
from .settings import Settings

if TYPE_CHECKING:
    from ..toolbox.leaf_coverage import LeafCoverage


@command(
    "coverage",
    words=(
        "逐份文件列出：有要求的条款、已写成措施的、没有写的和理由；措施按方向、强度、效果、出处和当日的法律依据计数。"
        "--cases 则列出案例没有见到成立、不成立或者不能确定的条件。",
        "Of each document: the clauses that order something, those encoded, those left out and why; its measures by"
        " direction, force, effect, provenance and standing on a day. With --cases: each condition that its cases do not see"
        " true, false and unknown.",
    ),
    examples=(
        "credit-rules coverage",
        "credit-rules coverage memoranda/regional --as-of 2018-05-10 --format markdown > coverage.md",
        "credit-rules coverage --cases memoranda/regional/360300-joint-measures-2017",
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
    "--cases",
    "of_cases",
    is_flag=True,
    words=(
        "改为统计案例：发出过和列为不发出的措施，条件见到成立、不成立、不能确定的",
        "what the cases see instead: measures issued and named as not issued, conditions true, false and unknown",
    ),
)
@option(
    "--format",
    "form",
    type=Choice(("text", "json", "markdown")),
    default="text",
    metavar="text|json|markdown",
    words=("输出形式，默认 text", "form of the output, text by default"),
)
def coverage(settings: Settings, path: tuple[str, ...], as_of: date | None, of_cases: bool, form: str) -> int:
    """Print the coverage; the day is always told."""
    for each in path:
        expect_packs(each)
    if of_cases:
        return _of_cases(settings, path, form)
    from ..toolbox import coverage as tool

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


def _of_cases(settings: Settings, path: tuple[str, ...], form: str) -> int:
    """Print what cases see; there is no day in it, for each case has its own."""
    from ..toolbox.leaf_coverage import every_leaf_coverage
    from ..toolbox.leaf_report import as_plain, as_text

    found = tuple(_from_here(each) for each in every_leaf_coverage(path))
    if form == "json":
        click.echo(json.dumps(as_plain(found, settings.lang), ensure_ascii=False, indent=2))
        return DONE
    if form == "markdown":
        from ..toolbox.case_page import leaves_table

        click.echo("\n".join(leaves_table(found, {})))
        return DONE
    click.echo(as_text(found, settings.lang), nl=False)
    return DONE


def _from_here(found: LeafCoverage) -> LeafCoverage:
    """The same with files named from the folder of the call."""
    leaves = tuple(replace(each, leaf=replace(each.leaf, span=span_from_here(each.leaf.span))) for each in found.leaves)
    measures = tuple(replace(each, span=span_from_here(each.span)) for each in found.measures)
    return replace(found, leaves=leaves, measures=measures)
