"""``credit-rules prove``: findings with their cases as text and JSON, and what it says without the extra."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from credit_rules import Engine, Options
from credit_rules.cli.program import run
from credit_rules.render.sarif import RuleText
from credit_rules.source.yaml_reader import read_yaml
from credit_rules.toolbox.proofs import run as tool
from credit_rules.toolbox.proofs import solver
from credit_rules.toolbox.proofs.report import as_github, as_json, as_sarif, as_text
from tests.render.test_forms_of_findings import wrong_in
from tests.toolbox.proofs.proved import SOLVER
from tests.toolbox.proofs.test_remarks import plant, tree

__all__ = ["tree"]
NEEDED = pytest.mark.needs(*SOLVER)


def test_without_the_extra_it_names_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "available", lambda: False)
    assert run(["prove", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "credit-rules[analysis]" in told.err


def test_json_errors_name_it_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "available", lambda: False)
    assert run(["prove", "--format", "json"]) == 2
    (error,) = json.loads(capsys.readouterr().err)["errors"]
    assert "credit-rules[analysis]" in error["message"]


@NEEDED
def test_the_case_of_a_finding_can_be_evaluated(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tree, "")
    assert run(["prove", str(tree), "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["bounds"] == {"records": 3, "holders": 3}
    assert report["disputed"] == []
    (finding,) = report["findings"]
    assert (finding["code"], finding["level"], finding["column"]) == ("proof-status-not-allowed", "warning", 19)
    decision = Engine.from_paths(tree).evaluate(finding["case"], Options())
    assert {record.status for record in decision.records} <= {"delisted", "stayed"}
    assert "city-2017/subsidy" in {source.id for measure in decision.measures for source in measure.sources}


@NEEDED
def test_github_and_sarif_tell_the_same_place(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = plant(tree, "")
    monkeypatch.setattr(tool, "prove", lambda _: report)
    assert run(["prove", str(tree), "--format", "github", "--lang", "en"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("::warning file=")
    assert ",line=55,col=19,title=proof-status-not-allowed::the measure “subsidy”" in line
    assert run(["prove", str(tree), "--format", "sarif"]) == 0
    log = json.loads(capsys.readouterr().out)
    assert wrong_in(log) == []
    (result,) = log["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 55, "startColumn": 19}
    decision = Engine.from_paths(tree).evaluate(result["properties"]["case"], Options())
    assert "city-2017/subsidy" in {source.id for measure in decision.measures for source in measure.sources}


@NEEDED
def test_what_is_allowed_is_counted_and_shown_where_asked_for(tree: Path) -> None:
    report = plant(tree, "  # allow: proof-status-not-allowed -- 原文如此")
    assert "放过 1 个" in as_text(report, "zh", lambda _: None)
    assert "原文如此" in as_text(report, "zh", lambda _: None, show_allowed=True)
    assert as_github(report, "zh") == ""
    plain = json.loads(as_json(report, "zh"))
    assert (plain["suppressed"], plain["findings"]) == (1, [])
    (shown,) = json.loads(as_json(report, "zh", show_allowed=True))["findings"]
    assert shown["suppressed"] == "原文如此"
    log = json.loads(as_sarif(report, "zh", version="1", rule=lambda code: RuleText(code, "")))
    assert wrong_in(log) == []
    (result,) = log["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "原文如此"}]


@NEEDED
def test_strict_fails_what_is_a_warning_otherwise(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = plant(tree, "")
    monkeypatch.setattr(tool, "prove", lambda _: report)
    assert run(["prove", str(tree)]) == 0
    assert run(["prove", str(tree), "--strict"]) == 1


@NEEDED
def test_text_shows_the_line_and_a_case_that_is_yaml(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tree, "")
    assert run(["prove", str(tree), "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(number for number, line in enumerate(lines) if "proof-status-not-allowed" in line)
    assert lines[at + 2].endswith("^")
    start = next(number for number in range(at, len(lines)) if lines[number].startswith("    case"))
    case = "\n".join(line[8:] for line in lines[start + 1 :] if line.startswith(" " * 8))
    node, wrong = read_yaml(f"{case}\n", "case.yaml")
    assert not wrong
    assert node is not None
    Engine.from_paths(tree).evaluate(case)
    assert "within 3 records a list and 3 holders a role" in lines[-1]


@NEEDED
def test_a_finding_that_the_engine_disputes_is_loud(
    tree: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = plant(tree, "")
    disputed = tuple(each._replace(confirmed=False) for each in report.found)
    monkeypatch.setattr(tool, "prove", lambda _: tool.Report(1, 1, report.bounds, (), (), (), disputed))
    assert run(["prove", str(tree), "--lang", "en"]) == 2
    assert "a fault of the program" in capsys.readouterr().err


@NEEDED
def test_a_pack_with_errors_is_not_proved(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tree / "pack" / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("act: restrict-subsidy", "act: restrict-subsidies"), "utf-8")
    assert run(["prove", str(tree)]) == 2
    assert "unknown-act" in capsys.readouterr().err
