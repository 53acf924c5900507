"""Every mistake planted in a clean pack is found once, at its line and column, and nothing else is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from credit_rules import Diagnostic, Engine
from tests.pack.planted import CARET, FORM, NAMES, NO_EFFECT, Planted

CLEAN = Path(__file__).parent / "clean"
PACK = (CLEAN / "pack" / "pack.yaml").read_text(encoding="utf-8")
ALL = (*FORM, *NAMES, *NO_EFFECT)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "tree"))


def planted_in(text: str, mistake: Planted) -> tuple[str, int, int]:
    """The text with the mistake, and the line and column of the caret."""
    find = mistake.find.removesuffix("…")
    assert find in text
    assert mistake.put.count(CARET) == 1
    before, _, after = text.partition(find)
    marked = before + mistake.put + ("" if mistake.find.endswith("…") else after)
    at = marked.index(CARET)
    line_start = marked.rfind("\n", 0, at) + 1
    return marked.replace(CARET, ""), marked.count("\n", 0, at) + 1, at - line_start + 1


def findings(tree: Path) -> list[Diagnostic]:
    return list(Engine.check([tree]))


def test_the_clean_packs_are_clean(tree: Path) -> None:
    assert findings(tree) == []


@pytest.mark.parametrize("mistake", ALL, ids=[f"{number}-{one.code}" for number, one in enumerate(ALL)])
def test_a_planted_mistake_is_found_and_nothing_else(mistake: Planted, tree: Path) -> None:
    text, line, column = planted_in(PACK, mistake)
    file = tree / "pack" / "pack.yaml"
    file.write_text(text, encoding="utf-8")
    found = findings(tree)
    assert [(one.code, one.span.line, one.span.column) for one in found] == [(mistake.code, line, column)]
    assert found[0].span.file == str(file)
    zh, en = found[0].message("zh"), found[0].message("en")
    assert zh != en
    assert mistake.code not in (zh, en)
    assert "{" not in zh + en + found[0].hint("zh") + found[0].hint("en")


def test_every_kind_of_mistake_is_planted() -> None:
    assert len(ALL) >= 40
    assert len({one.code for one in ALL}) >= 40
