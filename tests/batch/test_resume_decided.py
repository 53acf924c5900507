"""A batch with the whole decision, killed while it decides or writes, or damaged: the output is that of a run undisturbed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from credit_rules.batch.read.columns import quoted
from credit_rules.batch.run import batch as running
from credit_rules.batch.run.decider import WRITTEN, duck_type
from tests.batch.killed import ON_THE_DAY
from tests.batch.stand_in import run, write_input

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_input(tmp_path_factory.mktemp("cases") / "in", 60)


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    assert run(source, out, ON_THE_DAY, partitions=2).rows["measures"]
    return out


def rows(out: Path) -> dict[str, list[str]]:
    """The rows of each file; those of large tables come in no order."""
    return {
        str(file.relative_to(out)): sorted(map(str, duckdb.sql(f"FROM '{file}'").fetchall()))
        for table in WRITTEN
        for file in sorted((out / table).iterdir())
    }


@pytest.mark.needs("a system that forks", hasattr(os, "fork"))
@pytest.mark.long
@pytest.mark.parametrize("steps", [(70,), (1, 30, 90), (10, 20, 40, 50, 60), (110, 2, 3)])
def test_killed_while_deciding_or_writing_nothing_is_lost_or_doubled(
    steps: tuple[int, ...], source: Path, whole: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.batch.killed", str(source), str(tmp_path / "out"), "decided"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))}
    done = subprocess.run(
        [*command, *map(str, steps)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(steps)
    assert rows(tmp_path / "out") == rows(whole)
    assert not list((tmp_path / "out").rglob("*.tmp"))


def test_columns_are_of_the_types_that_are_promised(whole: Path) -> None:
    for table, columns in WRITTEN.items():
        wanted = duckdb.sql(
            f"SELECT {', '.join(f'NULL::{duck_type(type)} AS {quoted(name)}' for name, type in columns.items())}"
        )
        found = duckdb.sql(f"FROM '{whole / table}/*.parquet'")
        assert (found.columns, found.types) == (wanted.columns, wanted.types), table


@pytest.mark.long
def test_what_is_damaged_is_named_or_mended_and_the_rest_completes(
    source: Path, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, out = running.stage, tmp_path / "out"

    def damage(*given: object) -> object:
        found = real(*given)  # type: ignore[arg-type]
        for file in given[-1].glob("*/records/*/_partition=0/*.parquet"):  # type: ignore[attr-defined]
            content = bytearray(file.read_bytes())
            content[4:-8] = bytes(len(content) - 12)
            file.write_bytes(content)
        return found

    monkeypatch.setattr(running, "stage", damage)
    assert list(run(source, out, ON_THE_DAY, partitions=2).failed) == [0]
    meant = rows(whole)
    assert rows(out) == {file: found for file, found in meant.items() if "part-00000" not in file}
    monkeypatch.undo()
    (out / "measures" / "part-00001.parquet").write_bytes(b"PAR1")
    done = run(source, out, ON_THE_DAY, partitions=2)
    assert (done.again, done.failed) == (0, {})
    assert rows(out) == meant
