"""``credit-rules check``: what is wrong with packs, before anybody is decided by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .command import Choice, argument, command, option
from .failure import DONE, FOUND
from .inputs import expect_packs
from .settings import Settings

if TYPE_CHECKING:
    from ..diagnostics.diagnostic import Diagnostic, Language
    from ..diagnostics.span import Span
    from ..render.sarif import RuleText


@command(
    "check",
    words=(
        "检查规则包和名录：格式、名称、引用、前后矛盾。有错误时退出状态为 1。",
        "Check packs and the registry: form, names, citations, contradictions. Exit status 1 where there is an error.",
    ),
    examples=("credit-rules check", "credit-rules check memoranda/regional/360300-judgment-debtors-2017 --strict"),
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
    words=("按新文件的要求检查，警告也算错误", "what a new memorandum must pass; warnings count as errors"),
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
def check(settings: Settings, path: tuple[str, ...], strict: bool, show_suppressed: bool, form: str) -> int:
    """Print every finding and how many there are."""
    from .. import Engine, __version__
    from ..render.diagnostics import write_diagnostics, write_findings, write_summary

    for each in path:
        expect_packs(each, or_registry=True)
    found = from_here(Engine.check(path, strict=strict, suppressed=True))
    standing = tuple(finding for finding in found if finding.suppressed is None)
    shown = found if show_suppressed else standing
    if form == "json":
        click.echo(write_findings(shown, suppressed=len(found) - len(standing), lang=settings.lang))
    elif form == "github":
        from ..render.github import write_github

        click.echo(write_github(standing, lang=settings.lang), nl=False)
    elif form == "sarif":
        from ..render.sarif import write_sarif

        click.echo(write_sarif(found, version=__version__, rule=rule_texts(settings.lang), lang=settings.lang))
    else:
        from ..source.quoted_lines import line_of

        click.echo(write_diagnostics(shown, lang=settings.lang, line_of=line_of), nl=False)
        click.echo(write_summary(standing, suppressed=len(found) - len(standing), lang=settings.lang), nl=False)
    grave = ("error", "warning") if strict else ("error",)
    return FOUND if any(finding.level in grave for finding in standing) else DONE


def from_here(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The findings with files named from the folder of the call, where they lie below it."""
    return tuple(replace(one, span=span_from_here(one.span)) for one in found)


def span_from_here(span: Span) -> Span:
    """The place with its file named from the folder of the call, where it lies below it."""
    path, here = Path(span.file), Path.cwd()
    below = path.is_absolute() and path.is_relative_to(here)
    return span._replace(file=path.relative_to(here).as_posix()) if below else span


def rule_texts(lang: Language) -> Callable[[str], RuleText]:
    """What each code means, for a log of findings."""
    from ..render.sarif import RuleText
    from ..toolbox.code_pages import page_of

    def text(code: str) -> RuleText:
        page = page_of(code, lang)
        return RuleText(page.message, "\n".join(filter(None, (page.reason, page.hint))))

    return text
