"""Runs a batch again and again, each time killed one step later, and goes on with it until it is done.

Called as ``python -m tests.batch.killed INPUT OUT FROM STEP``, with a decision that costs nothing, or as
``python -m tests.batch.killed INPUT OUT decided STEP STEP ...``, with the decision, one batch killed at each of these steps
of its runs. It forks, so nothing else may have threads here. Says how often it was killed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from datetime import date
from pathlib import Path
from typing import Any

from credit_rules import Options
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.run import batch, manifest, write
from credit_rules.batch.run.decider import Decider
from tests.batch.stand_in import decide_lightly, plan, run

ON_THE_DAY = Options(as_of=date(2018, 4, 19))
"""One day for all cases, so that less of a plan is prepared anew for each partition."""


def die_at(step: int) -> None:
    """Let this process be killed in the middle of the so-manieth thing that it does to files or in deciding."""
    done = 0

    def counted(real: Any) -> Any:
        def call(*given: Any, **named: Any) -> Any:
            nonlocal done
            done += 1
            if done == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)

        return call

    put = counted(manifest.put)
    manifest.put, write.put = put, put
    write.sum_of = counted(write.sum_of)
    batch.stage, batch.staged = counted(batch.stage), counted(batch.staged)
    DuckStore.keep = counted(DuckStore.keep)  # type: ignore[method-assign]
    Path.rename = counted(Path.rename)  # type: ignore[method-assign]


def run_once(source: Path, out: Path, step: int, options: Options | None = None) -> bool:
    """Whether a run came to its end."""
    child = os.fork()
    if not child:
        try:
            die_at(step)
            run(source, out, options, partitions=2)
        except BaseException:
            import traceback

            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    assert os.waitstatus_to_exitcode(status) == 0
    return True


def main(source: Path, out: Path, first: int, stride: int) -> None:
    Decider._decide = decide_lightly  # type: ignore[method-assign]
    plan()
    step, kills = first, 0
    while not run_once(source, out / str(step), step):
        kills += 1
        again = step
        while not run_once(source, out / str(step), again):
            kills += 1
            again += stride
        step += stride
    shutil.rmtree(out / str(step))
    sys.stdout.write(f"{kills}\n")


def decided(source: Path, out: Path, steps: list[int]) -> None:
    """One batch, killed at each of the steps, then let run to its end."""
    plan()
    kills = sum(not run_once(source, out, step, ON_THE_DAY) for step in steps)
    assert run_once(source, out, 1_000_000, ON_THE_DAY)
    sys.stdout.write(f"{kills}\n")


if __name__ == "__main__" and sys.argv[3] == "decided":
    decided(Path(sys.argv[1]), Path(sys.argv[2]), [int(step) for step in sys.argv[4:]])
elif __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
