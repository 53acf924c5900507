"""A batch that is killed goes on where it was: nothing lost, nothing doubled, the same rows in the same order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from credit_rules.batch.run.decider import Decider
from tests.batch.stand_in import decide_lightly, run, write_input, written

ROOT = Path(__file__).parents[2]


@pytest.mark.needs("a system that forks", hasattr(os, "fork"))
@pytest.mark.parametrize(
    ("first", "stride"), [(3, 61), *(pytest.param(first, 5, marks=pytest.mark.long) for first in range(1, 6))]
)
def test_killed_at_any_step_the_output_is_that_of_a_run_undisturbed(
    first: int, stride: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_input(tmp_path / "in", 12)
    (tmp_path / "killed").mkdir()
    command = [
        sys.executable,
        "-m",
        "tests.batch.killed",
        str(source),
        str(tmp_path / "killed"),
        str(first),
        str(stride),
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 2
    monkeypatch.setattr(Decider, "_decide", decide_lightly)
    run(source, tmp_path / "whole", partitions=2)
    meant = written(tmp_path / "whole")
    assert meant["records"]
    outs = sorted((tmp_path / "killed").iterdir())
    assert outs
    for out in outs:
        assert written(out) == meant, out.name
        assert not list(out.rglob("*.tmp"))
