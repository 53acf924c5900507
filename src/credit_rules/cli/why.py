"""``credit-rules why``: why a measure is given, and why another is not (S25)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Unpack

import click

from .command import argument, command, option
from .failure import DONE, Failure
from .inputs import (
    Asked,
    deciding_options,
    no_such_measure,
    open_engine,
    options_of,
    people_of,
    read_case,
    shown_name,
    titles_of,
)
from .settings import Settings

if TYPE_CHECKING:
    from ..engine.engine import Engine


@command(
    "why",
    words=(
        "说明每项措施为什么发出、为什么不发出：用到哪些条件、记录和事实。",
        "Say of each measure why it is given or not: the conditions, records and facts used.",
    ),
    examples=(
        "credit-rules why case.yaml",
        "credit-rules why case.yaml pingxiang-2017-judgment-debtors/premium-travel",
        "credit-rules why --from province --case 1",
    ),
)
@argument(
    "case",
    required=False,
    words=("案例文件（JSON 或 YAML），“-”表示标准输入", "a case (JSON or YAML), - for standard input"),
)
@argument(
    "id",
    required=False,
    words=("只看这一项措施（规则包/措施，或单写措施）", "only this measure (pack/measure, or the measure alone)"),
)
@option(
    "--from",
    "folder",
    metavar="DIR",
    words=(
        "从成批案例的表中取出案例（见 credit-rules batch），与 --case 同用",
        "take the case from the tables of a batch (credit-rules batch), with --case",
    ),
)
@option("--case", "case_id", metavar="ID", words=("表中案例的 case_id", "case_id of the case in the tables"))
@deciding_options
def why(
    settings: Settings,
    case: str | None,
    id: str | None,
    folder: str | None,
    case_id: str | None,
    packs: tuple[str, ...],
    **asked: Unpack[Asked],
) -> int:
    """Explain all measures, or the one asked for."""
    from ..render.why_sheet import why_sheet

    if folder is not None or case_id is not None:
        from .batch_case import case_of_batch

        id, case = _only_id(case, id), None
        engine = open_engine(packs)
        data, name = case_of_batch(folder, case_id, engine.plan.vocabulary)
    elif case is None:
        raise Failure(
            "usage",
            "缺少 CASE：案例文件，或者用 --from 和 --case 从表中取。",
            "CASE is missing: a file, or a case of tables with --from and --case.",
        )
    else:
        data, name = read_case(case), shown_name(case)
        engine = open_engine(packs)
    if id is not None:
        _expect_measure(engine, id)
    explanations = engine.why(data, options_of(asked), name=name)
    if id is not None:
        explanations = tuple(each for each in explanations if id in (each.id, each.id.rpartition("/")[2]))
    from ..render.view import View

    sheet = why_sheet(explanations, id, View(settings.lang, titles_of(engine), people_of(engine, None, data, name)))
    if sys.stdout.isatty():
        from ..render.terminal import print_sheet

        print_sheet(sheet, sys.stdout)
    else:
        from ..render.text import write_text

        click.echo(write_text(sheet), nl=False)
    return DONE


def _only_id(first: str | None, second: str | None) -> str | None:
    """Beside ``--from`` the one argument that is left is the measure."""
    if second is not None:
        raise Failure(
            "usage",
            f"用 --from 时不再给案例文件，“{first}”是多余的。",
            f"with --from no file of a case is given; “{first}” is too much.",
        )
    return first


def _expect_measure(engine: Engine, identifier: str) -> None:
    known = [rule.id for rule in engine.plan.rules]
    short = [each.rpartition("/")[2] for each in known]
    if identifier not in known and identifier not in short:
        raise no_such_measure(identifier, known if "/" in identifier else short)
