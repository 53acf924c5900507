"""Where the tables of a batch are while it is decided: DuckDB here, another engine with the same few verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import ibis
from ibis.expr.operations import ScalarUDF

from .tables import Columns

if TYPE_CHECKING:
    import pyarrow

Row = dict[str, Any]
Tables = Mapping[str, ibis.Table]


class Store(Protocol):
    """What stages ask of an engine. Expressions say what holds; the store says when they are worked out."""

    def keep(self, table: ibis.Table) -> ibis.Table:
        """The table worked out now, to be looked at often."""

    def rows(self, table: ibis.Table) -> list[Row]:
        """A small table as Python values, to prepare what depends on few distinct values."""

    def prepared(self, rows: Sequence[Row], columns: Columns, instead: ibis.Table | None = None) -> ibis.Table:
        """A small table of Python values; ``instead`` of one prepared before, in all that looks at it."""

    def free(self, *tables: ibis.Table) -> None:
        """Kept tables that nothing will look at any more."""

    def repeat(self, key: str, tables: Tables, work: Callable[[Tables], Tables]) -> Tables:
        """What ``work`` makes of tables by keeping and freeing alone: the same every time, so that a store may know the
        second time what was done the first."""


@dataclass
class Script:
    """The statements of some work in their order, and the tables that it gave."""

    key: str
    steps: list[str]
    found: Tables


class DuckStore:
    """DuckDB in this process; ``memory`` as DuckDB writes it (``1.5GiB``), beyond it tables go to ``folder``."""

    def __init__(self, threads: int | None = None, memory: str | None = None, folder: str | None = None):
        wanted = {"threads": threads, "memory_limit": memory, "temp_directory": folder}
        self.connection = ibis.duckdb.connect(**{name: value for name, value in wanted.items() if value is not None})
        self.connection.raw_sql("SET preserve_insertion_order = false")
        self._made = 0
        self._scripts: dict[str, Script] = {}
        self._script: Script | None = None

    def load(self, tables: Mapping[str, pyarrow.Table]) -> dict[str, ibis.Table]:
        """Arrow tables as tables of the engine, under their names."""
        return {name: self.connection.create_table(name, table, temp=True) for name, table in tables.items()}

    def keep(self, table: ibis.Table) -> ibis.Table:
        name = self._name()
        columns = ", ".join(one.sql("duckdb") for one in table.schema().to_sqlglot_column_defs("duckdb"))
        steps = (
            f"CREATE OR REPLACE TEMP TABLE {name} ({columns})",
            f"INSERT INTO {name} {self.connection.compile(table)}",
        )
        if self._script is not None:
            self._script.steps.extend(steps)
        if table.op().find(ScalarUDF):  # the engine is told of the function
            return self.connection.create_table(name, table, temp=True, overwrite=True)
        for step in steps:
            self.connection.raw_sql(step)
        return self.connection.table(name, database=("temp", "main"))

    def rows(self, table: ibis.Table) -> list[Row]:
        found: list[Row] = self.connection.to_pyarrow(table).to_pylist()
        return found

    def prepared(self, rows: Sequence[Row], columns: Columns, instead: ibis.Table | None = None) -> ibis.Table:
        import pyarrow

        table = pyarrow.Table.from_pylist(list(rows), ibis.schema(columns).to_pyarrow())
        name = self._name() if instead is None else instead.op().name
        return self.connection.create_table(name, table, temp=True, overwrite=instead is not None)

    def free(self, *tables: ibis.Table) -> None:
        for table in tables:
            drop = f"DROP TABLE IF EXISTS {table.op().name}"
            self.connection.raw_sql(drop)
            if self._script is not None:
                self._script.steps.append(drop)

    def repeat(self, key: str, tables: Tables, work: Callable[[Tables], Tables]) -> Tables:
        """What ``work`` makes of tables, by the statements that it came to the first time; their names are the same."""
        views = {}
        for name, table in tables.items():
            view = f"{key}_{name}"
            self.connection.raw_sql(f"CREATE OR REPLACE TEMP VIEW {view} AS {self.connection.compile(table)}")
            views[name] = view
        if key in self._scripts:
            for step in self._scripts[key].steps:
                self.connection.raw_sql(step)
            return self._scripts[key].found
        script = self._script = Script(key, [], {})
        try:
            script.found = work({name: self.connection.table(view) for name, view in views.items()})
        finally:
            self._script = None
        self._scripts[key] = script
        return script.found

    def close(self) -> None:
        """Let go of the engine and of everything kept."""
        self.connection.disconnect()

    def _name(self) -> str:
        if self._script is not None:
            return f"{self._script.key}_{len(self._script.steps)}"
        self._made += 1
        return f"kept_{self._made}"
