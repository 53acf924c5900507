"""Tables in memory as a partition: carried as the columns of files are, their rows numbered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...diagnostics.diagnostic import InputError
from ...registry.vocabulary import Vocabulary
from ..tables import inputs
from .columns import carried, check_columns, quoted
from .frames import as_arrow

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def carried_tables(
    connection: DuckDBPyConnection, tables: Mapping[str, Any], vocabulary: Vocabulary
) -> tuple[dict[str, str], dict[int, str]]:
    """SQL that reads the carried rows of each table, and the names of the tables by number.

    :class:`InputError` with all that is wrong with their columns.
    """
    import pyarrow

    wanted = inputs(vocabulary)
    staged, files, wrong = {}, {}, []
    for number, (name, table) in enumerate(as_arrow(tables, vocabulary).items()):
        rows = pyarrow.array(range(1, table.num_rows + 1), pyarrow.int64())
        connection.register(f"given_{name}", table.append_column("_row", rows))
        described = connection.execute(f"DESCRIBE SELECT * EXCLUDE (_row) FROM given_{name}").fetchall()
        types = {row[0]: row[1] for row in described}
        empty = frozenset(
            field.name
            for field, column in zip(table.schema, table.columns, strict=True)
            if column.null_count == len(column)
        )
        wrong += check_columns(name, types, wanted[name], name, empty)
        parts = {
            column: carried(column, type, wanted[name].get(column, "string"))
            for column, type in types.items()
            if column not in empty or column == "case_id"
        }
        columns = [f"{part.sql} AS {quoted(column)}" for column, part in parts.items() if part is not None]
        staged[name] = f"(SELECT {', '.join(columns)}, 0 AS _in, {number} AS _file, _row FROM given_{name})"
        files[number] = name
    if wrong:
        raise InputError(wrong)
    return staged, files
