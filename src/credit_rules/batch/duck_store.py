"""The tables of a batch in DuckDB in this process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import ibis
from ibis.expr.operations import ScalarUDF

from .scripts import Declared, Given, Look, Script, Scripts
from .store import Row, Tables
from .tables import Columns

if TYPE_CHECKING:
    import pyarrow

T = TypeVar("T")


class DuckStore:
    """DuckDB in this process; ``memory`` as DuckDB writes it (``1.5GiB``), beyond it tables go to ``folder``.

    Stores that do the same work side by side, each in a thread of its own, share ``scripts``.
    """

    def __init__(
        self,
        threads: int | None = None,
        memory: str | None = None,
        folder: str | None = None,
        scripts: Scripts | None = None,
    ):
        wanted = {"threads": threads, "memory_limit": memory, "temp_directory": folder}
        self.connection = ibis.duckdb.connect(**{name: value for name, value in wanted.items() if value is not None})
        self.connection.raw_sql("SET preserve_insertion_order = false")
        self._made = 0
        self._scripts = scripts or Scripts()
        self._script: Script | None = None
        self._given: list[Given] | None = None

    def load(self, tables: Mapping[str, pyarrow.Table]) -> dict[str, ibis.Table]:
        """Arrow tables as tables of the engine, under their names."""
        return {name: self.connection.create_table(name, table, temp=True) for name, table in tables.items()}

    def keep(self, table: ibis.Table) -> ibis.Table:
        name = self._name()
        columns = ", ".join(one.sql("duckdb") for one in table.schema().to_sqlglot_column_defs("duckdb"))
        steps: list[str | Declared] = [
            f"CREATE OR REPLACE TEMP TABLE {name} ({columns})",
            f"INSERT INTO {name} {self.query(table)}",
        ]
        if table.op().find(ScalarUDF):
            steps.insert(0, Declared(table))
        for step in steps:
            self._do(step)
        return ibis.table(table.schema(), name=name)

    def rows(self, table: ibis.Table) -> list[Row]:
        if self._script is None:
            found: list[Row] = self.connection.to_pyarrow(table).to_pylist()
            return found
        names, known = table.columns, self._script.known()
        look = Look(self.query(table), known)
        look.known |= self._answers(look)
        self._script.add(look)
        return [dict(zip(names, row, strict=True)) for row in look.known]

    def prepared(self, rows: Sequence[Row], columns: Columns, instead: ibis.Table | None = None) -> ibis.Table:
        import pyarrow

        table = pyarrow.Table.from_pylist(list(rows), ibis.schema(columns).to_pyarrow())
        name = self._name() if instead is None else instead.op().name
        given = Given(name, table)
        if self._script is not None:
            self._script.add(given)
        elif self._given is not None:
            self._given.append(given)
        self._take(given)
        return ibis.table(columns, name=name)

    def once(self, key: Any, work: Callable[[], T]) -> T:
        """What ``work`` prepares, by :meth:`prepared` alone: what one store did others take over, with its tables."""
        with self._scripts.preparing:
            known = self._scripts.prepared.get(key)
            if known is None:
                given = self._given = []
                try:
                    made = work()
                finally:
                    self._given = None
                self._scripts.prepared[key] = made, given
                return made
        found: T = known[0]
        for each in known[1]:
            self._take(each)
        return found

    def free(self, *tables: ibis.Table) -> None:
        for table in tables:
            self._do(f"DROP TABLE IF EXISTS {table.op().name}")

    def repeat(self, key: str, tables: Tables, work: Callable[[Tables], Tables]) -> Tables:
        """What ``work`` makes of tables, by the statements that it came to the first time; their names are the same.

        Where a question has an answer that was not known then, it is all worked out anew. What one store writes down
        others follow, if need be while it is written.
        """
        views = {}
        for name, table in tables.items():
            views[name] = f"{key}_{name}"
            self.connection.raw_sql(f"CREATE OR REPLACE TEMP VIEW {views[name]} AS {self.query(table)}")
        script, mine = self._scripts.claim(key)
        while not mine and not self._again(script):
            script, mine = self._scripts.claim(key, script)
        return self._write(script, views, work) if mine else script.found or {}

    def query(self, table: ibis.Table) -> str:
        """The table as SQL, said once."""
        queries, key = self._scripts.queries, table.op()
        if key not in queries:
            queries[key] = self.connection.compile(table)
        return queries[key]

    def close(self) -> None:
        """Let go of the engine and of everything kept."""
        self.connection.disconnect()

    def _write(self, script: Script, views: Mapping[str, str], work: Callable[[Tables], Tables]) -> Tables:
        """Do the work and write down what was done."""
        self._script, found, queries = script, None, []
        try:
            found = work({name: self.connection.table(view) for name, view in views.items()})
            queries = [self.query(table) for table in found.values()]
        finally:
            self._script = None
            script.end(found, queries)
        return found

    def _again(self, script: Script) -> bool:
        """Do what was done before; whether every answer was known, and the work came to its end."""
        for step in script.follow():
            if isinstance(step, Given):
                self._take(step)
            elif isinstance(step, Look):
                if not self._answers(step) <= step.known:
                    return False
            else:
                self._run(step)
        return script.found is not None

    def _do(self, step: str | Declared) -> None:
        if self._script is not None:
            self._script.add(step)
        self._run(step)

    def _run(self, step: str | Declared) -> None:
        if isinstance(step, Declared):
            self.connection._register_udfs(step.table)
        else:
            self.connection.raw_sql(step)

    def _take(self, given: Given) -> None:
        self.connection.create_table(given.name, given.table, temp=True, overwrite=True)

    def _answers(self, look: Look) -> set[tuple[Any, ...]]:
        return set(self.connection.con.execute(look.query).fetchall())

    def _name(self) -> str:
        if self._script is not None:
            return f"{self._script.key}_{len(self._script.steps)}"
        self._made += 1
        return f"kept_{self._made}"
