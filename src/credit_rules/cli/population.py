"""A file of cases: JSON Lines, or one YAML or JSON document that holds a list of cases or one case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics.diagnostic import InputError
from .failure import DONE, WRONG
from .inputs import STANDARD_INPUT
from .lines import numbered_lines
from .settings import Settings

if TYPE_CHECKING:
    from ..toolbox.impact_cases import Numbered, Wrong

DOCUMENTS = (".yaml", ".yml", ".json")
"""Endings of files that are one document; anything else is JSON Lines."""
LINE_END = b"\r\n"
"""What ends a line and is no part of its case."""
_LARGEST = 64 * 1024 * 1024


def cases_in(path: str) -> Iterator[Numbered]:
    """The cases of a file with the numbers of their lines; :class:`InputError` where a document cannot be read."""
    from ..toolbox.impact_cases import Numbered

    if not is_document(path):
        yield from (Numbered(number, line.rstrip(LINE_END)) for number, line in numbered_lines(path))
        return
    from ..source.files import read_file
    from ..source.limits import DEFAULT_LIMITS
    from ..source.node import Sequence as Items

    node, found = read_file(path, limits=DEFAULT_LIMITS._replace(size=_LARGEST, values=_LARGEST))
    if node is None or any(one.level == "error" for one in found):
        raise InputError(found)
    cases = node.items if isinstance(node, Items) else [node]
    yield from (Numbered(case.span.line, case) for case in cases)


def number_of_cases(path: str) -> int | None:
    """How many lines of a file are not blank; ``None`` where that is not known before it is read."""
    if path == STANDARD_INPUT or is_document(path) or not Path(path).is_file():
        return None
    return sum(1 for _ in numbered_lines(path))


def is_document(path: str) -> bool:
    """Whether a file is read as one document."""
    return path != STANDARD_INPUT and Path(path).suffix.lower() in DOCUMENTS


def refused(wrong: Sequence[Wrong], read: int, settings: Settings) -> int:
    """Say on standard error what is wrong with which cases, and how many; the exit status, 2 where one is.

    With ``--format json`` all of it is one object, each error with the ``line`` of its case.
    """
    if not wrong:
        return DONE
    from ..render.diagnostics import write_diagnostics, write_errors

    if settings.json_errors:
        plain = (each.plain(settings.lang) for each in wrong)
        click.echo(
            write_errors([{**error, "line": each["line"]} for each in plain for error in each["errors"]]), err=True
        )
        return WRONG

    for each in wrong:
        click.echo(write_diagnostics(each.found, lang=settings.lang), err=True, nl=False)
    told = settings.say(
        f"共 {read} 个案例，其中 {len(wrong)} 个有错，未计入。",
        f"{read} case{'s' * (read != 1)}, {len(wrong)} of them wrong and not counted.",
    )
    click.echo(told, err=True)
    return WRONG
