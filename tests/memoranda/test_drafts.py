"""Documents that print no date and that no dated source cites are drafts, which never decide (S3); published in a copy, each decides as its cases say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from credit_rules import Engine, Options
from credit_rules.source.tree import cases_under
from credit_rules.toolbox.case_file import CaseFile, PlacedCase, read_case_file
from credit_rules.toolbox.cases import run_cases
from tests.generators.world import shipped_plan
from tests.memoranda.drafts import DRAFTS, Draft, published


class Copy(NamedTuple):
    draft: Draft
    folder: Path
    engine: Engine
    files: tuple[CaseFile, ...]

    @property
    def cases(self) -> tuple[PlacedCase, ...]:
        return tuple(case for file in self.files for case in file.cases)


@pytest.fixture(scope="module", params=DRAFTS, ids=lambda draft: draft.name)
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    folder = published(request.param, tmp_path_factory.mktemp(request.param.name))
    return Copy(request.param, folder, Engine.from_paths(folder), tuple(map(read_case_file, cases_under(folder))))


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
    results = [outcome for file in copy.files for outcome in run_cases(file, copy.engine)]
    assert results
    assert [(each.name, each.mismatches, each.input_errors) for each in results if not each.passed] == []


def test_every_measure_has_a_case_for_and_a_near_miss(copy: Copy) -> None:
    measures = {rule.id.rpartition("/")[2] for rule in copy.engine.plan.rules if rule.pack == copy.draft.id}
    issued = {id for case in copy.cases for expected in case.written.issued for id in expected.ids}
    missed = {id for case in copy.cases for id in case.written.not_issued}
    assert measures
    assert measures - issued == set()
    assert measures - missed == set()


@pytest.mark.parametrize("copy", DRAFTS[:1], indirect=True, ids=["kunshan"])
def test_what_the_rows_make_owed(copy: Copy) -> None:
    """Feedback (五(四)) while measures apply; a notice and an end to them (二(四)) once a list is left."""

    def owed(name: str) -> set[str]:
        (case,) = (case for case in copy.cases if case.written.name == name)
        decision = copy.engine.evaluate(case.node.to_plain(), Options(as_of=date(2018, 5, 10)))
        return {duty.code for duty in decision.duties}

    assert "feed-back" in owed("逾期才纠正的仍在名单上，不监测而惩戒")
    assert {"exit-notice", "lift-measures"} <= owed("不是因纠正而退出的，不监测")
    assert not {"exit-notice", "lift-measures"} & owed("逾期才纠正的仍在名单上，不监测而惩戒")
