"""``credit-rules replay``: decide again what is on file, and show what differs (S27)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..diagnostics.diagnostic import InputError
from .command import argument, command, option
from .failure import DONE, FOUND, Failure
from .inputs import open_engine, people_of, read_case, shown_name
from .settings import Settings

if TYPE_CHECKING:
    from ..engine.engine import Engine
    from ..render.people import People
    from ..toolbox.replay import Difference

_LONGEST = 200
_SHOWN = 50


@command(
    "replay",
    words=(
        "按存档决定的日期、地区、事项和方式重新决定，逐字节比较：相同退出状态为 0，不同为 1 并列出差异。",
        "Decide again for the days, place, matter and options of a stored decision and compare to the byte: "
        "0 identical, 1 different, with the differences.",
    ),
    examples=("credit-rules replay case.yaml decision.json --plan plan-2018-05.json",),
)
@argument("case", words=("当时的案例文件", "the case of that time"))
@argument("decision", words=("存档的决定（JSON）", "the stored decision (JSON)"))
@option(
    "--plan",
    metavar="FILE",
    words=("当时的计划文件（由 plan 命令写出）", "the plan of that time, as the command plan wrote it"),
)
@option(
    "--packs",
    metavar="DIR",
    multiple=True,
    words=(
        "规则包目录，可多次给出；默认用随程序发布的",
        "a folder of packs, may be repeated; default: those that ship",
    ),
)
def replay(settings: Settings, case: str, decision: str, plan: str | None, packs: tuple[str, ...]) -> int:
    """Replay and print the differences."""
    from ..toolbox import replay as again

    say = settings.say
    if plan and packs:
        raise Failure("usage", "--plan 与 --packs 只能用一个。", "--plan and --packs do not go together.")
    data, stored, name = read_case(case), read_case(decision), shown_name(case)
    engine = _engine_of_plan(plan) if plan else open_engine(packs)
    try:
        outcome = again.replay(engine, data, stored, name=name)
    except again.NotADecision:
        raise Failure(
            "not-a-decision",
            f"{decision} 不是本程序输出的决定（JSON）。",
            f"{decision} is not a decision of this program (JSON).",
            zh_hint="用 evaluate --format json 的输出。",
            en_hint="Use what evaluate --format json writes.",
        ) from None
    if outcome.identical:
        click.echo(say("相同。", "Identical."))
        return DONE
    if not outcome.differences:
        click.echo(
            say(
                "内容相同，只有排版（空格、换行或键的顺序）不同。",
                "Same content; only spaces, line breaks or the order of keys differ.",
            )
        )
        return FOUND
    people = people_of(engine, None, data, name)
    count = len(outcome.differences)
    click.echo(say(f"不同，共 {count} 处：", f"Different in {count} place{'s' * (count != 1)}:"))
    for sentence in _origins(outcome.differences):
        click.echo(say(*sentence))
    for difference in outcome.differences[:_SHOWN]:
        click.echo(_shown(difference, people, settings))
    more = count - _SHOWN
    if more > 0:
        click.echo(say(f"……另有 {more} 处。", f"... and {more} more."))
    return FOUND


def _engine_of_plan(path: str) -> Engine:
    from .. import Engine
    from ..source.files import read_bytes
    from ..source.limits import Limits

    data, found = read_bytes(path, limits=Limits(size=256 * 1024 * 1024))
    if data is None:
        raise InputError(found)
    try:
        return Engine.from_plan(data.decode())
    except InputError:
        raise
    except ValueError:
        raise Failure(
            "not-a-plan",
            f"{path} 不是本版本能读的计划文件。",
            f"{path} is not a plan that this version reads.",
            zh_hint="用 credit-rules plan --out 文件 写出的文件。",
            en_hint="Use a file that credit-rules plan --out FILE wrote.",
        ) from None


def _shown(difference: Difference, people: People, settings: Settings) -> str:
    say = settings.say

    def value(text: str | None) -> str:
        if text is None:
            return say("（没有）", "(not there)")
        text = people.without_numbers(text)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    path = people.without_numbers(difference.path)
    return f"{path}\n    {say('存档：', 'stored: ')}{value(difference.stored)}\n    {say('现在：', 'now:    ')}{value(difference.now)}"


def _origins(found: tuple[Difference, ...]) -> Iterator[tuple[str, str]]:
    """What of the rules and the program changed meanwhile, which may explain the rest."""
    paths = {difference.path for difference in found}
    if "/plan/digest" in paths:
        yield (
            "规则计划与当时不同：规则包或名录已有变动；用 --plan 指定当时的计划文件可以排除这一原因。",
            "The plan is not that of the time: packs or registry have changed; give the plan of the time with --plan.",
        )
    if "/engine/version" in paths:
        yield "引擎版本与当时不同。", "The version of the engine is not that of the time."
