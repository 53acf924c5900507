"""``credit-rules batch`` as a shell sees it."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from credit_rules.batch.run import installed
from credit_rules.batch.run.decider import Decider
from credit_rules.cli import batch as command
from credit_rules.cli import batch_progress
from credit_rules.cli.program import run
from tests.batch.stand_in import decide_lightly, plan, write_input


class Opened:
    """An engine with a small plan."""

    plan = plan()


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CREDIT_RULES_LANG", raising=False)
    monkeypatch.setattr(Decider, "_decide", decide_lightly)
    monkeypatch.setattr(command, "open_engine", lambda packs: Opened)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_input(tmp_path / "in", 12)


def call(capsys: pytest.CaptureFixture[str], *arguments: Any) -> tuple[int, str, str]:
    status = run(["batch", *map(str, arguments)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_summary_tells_what_was_decided_and_what_not(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = call(capsys, "--in", source, "--out", tmp_path / "out", "--partitions", "2", "--lang", "en")
    assert (status, err) == (1, "")
    assert out.startswith("12 cases, ")
    assert "quarantine" in out
    assert "Traceback" not in out
    status, out, _ = call(capsys, "--in", source, "--out", tmp_path / "out", "--partitions", "2", "--lang", "en")
    assert "2 of them done before" in out


def test_the_summary_as_json(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (source / "events.parquet").unlink()
    status, out, _ = call(capsys, "--in", source, "--out", tmp_path / "out", "--summary", "json")
    told = json.loads(out)
    assert told["cases"] == 12
    assert told["whole"] == (status == 0)
    assert told["decided"] == told["cases"] - (told["rows"]["quarantine"] and 12 - told["decided"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--matter", "purchase"], "unknown-matter"),
        (["--department", "state-taxashun"], "unknown-department-id"),
        (["--memory", "lots"], "usage"),
        (["--partitions", "0"], "usage"),
        (["--format", "csv"], "usage"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    arguments: list[str], code: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = call(capsys, "--in", source, "--out", tmp_path / "out", "--summary", "json", *arguments)
    assert (status, out) == (2, "")
    assert json.loads(err)["errors"][0]["code"] == code
    assert not (tmp_path / "out" / "records").exists()


def test_without_the_extra_one_sentence_names_it(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "find_spec", lambda name: None if name == "duckdb" else find_spec(name))
    status, out, err = call(capsys, "--in", source, "--out", tmp_path / "out")
    assert (status, out) == (2, "")
    assert "credit-rules[batch]" in err


def test_no_folder_is_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = call(capsys, "--in", tmp_path / "none", "--out", tmp_path / "out")
    assert status == 2
    assert "none" in err
    assert "Traceback" not in err


def test_a_line_now_and_then_where_nobody_looks_on(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_progress, "EVERY", 0.0)
    _, _, err = call(capsys, "--in", source, "--out", tmp_path / "out", "--lang", "en", "--partitions", "2")
    assert [line.split(",")[0] for line in err.splitlines()] == [f"{done} of 2 partitions" for done in range(3)]


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, "--help")
    assert status == 0
    assert "credit-rules batch --in province --out decided" in out


def test_why_takes_a_case_out_of_the_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    said = {"case_id": "1", "id": "91350100M000100Y43", "kind": "enterprise", "as_of": "2018-05-10"}
    record = {"list": "wage-arrears", "determined_by": "示例局", "document_number": "1号", "decided_on": "2018-01-02"}
    (folder / "subjects.csv").write_text("\n".join((",".join(said), ",".join(said.values()))), encoding="utf-8")
    record = {"case_id": "1", "record_id": "r1", **record}
    (folder / "records.csv").write_text("\n".join((",".join(record), ",".join(record.values()))), encoding="utf-8")
    assert run(["why", "--from", str(folder), "--case", "1", "--region", "360300"]) == 0
    assert "r1" in capsys.readouterr().out
    assert run(["why", "--from", str(folder), "--case", "2"]) == 2
    assert "2" in capsys.readouterr().err
    assert run(["why", "--case", "2"]) == 2
    assert run(["why"]) == 2
    assert "CASE" in capsys.readouterr().err
