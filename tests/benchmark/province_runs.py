"""What is measured of a province, each in a process of its own: reading and writing alone, and the batch.

Called as ``python -m tests.benchmark.province_runs WHAT INPUT OUT``; says seconds, seconds of the processor and the most
memory it held as JSON on its last line.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import duckdb

from credit_rules import Engine, Options
from credit_rules.batch.read.columns import quoted, text
from credit_rules.batch.read.files import TABLES
from credit_rules.batch.run.batch import run_batch
from credit_rules.batch.run.decider import WRITTEN
from credit_rules.batch.run.settings import MEMORY, Settings, Task
from tests.repository.tree import ROOT

THREADS = 2


class Run(NamedTuple):
    """Seconds, seconds of the processor, and MiB."""

    wall: float
    cpu: float
    memory: int


def measured(what: str, source: Path, out: Path) -> Run:
    """Run it in a process of its own, whose progress is shown."""
    command = [sys.executable, "-m", "tests.benchmark.province_runs", what, str(source), str(out)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))


def copied(source: Path, out: Path) -> Run:
    """Read every column of the input, then write the rows that the batch wrote to ``out`` beside it.

    Fetching those rows into memory is not counted, a file at a time. Threads, memory, order of rows and compression are
    those of the batch.
    """
    place = out.with_name(out.name + "-copied")
    place.mkdir(exist_ok=True)
    wall = cpu = 0.0
    limits = {"threads": THREADS, "memory_limit": MEMORY, "temp_directory": str(place / ".spill")}
    with duckdb.connect(config=limits) as connection:
        connection.execute("SET preserve_insertion_order = false")

        def timed(sql: str) -> None:
            nonlocal wall, cpu
            started, worked = time.perf_counter(), time.process_time()
            connection.execute(sql).fetchall()
            wall, cpu = wall + time.perf_counter() - started, cpu + time.process_time() - worked

        for table in TABLES:
            file = text(str(source / f"{table}.parquet"))
            names = [row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM {file}").fetchall()]
            timed(f"SELECT {', '.join(f'max({quoted(name)})' for name in names)} FROM {file}")
        for table in WRITTEN:
            for number, file in enumerate(sorted((out / table).glob("*.parquet"))):
                connection.execute(f"CREATE OR REPLACE TEMP TABLE fetched AS SELECT * FROM {text(str(file))}")
                target = text(str(place / f"{table}-{number}.parquet"))
                timed(f"COPY fetched TO {target} (FORMAT parquet, COMPRESSION zstd)")
    return Run(wall, cpu, _memory())


def decided(source: Path, out: Path) -> Run:
    """The batch with its settings as they are by default."""
    started, worked = time.perf_counter(), time.process_time()
    task = Task(source, out, Engine.bundled().plan, Options(), "0", Settings(threads=THREADS, restart=True))

    def tell(done: int, total: int) -> None:
        say(f"partition {done} of {total}, {time.perf_counter() - started:.0f} s")

    summary = run_batch(task, tell)
    say(f"{summary.decided:,} of {summary.cases:,} cases decided; rows: {summary.rows}; kept out: {summary.kept_out}")
    if summary.failed or summary.broken:
        raise SystemExit(f"failed: {summary.failed} {summary.broken}")
    return Run(time.perf_counter() - started, time.process_time() - worked, _memory())


def _memory() -> int:
    """The most that this process held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def say(text: str) -> None:
    """A line of progress."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    run = {"copied": copied, "decided": decided}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    print(json.dumps(run._asdict()))
