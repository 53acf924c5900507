"""``make bench``: the benchmarks, side by side in one run, written to docs/reference/performance.md with a plot."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.repository.tree import ROOT

from . import single_case
from .matching.compare import MANY as BATCHED
from .matching.compare import Time, compare, growth
from .plot import bars

OUT = ROOT / "docs" / "reference"
LIBRARIES = ("pydantic", "durable_rules", "zen-engine", "clipspy", "rule-engine", "duckdb", "ibis-framework")


def machine() -> list[str]:
    """What was measured on."""
    model = next((row.split(":")[1].strip() for row in _cpu() if row.startswith("model name")), platform.processor())
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    return [
        f"- {model}, {os.cpu_count()} cores, {platform.system()}",
        f"- Python {platform.python_version()}; {versions}",
    ]


def _cpu() -> list[str]:
    file = Path("/proc/cpuinfo")
    return file.read_text().split("\n") if file.exists() else []


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark", description=__doc__)
    parser.add_argument("--subjects", type=int, default=2000, help="how many subjects are matched (default: 2000)")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder to write to (default: docs/reference)")
    asked = parser.parse_args(arguments)
    _say("matching: this takes about two minutes")
    times = compare(asked.subjects)
    _say("one case, JSON to JSON")
    sides = single_case.measure()
    _say("ten times as many measures")
    small, large, few, many = growth()
    page = [
        "# Performance",
        "",
        "Written by `make bench`: everything on this page was measured in one run, one after the other. The machine is noisy;",
        "ratios tell more than times.",
        "",
        *machine(),
        "",
        "## Matching, with reasons, in three values",
        "",
        "40 invented memoranda of 30 measures with conditions on list, grade, kind, days, amount and matter; subjects of whom 60",
        "in 100 have no records and the others one to five. Every engine gives the same hits, which is checked before anything is",
        "timed. The others say what hits; only this project also says what cannot be determined, since when, and why.",
        "",
        "`matcher` is what a decision asks: hits and undetermined measures are known, and the reasons of each are written when",
        "somebody reads them ([record 0026](../decisions/0026-families-of-measures.md)). `every reason read` has them all written.",
        "`measure by measure` is the specification that both are held to. `batch` goes from the states of records in tables to hits,",
        f"undetermined measures and the records that they rest on, for {BATCHED:,} times as many subjects.",
        "",
        "![microseconds a subject](performance.svg)",
        "",
        *_table(times),
        "",
        *_asked(times),
        "",
        "## One case, JSON bytes to JSON bytes",
        "",
        "A full decision beside what pydantic needs to read the same case, check its numbers and write the finished decision.",
        "",
        *(f"- {line}" for line in single_case.lines(sides)),
        "",
        "## Ten times as many measures",
        "",
        f"One decision with {few:,} measures: {small:.0f} us; with {many:,}: {large:.0f} us, {large / small:.2f} times (at most 1.5).",
        "",
    ]
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "performance.md").write_text("\n".join(page), encoding="utf-8")
    drawn = bars("Microseconds a subject", [(time.name, time.microseconds) for time in times])
    (asked.out / "performance.svg").write_text(drawn, encoding="utf-8")
    _say(f"written: {asked.out / 'performance.md'}")


def _table(times: Sequence[Time]) -> list[str]:
    own = times[0].microseconds
    rows = [f"| {time.name} | {time.microseconds:.1f} | {time.microseconds / own:.2f} |" for time in times]
    return ["| engine | microseconds a subject | times the matcher |", "|---|---:|---:|", *rows]


BARS = {"durable-rules by hand": 10, "clipspy": 10, "zen-engine, a table per list": 60}
"""How many times as long the others have to take at least."""


def _asked(times: Sequence[Time]) -> list[str]:
    own = times[0].microseconds
    took = {time.name: time.microseconds / own for time in times}
    return [
        f"- {name}: {took[name]:.1f} times the matcher, asked at least {least}: {'met' if took[name] >= least else 'not met'}"
        for name, least in BARS.items()
    ]


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
