"""Every measure of every shipped pack is issued by a case and, in a near miss, not issued; a draft has no cases, for none can run."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from credit_rules import Engine
from credit_rules.source.tree import PACK, cases_of, tree_of
from credit_rules.toolbox.case_file import WrittenCase, read_case_file


def is_draft(folder: Path) -> bool:
    head = yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))["memorandum"]
    return bool(head.get("status") == "draft")


ALL = [pack.parent for pack in tree_of().packs]
FOLDERS = [folder for folder in ALL if not is_draft(folder)]
DRAFTS = [folder for folder in ALL if is_draft(folder)]
RULES = Engine.bundled().plan.rules


def cases(folder: Path) -> tuple[str, list[WrittenCase]]:
    """The id of the pack and its cases, of all its files of cases."""
    files = [read_case_file(file) for file in cases_of(folder / PACK)]
    assert files, "it has no cases"
    return files[0].pack, [placed.written for file in files for placed in file.cases]


def short(id: str) -> str:
    return id.rpartition("/")[2]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_measure_has_a_case_for_and_a_near_miss(folder: Path) -> None:
    pack, written = cases(folder)
    measures = {short(rule.id) for rule in RULES if rule.pack == pack}
    issued = {short(id) for case in written for expected in case.issued for id in expected.ids}
    missed = {short(id) for case in written for id in case.not_issued}
    assert measures
    assert measures - issued == set()
    assert measures - missed == set()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_case_names_a_measure_that_is_not_there(folder: Path) -> None:
    pack, written = cases(folder)
    known = {short(rule.id) for rule in RULES if rule.pack == pack}
    named = {short(id) for case in written for expected in case.issued for id in expected.ids}
    named |= {short(id) for case in written for id in (*case.not_issued, *case.undetermined)}
    assert named - known == set()


@pytest.mark.parametrize("folder", DRAFTS, ids=lambda folder: folder.name)
def test_a_draft_has_no_cases(folder: Path) -> None:
    assert cases_of(folder / PACK) == ()
