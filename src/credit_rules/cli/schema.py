"""``credit-rules schema``: the JSON Schema of what goes in and of what comes out."""

from __future__ import annotations

import json

import click

from .command import Choice, argument, command, option
from .failure import DONE
from .inputs import open_engine
from .settings import Settings


@command(
    "schema",
    words=(
        "输出案例（case）或决定（decision）的 JSON Schema（2020-12），由名录生成。",
        "Print the JSON Schema (2020-12) of a case or a decision, generated with the registry.",
    ),
    examples=("credit-rules schema case > case.schema.json",),
)
@argument("of", type=Choice(("case", "decision")), metavar="case|decision", words=("哪一种", "which one"))
@option(
    "--packs",
    metavar="DIR",
    multiple=True,
    words=(
        "规则包目录，可多次给出；默认用随程序发布的",
        "a folder of packs, may be repeated; default: those that ship",
    ),
)
def schema(settings: Settings, of: str, packs: tuple[str, ...]) -> int:
    """Print the schema."""
    engine = open_engine(packs)
    wanted = engine.case_schema() if of == "case" else engine.decision_schema()
    click.echo(json.dumps(wanted, ensure_ascii=False, indent=2))
    return DONE
