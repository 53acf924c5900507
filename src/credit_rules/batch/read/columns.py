"""Columns of an input table: which there are, of which types they may come, and how they become typed.

What comes of a type that tables keep is kept; what may be wrong in a single row (a day or a number as text) is carried
as text, so that the row can be quoted as it was and the readers of single cases can say what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.near_miss import nearest
from ...diagnostics.span import Span
from ..tables import Columns
from . import sentences as _sentences  # noqa: F401

Types = Mapping[str, str]
"""Names of columns and their types as DuckDB writes them."""

REQUIRED: dict[str, tuple[str, ...]] = {
    "subjects": ("case_id", "id", "kind"),
    "parties": ("case_id", "id", "kind"),
    "relations": ("case_id", "id", "kind", "role", "since"),
    "records": ("case_id", "record_id", "list", "determined_by", "document_number", "decided_on"),
    "events": ("case_id", "record_id", "position", "type", "on"),
    "inquiries": ("case_id",),
}
_DECIMAL = re.compile(r"DECIMAL\((\d+),\s*(\d+)\)")
_SMALL = ("TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT")
_WHOLE = (*_SMALL, "UINTEGER", "BIGINT", "UBIGINT", "HUGEINT", "UHUGEINT")
_FITTING = {"int32": _SMALL, "int64": (*_SMALL, "UINTEGER", "BIGINT"), "decimal(24, 6)": (*_SMALL, "UINTEGER")}
"""The whole numbers that always fit a column of that type; others are carried as text."""
_TIMES = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
DUCK = {
    "string": "VARCHAR", "date": "DATE", "boolean": "BOOLEAN", "int64": "BIGINT", "int32": "INTEGER",
    "decimal(24, 6)": "DECIMAL(24,6)", "array<string>": "VARCHAR[]",
}  # fmt: skip
"""The types of ``tables.py`` as DuckDB writes them."""


class Carried(NamedTuple):
    """How a column is carried from its file: the expression, and the type that it then has."""

    sql: str
    type: str


def carried(name: str, type: str, wanted: str) -> Carried | None:
    """How a column of a file is carried; ``None`` where its type is none that it may come in.

    A count may come as a float, as pandas keeps whole numbers of which some are missing; an amount never.
    """
    column = quoted(name)
    whole = DUCK[wanted]
    if type == "VARCHAR" or type == whole:
        return Carried(column, type)
    if wanted == "string" and type.startswith("ENUM"):
        return Carried(f"{column}::VARCHAR", "VARCHAR")
    if wanted == "date" and type in _TIMES:
        day = f"{column}::TIMESTAMP"
        told = f"CASE WHEN {day} = date_trunc('day', {day}) THEN {day}::DATE::VARCHAR ELSE {day}::VARCHAR END"
        return Carried(told, "VARCHAR")
    if type in _FITTING.get(wanted, ()):
        return Carried(f"{column}::{whole}", whole)
    if type in _WHOLE and wanted in _FITTING:
        return _text(column)
    if type in ("DOUBLE", "FLOAT") and wanted in ("int64", "int32"):
        told = f"CASE WHEN {column} = trunc({column}) AND abs({column}) < 9e15 THEN {column}::BIGINT::VARCHAR"
        return Carried(f"{told} ELSE {column}::VARCHAR END", "VARCHAR")
    if wanted.startswith("decimal") and (found := _DECIMAL.fullmatch(type)):
        width, scale = int(found[1]), int(found[2])
        if scale <= 6 and width - scale <= 18:
            return Carried(f"{column}::{whole}", whole)
        return _text(column) if not scale else Carried(f"rtrim(rtrim({column}::VARCHAR, '0'), '.')", "VARCHAR")
    return None


def _text(column: str) -> Carried:
    return Carried(f"{column}::VARCHAR", "VARCHAR")


def typed(name: str, type: str, wanted: str) -> str:
    """The expression of a carried column as its type in ``tables.py``; null where the text says no such value."""
    column = quoted(name)
    if type == DUCK[wanted]:
        return column
    match wanted:
        case "date":
            told = f"regexp_full_match({column}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}') AND {column} >= '0001'"
            return f"CASE WHEN {told} THEN TRY_CAST({column} AS DATE) END"
        case "boolean":
            return f"CASE {column} WHEN 'true' THEN true WHEN 'false' THEN false END"
        case "int64" | "int32":
            told = f"regexp_full_match({column}, '-?(0|[1-9][0-9]*)')"
            return f"CASE WHEN {told} THEN TRY_CAST({column} AS {DUCK[wanted]}) END"
        case "decimal(24, 6)":
            told = f"regexp_full_match({column}, '-?(0|[1-9][0-9]{{0,17}})(\\.[0-9]{{1,6}})?')"
            return f"CASE WHEN {told} THEN TRY_CAST({column} AS DECIMAL(24,6)) END"
        case _:
            return f"CASE {column} WHEN '[]' THEN []::VARCHAR[] ELSE string_split({column}, '|') END"


def check_columns(table: str, found: Types, wanted: Columns, file: str, empty: frozenset[str]) -> list[Diagnostic]:
    """What is wrong with the columns of a file; ``empty`` are those that hold nothing, which may be of any type.

    Codes: ``column-unknown``, ``column-missing``, ``column-of-another-type``.
    """
    wrong = []
    place = Span(file)
    for name, type in found.items():
        if name not in wanted:
            values = {"table": table, "found": name, "nearest": nearest(name, wanted) or ""}
            wrong.append(Diagnostic("column-unknown", place, values=values))
        elif name not in empty and carried(name, type, wanted[name]) is None:
            values = {"column": name, "type": wanted[name], "found": type.lower()}
            wrong.append(Diagnostic("column-of-another-type", place, values=values))
    for name in REQUIRED[table]:
        if name not in found:
            wrong.append(Diagnostic("column-missing", place, values={"table": table, "column": name}))
    return wrong


def quoted(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """A text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def words(values: Iterable[str]) -> str:
    """A list of texts as SQL writes it after ``IN``."""
    return "(" + ", ".join(map(text, values)) + ")"
