"""``python -m tests.differential --cases 100000``: the matcher, durable-rules and the tables on generated cases.

Says after each block what was compared so far. A difference is written into a folder with its packs, its case and its
options; ``--again FOLDER`` asks what such a folder holds once more.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.differential.compare import compare
from tests.differential.reproducer import kept
from tests.differential.run import run


def main() -> int:
    """Run it from the command line; 1 where something differed."""
    read = argparse.ArgumentParser(prog="python -m tests.differential", description=__doc__)
    read.add_argument("--cases", type=int, default=100_000, help="how many to compare")
    read.add_argument("--start", type=int, default=0, help="the number of the first block; others give other packs")
    read.add_argument("--drawn", type=int, default=1500, help="cases that are drawn for each plan")
    read.add_argument("--days", type=int, default=1, help="days on which each is asked about")
    read.add_argument("--into", type=Path, default=Path("build/differential"), help="where differences are written")
    read.add_argument("--again", type=Path, help="compare what such a folder holds")
    asked = read.parse_args()
    if asked.again is not None:
        found = compare(kept(asked.again)).differences
        for one in found:
            print(f"{one.evaluator} differs on case {one.case}:\n{one.told}")  # noqa: T201
        return int(bool(found))
    tally = run(
        asked.cases,
        asked.start,
        drawn=asked.drawn,
        days=asked.days,
        into=asked.into,
        tell=lambda line: print(line, file=sys.stderr, flush=True),  # noqa: T201
    )
    print(tally)  # noqa: T201
    for folder in tally.kept:
        print(f"kept in {folder}")  # noqa: T201
    return int(bool(tally.differences))


if __name__ == "__main__":
    raise SystemExit(main())
