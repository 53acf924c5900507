"""``batch --sql``: a whole batch as statements of another engine, in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ...diagnostics.diagnostic import Diagnostic, InputError
from ...diagnostics.near_miss import nearest
from ...diagnostics.span import Span
from ...plan.conditions import CountRecords, InFields
from ...plan.model import Plan
from ..life.situate import situate
from ..match.layers import parts_of
from ..read import sentences as _sentences  # noqa: F401
from ..read.files import TABLES, find_sources
from ..read.stage import expect_columns, stage, staged
from ..sql.dialect import COMPILERS, Dialect
from ..sql.writing_store import Statement, WritingStore
from ..stages import contexts_of, decide_tables, prepare
from ..tables import inputs
from .decider import Decider
from .installed import expect_installed
from .options import expect_known
from .settings import Task

OUTPUT = "decided_{name}"
"""What a table of the decision is called, since some have the names of input tables."""


class Script(NamedTuple):
    """``statements`` in their order, and for how many cases of how many they were written."""

    statements: tuple[Statement, ...]
    decided: int
    cases: int


def statements_of(task: Task, dialect: str, without: Collection[str] = ()) -> Script:
    """The statements that decide, on another engine, any cases on the days, in the places and with the lists of those
    in ``task.source``; ``without`` are ids of measures that are left out.

    :class:`InputError` where the input is wrong, and with everything that the dialect cannot say, by name.
    """
    expect_installed()
    expect_known(task.options, task.plan)
    plan = _without(task.plan, without)
    if dialect not in COMPILERS:
        values = {"found": dialect, "nearest": nearest(dialect, COMPILERS) or "", "known": "|".join(COMPILERS)}
        raise InputError([Diagnostic("dialect-unknown", Span("--sql"), values=values)])
    decider = Decider(plan, task.options, threads=task.settings.threads, lang=task.settings.lang)
    try:
        return _written(plan, task, decider, dialect)
    finally:
        decider.close()


def _written(plan: Plan, task: Task, decider: Decider, dialect: str) -> Script:
    wanted, store = inputs(plan.vocabulary), WritingStore(decider.store, Dialect(dialect))
    sources = find_sources(task.source)
    with TemporaryDirectory() as folder:
        place = Path(folder)
        types = expect_columns(decider.connection, sources, wanted)
        stage(decider.connection, sources, types, wanted, 1, place)
        found = {table: sql for table in TABLES if (sql := staged(place, table, 0))}
        views = decider.read(found, {source.number: source.name for source in sources})
        cases, decided = (
            decider.connection.sql(f"SELECT count(DISTINCT case_id) FROM {rows}").fetchall()[0][0]
            for rows in (found["subjects"], views["subjects"])
        )
        if not decided:
            raise InputError([Diagnostic("sql-no-case", Span(str(task.source)))])
        rows = {name: f"given_{name}" for name in wanted}
        for name, view in rows.items():
            decider.connection.execute(f"CREATE TEMP TABLE {view} AS SELECT * FROM {views[name]}")
        _free_names(decider, wanted)
        tables = store.given({name: (rows[name], wanted[name]) for name in wanted})
        states = situate(tables, task.options, plan, store)._asdict()
        prepared = prepare(plan, contexts_of(states, store), task.options, store)
        for name, table in decide_tables({**states, "inquiries": tables["inquiries"]}, prepared, store).items():
            store.output(OUTPUT.format(name=name), table)
    expect_sayable(store, plan)
    return Script(tuple(store.statements), decided, cases)


def _free_names(decider: Decider, names: Collection[str]) -> None:
    """What reading has left under the names of the input tables."""
    from ..read.columns import quoted

    kinds = "SELECT 'TABLE', table_name FROM duckdb_tables() UNION ALL SELECT 'VIEW', view_name FROM duckdb_views()"
    for kind, name in decider.connection.execute(kinds).fetchall():
        if name in names:
            decider.connection.execute(f"DROP {kind} IF EXISTS {quoted(name)}")


def expect_sayable(store: WritingStore, plan: Plan) -> None:
    """:class:`InputError` with everything that the dialect had no words for."""
    wrong = []
    for what, stages in store.refused.items():
        values = {"dialect": store.dialect.name, "what": what, "stages": "|".join(stages)}
        if "Python" in what:
            values["measures"] = "|".join(_counting(plan))
            wrong.append(Diagnostic("sql-needs-python", Span("--sql"), values=values))
        else:
            wrong.append(Diagnostic("sql-unsayable", Span("--sql"), values=values))
    if wrong:
        raise InputError(wrong)


def _counting(plan: Plan) -> Iterator[str]:
    """The measures that count conducts or fields, of which several records may tell one."""
    for rule in plan.rules:
        below = {rule.condition, *(one.when for one in rule.bearers if one.when is not None)}
        waiting = [*below]
        while waiting:
            condition = plan.conditions[waiting.pop()]
            if isinstance(condition, InFields) or (
                isinstance(condition, CountRecords) and condition.distinct == "conduct"
            ):
                yield rule.id
                break
            where = getattr(condition, "where", None)
            further = {*parts_of(condition), *([] if where is None else [where])} - below
            below |= further
            waiting += further


def _without(plan: Plan, ids: Collection[str]) -> Plan:
    wrong = [
        Diagnostic("measure-unknown", Span("--without"), values={"found": id, "nearest": nearest(id, plan.ids) or ""})
        for id in ids
        if id not in plan.number
    ]
    if wrong:
        raise InputError(wrong)
    kept = [number for number, rule in enumerate(plan.rules) if rule.id not in ids]
    place = {number: place for place, number in enumerate(kept)}

    def moved(numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(place[number] for number in numbers if number in place)

    return replace(
        plan,
        rules=tuple(plan.rules[number] for number in kept),
        by_list={code: moved(numbers) for code, numbers in plan.by_list.items()},
        always=moved(plan.always),
    )
