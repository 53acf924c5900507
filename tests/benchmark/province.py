"""A whole province decided by tables: how many times what DuckDB needs to read the input and write the output.

``python -m tests.benchmark.province --subjects 5000000``. The bars: at most 6 times, at most 2 GiB, ten million at most
2.2 times the time of five, and equal to the matcher on a random 100,000.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from credit_rules import Engine

from .province_input import write_province
from .province_runs import Run, measured, say
from .province_sample import differing, drawn

AT_MOST, MEMORY = 6.0, 2048
LISTED = 5
"""One in so many cases of the sample is drawn from those with records or relations."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark.province", description=__doc__)
    parser.add_argument("--subjects", type=int, default=250_000, help="how many subjects (default: 250000)")
    parser.add_argument("--sample", type=int, default=100_000, help="how many cases the matcher decides too")
    parser.add_argument("--work", type=Path, help="where input and output are kept (default: a folder that is deleted)")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as kept:
        return _measure(asked.work or Path(kept), asked.subjects, asked.sample)


def _measure(work: Path, subjects: int, sample: int) -> int:
    source, out = work / f"in-{subjects}", work / f"out-{subjects}"
    plan = Engine.bundled().plan
    if not (source / "inquiries.parquet").exists():
        say(f"writing {subjects:,} subjects")
        say(f"rows: {write_province(source, subjects, plan.vocabulary)}")
    say("deciding")
    batch = measured("decided", source, out)
    _tell("batch", batch)
    say("reading the same input and writing the same output, twice")
    beside = min((measured("copied", source, out) for _ in range(2)), key=lambda run: run.wall)
    _tell("reading and writing", beside)
    print(f"{batch.wall / beside.wall:.2f} times (at most {AT_MOST}); by processor {batch.cpu / beside.cpu:.2f} times")
    print(f"{batch.memory} MiB (at most {MEMORY})")
    wrong = sum(_compare(work, subjects, number, listed=listed) for number, listed in _shares(sample))
    return int(bool(wrong) or batch.memory > MEMORY or batch.wall > AT_MOST * beside.wall)


def _shares(sample: int) -> tuple[tuple[int, bool], ...]:
    return ((sample, False), (sample // LISTED, True)) if sample else ()


def _compare(work: Path, subjects: int, number: int, *, listed: bool) -> int:
    """How many rows differ between batch and matcher."""
    source, out = work / f"in-{subjects}", work / f"out-{subjects}"
    ids = drawn(source, number, listed=listed)
    kind = "random cases" if not listed else "random cases with records or relations"
    say(f"deciding {len(ids):,} {kind} by the matcher")
    started, done, wrong = time.perf_counter(), 0, 0
    for compared, differences in differing(Engine.bundled().plan, source, out, ids):
        done, wrong = done + compared, wrong + len(differences)
        say(f"{done:,} compared, {wrong} differences, {time.perf_counter() - started:.0f} s")
        for one in differences[:3]:
            print(one)
    print(f"{done:,} {kind} compared with the matcher: {wrong} differences")
    return wrong


def _tell(name: str, run: Run) -> None:
    print(f"{name}: {run.wall:.1f} s, {run.cpu:.1f} s of the processor, {run.memory} MiB", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
