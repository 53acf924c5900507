"""A folder decided in partitions: what is written, what is refused, and what goes on when something breaks."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow
import pyarrow.csv
import pyarrow.parquet
import pytest

from credit_rules import InputError, Options
from credit_rules.batch.run import batch as running
from credit_rules.batch.run.decider import WRITTEN, Decider
from tests.batch.stand_in import decide_lightly, run, write_input, written


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_input(tmp_path / "in")


@pytest.fixture(autouse=True)
def _lightly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Decider, "_decide", decide_lightly)


def codes(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [one.code for one in error.value.diagnostics]


def test_every_table_is_written_and_nothing_is_left_in_the_making(source: Path, tmp_path: Path) -> None:
    done = run(source, tmp_path / "out")
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} == {*WRITTEN, "manifest.json", ".lock"}
    assert all(len(list((out / table).iterdir())) == 3 for table in WRITTEN)
    assert {name: len(rows) for name, rows in written(out).items()} == done.rows
    assert (done.cases, done.again, done.broken, done.failed) == (40, 0, [], {})
    assert 0 < done.decided < 40
    assert done.kept_out


def test_partitions_threads_and_format_change_nothing(source: Path, tmp_path: Path) -> None:
    one, many, arrow = tmp_path / "one", tmp_path / "many", tmp_path / "arrow"
    run(source, one, partitions=1)
    run(source, many, partitions=7, threads=2)
    run(source, arrow, form="arrow")
    meant = {name: sorted(map(str, rows)) for name, rows in written(one).items()}
    assert meant["records"]
    for out in (many, arrow):
        assert {name: sorted(map(str, rows)) for name, rows in written(out).items()} == meant


def test_a_second_run_finds_everything_done(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("part-*")}
    assert run(source, tmp_path / "out").again == 3
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("part-*")} == before


def test_a_file_that_was_tampered_with_is_written_again(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    meant = written(tmp_path / "out")
    (tmp_path / "out" / "records" / "part-00001.parquet").write_bytes(b"x")
    assert run(source, tmp_path / "out").again == 2
    assert written(tmp_path / "out") == meant


@pytest.mark.parametrize(
    ("options", "settings", "what"),
    [
        (Options(region="360000"), {}, "options"),
        (Options(), {"partitions": 2}, "partitions"),
        (Options(), {"form": "arrow"}, "form"),
    ],
)
def test_batches_are_never_mixed(
    source: Path, tmp_path: Path, options: Options, settings: dict[str, object], what: str
) -> None:
    run(source, tmp_path / "out")
    with pytest.raises(InputError) as error:
        run(source, tmp_path / "out", options, **settings)
    assert [(one.code, one.values["what"]) for one in error.value.diagnostics] == [("batch-of-another-kind", what)]
    assert run(source, tmp_path / "out", options, **settings, restart=True).again == 0
    ending = ".arrow" if "form" in settings else ".parquet"
    assert {path.suffix for path in (tmp_path / "out").rglob("part-*")} == {ending}


def test_another_input_is_another_batch(source: Path, tmp_path: Path) -> None:
    run(source, tmp_path / "out")
    with pytest.raises(InputError):
        run(write_input(tmp_path / "other", start=5), tmp_path / "out")


def test_a_folder_with_something_else_is_left_alone(source: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        run(source, source)
    assert codes(error) == ["batch-folder-taken"]
    assert len(list(source.iterdir())) == 6


def test_two_processes_do_not_write_one_folder(source: Path, tmp_path: Path) -> None:
    from credit_rules.batch.run.lock import locked

    (tmp_path / "out").mkdir()
    with locked(tmp_path / "out"), pytest.raises(InputError) as error:
        run(source, tmp_path / "out")
    assert codes(error) == ["batch-running"]


def test_a_partition_that_fails_is_named_and_the_rest_completes(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(source, tmp_path / "whole")
    real = running.staged

    def fail(folder: Path, table: str, partition: int) -> str | None:
        if partition == 1:
            raise OSError("broken for 11010519491231002X")
        return real(folder, table, partition)

    monkeypatch.setattr(running, "staged", fail)
    done = run(source, tmp_path / "out")
    assert done.failed == {1: "OSError: broken for …"}
    assert not done.whole
    assert not list((tmp_path / "out").rglob("part-00001*"))
    monkeypatch.setattr(running, "staged", real)
    assert run(source, tmp_path / "out").again == 2
    assert written(tmp_path / "out") == written(tmp_path / "whole")


def test_a_staged_partition_that_is_damaged_is_named_and_the_rest_completes(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = running.stage

    def damage(*given: object) -> object:
        found = real(*given)  # type: ignore[arg-type]
        for file in given[-1].glob("*/records/*/_partition=2/*.parquet"):  # type: ignore[attr-defined]
            file.write_bytes(file.read_bytes()[:-20])
        return found

    monkeypatch.setattr(running, "stage", damage)
    done = run(source, tmp_path / "out")
    assert list(done.failed) == [2]
    monkeypatch.setattr(running, "stage", real)
    assert run(source, tmp_path / "out").failed == {}
    run(source, tmp_path / "whole")
    assert written(tmp_path / "out") == written(tmp_path / "whole")


def split(source: Path, folder: Path, table: str) -> tuple[Path, Path]:
    """A table in two files."""
    whole = pyarrow.parquet.read_table(source / f"{table}.parquet")
    (source / f"{table}.parquet").unlink()
    first, second = folder / f"{table}-1.parquet", folder / f"{table}-2.parquet"
    pyarrow.parquet.write_table(whole.slice(0, whole.num_rows // 2), first)
    pyarrow.parquet.write_table(whole.slice(whole.num_rows // 2), second)
    return first, second


def test_of_broken_subjects_the_cases_are_not_decided_and_the_others_are(source: Path, tmp_path: Path) -> None:
    _, second = split(source, source, "subjects")
    run(source, tmp_path / "whole")
    second.write_bytes(second.read_bytes()[:200])
    done = run(source, tmp_path / "out")
    assert [(each["file"], each["of_all"]) for each in done.broken] == [("subjects-2.parquet", False)]
    assert done.cases == 20
    assert done.kept_out["case-unknown"] > 5
    meant = written(tmp_path / "whole")["records"]
    got = written(tmp_path / "out")["records"]
    assert got
    assert all(row in meant for row in got)
    assert {row["case_id"] for row in got} <= {str(number) for number in range(20)}


def test_where_records_cannot_be_read_nobody_of_the_folder_is_decided(source: Path, tmp_path: Path) -> None:
    _, second = split(source, source, "records")
    second.write_bytes(b"PAR1")
    with pytest.raises(InputError) as error:
        run(source, tmp_path / "out")
    assert codes(error) == ["table-unreadable"]


def test_a_batch_in_parts_loses_only_the_part_that_is_broken(source: Path, tmp_path: Path) -> None:
    parts = tmp_path / "parts"
    parts.mkdir()
    source.rename(parts / "a")
    other = write_input(parts / "b", 10, 5)
    for file in other.iterdir():
        table = pyarrow.parquet.read_table(file)
        ids = pyarrow.array([f"b{id}" for id in table["case_id"].to_pylist()], pyarrow.string())
        pyarrow.parquet.write_table(table.set_column(0, "case_id", ids), file)
    assert run(parts, tmp_path / "both").cases == 50
    (other / "events.parquet").write_bytes(b"x" * 100)
    done = run(parts, tmp_path / "out")
    assert (done.cases, [each["file"] for each in done.broken]) == (40, ["b/events.parquet"])
    meant = [row for row in written(tmp_path / "both")["records"] if not str(row["case_id"]).startswith("b")]
    assert sorted(map(str, written(tmp_path / "out")["records"])) == sorted(map(str, meant))


def test_the_manifest_says_what_was_decided_with_what(source: Path, tmp_path: Path) -> None:
    done = run(source, tmp_path / "out", Options(region="360000"))
    told = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert told["options"]["region"] == "360000"
    assert told["plan"].startswith("sha256:")
    assert [name for name, _, _ in told["input"]] == sorted(path.name for path in source.iterdir())
    assert sum(part["cases"] for part in told["done"].values()) == done.cases
