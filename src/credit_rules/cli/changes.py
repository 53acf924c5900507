"""``credit-rules changes``: what changed between yesterday's and today's cases."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics.diagnostic import Diagnostic, InputError
from .case_index import CaseIndex, pairs
from .command import Choice, Day, argument, command, option
from .inputs import open_engine, shown_name, some_deciding_options, titles_of
from .population import number_of_cases, refused
from .progress import progress
from .settings import Settings
from .workers import processors, worked

if TYPE_CHECKING:
    from ..engine.engine import Engine
    from ..plan.options import Options
    from ..toolbox.changes_tally import Changes
    from ..toolbox.impact_cases import Wrong


@command(
    "changes",
    words=(
        "昨天和今天的案例之间的变化：哪些措施发出、解除、暂停、恢复、减轻、延长、缩短，按部门统计，逐个对象列出。"
        "对象按号码对应；每个文件每个对象一个案例。",
        "What changed between yesterday's and today's cases: measures issued, lifted, suspended, resumed, reduced, extended,"
        " shortened, by department and subject by subject. Subjects are matched by their number, one case each in a file.",
    ),
    examples=(
        "credit-rules changes yesterday.jsonl today.jsonl",
        "credit-rules changes yesterday.jsonl today.jsonl --department market-regulation --format markdown",
    ),
)
@argument(
    "old_cases",
    metavar="OLD-CASES",
    words=(
        "旧的案例：JSON Lines，或者内有一列案例的 .yaml、.yml、.json 文件",
        "the old cases: JSON Lines, or a .yaml, .yml or .json file that holds a list of cases",
    ),
)
@argument(
    "new_cases",
    metavar="NEW-CASES",
    words=("新的案例，同上；“-”表示标准输入", "the new cases, likewise; - for standard input"),
)
@some_deciding_options("packs", "as-of")
@option(
    "--old-as-of",
    type=Day(),
    metavar="DAY",
    words=("旧案例的决定日，默认同 --as-of", "day decided for of the old cases; default: that of --as-of"),
)
@some_deciding_options("region", "department", "standing", "evidence", "include-unverified")
@option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    words=(
        "用几个进程，默认同处理器数；案例不多时只用一个",
        "processes, by default as many as processors; few cases take one",
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
def changes(
    settings: Settings,
    old_cases: str,
    new_cases: str,
    packs: tuple[str, ...],
    as_of: date | None,
    old_as_of: date | None,
    department: str | None,
    jobs: int | None,
    form: str,
    **asked: Any,
) -> int:
    """Decide both cases of every subject and print what differs; 2 where a case was wrong."""
    from ..plan.options import Options
    from ..toolbox.changes_report import as_json, changes_sheet

    engine = open_engine(packs)
    _expect_department(department, engine)
    before, after = Options(as_of=old_as_of or as_of, **asked), Options(as_of=as_of, **asked)
    found = _compared(engine, old_cases, new_cases, before, after, department, jobs, settings)
    status = refused((*found.wrong_old, *found.wrong_new), found.read, settings)
    if form == "json":
        head = {"format": 1, "old": old_cases, "new": new_cases}
        wrong = {
            "old": [each.plain(settings.lang) for each in found.wrong_old],
            "new": [each.plain(settings.lang) for each in found.wrong_new],
        }
        click.echo(json.dumps({**head, **as_json(found), "wrong": wrong}, ensure_ascii=False, indent=2))
        return status
    from ..render.markdown import write_markdown
    from ..render.text import write_text

    sheet = changes_sheet(found, old_cases, shown_name(new_cases), titles_of(engine), settings.lang)
    click.echo(write_markdown(sheet) if form == "markdown" else write_text(sheet), nl=False)
    return status


def _compared(
    engine: Engine,
    old: str,
    new: str,
    before: Options,
    after: Options,
    department: str | None,
    jobs: int | None,
    settings: Settings,
) -> Changes:
    from ..toolbox.changes_tally import Changes
    from ..toolbox.changes_work import comparing

    found = Changes()
    second: list[Wrong] = []
    arguments = (engine.plan.json, before, after, old, shown_name(new), department)
    index = CaseIndex(old)
    try:
        found.wrong_old.extend(index.twice)
        every = pairs(index, new, second.append)
        with progress(settings.say("比较", "comparing"), number_of_cases(new)) as advance:
            for number, part in worked(comparing, arguments, every, jobs or processors()):
                found.join(part)
                advance(number)
    finally:
        index.close()
    found.wrong_new.extend(second)
    found.read += len(index.twice) + len(second)
    for wrong in (found.wrong_old, found.wrong_new):
        wrong.sort(key=lambda each: each.number)
    return found


def _expect_department(department: str | None, engine: Engine) -> None:
    known = engine.plan.vocabulary.department
    if department is not None and department not in known:
        from ..diagnostics.near_miss import nearest
        from ..diagnostics.span import Span

        values = {"found": department, "nearest": nearest(department, known) or ""}
        raise InputError([Diagnostic("unknown-department-id", Span("--department"), values=values)])
