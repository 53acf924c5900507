"""A folder given alone finds the packs beside it that it names, and says nothing of what is wrong with those."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from credit_rules import Engine
from credit_rules.engine.load import load_plan

CLEAN = Path(__file__).parents[1] / "pack" / "clean"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "tree"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_what_it_adopts_is_found_beside_it(tree: Path) -> None:
    assert Engine.check([tree / "pack"]) == ()
    assert {pack.id for pack in load_plan([tree / "pack"], "0").packs} == {"city-2017"}


def test_a_folder_alone_is_never_taken_for_the_whole(tree: Path) -> None:
    whole, alone = ({pack.id for pack in load_plan([root], "0").packs} for root in (tree, tree / "pack"))
    assert (whole, alone) == ({"province-2016", "city-2017"}, {"city-2017"})
    assert {pack.id for pack in load_plan([tree], "0").packs} == whole


def test_what_is_wrong_with_the_other_is_told_of_the_other_only(tree: Path) -> None:
    change(tree / "above" / "pack.yaml", "act: supervise", "act: supervize")
    assert Engine.check([tree / "pack"]) == ()
    assert [one.code for one in Engine.check([tree])] == ["unknown-act"]


def test_one_that_is_nowhere_is_missing(tree: Path) -> None:
    shutil.rmtree(tree / "above")
    assert "unknown-pack" in {one.code for one in Engine.check([tree / "pack"])}


def test_a_change_of_the_other_makes_another_plan(tree: Path) -> None:
    before = load_plan([tree / "pack"], "0").digest
    change(tree / "above" / "pack.yaml", "wording: ", "wording: 依法")
    assert load_plan([tree / "pack"], "0").digest != before
