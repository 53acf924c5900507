"""The rows of one partition as the tables of ``tables.inputs``, each row with its place in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tables import Columns
from .columns import DUCK, quoted, typed
from .stage import PLACE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MISREAD = "_misread"
"""Whether a column holds text that says no value of its type."""


def load(connection: DuckDBPyConnection, table: str, staged: str | None, wanted: Columns) -> dict[str, str]:
    """The table under its name, with the place of each row and whether something in it was misread.

    ``staged`` is SQL that reads carried rows (``stage.py``); ``None`` is a table without rows. Columns that the files
    do not have are null. The columns that they do have, with the types in which they are carried.
    """
    connection.execute(f"DROP VIEW IF EXISTS {quoted(table)}; DROP TABLE IF EXISTS {quoted('held_' + table)}")
    types: dict[str, str] = {}
    if staged is not None:
        rows = connection.execute(f"DESCRIBE SELECT * FROM {staged}").fetchall()
        types = {row[0]: row[1] for row in rows if row[0] not in PLACE}
    columns = [f"{typed(name, type, wanted[name])} AS {quoted(name)}" for name, type in types.items()]
    columns += [
        f"{typed(name, type, wanted[name])} IS NULL AND {quoted(name)} IS NOT NULL AS {quoted('?' + name)}"
        for name, type in types.items()
        if type != DUCK[wanted[name]]
    ]
    doubtful = [quoted("?" + name) for name, type in types.items() if type != DUCK[wanted[name]]]
    places = [f"{name}::BIGINT AS {name}" for name in PLACE]
    misread = f"{' OR '.join(doubtful) or 'false'} AS {MISREAD}"
    if staged is None:
        held = f"SELECT {', '.join(f'NULL::BIGINT AS {name}' for name in PLACE)}, false AS {MISREAD} LIMIT 0"
    else:
        inner = f"SELECT {', '.join([*columns, *places])} FROM {staged}"
        kept = ", ".join([*map(quoted, types), *PLACE, misread])
        held = f"SELECT {kept} FROM ({inner})"
    connection.execute(f"CREATE TEMP TABLE {quoted('held_' + table)} AS {held}")
    every = [
        quoted(name) if name in types else f"NULL::{DUCK[type]} AS {quoted(name)}" for name, type in wanted.items()
    ]
    shown = ", ".join([*every, *PLACE, MISREAD])
    connection.execute(f"CREATE TEMP VIEW {quoted(table)} AS SELECT {shown} FROM {quoted('held_' + table)}")
    return types
