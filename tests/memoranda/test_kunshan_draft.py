"""The Kunshan opinion prints no date, so its pack is a draft that never decides (S3); published in a copy, it decides as its cases say.

The copy has an invented day, and in its registry the rows that the pack's README keeps ready.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from credit_rules import Engine, Options
from credit_rules.toolbox.case_file import CaseFile, read_case_file
from credit_rules.toolbox.cases import run_cases

MEMORANDA = Path(__file__).parents[2] / "memoranda"
DRAFT = MEMORANDA / "regional" / "320583-joint-measures"
CASES = Path(__file__).with_name("kunshan") / "cases.yaml"
ID = "kunshan-joint-measures"
DAY = "2018-01-01"
ROWS = re.compile(r"^```yaml registry\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack as if a source of the invented day had cited it, beside a registry with the rows that wait."""
    tree = tmp_path_factory.mktemp("kunshan")
    copytree(MEMORANDA / "registry", tree / "registry")
    (rows,) = ROWS.findall((DRAFT / "README.md").read_text(encoding="utf-8"))
    (tree / "registry" / "kunshan.yaml").write_text(rows.replace("DAY", DAY), encoding="utf-8")
    published = tree / "regional" / DRAFT.name
    copytree(DRAFT, published)
    text = (DRAFT / "pack.yaml").read_text(encoding="utf-8")
    assert text.count("  status: draft\n") == 1
    proven = text.replace("  status: draft\n", f"  proven_by: {{day: {DAY}, source: 示例文件}}\n")
    (published / "pack.yaml").write_text(proven, encoding="utf-8")
    copyfile(CASES, published / "cases.yaml")
    return published


@pytest.fixture(scope="module")
def engine(folder: Path) -> Engine:
    return Engine.from_paths(folder)


@pytest.fixture(scope="module")
def cases(folder: Path) -> CaseFile:
    return read_case_file(folder / "cases.yaml")


def test_the_draft_never_decides() -> None:
    plan = Engine.bundled().plan
    assert ID not in plan.pack
    assert not [rule.id for rule in plan.rules if rule.pack == ID]
    assert "kunshan-red-list" not in {entry.id for entry in plan.vocabulary.lists}
    assert "320583" not in {rule.place for rule in plan.vocabulary.procedures}


def test_the_published_copy_has_no_findings(folder: Path) -> None:
    assert Engine.check([folder]) == ()


def test_the_published_copy_decides_as_the_cases_say(engine: Engine, cases: CaseFile) -> None:
    assert [
        (each.name, each.mismatches, each.input_errors) for each in run_cases(cases, engine) if not each.passed
    ] == []


def test_every_measure_has_a_case_for_and_a_near_miss(engine: Engine, cases: CaseFile) -> None:
    measures = {rule.id.rpartition("/")[2] for rule in engine.plan.rules if rule.pack == ID}
    issued = {expected.id for case in cases.cases for expected in case.written.issued}
    missed = {id for case in cases.cases for id in case.written.not_issued}
    assert measures
    assert measures - issued == set()
    assert measures - missed == set()


def test_what_the_rows_make_owed(engine: Engine, cases: CaseFile) -> None:
    """Feedback (五(四)) while measures apply; a notice and an end to them (二(四)) once a list is left."""

    def owed(name: str) -> set[str]:
        (case,) = (case for case in cases.cases if case.written.name == name)
        decision = engine.evaluate(case.node.to_plain(), Options(as_of=date(2018, 5, 10)))
        return {duty.code for duty in decision.duties}

    assert "feed-back" in owed("逾期才纠正的仍在名单上，不监测而惩戒")
    assert {"exit-notice", "lift-measures"} <= owed("不是因纠正而退出的，不监测")
    assert not {"exit-notice", "lift-measures"} & owed("逾期才纠正的仍在名单上，不监测而惩戒")
