"""Tables read and judged as a batch does, and what the reader of single cases says of the same rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pyarrow

from credit_rules import Options, Plan
from credit_rules.batch.read.held import carried_tables
from credit_rules.batch.read.rows import CaseReader
from credit_rules.batch.run.decider import Decider
from credit_rules.batch.tables import inputs
from credit_rules.registry.read_case import read_case

Row = dict[str, Any]
Rows = dict[str, list[Row]]


class Read(NamedTuple):
    """Codes by case and table, warnings by case, the cases that go on, and the rows of the quarantine."""

    codes: dict[str | None, Counter[str]]
    warnings: dict[str, Counter[str]]
    going_on: Counter[tuple[str, str]]
    quarantine: list[Row]


def read(plan: Plan, tables: Mapping[str, Any], options: Options | None = None) -> Read:
    """What reading says of tables."""
    decider = Decider(plan, options or Options(), threads=1)
    connection = decider.connection
    views = decider.read(*carried_tables(connection, tables, plan.vocabulary))
    codes: dict[str | None, Counter[str]] = {}
    for id, code in connection.execute("SELECT case_id, code FROM reason").fetchall():
        codes.setdefault(id, Counter())[code] += 1
    warnings: dict[str, Counter[str]] = {}
    for id, code in connection.execute("SELECT case_id, code FROM read_warning").fetchall():
        warnings.setdefault(id, Counter())[code] += 1
    going_on = Counter(
        (name, id)
        for name, view in views.items()
        for (id,) in connection.execute(f"SELECT case_id FROM {view}").fetchall()
    )
    query = connection.execute("SELECT * FROM quarantine")
    names = [column[0] for column in query.description]
    quarantine = [dict(zip(names, row, strict=True)) for row in query.fetchall()]
    decider.close()
    return Read(codes, warnings, going_on, quarantine)


def text_tables(rows: Mapping[str, Iterable[Row]], plan: Plan) -> dict[str, pyarrow.Table]:
    """Tables whose every column is text, as they come from CSV, save lists."""
    found = {}
    for name, columns in inputs(plan.vocabulary).items():
        types = {
            column: pyarrow.list_(pyarrow.string()) if type.startswith("array") else pyarrow.string()
            for column, type in columns.items()
        }
        written = [{column: _text(value) for column, value in row.items()} for row in rows.get(name, ())]
        found[name] = pyarrow.Table.from_pylist(written, pyarrow.schema(types))
    return found


def singly(rows: Rows, plan: Plan) -> dict[str, tuple[Counter[str], Counter[str]]]:
    """Errors and warnings that the reader of single cases gives for each case of one row of subjects."""
    reader = CaseReader(plan.vocabulary)
    found = {}
    for subject in rows["subjects"]:
        id = subject["case_id"]
        of_case = {name: [row for row in table if row["case_id"] == id] for name, table in rows.items()}
        _, _, said = read_case(reader.case(of_case).plain, id, plan.vocabulary)
        warnings = {(one.code, one.message()) for one in said if one.level != "error"}
        errors = Counter(one.code for one in said if one.level == "error")
        found[id] = errors, Counter(code for code, _ in warnings)
    return found


def _text(value: Any) -> Any:
    if value is None or isinstance(value, list):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)
