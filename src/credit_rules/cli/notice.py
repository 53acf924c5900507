"""``credit-rules notice``: the rights notice of one measure, or everything that stands against one (S26, S28)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from .command import Choice, argument, command, option
from .failure import DONE, FOUND, Failure
from .inputs import Asked, deciding_options, open_engine, options_of, people_of, read_case, shown_name, titles_of
from .settings import Settings

if TYPE_CHECKING:
    from ..case.decision import Decision, MeasureView
    from ..engine.engine import Engine
    from ..render.view import View
    from ..toolbox.notice_missing import Refusal


@command(
    "notice",
    words=(
        "为一项措施出具权利告知：事实、依据、措施、责任部门、起止、信用修复、异议、救济和期限；缺任何一项都不出具，并逐项说明。提示单不是行政决定。",
        "The rights notice of one measure: facts, basis, measure, department, period, repair, objection, remedies and limits;"
        " where anything is missing it is refused and everything missing is named. Never an administrative decision.",
    ),
    examples=(
        "credit-rules notice case.yaml --measure pingxiang-2017-judgment-debtors/premium-travel --for-subject",
        "credit-rules notice case.yaml --measure premium-travel --bearer legal-representative --format html > notice.html",
    ),
)
@argument("case", words=("案例文件（JSON 或 YAML），“-”表示标准输入", "a case (JSON or YAML), - for standard input"))
@option(
    "--measure",
    required=True,
    metavar="ID",
    words=(
        "哪一项措施：规则包/措施，或单写措施，或写它的行为代码",
        "which measure: pack/measure, the measure alone, or its act",
    ),
)
@option(
    "--bearer",
    metavar="ROLE|ID",
    words=(
        "措施有几个承受人时是哪一个：职务（例如 legal-representative）或者号码",
        "which bearer, where a measure has several: a role (such as legal-representative) or the number",
    ),
)
@option(
    "--for-subject",
    is_flag=True,
    words=("给承受人本人看的：用语浅白，权利在前", "for the bearer: in plain words, rights first"),
)
@option(
    "--format",
    "form",
    type=Choice(("markdown", "html")),
    default="markdown",
    metavar="markdown|html",
    words=("输出形式，默认 markdown", "form of the output, markdown by default"),
)
@deciding_options
def notice(
    settings: Settings,
    case: str,
    measure: str,
    bearer: str | None,
    for_subject: bool,
    form: str,
    packs: tuple[str, ...],
    **asked: Unpack[Asked],
) -> int:
    """Decide the case and print the notice; nothing on standard output where it is refused."""
    from ..render.view import View
    from ..toolbox.notice import write_notice
    from ..toolbox.notice_choice import choose
    from ..toolbox.notice_missing import Refusal
    from ..toolbox.notice_sheet import notice_sheet

    data, name = read_case(case), shown_name(case)
    engine = open_engine(packs)
    decision = engine.evaluate(data, options_of(asked), name=name)
    view = View(settings.lang, titles_of(engine), people_of(engine, decision, data, name))
    chosen = choose(decision, measure, bearer, {rule.id: rule.act for rule in engine.plan.rules})
    if chosen.refusal is not None:
        return _refuse(chosen.refusal, view)
    found = write_notice(
        decision, engine.read(data, name), _one(chosen.measures, measure, decision, engine, view), engine.plan
    )
    if isinstance(found, Refusal):
        return _refuse(found, view)
    sheet = notice_sheet(found, view, for_subject=for_subject)
    if form == "html":
        from ..render.html import write_html

        click.echo(write_html(sheet, settings.lang), nl=False)
    else:
        from ..render.markdown import write_markdown

        click.echo(write_markdown(sheet), nl=False)
    return DONE


def _refuse(refusal: Refusal, view: View) -> int:
    """Everything that is missing, as one list on standard error."""
    from ..toolbox.notice_missing import refusal_lines

    click.echo("\n".join(refusal_lines(refusal, view)), err=True)
    return FOUND


def _one(found: tuple[MeasureView, ...], asked: str, decision: Decision, engine: Engine, view: View) -> MeasureView:
    """The measure that is meant; a :class:`Failure` where nobody knows it or several could be."""
    if not found:
        raise _unknown(asked, decision, engine)
    if len(found) == 1:
        return found[0]
    each = [f"{one.id}（{view.named(one.bearer.id)}，{view.roles(one.bearer.roles)}）" for one in found]
    raise Failure(
        "usage",
        f"{asked} 对应 {len(found)} 项：{'；'.join(each)}。",
        f"{asked} stands for {len(found)}: {'; '.join(each)}.",
        zh_hint="用 --measure 规则包/措施 指明措施，用 --bearer 指明承受人的职务或者号码。",
        en_hint="Name the measure as pack/measure, and its bearer by role or number with --bearer.",
    )


def _unknown(asked: str, decision: Decision, engine: Engine) -> Failure:
    """Nobody knows the measure: the nearest one, and those of the decision."""
    from ..diagnostics.near_miss import nearest

    issued = list(dict.fromkeys(measure.id for measure in decision.measures))
    known = [*issued, *(measure.act for measure in decision.measures), *(rule.id for rule in engine.plan.rules)]
    short = [each.rpartition("/")[2] for each in known]
    near = nearest(asked, known if "/" in asked else short)
    listed = "、".join(issued)
    return Failure(
        "unknown-measure",
        f"没有措施 {asked}" + (f"，是不是 {near}？" if near else "。"),
        f"there is no measure {asked}" + (f"; did you mean {near}?" if near else "."),
        zh_hint=f"本案决定中的措施：{listed}" if issued else "本案没有发出任何措施。",
        en_hint=f"Measures of this decision: {', '.join(issued)}" if issued else "No measure is issued in this case.",
    )
