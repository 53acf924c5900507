"""One mistake in one file of a tree is told once, however many files rest on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from credit_rules import Diagnostic, Engine

CLEAN = Path(__file__).parent / "clean"
SECTION = """\
format: 1
measures:
  - id: inspection
    clause: 二(二)
    act: supervise
    wording: 加强
    bearers: [subject]
    departments: none-printed
    basis: none-cited
    parameters: {extent: 抽查}
  - id: inspection-of-taxes
    clause: 二(二)
    adopts: province-2016/supervision
    departments: [市税务局]
    parameters: {extent: 税务}
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "tree"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def with_section(tree: Path, text: str = SECTION) -> Path:
    change(tree / "pack" / "pack.yaml", "clauses:\n", "sections: [02-more.yaml]\nclauses:\n")
    (tree / "pack" / "02-more.yaml").write_text(text, encoding="utf-8")
    return tree / "pack" / "02-more.yaml"


def only(tree: Path) -> Diagnostic:
    (found,) = Engine.check([tree])
    return found


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("effect: prohibit", "efect: prohibit", "unknown-key"),
        ("class: serious", "class: grave", "not-one-of"),
        ("format: 1", "format: 1: 2", "yaml-syntax"),
        ("matters: [procurement]", "matters: [procuremint]", "unknown-matter"),
        ("{id: supervise,", "{id: bar-procurement, title: x, effect: record, impact: none, provenance: text, source: x}\n  - {id: supervise,", "duplicate-entry"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_registry(tree: Path, old: str, new: str, code: str) -> None:
    change(tree / "registry" / "example.yaml", old, new)
    assert only(tree).code == code


def test_a_mistake_in_a_pack_that_others_adopt_from(tree: Path) -> None:
    change(tree / "above" / "pack.yaml", "basis: none-cited", "basis: none")
    assert only(tree).span.file.endswith("above/pack.yaml")


def test_a_section_adds_measures_and_may_adopt(tree: Path) -> None:
    with_section(tree)
    assert Engine.check([tree]) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("    act: supervise\n", "    act: supervize\n", "unknown-act", 5),
        ("    act: supervise\n", "    akt: supervise\n", "unknown-key", 5),
        ("    clause: 二(二)\n", "    clause: 二(五)\n", "clause-not-listed", 4),
        ("format: 1\n", "format: 2\n", "not-one-of", 1),
        ("    act: supervise\n", "    act: supervise: x\n", "yaml-syntax", 5),
        ("supervision\n", "supervisions\n", "unknown-adopted", 13),
    ],
)
def test_a_mistake_in_a_section_stands_in_its_file(tree: Path, old: str, new: str, code: str, line: int) -> None:
    file = with_section(tree, SECTION.replace(old, new, 1))
    found = only(tree)
    assert (found.code, found.span.file, found.span.line) == (code, str(file), line)


def test_a_section_named_twice(tree: Path) -> None:
    with_section(tree)
    change(tree / "pack" / "pack.yaml", "[02-more.yaml]", "[02-more.yaml, 02-more.yaml]")
    assert only(tree).code == "repeated-name"


def test_a_section_that_nobody_names(tree: Path) -> None:
    (tree / "pack" / "02-more.yaml").write_text(SECTION, encoding="utf-8")
    assert only(tree).code == "section-unnamed"
