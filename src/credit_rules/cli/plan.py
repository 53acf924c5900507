"""``credit-rules plan``: the packs compiled to one file, with which a decision can be replayed later."""

from __future__ import annotations

import click

from .command import command, option
from .failure import DONE
from .inputs import open_engine
from .out_file import write_out
from .settings import Settings


@command(
    "plan",
    words=(
        "把规则包和名录编译成一个计划文件，供存档和以后重放。",
        "Compile packs and registry to one plan file, to be kept and replayed with.",
    ),
    examples=(
        "credit-rules plan --out plan-2018-05.json",
        "credit-rules replay case.yaml decision.json --plan plan-2018-05.json",
    ),
)
@option("--out", metavar="FILE", required=True, words=("写到哪个文件（必填）", "the file to write (required)"))
@option(
    "--packs",
    metavar="DIR",
    multiple=True,
    words=(
        "规则包目录，可多次给出；默认用随程序发布的",
        "a folder of packs, may be repeated; default: those that ship",
    ),
)
def plan(settings: Settings, out: str, packs: tuple[str, ...]) -> int:
    """Write the plan; its digest is told on standard error."""
    engine = open_engine(packs)
    write_out(out, engine.plan.json)
    rules = len(engine.plan.rules)
    digest = engine.plan.digest
    zh = f"已写入 {out}：{rules} 条措施，{digest}"
    en = f"{out} written: {rules} measure{'s' * (rules != 1)}, {digest}"
    click.echo(settings.say(zh, en), err=True)
    return DONE
