"""``evaluate --lines``: JSON Lines in, one decision or error a line out, in the same order."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..diagnostics.diagnostic import InputError
from ..render.diagnostics import errors_object, write_errors
from .failure import DONE, FOUND, WRONG, Failure, failure_of_file, failure_of_program
from .inputs import STANDARD_INPUT, shown_name
from .settings import Settings
from .streams import expect_open_input

if TYPE_CHECKING:
    from ..engine.engine import Engine
    from ..plan.options import Options
    from .cross_check import CrossChecked

_PROGRESS_EVERY = 500
_NAMED = 20


def evaluate_lines(path: str, engine: Engine | CrossChecked, options: Options, settings: Settings) -> int:
    """Answer every line that is not blank; a wrong line is answered with its errors and the next one goes on.

    Each error carries ``line``, the number of its line in the input, from 1, blank lines counted.

    On standard error: progress where a person looks on, and at the end the numbers of the wrong lines. Gives 2 where
    a line was wrong, else 1 where two evaluators differed on one.
    """
    wrong: list[int] = []
    differing = 0
    answered = 0
    watched = sys.stderr.isatty()
    for number, line in numbered_lines(path):
        try:
            answer = engine.evaluate(line, options, name=f"{shown_name(path)}:{number}").to_json(indent=None)
        except InputError as error:
            wrong.append(number)
            answer = _with_line(errors_object(error.diagnostics, lang=settings.lang), number)
        except Exception as error:  # the other lines must be answered all the same
            wrong.append(number)
            differing += isinstance(error, Failure) and error.code == "evaluators-differ"
            failure = error if isinstance(error, Failure) else failure_of_program(error)
            message, hint = settings.say(*failure.sentences), settings.say(*failure.hints)
            told = write_errors([{"code": failure.code, "path": "", "message": message, "hint": hint}])
            answer = _with_line(told, number)
        click.echo(answer)
        answered += 1
        if watched and answered % _PROGRESS_EVERY == 0:
            click.echo(settings.say(f"\r已处理 {answered} 行", f"\r{answered} lines"), err=True, nl=False)
    if watched and answered >= _PROGRESS_EVERY:
        click.echo("\r\x1b[K", err=True, nl=False)
    if wrong:
        click.echo(_summary(answered, wrong, settings), err=True)
    return WRONG if len(wrong) > differing else FOUND if wrong else DONE


def numbered_lines(path: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file, or of standard input for ``-``, that are not blank, with their numbers from 1."""
    try:
        if path == STANDARD_INPUT:
            expect_open_input()
            yield from _not_blank(sys.stdin.buffer)
            return
        with open(path, "rb") as lines:
            yield from _not_blank(lines)
    except OSError as error:
        raise failure_of_file(shown_name(path), error) from None


def _not_blank(lines: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _with_line(answer: str, number: int) -> str:
    told = json.loads(answer)
    told["errors"] = [{**error, "line": number} for error in told["errors"]]
    return json.dumps(told, ensure_ascii=False)


def _summary(answered: int, wrong: list[int], settings: Settings) -> str:
    named = ", ".join(map(str, wrong[:_NAMED])) + (" …" if len(wrong) > _NAMED else "")
    return settings.say(
        f"共 {answered} 行，其中 {len(wrong)} 行有错（行号：{named}）。",
        f"{answered} line{'s' * (answered != 1)}, {len(wrong)} of them wrong (line{'s' * (len(wrong) != 1)} {named}).",
    )
