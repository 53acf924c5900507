"""``credit-rules evaluate``: decide one case, or one a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from .command import Choice, argument, command, option
from .failure import DONE, Failure
from .inputs import Asked, deciding_options, open_engine, options_of, read_case, shown_name, titles_of
from .settings import Settings

if TYPE_CHECKING:
    from ..case.decision import Decision
    from ..case.model import Case
    from ..engine.engine import Engine
    from ..plan.options import Options
    from ..render.sheet import Sheet
    from ..render.view import View
    from .by_batch import ByBatch
    from .cross_check import CrossChecked


@command(
    "evaluate",
    words=(
        "对一个案例给出措施提示：哪些措施适用、由谁承受、依据什么、如何解除。",
        "Decide a case: which measures apply, to whom, on what ground, and how they end.",
    ),
    examples=(
        "credit-rules evaluate case.yaml --as-of 2018-05-10 --region 360300 --matter government-procurement",
        "credit-rules evaluate cases.jsonl --lines > decisions.jsonl",
    ),
)
@argument("case", words=("案例文件（JSON 或 YAML），“-”表示标准输入", "a case (JSON or YAML), - for standard input"))
@deciding_options
@option(
    "--evaluator",
    type=Choice(("matcher", "durable", "batch")),
    default="matcher",
    metavar="matcher|durable|batch",
    words=("评估器，默认 matcher", "evaluator, matcher by default"),
)
@option("--cross-check", is_flag=True, words=("用第二个评估器核对", "check with a second evaluator"))
@option(
    "--format",
    "form",
    type=Choice(("text", "json", "markdown", "html")),
    metavar="text|json|markdown|html",
    words=("输出形式，默认 text", "form of the output, text by default"),
)
@option(
    "--brief",
    is_flag=True,
    words=(
        "不计入所办事项的措施各写一行",
        "measures that do not count for the matter on a line each",
    ),
)
@option(
    "--lines",
    is_flag=True,
    words=(
        "输入为 JSON Lines：每行一个案例；每行输出一个决定或错误，顺序相同",
        "JSON Lines in: one case a line; one decision or error a line out, in the same order",
    ),
)
def evaluate(
    settings: Settings,
    case: str,
    packs: tuple[str, ...],
    evaluator: str,
    cross_check: bool,
    form: str | None,
    brief: bool,
    lines: bool,
    **asked: Unpack[Asked],
) -> int:
    """Read the case, decide it and write the decision."""
    if lines:
        from .lines import evaluate_lines

        _expect_single(evaluator)
        if form not in (None, "json"):
            raise Failure(
                "usage",
                f"--lines 只输出 JSON，不能与 --format {form} 同用。",
                f"--lines writes JSON only and does not go with --format {form}.",
            )
        engine = _engine(packs, evaluator)
        return evaluate_lines(case, _checked(engine) if cross_check else engine, options_of(asked), settings)
    data, name = read_case(case), shown_name(case)
    engine = _engine(packs, evaluator)
    deciding = _by_batch(engine) if evaluator == "batch" else _checked(engine) if cross_check else engine
    found, decision = deciding.evaluate_with_case(data, options_of(asked), name=name)
    if form == "json":
        click.echo(decision.to_json())
    else:
        from ..render.decision_sheet import decision_sheet
        from ..render.people import People
        from ..render.view import View

        view = View(settings.lang, titles_of(engine), People.of(decision, found))
        if form == "html":
            sheet = _report(engine, found, decision, options_of(asked), view, brief=brief, name=name)
        else:
            sheet = decision_sheet(decision, view, brief=brief)
        write(sheet, settings, form or "text")
    return DONE


def _report(
    engine: Engine, case: Case, decision: Decision, options: Options, view: View, *, brief: bool, name: str
) -> Sheet:
    """The page with what only it has: the days of the case, the measures by department, and why others are not given."""
    from ..engine.near import near
    from ..render.by_department import by_department
    from ..render.decision_sheet import decision_sheet
    from ..render.not_given import not_given
    from ..render.timeline import timeline

    missed = near(engine.why(case, options, name=name), decision, engine.plan)
    return decision_sheet(
        decision,
        view,
        brief=brief,
        overview=(timeline(decision, case, view), by_department(decision, view)),
        not_given=(not_given(missed, decision, view),),
    )


def write(sheet: Sheet, settings: Settings, form: str) -> None:
    """The page on standard output; with weight and colour where that is a terminal."""
    if form == "html":
        from ..render.html import write_html

        click.echo(write_html(sheet, settings.lang), nl=False)
    elif form == "markdown":
        from ..render.markdown import write_markdown

        click.echo(write_markdown(sheet), nl=False)
    elif sys.stdout.isatty():
        from ..render.terminal import print_sheet

        print_sheet(sheet, sys.stdout)
    else:
        from ..render.text import write_text

        click.echo(write_text(sheet), nl=False)


def _engine(packs: tuple[str, ...], evaluator: str) -> Engine:
    """The engine, with the evaluator asked for."""
    engine = open_engine(packs)
    return engine.with_evaluator("durable") if evaluator == "durable" else engine


def _by_batch(engine: Engine) -> ByBatch:
    """The engine with the tables of a batch beside it, which is a cross-check already."""
    from .by_batch import ByBatch

    return ByBatch(engine)


def _checked(engine: Engine) -> CrossChecked:
    """The engine with a second evaluator beside it."""
    from .cross_check import CrossChecked

    return CrossChecked(engine)


def _expect_single(evaluator: str) -> None:
    """A :class:`Failure` where many cases are to be decided over tables one by one."""
    if evaluator == "batch":
        raise Failure(
            "usage",
            "--lines 不能与 --evaluator batch 同用；成批案例请用 credit-rules batch。",
            "--lines does not go with --evaluator batch; decide many cases with credit-rules batch.",
        )
