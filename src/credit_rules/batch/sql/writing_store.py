"""A store that works on DuckDB and writes down, in another dialect, what it does there."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import ibis
from ibis.expr.operations import ScalarUDF

from ..duck_store import DuckStore
from ..store import Row, Tables
from ..tables import Columns
from .dialect import Dialect, Unsayable

STAGES = ("credit_rules.batch.life.", "credit_rules.batch.match.", "credit_rules.batch.decide.")


class Statement(NamedTuple):
    """One statement: the table it is about, the stage it belongs to, and its text."""

    table: str
    stage: str
    sql: str


class WritingStore:
    """What is kept is worked out by ``store`` too, since stages ask for the days, places and lists of the cases."""

    def __init__(self, store: DuckStore, dialect: Dialect):
        self.store, self.dialect = store, dialect
        self.statements: list[Statement] = []
        self.refused: dict[str, list[str]] = {}
        """What the dialect cannot say, and the stages that need it."""
        self._made = 0

    def given(self, tables: Mapping[str, tuple[str, Columns]]) -> dict[str, ibis.Table]:
        """The input tables: by name the view in the store that holds their rows, and their columns."""
        found = {}
        for name, (view, columns) in tables.items():
            if view != name:
                self.store.connection.raw_sql(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM {view}")
            self._write(name, lambda: [self.dialect.create(name, columns, unless_there=True)])  # noqa: B023  now
            found[name] = ibis.table(columns, name=name)
        return found

    def keep(self, table: ibis.Table) -> ibis.Table:
        name = self._name()
        written = self._write(name, lambda: [self.dialect.create_as(name, table)])
        if table.op().find(ScalarUDF):  # the engine is told of the function
            self.store.connection.create_table(name, table)
        elif self.dialect.name == "duckdb" and written:
            self.store.connection.raw_sql(written[0])
        else:
            self.store.connection.raw_sql(f"CREATE TABLE {name} AS {self.store.connection.compile(table)}")
        return ibis.table(table.schema(), name=name)

    def output(self, name: str, table: ibis.Table) -> None:
        """The last statements: tables of the decision."""
        self._write(name, lambda: [self.dialect.create_as(name, table)])

    def rows(self, table: ibis.Table) -> list[Row]:
        return self.store.rows(table)

    def prepared(self, rows: Sequence[Row], columns: Columns, instead: ibis.Table | None = None) -> ibis.Table:
        if instead is not None:
            raise ValueError("statements are written for one batch")
        name = self._name()
        self._write(name, lambda: [self.dialect.create(name, columns), *self.dialect.insert(name, columns, rows)])
        self.store.connection.create_table(name, self._arrow(rows, columns))
        return ibis.table(columns, name=name)

    def free(self, *tables: ibis.Table) -> None:
        for table in tables:
            name = table.op().name
            self._write(name, lambda: [self.dialect.drop(name)])  # noqa: B023  now
            self.store.connection.raw_sql(f"DROP TABLE IF EXISTS {name}")

    def repeat(self, key: str, tables: Tables, work: Callable[[Tables], Tables]) -> Tables:
        return work(tables)

    def _write(self, table: str, work: Callable[[], list[str]]) -> list[str]:
        stage = _stage()
        try:
            written = work()
        except Unsayable as unsayable:
            needed = self.refused.setdefault(str(unsayable), [])
            if stage not in needed:
                needed.append(stage)
            return []
        self.statements += [Statement(table, stage, sql) for sql in written]
        return written

    def _name(self) -> str:
        self._made += 1
        return f"step_{self._made:03}"

    @staticmethod
    def _arrow(rows: Sequence[Row], columns: Columns) -> object:
        import pyarrow

        return pyarrow.Table.from_pylist(list(rows), ibis.schema(columns).to_pyarrow())


def _stage() -> str:
    """The stage that is at work: ``life.spans``."""
    frame = inspect.currentframe()
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.startswith(STAGES):
            return name.removeprefix("credit_rules.batch.")
        frame = frame.f_back
    return "tables"
