"""The same measures and many more subjects, as tables: what the batch evaluator is given."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import ibis
import pyarrow

from credit_rules import Options, Plan
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.life.situate import situate
from credit_rules.batch.match.alike import alike_of
from credit_rules.batch.match.cast import cast_of
from credit_rules.batch.match.results import results_of
from credit_rules.batch.match.scene import Scene
from credit_rules.batch.match.seats import seats_of
from credit_rules.batch.stages import contexts_of, prepare
from credit_rules.batch.store import Tables
from credit_rules.batch.tables import inputs

from .ours import AS_OF, code, day, plan
from .world import Answer, Measure, Subject

Rows = dict[str, list[dict[str, Any]]]


def batched(rules: Sequence[Measure], people: Sequence[Subject], expected: Sequence[Answer]) -> float:
    """Seconds from records to hits, undetermined measures and the records that they rest on, the second time."""
    compiled = plan(rules)
    store = DuckStore(threads=2)
    try:
        tables = store.load(_tables(compiled, people))
        states: Tables = {**situate(tables, Options(), compiled, store)._asdict(), "inquiries": tables["inquiries"]}
        states = {name: store.keep(table) for name, table in states.items()}
        prepared = prepare(compiled, contexts_of(states, store), Options(), store)

        def work(given: Tables) -> Tables:
            alike = alike_of(given, prepared.matching.places, prepared.units, store)
            cast = cast_of(
                given, alike.judged, prepared.matching.lists, prepared.deciding.founded, prepared.units, store
            )
            scene = Scene(prepared.units, prepared.matching, cast, seats_of(cast, prepared.matching, store), store)
            found = results_of(scene)
            return {"hits": found.hits, "unknown": store.keep(found.unknown), "judged": alike.judged}

        times = []
        for _ in range(2):
            start = time.perf_counter()
            made = store.repeat("matched", states, work)
            times.append(time.perf_counter() - start)
        named = store.rows(made["hits"].join(made["judged"], "case").select("case_id", "unit"))
        stands_for: dict[int, list[str]] = {}
        for unit, measure, _ in prepared.units.rules:
            stands_for.setdefault(unit, []).append(compiled.ids[measure])
        hits: dict[str, set[str]] = {}
        for row in named:
            hits.setdefault(row["case_id"], set()).update(stands_for[row["unit"]])
        answers = [frozenset(hits.get(str(subject.number), ())) for subject in people]
        assert answers == list(expected), "batch"
        return times[-1]
    finally:
        store.close()


def _tables(compiled: Plan, people: Sequence[Subject]) -> dict[str, pyarrow.Table]:
    columns = inputs(compiled.vocabulary)
    rows: Rows = {name: [] for name in columns}
    as_of = date.fromisoformat(AS_OF)
    for subject in people:
        case_id, own = str(subject.number), code(subject.number)
        rows["subjects"].append(
            {
                "case_id": case_id,
                "id": own,
                "id_type": "uscc",
                "kind": subject.kind,
                "as_of": as_of,
                "context_region": "000000",
                "context_fact_asked": subject.matter,
            }
        )
        for number, record in enumerate(subject.records):
            rows["records"].append(
                {
                    "case_id": case_id,
                    "record_id": f"r{number}",
                    "subject": own,
                    "list": record.list,
                    "grade": record.grade,
                    "determined_by": "示例局",
                    "document_number": f"示例〔2022〕{subject.number}-{number}号",
                    "decided_on": date(2022, 1, 5),
                    "published_on": date(2022, 1, 8),
                    "fact_amount": None if record.amount is None else Decimal(record.amount),
                    "fact_happened_on": None if record.happened_on is None else day(record.happened_on),
                }
            )
    return {name: pyarrow.Table.from_pylist(rows[name], ibis.schema(columns[name]).to_pyarrow()) for name in columns}
