"""Cases of a province drawn at random, decided by the matcher and compared with the rows that the batch wrote."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from credit_rules import Options, Plan
from credit_rules.batch.read.columns import text
from credit_rules.batch.read.files import TABLES
from credit_rules.batch.read.rows import CaseReader
from credit_rules.batch.tables import OUTPUTS
from credit_rules.engine.evaluate import decide_case, situation_of
from credit_rules.registry.read_case import read_case
from tests.batch.compared import Rows, differences, rows_of

AT_ONCE = 5000


def differing(plan: Plan, source: Path, out: Path, ids: list[str]) -> Iterator[tuple[int, list[str]]]:
    """After every few thousand cases: how many were compared, and what differs in them. A case kept out is none."""
    with duckdb.connect(config={"threads": 2, "memory_limit": "2GiB"}) as connection:
        for first in range(0, len(ids), AT_ONCE):
            some = ids[first : first + AT_ONCE]
            connection.register("drawn", pyarrow.table({"case_id": some}))
            kept_out = {row["case_id"] for row in _rows(connection, out / "quarantine")}
            wanted = _by_matcher(plan, connection, source, kept_out)
            got = {name: _rows(connection, out / name) for name in OUTPUTS}
            yield len(some) - len(kept_out & {*some}), differences(got, wanted)


def drawn(source: Path, number: int, *, listed: bool) -> list[str]:
    """Ids of cases, the same every time; of those alone that have a record or relation, where ``listed``."""
    tables = ("records", "relations") if listed else ("subjects",)
    every = " UNION ".join(f"SELECT case_id FROM {text(str(source / f'{table}.parquet'))}" for table in tables)
    found = sorted(row[0] for row in duckdb.sql(every).fetchall())
    return random.Random(42).sample(found, min(number, len(found)))


def _rows(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[dict[str, Any]]:
    """The rows of the drawn cases in a file or a folder of files."""
    files = text(str(folder if folder.suffix else folder / "*.parquet"))
    query = f"SELECT * FROM read_parquet({files}) WHERE case_id IN (SELECT case_id FROM drawn)"
    found: list[dict[str, Any]] = connection.execute(query).to_arrow_table().to_pylist()
    return found


def _by_matcher(plan: Plan, connection: duckdb.DuckDBPyConnection, source: Path, kept_out: set[str]) -> Rows:
    cases: dict[str, dict[str, list[Any]]] = {}
    for table in TABLES:
        for row in _rows(connection, source / f"{table}.parquet"):
            cases.setdefault(row["case_id"], {}).setdefault(table, []).append(row)
    reader, options = CaseReader(plan.vocabulary), Options()
    decisions = {}
    for id, rows in cases.items():
        if id in kept_out:
            continue
        case, _, found = read_case(reader.case(rows).plain, id, plan.vocabulary)
        if case is None:
            raise ValueError(f"{id}: {[one.code for one in found]}")
        decisions[id] = (situation_of(plan, case, options, id), decide_case(plan, case, options, "0", id))
    return rows_of(decisions)
