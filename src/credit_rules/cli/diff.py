"""``credit-rules diff``: what differs between two trees of packs, folders or revisions of a git repository."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from .command import Choice, argument, command, option
from .failure import DONE, Failure
from .progress import progress
from .settings import Settings
from .sides import read_side

if TYPE_CHECKING:
    from ..toolbox.diff import Diff, Side
    from ..toolbox.diff_witness_words import Shown


@command(
    "diff",
    words=(
        "比较两版规则：增加、删去和改动的文件、措施（条款、条件、承受人、部门、依据、期限等）和登记内容，每处只说一次；"
        "意思不同的，附一个两边决定不同的案例。OLD、NEW 是目录，或者 git 版本 REV、REV:目录。",
        "Compare two versions of the rules: documents, measures (clause, condition, bearers, departments, basis, term and so on)"
        " and entries of the registry added, removed or changed, each told once; where the meaning differs, with a case that the"
        " two decide differently. OLD and NEW are folders, or git revisions as REV or REV:FOLDER.",
    ),
    examples=("credit-rules diff HEAD memoranda", "credit-rules diff HEAD~1:memoranda HEAD:memoranda --format json"),
)
@argument("old", words=("旧的目录或 git 版本", "the old folder or git revision"))
@argument("new", words=("新的目录或 git 版本", "the new folder or git revision"))
@option(
    "--witnesses",
    type=Choice(("auto", "always", "never")),
    default="auto",
    metavar="auto|always|never",
    words=(
        "是否求出两边决定不同的案例，默认 auto：装有附加包 analysis 时求",
        "whether to look for cases that the two decide differently; auto, the default: where the extra analysis is installed",
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
def diff(settings: Settings, old: str, new: str, witnesses: str, form: str) -> int:
    """Print what differs; that something does is no failure."""
    from ..toolbox import diff as tool

    wanted = _wanted(witnesses)
    before, after = read_side(old, tool.read_side), read_side(new, tool.read_side)
    found = tool.diff(before, after)
    shown = _looked_for(found, before, after, settings) if wanted else None
    if form == "json":
        from ..toolbox.diff_witness_words import witnessed_json

        plain = None if shown is None else {key: witnessed_json(each) for key, each in shown.items()}
        click.echo(json.dumps(tool.as_json(found, old, new, plain), ensure_ascii=False, indent=2))
    else:
        click.echo(_page(found, old, new, shown, settings, markdown=form == "markdown"), nl=False)
    disputed = [id for (_, id), each in (shown or {}).items() if each.disputed]
    if disputed:
        raise Failure(
            "proof-disputed",
            f"求出的案例与引擎不一致，是程序的错误，不是规则包的：{'、'.join(disputed)}。请告知项目维护者（见 README）。",
            f"cases and engine disagree, which is a fault of the program and not of the packs: {', '.join(disputed)}. Please report it (see README).",
        )
    return DONE


def _wanted(witnesses: str) -> bool:
    from ..toolbox.proofs.solver import available

    if witnesses == "always" and not available():
        raise Failure(
            "extra-missing",
            "求案例需要附加包 credit-rules[analysis]，现在没有安装。",
            "Looking for cases needs the extra credit-rules[analysis], which is not installed.",
            zh_hint="请运行 pip install 'credit-rules[analysis]'，或者用 --witnesses never。",
            en_hint="Run pip install 'credit-rules[analysis]', or use --witnesses never.",
        )
    return witnesses != "never" and available()


def _looked_for(found: Diff, old: Side, new: Side, settings: Settings) -> Shown:
    from ..toolbox.diff_witness import Witnesses
    from ..toolbox.diff_witness_words import look

    with progress(settings.say("求案例", "looking for cases"), len(found.changes)) as advance:
        return look(found, Witnesses(old.plan, new.plan), lambda: advance(1))


def _page(found: Diff, old: str, new: str, shown: Shown | None, settings: Settings, *, markdown: bool) -> str:
    from ..render.markdown import write_markdown
    from ..render.text import write_text
    from ..toolbox.diff_witness_words import cases_page, numbered, told
    from ..toolbox.diff_words import diff_sheet

    say = settings.say
    if shown is None:
        unseen = say("没有求两边决定不同的案例。", "Cases that the two decide differently were not looked for.")
        sheet = diff_sheet(found, old, new, settings.lang, notes=(unseen,) if found.changes else ())
        return write_markdown(sheet) if markdown else write_text(sheet)
    examples = numbered(shown)
    beside = {key: told(each, examples.get(key, []), say) for key, each in shown.items()}
    sheet = diff_sheet(found, old, new, settings.lang, beside=beside)
    page = write_markdown(sheet) if markdown else write_text(sheet)
    return page + cases_page(shown, say, markdown=markdown)
