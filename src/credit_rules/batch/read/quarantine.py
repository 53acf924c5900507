"""Cases of which anything is wrong, set aside whole: every one of their rows, once, with its reasons.

A case is decided on all that is said of it or not at all: leaving out one bad record would lift a punishment, leaving
out one bad event would uphold it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...diagnostics.diagnostic import Language
from ...diagnostics.messages import message_text
from ..tables import Columns
from .columns import quoted, text
from .judge import REASONS, Loaded

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

QUARANTINE: Columns = {
    "case_id": "string",
    "table": "string",
    "file": "string",
    "row": "int64",
    "record_id": "string",
    "code": "string",
    "message": "string",
    "reasons": "array<struct<code: string, path: string, message: string>>",
    "content": "string",
}
"""The table of what was not decided: ``row`` counts from 1 in the file; ``code`` and ``message`` are the first of
``reasons``, or ``case-left-out`` where only other rows of the case are wrong; ``content`` is the row as JSON."""


def set_aside(
    connection: DuckDBPyConnection,
    loaded: Loaded,
    files: Mapping[int, str],
    wanted: Mapping[str, Columns],
    lang: Language,
) -> dict[str, str]:
    """Make the view ``quarantine`` and, for each input table, a view of the rows of cases that are decided; the rows of
    the others are taken out of the loaded tables.

    The names of those views by table.
    """
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE left_out AS SELECT DISTINCT case_id FROM {REASONS} WHERE case_id <> ''"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE reasons_of AS SELECT tbl, _file, _row,"
        " list(DISTINCT {'code': code, 'path': path, 'message': message}) AS found"
        f" FROM {REASONS} GROUP BY tbl, _file, _row"
    )
    named = ", ".join(f"({number}, {text(name)})" for number, name in files.items())
    nameless, of_those = "case_id IS NULL OR case_id = ''", "case_id IN (SELECT case_id FROM left_out)"
    for table, carried in loaded.staged.items():
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {quoted('aside_' + table)} AS SELECT * FROM {carried} WHERE {of_those}"
            f" UNION ALL SELECT * FROM {carried} WHERE {nameless}"
        )
        connection.execute(f"DELETE FROM {quoted('held_' + table)} WHERE {nameless} OR {of_those}")
    rows = " UNION ALL ".join(_rows(table, loaded, named, lang) for table in loaded.staged)
    if rows:
        connection.execute(f"CREATE OR REPLACE TEMP VIEW quarantine AS {rows}")
    views = {table: f"decided_{table}" for table in wanted}
    for table, columns in wanted.items():
        connection.execute(
            f"CREATE OR REPLACE TEMP VIEW {views[table]} AS SELECT {', '.join(map(quoted, columns))} FROM {table}"
        )
    return views


def _rows(table: str, loaded: Loaded, files: str, lang: Language) -> str:
    columns = loaded.present[table]
    whole = ", ".join(f"{text(name)}: q.{quoted(name)}" for name in columns)
    record = "q.record_id" if "record_id" in columns else "NULL"
    other = text(message_text("case-left-out", {}, lang))
    first = "list_sort(r.found)[1]"
    return (
        f'SELECT q.case_id::VARCHAR AS case_id, {text(table)} AS "table", f.name AS file, q._row::BIGINT AS "row",'
        f" {record}::VARCHAR AS record_id, coalesce({first}.code, 'case-left-out') AS code,"
        f" coalesce({first}.message, {other}) AS message, coalesce(list_sort(r.found), []) AS reasons,"
        f" to_json({{{whole}}})::VARCHAR AS content"
        f" FROM {quoted('aside_' + table)} q JOIN (VALUES {files}) f(number, name) ON f.number = q._file"
        f" LEFT JOIN reasons_of r ON r.tbl = {text(table)} AND r._file = q._file AND r._row = q._row"
    )
