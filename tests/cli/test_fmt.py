"""``fmt``: what it writes, what it leaves alone, and what ``--check`` answers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Call

CLEAN = Path(__file__).parents[1] / "pack" / "clean"
SECTION = "format: 1\nmeasures:\n  # --- first\n  - act: supervise  # why\n    id: one\n    clause: 第一条\n"
ORDERED = "format: 1\nmeasures:\n  # --- first\n  - id: one  # why\n    clause: 第一条\n    act: supervise\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A pack in order, a section out of order, cases and a registry that nobody may touch."""
    tree = shutil.copytree(CLEAN, tmp_path / "tree")
    (tree / "pack" / "02-more.yaml").write_text(SECTION, encoding="utf-8")
    (tree / "pack" / "cases.yaml").write_text("cases: []  \nformat: 1\n", encoding="utf-8")
    return tree


def contents(tree: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in tree.rglob("*.yaml")}


def test_check_names_the_files_and_writes_nothing(call: Call, tree: Path) -> None:
    before = contents(tree)
    done = call("fmt", tree, "--check")
    assert done.status == 1
    assert str(tree / "pack" / "02-more.yaml") in done.out.splitlines()
    assert contents(tree) == before


def test_what_was_put_in_order_needs_no_second_time(call: Call, tree: Path) -> None:
    before = contents(tree)
    assert call("fmt", tree).status == 0
    after = contents(tree)
    assert after[tree / "pack" / "02-more.yaml"] == ORDERED.encode()
    changed = {file.relative_to(tree).as_posix() for file in after if after[file] != before[file]}
    assert changed <= {"pack/pack.yaml", "pack/02-more.yaml"}
    done = call("fmt", tree, "--check", "--lang", "en")
    assert (done.status, done.out) == (0, "")
    assert "as they should be" in done.err


def test_a_file_alone_and_cases_alone(call: Call, tree: Path) -> None:
    section = tree / "pack" / "02-more.yaml"
    before = contents(tree)
    assert call("fmt", section, tree / "pack" / "cases.yaml").out == f"{section}\n"
    assert {file for file, data in contents(tree).items() if data != before[file]} == {section}


def test_the_current_folder_is_the_default(call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert str(Path("pack") / "02-more.yaml") in call("fmt", "--check").out.splitlines()


def test_where_one_file_cannot_be_read_none_is_written(call: Call, tree: Path) -> None:
    (tree / "pack" / "03-torn.yaml").write_text("format: 1\nmeasures: [\n", encoding="utf-8")
    before = contents(tree)
    done = call("fmt", tree)
    assert (done.status, done.out) == (2, "")
    assert "03-torn.yaml:3:1" in done.err
    assert contents(tree) == before


@pytest.mark.parametrize("name", ["none", "registry/acts.yaml", "empty"])
def test_what_is_no_pack_is_refused_in_a_sentence(call: Call, tree: Path, name: str) -> None:
    (tree / "empty").mkdir()
    done = call("fmt", tree / name)
    assert (done.status, done.out) == (2, "")
    assert name in done.err


def test_data_that_would_change_is_an_internal_error_and_no_file(
    call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from credit_rules.source import formatting

    monkeypatch.setattr(formatting, "_tidy", lambda rows, mover: "format: 2\n")
    before = contents(tree)
    done = call("fmt", tree)
    assert (done.status, done.out) == (2, "")
    assert "WouldChange" in done.err
    assert contents(tree) == before
