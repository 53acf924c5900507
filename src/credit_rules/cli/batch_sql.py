"""``credit-rules batch --sql``: the statements of a batch for another engine, printed or one file each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .failure import DONE, Failure, failure_of_file
from .settings import Settings

if TYPE_CHECKING:
    from ..batch.run.settings import Task
    from ..batch.sql.writing_store import Statement


def write_statements(task: Task, dialect: str, without: Sequence[str], out: str | None, settings: Settings) -> int:
    """Write them in their order; what the dialect cannot say is an :class:`~credit_rules.InputError`."""
    from ..batch.run.statements import statements_of

    folder = None if out is None else Path(out)
    if folder is not None and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Failure(
            "folder-not-empty",
            f"{folder} 不是空文件夹；请另给一个。",
            f"{folder} is not an empty folder; name another.",
        )
    script = statements_of(task, dialect, without)
    if folder is None:
        for statement in script.statements:
            click.echo(_text(statement))
    else:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for number, statement in enumerate(script.statements, 1):
                (folder / f"{number:04}-{statement.table}.sql").write_text(_text(statement), encoding="utf-8")
        except OSError as error:
            raise failure_of_file(str(error.filename or folder), error) from None
    click.echo(_told(len(script.statements), script.decided, script.cases, dialect, without, settings), err=True)
    return DONE


def _text(statement: Statement) -> str:
    return f"-- {statement.stage}\n{statement.sql};\n"


def _told(number: int, decided: int, cases: int, dialect: str, without: Sequence[str], settings: Settings) -> str:
    left_out = "、".join(without) or settings.say("无", "none")
    return settings.say(
        f"{dialect}：{number} 条语句，按 {cases} 个案例中 {decided} 个有效案例的日期、地区和名单写成；略去的措施：{left_out}。",
        f"{dialect}: {number} statements, for the days, places and lists of the {decided} valid ones of {cases} cases;"
        f" measures left out: {left_out}.",
    )
