"""``credit-rules prove``: what holds of packs in every case, each finding with a case that shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from .check import from_here, rule_texts
from .command import Choice, argument, command, option
from .failure import DONE, FOUND, Failure
from .inputs import expect_packs
from .settings import Settings

if TYPE_CHECKING:
    from ..toolbox.proofs.proof import Found
    from ..toolbox.proofs.run import Report


@command(
    "prove",
    words=(
        "对规则包求证：永远不成立或者什么也没有限制的条件、被遮蔽的措施、互相矛盾的文件、分档之间的空当等，每项附一个可以核对的案例。"
        "需要附加包 analysis。有错误时退出状态为 1。",
        "Prove packs: conditions that never hold or narrow nothing, shadowed measures, contradicting documents, gaps between"
        " steps and more, each with a case that shows it. Needs the extra analysis. Exit status 1 where there is an error.",
    ),
    examples=("credit-rules prove", "credit-rules prove memoranda/regional/360300-judgment-debtors-2017 --format json"),
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
    "--strict",
    is_flag=True,
    words=("警告也算错误", "warnings count as errors"),
)
@option(
    "--show-suppressed",
    is_flag=True,
    words=("也列出文件中说明理由放过的", "also what the files allow, with the reason"),
)
@option(
    "--format",
    "form",
    type=Choice(("text", "json", "github", "sarif")),
    default="text",
    metavar="text|json|github|sarif",
    words=("输出形式，默认 text", "form of the output, text by default"),
)
def prove(settings: Settings, path: tuple[str, ...], strict: bool, show_suppressed: bool, form: str) -> int:
    """Print every finding with its case, and the bounds within which it was looked for."""
    from ..toolbox.proofs.solver import available

    if not available():
        raise Failure(
            "extra-missing",
            "求证需要附加包 credit-rules[analysis]，现在没有安装。",
            "Proofs need the extra credit-rules[analysis], which is not installed.",
            zh_hint="请运行 pip install 'credit-rules[analysis]'。",
            en_hint="Run pip install 'credit-rules[analysis]'.",
        )
    for each in path:
        expect_packs(each)
    from ..toolbox.proofs import report as written
    from ..toolbox.proofs.run import prove as tool

    report = _from_here(tool(path))
    if form == "json":
        click.echo(written.as_json(report, settings.lang, show_allowed=show_suppressed))
    elif form == "github":
        click.echo(written.as_github(report, settings.lang), nl=False)
    elif form == "sarif":
        from .. import __version__

        rule = rule_texts(settings.lang)
        click.echo(written.as_sarif(report, settings.lang, version=__version__, rule=rule))
    else:
        from ..source.quoted_lines import line_of

        click.echo(written.as_text(report, settings.lang, line_of, show_allowed=show_suppressed), nl=False)
    if report.disputed:
        places = "、".join(f"{each.diagnostic.code} {each.diagnostic.span}" for each in report.disputed)
        raise Failure(
            "proof-disputed",
            f"求证与引擎不一致，是程序的错误，不是规则包的：{places}。请告知项目维护者（见 README）。",
            f"proof and engine disagree, which is a fault of the program and not of the packs: {places}. Please report it (see README).",
        )
    levels = {each.diagnostic.level for each in report.found} | {each.level for each in report.wrong}
    return FOUND if levels & ({"error", "warning"} if strict else {"error"}) else DONE


def _from_here(report: Report) -> Report:
    """The report with files named from the folder of the call, where they lie below it."""

    def named(found: tuple[Found, ...]) -> tuple[Found, ...]:
        return tuple(each._replace(diagnostic=from_here((each.diagnostic,))[0]) for each in found)

    return replace(
        report,
        found=named(report.found),
        allowed=named(report.allowed),
        wrong=from_here(report.wrong),
        disputed=named(report.disputed),
    )
