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
        """What ``work`` makes of tables by the verbs above alone: a store may know the second time what was done the
        first. Of small tables that ``work`` asks for as rows it may be told of rows that were there the time before and
        are not now; what it prepares must be as right with them."""


def prepared_tables(names: Mapping[str, Columns], rows: object, before: object, store: Store) -> dict[str, ibis.Table]:
    """Small tables by name: ``rows`` has a method of each name, which gives its cells; in the place of those of
    ``before``, where that is not ``None``."""
    return {
        name: store.prepared(
            [dict(zip(columns, cells, strict=True)) for cells in getattr(rows, name)()],
            columns,
            None if before is None else getattr(before, name),
        )
        for name, columns in names.items()
    }


@dataclass
class Look:
    """A question that some work asked of its tables, and every answer to it so far."""

    query: str
    known: set[tuple[Any, ...]]


@dataclass
class Given:
    """A table of Python values that some work prepared."""

    name: str
    table: pyarrow.Table


@dataclass
class Script:
    """What some work did in its order - statements, questions, tables of values - and the tables that it gave."""

    key: str
    steps: list[str | Look | Given]
    found: Tables
    before: Script | None = None

    def known(self) -> set[tuple[Any, ...]]:
        """The answers known before to the question that is asked next."""
        number = sum(isinstance(step, Look) for step in self.steps)
        asked = [step for step in self.before.steps if isinstance(step, Look)] if self.before else []
        return set(asked[number].known) if number < len(asked) else set()


class DuckStore:
    """DuckDB in this process; ``memory`` as DuckDB writes it (``1.5GiB``), beyond it tables go to ``folder``."""

    def __init__(self, threads: int | None = None, memory: str | None = None, folder: str | None = None):
        wanted = {"threads": threads, "memory_limit": memory, "temp_directory": folder}
        self.connection = ibis.duckdb.connect(**{name: value for name, value in wanted.items() if value is not None})
        self.connection.raw_sql("SET preserve_insertion_order = false")
        self._made = 0
        self._scripts: dict[str, Script] = {}
        self._script: Script | None = None
        self._queries: dict[Any, str] = {}

    def load(self, tables: Mapping[str, pyarrow.Table]) -> dict[str, ibis.Table]:
        """Arrow tables as tables of the engine, under their names."""
        return {name: self.connection.create_table(name, table, temp=True) for name, table in tables.items()}

    def keep(self, table: ibis.Table) -> ibis.Table:
        name = self._name()
        columns = ", ".join(one.sql("duckdb") for one in table.schema().to_sqlglot_column_defs("duckdb"))
        steps = [
            f"CREATE OR REPLACE TEMP TABLE {name} ({columns})",
            f"INSERT INTO {name} {self.query(table)}",
        ]
        if self._script is not None:
            self._script.steps.extend(steps)
        if table.op().find(ScalarUDF):  # the engine is told of the function
            return self.connection.create_table(name, table, temp=True, overwrite=True)
        for step in steps:
            self.connection.raw_sql(step)
        return self.connection.table(name, database=("temp", "main"))

    def rows(self, table: ibis.Table) -> list[Row]:
        if self._script is None:
            found: list[Row] = self.connection.to_pyarrow(table).to_pylist()
            return found
        names, known = table.columns, self._script.known()
        look = Look(self.query(table), known)
        look.known |= self._answers(look)
        self._script.steps.append(look)
        return [dict(zip(names, row, strict=True)) for row in look.known]

    def prepared(self, rows: Sequence[Row], columns: Columns, instead: ibis.Table | None = None) -> ibis.Table:
        import pyarrow

        table = pyarrow.Table.from_pylist(list(rows), ibis.schema(columns).to_pyarrow())
        name = self._name() if instead is None else instead.op().name
        if self._script is not None:
            self._script.steps.append(Given(name, table))
            return self.connection.create_table(name, table, temp=True, overwrite=True)
        return self.connection.create_table(name, table, temp=True, overwrite=instead is not None)

    def free(self, *tables: ibis.Table) -> None:
        for table in tables:
            drop = f"DROP TABLE IF EXISTS {table.op().name}"
            self.connection.raw_sql(drop)
            if self._script is not None:
                self._script.steps.append(drop)

    def repeat(self, key: str, tables: Tables, work: Callable[[Tables], Tables]) -> Tables:
        """What ``work`` makes of tables, by the statements that it came to the first time; their names are the same.

        Where a question has an answer that was not known then, it is all worked out anew.
        """
        views = {}
        for name, table in tables.items():
            view = f"{key}_{name}"
            self.connection.raw_sql(f"CREATE OR REPLACE TEMP VIEW {view} AS {self.query(table)}")
            views[name] = view
        before = self._scripts.get(key)
        if before is not None and self._again(before):
            return before.found
        script = self._script = Script(key, [], {}, before)
        try:
            script.found = work({name: self.connection.table(view) for name, view in views.items()})
        finally:
            self._script = None
        script.before = None
        self._scripts[key] = script
        return script.found

    def query(self, table: ibis.Table) -> str:
        """The table as SQL, said once."""
        key = table.op()
        if key not in self._queries:
            self._queries[key] = self.connection.compile(table)
        return self._queries[key]

    def _again(self, script: Script) -> bool:
        """Do what was done before; whether every answer was known."""
        for step in script.steps:
            if isinstance(step, Given):
                self.connection.create_table(step.name, step.table, temp=True, overwrite=True)
            elif isinstance(step, str):
                self.connection.raw_sql(step)
            elif not self._answers(step) <= step.known:
                return False
        return True

    def _answers(self, look: Look) -> set[tuple[Any, ...]]:
        return set(self.connection.con.execute(look.query).fetchall())

    def close(self) -> None:
        """Let go of the engine and of everything kept."""
        self.connection.disconnect()

    def _name(self) -> str:
        if self._script is not None:
            return f"{self._script.key}_{len(self._script.steps)}"
        self._made += 1
        return f"kept_{self._made}"
