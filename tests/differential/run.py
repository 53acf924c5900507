"""So many cases through all evaluators, block by block, with what came of them so far."""

from __future__ import annotations

import resource
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .blocks import block_of
from .compare import compare
from .reproducer import keep


@dataclass
class Tally:
    """What was asked so far and what came of it."""

    cases: int = 0
    plans: int = 0
    measures: int = 0
    days: set[object] = field(default_factory=set)
    outcomes: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    differences: int = 0
    kept: list[Path] = field(default_factory=list)
    """Reproducers: of each block with differences the first."""
    seconds: float = 0.0
    cpu: float = 0.0

    def __str__(self) -> str:
        outcomes = ", ".join(f"{self.outcomes[name]} {name}" for name in ("hit", "miss", "undetermined"))
        rows = ", ".join(f"{number} {name}" for name, number in sorted(self.rows.items()))
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return (
            f"{self.cases} cases on {len(self.days)} days, {self.plans} plans of {self.measures} measures: {outcomes}; "
            f"rows: {rows}; {self.differences} differences; {self.seconds:.0f} s, {self.cpu:.0f} s of CPU, {megabytes} MB"
        )


def run(
    cases: int,
    start: int = 0,
    *,
    drawn: int = 1500,
    days: int = 1,
    into: Path | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> Tally:
    """Blocks from number ``start`` on until so many cases were compared; differences are kept in the folder ``into``.

    Each block draws ``drawn`` cases and asks about each on ``days`` days.
    """
    tally, began, spent = Tally(), time.monotonic(), time.process_time()
    number = start
    while tally.cases < cases:
        block = block_of(number, drawn, days)
        found = compare(block)
        tally.cases += found.cases
        tally.plans += 1
        tally.measures += len(block.plan.rules)
        tally.days |= {block.options.as_of or case.context.as_of for case in block.read.values()}
        tally.outcomes += found.outcomes
        tally.rows += found.rows
        tally.differences += len(found.differences)
        if found.differences:
            first = found.differences[0]
            if into is not None:
                tally.kept.append(keep(block, first, into))
            tell(f"block {number}: {first.evaluator} differs on case {first.case}: {first.told[:2000]}")
        tally.seconds, tally.cpu = time.monotonic() - began, time.process_time() - spent
        tell(f"block {number}: {tally}")
        number += 1
    return tally
