"""Where the tables of a batch are while it is decided: DuckDB here, another engine with the same few verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import ibis

from .tables import Columns

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]


class Store(Protocol):
    """What stages ask of an engine. Expressions say what holds; the store says when they are worked out."""

    def keep(self, table: ibis.Table) -> ibis.Table:
        """The table worked out now, to be looked at often."""

    def rows(self, table: ibis.Table) -> list[Row]:
        """A small table as Python values, to prepare what depends on few distinct values."""

    def prepared(self, rows: Sequence[Row], columns: Columns) -> ibis.Table:
        """A small table of Python values."""

    def free(self, *tables: ibis.Table) -> None:
        """Kept tables that nothing will look at any more."""


class DuckStore:
    """DuckDB in this process; ``memory`` as DuckDB writes it (``1.5GiB``), beyond it tables go to ``folder``."""

    def __init__(self, threads: int | None = None, memory: str | None = None, folder: str | None = None):
        wanted = {"threads": threads, "memory_limit": memory, "temp_directory": folder}
        self.connection = ibis.duckdb.connect(**{name: value for name, value in wanted.items() if value is not None})
        self.connection.raw_sql("SET preserve_insertion_order = false")
        self._made = 0

    def load(self, tables: Mapping[str, pyarrow.Table]) -> dict[str, ibis.Table]:
        """Arrow tables as tables of the engine, under their names."""
        return {name: self.connection.create_table(name, table, temp=True) for name, table in tables.items()}

    def keep(self, table: ibis.Table) -> ibis.Table:
        return self.connection.create_table(self._name(), table, temp=True)

    def rows(self, table: ibis.Table) -> list[Row]:
        found: list[Row] = self.connection.to_pyarrow(table).to_pylist()
        return found

    def prepared(self, rows: Sequence[Row], columns: Columns) -> ibis.Table:
        import pyarrow

        table = pyarrow.Table.from_pylist(list(rows), ibis.schema(columns).to_pyarrow())
        return self.connection.create_table(self._name(), table, temp=True)

    def free(self, *tables: ibis.Table) -> None:
        for table in tables:
            self.connection.drop_table(table.op().name, database=("temp", "main"))

    def close(self) -> None:
        """Let go of the engine and of everything kept."""
        self.connection.disconnect()

    def _name(self) -> str:
        self._made += 1
        return f"kept_{self._made}"
