"""``credit-rules schema``: the JSON Schemas of what goes in, of what comes out, and of what rule authors write."""

from __future__ import annotations

import click

from .command import Choice, argument, command, option
from .failure import DONE
from .inputs import expect_path, open_engine
from .out_file import write_out
from .settings import Settings

NAMES = ("case", "decision", "pack", "registry", "cases")


@command(
    "schema",
    words=(
        "输出案例（case）、决定（decision）、规则包（pack）、名录文件（registry）或者 cases.yaml（cases）的 JSON Schema"
        "（2020-12），由名录生成。",
        "Print the JSON Schema (2020-12) of a case, a decision, a pack, a file of the registry or a cases.yaml, generated"
        " with the registry.",
    ),
    examples=(
        "credit-rules schema case > case.schema.json",
        "credit-rules schema pack --out memoranda/schemas/pack.schema.json",
    ),
)
@argument("of", type=Choice(NAMES), metavar="|".join(NAMES), words=("哪一种", "which one"))
@option(
    "--packs",
    metavar="DIR",
    multiple=True,
    words=(
        "规则包目录，可多次给出；默认用随程序发布的",
        "a folder of packs, may be repeated; default: those that ship",
    ),
)
@option("--out", metavar="FILE", words=("写到这个文件；默认输出到屏幕", "write this file; default: standard output"))
def schema(settings: Settings, of: str, packs: tuple[str, ...], out: str | None) -> int:
    """Print or write the schema."""
    text = _text(of, packs)
    if out is None:
        click.echo(text, nl=False)
        return DONE
    write_out(out, text)
    click.echo(settings.say(f"已写入 {out}", f"{out} written"), err=True)
    return DONE


def _text(of: str, packs: tuple[str, ...]) -> str:
    from ..registry.schema_parts import schema_text

    if of == "case":
        return schema_text(open_engine(packs).case_schema())
    if of == "decision":
        return schema_text(open_engine(packs).decision_schema())
    from ..toolbox.author_schemas import author_schema

    for path in packs:
        expect_path(path)
    return schema_text(author_schema(of, packs))  # type: ignore[arg-type]
