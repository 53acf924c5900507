"""A batch that is read, judged, parted and written as ever, with a decision that costs nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pyarrow.parquet

from credit_rules import Options, Plan
from credit_rules.batch.cases import tables_of
from credit_rules.batch.run.batch import run_batch
from credit_rules.batch.run.decider import Decider
from credit_rules.batch.run.settings import Settings, Summary, Task
from tests.batch.varied import drawn
from tests.generators.example import measure, pack
from tests.generators.packs import plan_of

Rows = dict[str, list[dict[str, object]]]
SAID = (
    "SELECT case_id, record_id, coalesce(subject, '-') AS subject, list, 'live' AS status, decided_on AS \"from\","
    " expires_on AS until, NULL::VARCHAR AS verification FROM {records}"
)
WARNED = "SELECT case_id, 'region-missing' AS code, NULL::VARCHAR AS record_id, []::VARCHAR[] AS ids FROM {subjects}"


@cache
def plan() -> Plan:
    """A small plan."""
    return plan_of([pack(measure(triggered_by={"on_lists": "serious"}))])


def decide_lightly(self: Decider, views: Mapping[str, str]) -> dict[str, str]:
    """Takes the place of ``Decider._decide``."""
    return {"records": SAID.format(**views), "warnings": WARNED.format(**views)}


@cache
def tables(number: int, start: int) -> dict[str, pyarrow.Table]:
    """Some cases, right and wrong."""
    return tables_of(drawn(plan(), number, start), plan().vocabulary)


def write_input(folder: Path, number: int = 40, start: int = 0) -> Path:
    """Some cases, right and wrong, as Parquet."""
    folder.mkdir()
    for name, table in tables(number, start).items():
        pyarrow.parquet.write_table(table, folder / f"{name}.parquet")
    return folder


def run(source: Path, out: Path, options: Options | None = None, **settings: object) -> Summary:
    """Run a batch with one thread."""
    chosen = Settings(**{"threads": 1, "partitions": 3, **settings})  # type: ignore[arg-type]
    return run_batch(Task(source, out, plan(), options or Options(), "0", chosen))


def written(out: Path) -> Rows:
    """The rows of every output table, in the order of files and rows."""
    return {
        folder.name: [row for file in sorted(folder.iterdir()) for row in _rows(file)]
        for folder in sorted(out.iterdir())
        if folder.is_dir()
    }


def _rows(file: Path) -> list[dict[str, object]]:
    if file.suffix == ".arrow":
        found: list[dict[str, object]] = pyarrow.ipc.open_file(pyarrow.memory_map(str(file))).read_all().to_pylist()
        return found
    return list(pyarrow.parquet.read_table(file, partitioning=None).to_pylist())
