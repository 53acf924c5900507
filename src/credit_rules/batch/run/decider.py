"""A partition decided: its rows read and judged, the cases that are wrong set aside, the others decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from ...diagnostics.diagnostic import Language
from ...plan.model import Plan
from ...plan.options import Options
from ..duck_store import DuckStore
from ..life.situate import situate
from ..read.columns import quoted
from ..read.identity import declare_identity
from ..read.judge import REASONS, WARNINGS, Loaded, cases_read, judge
from ..read.quarantine import QUARANTINE, set_aside
from ..read.screen import find_suspects
from ..read.typed import load
from ..scripts import Scripts
from ..stages import Prepared, contexts_of, decide_tables, prepare
from ..tables import OUTPUTS, Columns, inputs

if TYPE_CHECKING:
    from ibis import Table

WRITTEN: dict[str, Columns] = {**OUTPUTS, "quarantine": QUARANTINE}
"""The tables that a batch writes."""


LARGE = ("measures", "undetermined", "indications")
"""The tables whose rows are written as they come: putting them in order would cost as much as deciding."""


class Counts(NamedTuple):
    """Cases read and decided, and how many cases each code has kept out or warned of while reading."""

    cases: int
    decided: int
    kept_out: dict[str, int]


class Decided(NamedTuple):
    """The tables of ``WRITTEN`` as queries, in the order in which they are to be written."""

    queries: dict[str, str]
    counts: Counts


class Decider:
    """Decides partitions one after the other; what a plan says is prepared once for the days and places that come up.

    ``memory`` bounds DuckDB (``1.5GiB``): what does not fit goes to ``folder``. Not for several threads: each has one
    of its own, and they share ``scripts``.
    """

    def __init__(
        self,
        plan: Plan,
        options: Options,
        *,
        memory: str | None = None,
        threads: int | None = None,
        folder: str | None = None,
        lang: Language = "zh",
        scripts: Scripts | None = None,
    ):
        self.plan, self.options, self.lang = plan, options, lang
        self.store = DuckStore(threads, memory, folder, scripts)
        self.connection = self.store.connection.con
        self.inputs = inputs(plan.vocabulary)
        self._cases = 0
        self._prepared: Prepared | None = None
        self._contexts: dict[tuple[date, str | None], set[str]] = {}
        declare_identity(self.connection, plan.vocabulary.founded)
        self._lasting = self._names()

    def decide(self, staged: Mapping[str, str], files: Mapping[int, str]) -> Decided:
        """Decide the rows that SQL reads for each table; ``files`` are the names of files by their number.

        The queries hold until :meth:`forget`.
        """
        views = self.read(staged, files)
        counts = self._counts(views)
        found = self._decide(views) if counts.decided else {}
        queries = {
            name: _in_order(name, found.get(name) or _nothing(columns), columns) for name, columns in OUTPUTS.items()
        }
        quarantine = "SELECT * FROM quarantine" if staged else _nothing(QUARANTINE)
        queries["quarantine"] = f'SELECT * FROM ({quarantine}) ORDER BY case_id NULLS FIRST, "table", file, "row"'
        return Decided(queries, counts)

    def read(self, staged: Mapping[str, str], files: Mapping[int, str]) -> dict[str, str]:
        """Read the rows and set aside the cases of which anything is wrong: views of the others by input table.

        The tables ``read_warning`` and ``reason`` and the view ``quarantine`` say the rest.
        """
        present = {
            name: load(self.connection, name, staged.get(name), columns) for name, columns in self.inputs.items()
        }
        loaded = Loaded.of(staged, present, self.inputs)
        find_suspects(self.connection, self.plan.vocabulary, present)
        judge(self.connection, loaded, self.plan.vocabulary, self.lang, as_of_given=self.options.as_of is not None)
        self._cases = cases_read(self.connection)
        return set_aside(self.connection, loaded, files, self.inputs, self.lang)

    def forget(self) -> None:
        """Give back what the last partition took, save what is prepared for the next."""
        for kind, name in self._names() - self._lasting:
            self.connection.execute(f"DROP {kind} IF EXISTS {quoted(name)}")

    def close(self) -> None:
        self.connection.close()

    def _decide(self, views: Mapping[str, str]) -> dict[str, str]:
        tables = {name: self.store.connection.table(view) for name, view in views.items()}
        states = self.store.repeat("situated", tables, self._situate)
        prepared = self._prepare(states)
        decided = decide_tables({**states, "inquiries": tables["inquiries"]}, prepared, self.store)
        found = {name: self.store.query(table) for name, table in decided.items()}
        read = (
            "SELECT case_id, code, NULL::VARCHAR AS record_id, []::VARCHAR[] AS ids"
            f" FROM {WARNINGS} WHERE case_id NOT IN (SELECT case_id FROM left_out)"
        )
        found["warnings"] = f"({found['warnings']}) UNION ALL BY NAME {read}"
        return found

    def _situate(self, tables: Mapping[str, Table]) -> Mapping[str, Table]:
        return situate(tables, self.options, self.plan, self.store)._asdict()

    def _prepare(self, states: Mapping[str, Any]) -> Prepared:
        """What the plan says in these contexts, and in those of the partitions before."""
        new = {key: set(lists) for key, lists in contexts_of(states, self.store).items()}
        known = self._contexts
        if self._prepared is not None and all(key in known and lists <= known[key] for key, lists in new.items()):
            return self._prepared
        for key, lists in new.items():
            known.setdefault(key, set()).update(lists)
        before, earlier = self._names(), self._prepared
        contexts = frozenset((context, frozenset(lists)) for context, lists in known.items())
        work = partial(prepare, self.plan, known, self.options, self.store, earlier)
        self._prepared = prepared = self.store.once(contexts, work)
        self._lasting |= self._names() - before
        return prepared

    def _counts(self, views: Mapping[str, str]) -> Counts:
        decided = self._number(f"SELECT count(*) FROM {views['subjects']}")
        codes = self.connection.execute(
            f"SELECT code, count(DISTINCT coalesce(case_id, '')) FROM {REASONS} GROUP BY code ORDER BY code"
        ).fetchall()
        return Counts(self._cases, decided, dict(codes))

    def _number(self, query: str) -> int:
        row = self.connection.execute(query).fetchone()
        return int(row[0]) if row else 0

    def _names(self) -> set[tuple[str, str]]:
        tables = self.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        views = self.connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        return {("TABLE", name) for (name,) in tables} | {("VIEW", name) for (name,) in views}


def _in_order(name: str, query: str, columns: Columns) -> str:
    """The columns of an output table; of the smaller ones by case and then by all of them."""
    ordered = "" if name in LARGE else " ORDER BY ALL"
    typed = (f"{quoted(column)}::{duck_type(type)} AS {quoted(column)}" for column, type in columns.items())
    return f"SELECT {', '.join(typed)} FROM ({query}){ordered}"


def _nothing(columns: Columns) -> str:
    return f"SELECT {', '.join(f'NULL::{duck_type(type)} AS {quoted(name)}' for name, type in columns.items())} LIMIT 0"


def duck_type(type: str) -> str:
    """A type of ``tables.py`` as DuckDB writes it."""
    import ibis
    from ibis.backends.sql.datatypes import DuckDBType

    return str(DuckDBType.to_string(ibis.dtype(type)))
