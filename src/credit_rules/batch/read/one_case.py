"""One case out of a folder of tables, to be read and explained as a single case is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...registry.vocabulary import Vocabulary
from ..tables import inputs
from .columns import DUCK, quoted, text
from .files import find_sources
from .rows import CaseReader, Plain, Row
from .stage import PLACE, expect_columns, relation_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def case_in(folder: Path, id: str, vocabulary: Vocabulary) -> Plain | None:
    """The case of an id as the mapping that its JSON would hold; ``None`` where ``subjects`` has not just one such row.

    :class:`~credit_rules.InputError` where a table or column is wrong.
    """
    import duckdb

    rows: dict[str, list[Row]] = {}
    with duckdb.connect() as connection:
        sources = find_sources(folder)
        types = expect_columns(connection, sources, inputs(vocabulary))
        for source in sources:
            if source.number in types:
                with relation_of(connection, source, types[source.number], inputs(vocabulary)[source.table]) as sql:
                    rows.setdefault(source.table, []).extend(_of_case(connection, sql, id))
    if len(rows.get("subjects", ())) != 1:
        return None
    return CaseReader(vocabulary).case(rows).plain


def _of_case(connection: DuckDBPyConnection, sql: str, id: str) -> list[Row]:
    described = connection.execute(f"DESCRIBE SELECT * FROM {sql}").fetchall()
    columns = [
        f"{quoted(name)}::VARCHAR AS {quoted(name)}" if type == DUCK["date"] else quoted(name)
        for name, type, *_ in described
    ]
    query = f"SELECT {', '.join(columns)} FROM {sql} WHERE case_id::VARCHAR = {text(id)} ORDER BY {', '.join(PLACE)}"
    found = connection.execute(query)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
