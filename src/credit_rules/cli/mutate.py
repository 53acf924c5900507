"""``credit-rules mutate``: whether the cases of packs notice small faults in them."""

from __future__ import annotations

import json
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

import click

from .check import span_from_here
from .command import Choice, argument, command, option
from .failure import DONE, FOUND, Failure
from .inputs import expect_packs
from .progress import progress
from .settings import Settings
from .shards import tried_on
from .workers import processors

if TYPE_CHECKING:
    from ..toolbox.mutation.result import PackResult

SECONDS = 600.0


@command(
    "mutate",
    words=(
        "把规则包逐处改错一点（界限、名单、承受人、部门、强制或推荐、日期等），看它的案例是否发现；没有发现的逐处列出，并说明缺哪个案例。",
        "Plant small faults in packs one by one (bounds, lists, bearers, departments, force, days and so on) and see whether"
        " their cases notice; each that none notices is told with the case that is missing.",
    ),
    examples=(
        "credit-rules mutate memoranda/regional/360300-joint-measures-2017",
        "credit-rules mutate memoranda/regional --fail-under 90 --format json",
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
    "--fail-under",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    words=(
        "每个规则包至少要发现百分之几，不到的退出状态为 1",
        "how many of a hundred the cases of each pack must notice; exit status 1 where they do not",
    ),
)
@option(
    "--witness",
    is_flag=True,
    words=(
        "为没有发现的条件、承受人和类型各求出一个能发现它的案例；求不出的即与规则包相同，不计（需要附加包 analysis）",
        "look for a case that would notice each fault of a condition, bearer or kind that none does; where there is none it says the same as the pack and is not counted (needs the extra analysis)",
    ),
)
@option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="NUMBER",
    words=(
        "用几个进程，默认 2（处理器只有一个时为 1）",
        "how many processes; default: 2, or 1 where there is one processor",
    ),
)
@option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=SECONDS,
    metavar="SECONDS",
    words=(
        "最多用几秒，默认 600；到时没有试的另行计数",
        "seconds that it may take, 600 by default; what is left then is counted apart",
    ),
)
@option(
    "--format",
    "form",
    type=Choice(("text", "json", "markdown")),
    default="text",
    metavar="text|json|markdown",
    words=(
        "输出形式，默认 text；markdown 为一页统计",
        "form of the output, text by default; markdown is a page of numbers",
    ),
)
def mutate(
    settings: Settings,
    path: tuple[str, ...],
    fail_under: float | None,
    witness: bool,
    jobs: int | None,
    time_limit: float,
    form: str,
) -> int:
    """Print what no case notices, and how much of all they do."""
    from ..toolbox.mutation.report import as_plain, as_text
    from ..toolbox.mutation.run import mutate as tool

    for each in path:
        expect_packs(each)
    if witness:
        _expect_solver()
    end = monotonic() + time_limit
    with progress(settings.say("改错", "faults"), None) as advance:
        before = 0

        def going(done: int) -> bool:
            nonlocal before
            advance(done - before)
            before = done
            return monotonic() < end

        results = _from_here(tool(path, tried_on(jobs or min(2, processors()), going), tell=witness))
    if form == "json":
        click.echo(json.dumps(as_plain(results, settings.lang), ensure_ascii=False, indent=2))
    elif form == "markdown":
        from ..toolbox.case_page import case_page
        from ..toolbox.leaf_coverage import every_leaf_coverage

        click.echo(case_page(every_leaf_coverage(path), [each for each in results if not each.draft], {}), nl=False)
    else:
        click.echo(as_text(results, settings.lang), nl=False)
    failed = any(each.failing for each in results)
    weak = fail_under is not None and any(_weak(each, fail_under) for each in results)
    return FOUND if failed or weak else DONE


def _expect_solver() -> None:
    from ..toolbox.proofs.solver import available

    if not available():
        raise Failure(
            "extra-missing",
            "求案例需要附加包 credit-rules[analysis]，现在没有安装。",
            "Looking for cases needs the extra credit-rules[analysis], which is not installed.",
            zh_hint="请运行 pip install 'credit-rules[analysis]'，或者不用 --witness。",
            en_hint="Run pip install 'credit-rules[analysis]', or do without --witness.",
        )


def _from_here(results: tuple[PackResult, ...]) -> tuple[PackResult, ...]:
    """The results with files named from the folder of the call."""
    return tuple(
        replace(
            result,
            mutants=tuple(replace(each, span=span_from_here(each.span)) for each in result.mutants),
            failing=tuple(replace(each, span=span_from_here(each.span)) for each in result.failing),
        )
        for result in results
    )


def _weak(result: PackResult, least: float) -> bool:
    """Whether a pack that decides has cases that notice too little, or were not asked about every fault."""
    if result.draft:
        return False
    return not result.cases or result.percent < least or result.count("not-run") > 0
