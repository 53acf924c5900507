"""A remark on the line allows what a proof found; ``check`` leaves it to ``prove``, which judges it."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules import Engine
from credit_rules.toolbox.proofs.run import Report, prove
from tests.toolbox.proofs.proved import SOLVER

pytestmark = pytest.mark.needs(*SOLVER)
CLEAN = Path(__file__).parents[2] / "pack" / "clean"
FAULT = "triggered_by: {count: [tax-violation, judgment-debtor], within: 3 years, at_least: 2, distinct: conduct}"
COUNT = "        - {count: [tax-violation, judgment-debtor], within: 3 years, at_least: 2}\n"
ACT = ("act: supervise\n    wording: 从严", "act: bar-procurement\n    wording: 从严")
HERE = "  - id: subsidy\n    clause: 二(二)\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The clean tree without what checks have nothing to say of and proofs have: a bare count, and a repeated act."""
    for file in CLEAN.rglob("*.yaml"):
        target = tmp_path / file.relative_to(CLEAN)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.read_text("utf-8").replace(COUNT, "").replace(*ACT), "utf-8")
    return tmp_path


def plant(tree: Path, remark: str) -> Report:
    file = tree / "pack" / "pack.yaml"
    text = file.read_text("utf-8")
    assert HERE in text
    file.write_text(text.replace(HERE, f"{HERE}    {FAULT}{remark}\n"), "utf-8")
    return prove([tree])


def test_the_tree_is_clean_before(tree: Path) -> None:
    assert prove([tree]).found == ()


def test_without_a_remark_the_finding_stands(tree: Path) -> None:
    assert [each.diagnostic.code for each in plant(tree, "").found] == ["proof-status-not-allowed"]


def test_a_remark_allows_it_with_its_reason(tree: Path) -> None:
    report = plant(tree, "  # allow: proof-status-not-allowed -- 原文如此")
    assert report.found == ()
    assert [(each.diagnostic.code, each.diagnostic.suppressed) for each in report.allowed] == [
        ("proof-status-not-allowed", "原文如此")
    ]
    assert report.wrong == ()


def test_check_leaves_such_a_remark_alone(tree: Path) -> None:
    plant(tree, "  # allow: proof-status-not-allowed -- 原文如此")
    assert [each for each in Engine.check([tree]) if each.code.startswith("suppression")] == []


def test_an_unknown_proof_is_told_with_the_nearest(tree: Path) -> None:
    (wrong,) = plant(tree, "  # allow: proof-status-not-allowd -- 原文如此").wrong
    assert (wrong.code, wrong.values["nearest"]) == ("suppression-unknown-code", "proof-status-not-allowed")
