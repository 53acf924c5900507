"""Documents that print no date and that no dated source cites are drafts, which never decide (S3); published in a copy, each decides as its cases say.

The copy has an invented day, and in its registry the rows that the pack's README keeps ready, if any.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from shutil import copyfile, copytree
from typing import NamedTuple

import pytest

from credit_rules import Engine, Options
from credit_rules.toolbox.case_file import CaseFile, read_case_file
from credit_rules.toolbox.cases import run_cases
from tests.generators.world import shipped_plan

MEMORANDA = Path(__file__).parents[2] / "memoranda"
ROWS = re.compile(r"^```yaml registry\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Draft(NamedTuple):
    """``name`` is its folder of cases here, ``folder`` that of its pack."""

    name: str
    id: str
    folder: Path
    day: str


DRAFTS = (
    Draft("kunshan", "kunshan-joint-measures", MEMORANDA / "regional" / "320583-joint-measures", "2018-01-01"),
    Draft("honours", "pingxiang-honours", MEMORANDA / "regional" / "360300-honours", "2019-01-01"),
)


class Copy(NamedTuple):
    draft: Draft
    folder: Path
    engine: Engine
    cases: CaseFile


def published(draft: Draft, tree: Path) -> Path:
    """The pack as if a source of the invented day had cited it, beside a registry with the rows that wait."""
    copytree(MEMORANDA / "registry", tree / "registry")
    for rows in ROWS.findall((draft.folder / "README.md").read_text(encoding="utf-8")):
        (tree / "registry" / f"{draft.name}.yaml").write_text(rows.replace("DAY", draft.day), encoding="utf-8")
    folder = tree / "regional" / draft.folder.name
    copytree(draft.folder, folder)
    text = (folder / "pack.yaml").read_text(encoding="utf-8")
    assert text.count("  status: draft\n") == 1
    proven = text.replace("  status: draft\n", f"  proven_by: {{day: {draft.day}, source: 示例文件}}\n")
    (folder / "pack.yaml").write_text(proven, encoding="utf-8")
    copyfile(Path(__file__).with_name(draft.name) / "cases.yaml", folder / "cases.yaml")
    return folder


@pytest.fixture(scope="module", params=DRAFTS, ids=lambda draft: draft.name)
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder = published(request.param, tmp_path_factory.mktemp(request.param.name))
    return Copy(request.param, folder, Engine.from_paths(folder), read_case_file(folder / "cases.yaml"))


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.name)
def test_the_draft_never_decides(draft: Draft) -> None:
    assert draft.id not in shipped_plan().pack
    assert not [rule.id for rule in shipped_plan().rules if rule.pack == draft.id]


def test_what_only_the_kunshan_draft_gives_is_in_no_plan() -> None:
    assert "kunshan-red-list" not in {entry.id for entry in shipped_plan().vocabulary.lists}
    assert "320583" not in {rule.place for rule in shipped_plan().vocabulary.procedures}


def test_the_published_copy_has_no_findings(copy: Copy) -> None:
    assert Engine.check([copy.folder]) == ()


def test_the_published_copy_decides_as_the_cases_say(copy: Copy) -> None:
    results = run_cases(copy.cases, copy.engine)
    assert results
    assert [(each.name, each.mismatches, each.input_errors) for each in results if not each.passed] == []


def test_every_measure_has_a_case_for_and_a_near_miss(copy: Copy) -> None:
    measures = {rule.id.rpartition("/")[2] for rule in copy.engine.plan.rules if rule.pack == copy.draft.id}
    issued = {expected.id for case in copy.cases.cases for expected in case.written.issued}
    missed = {id for case in copy.cases.cases for id in case.written.not_issued}
    assert measures
    assert measures - issued == set()
    assert measures - missed == set()


@pytest.mark.parametrize("copy", DRAFTS[:1], indirect=True, ids=["kunshan"])
def test_what_the_rows_make_owed(copy: Copy) -> None:
    """Feedback (五(四)) while measures apply; a notice and an end to them (二(四)) once a list is left."""

    def owed(name: str) -> set[str]:
        (case,) = (case for case in copy.cases.cases if case.written.name == name)
        decision = copy.engine.evaluate(case.node.to_plain(), Options(as_of=date(2018, 5, 10)))
        return {duty.code for duty in decision.duties}

    assert "feed-back" in owed("逾期才纠正的仍在名单上，不监测而惩戒")
    assert {"exit-notice", "lift-measures"} <= owed("不是因纠正而退出的，不监测")
    assert not {"exit-notice", "lift-measures"} & owed("逾期才纠正的仍在名单上，不监测而惩戒")
