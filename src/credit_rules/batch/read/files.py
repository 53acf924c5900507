"""The files of a batch: which table each holds, and how it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.near_miss import nearest
from ...diagnostics.span import Span
from . import sentences as _sentences  # noqa: F401

Form = Literal["parquet", "arrow", "csv"]
FORMS: dict[str, Form] = {
    ".parquet": "parquet", ".pq": "parquet", ".arrow": "arrow", ".feather": "arrow", ".ipc": "arrow", ".csv": "csv",
}  # fmt: skip
TABLES = ("subjects", "parties", "relations", "records", "events", "inquiries")
NEEDED = ("subjects", "records")
"""What every folder of a batch has."""


class Source(NamedTuple):
    """One file: ``number`` counts all files of the batch, ``part`` the folders that each hold a batch of their own."""

    table: str
    path: Path
    form: Form
    name: str
    number: int = 0
    part: int = 0


def find_sources(folder: Path) -> tuple[Source, ...]:
    """The files of a batch, in a fixed order.

    A table is one file (``subjects.parquet``), several (``subjects-1.parquet``), or a folder of files. A folder that
    holds no table but folders of tables is a batch in parts: each part holds whole cases. :class:`InputError` where a
    table is missing, a file is of no table, or a table is written in two formats.
    """
    if not folder.is_dir():
        raise InputError([Diagnostic("table-unreadable", Span(str(folder)), values={"reason": "not a folder"})])
    parts = [folder] if _holds_tables(folder) else [each for each in _inside(folder) if each.is_dir()] or [folder]
    found: list[Source] = []
    wrong: list[Diagnostic] = []
    for number, part in enumerate(parts):
        sources, here = _of_part(part, folder)
        found += [source._replace(part=number) for source in sources]
        wrong += here
    if wrong:
        raise InputError(wrong)
    return tuple(source._replace(number=number) for number, source in enumerate(found))


def _holds_tables(folder: Path) -> bool:
    return any(_table_of(path) in TABLES for path in _inside(folder))


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "_")))


def _of_part(part: Path, root: Path) -> tuple[list[Source], list[Diagnostic]]:
    found: list[Source] = []
    wrong: list[Diagnostic] = []
    for path in _inside(part):
        table = _table_of(path)
        files = _inside(path) if path.is_dir() else [path]
        data = [(file, FORMS[file.suffix.lower()]) for file in files if file.suffix.lower() in FORMS]
        if not data:
            continue
        if table not in TABLES:
            values = {"found": path.name, "nearest": nearest(table, TABLES) or "", "known": "|".join(TABLES)}
            wrong.append(Diagnostic("table-unknown", Span(str(path)), values=values))
            continue
        found += [Source(table, file, form, file.relative_to(root).as_posix()) for file, form in data]
    for table in TABLES:
        forms = sorted({source.form for source in found if source.table == table})
        if len(forms) > 1:
            values = {"table": table, "found": "|".join(forms)}
            wrong.append(Diagnostic("table-in-two-forms", Span(str(part)), values=values))
        if not forms and table in NEEDED:
            wrong.append(Diagnostic("table-missing", Span(str(part)), values={"table": table}))
    return found, wrong


def _table_of(path: Path) -> str:
    """``subjects-0001.parquet`` is of ``subjects``, as is everything in a folder of that name."""
    return path.name.split(".")[0].split("-")[0].lower()
