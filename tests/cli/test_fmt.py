"""``fmt``: what it writes, what it leaves alone, and what ``--check`` answers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Call

CLEAN = Path(__file__).parents[1] / "pack" / "clean"
SECTION = "format: 1\nmeasures:\n  # --- first\n  - act: supervise  # why\n    id: one\n    clause: 第一条\n"
ORDERED = "format: 1\nmeasures:\n  # --- first\n  - id: one  # why\n    clause: 第一条\n    act: supervise\n"
FILES = {
    "pack/02-more.yaml": (SECTION, ORDERED),
    "pack/cases.yaml": (
        "cases:\n  - issued: [one]  # 只有这一项\n    name: 示例\n    case:\n      records: []\n      context: {matter: x}\nformat: 1  \n",
        "format: 1\ncases:\n  - name: 示例  # 只有这一项\n    case:\n      records: []\n      context: {matter: x}\n    issued: [one]\n",
    ),
    "registry/more.yaml": (
        "format: 1\nlists:\n  - id: more\n    source: 示例\n    provenance: text\n    field: taxation\n    # 红名单\n    class: red\n    title: 示例\n",
        "format: 1\nlists:\n  - id: more\n    title: 示例\n    # 红名单\n    class: red\n    field: taxation\n    provenance: text\n    source: 示例\n",
    ),
}
"""What is out of order, and what it becomes. What a case says of the case itself stays as it is."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A pack with a section, cases and a file of the registry out of order, and what is none of them."""
    tree = shutil.copytree(CLEAN, tmp_path / "tree")
    for file, (written, _) in FILES.items():
        (tree / file).write_text(written, encoding="utf-8")
    (tree / "pack" / "notes.txt").write_text("b: 1\na: 2\n", encoding="utf-8")
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
    assert {file: after[tree / file].decode() for file in FILES} == {file: made for file, (_, made) in FILES.items()}
    changed = {file.relative_to(tree).as_posix() for file in after if after[file] != before[file]}
    assert changed <= {"pack/pack.yaml", "above/pack.yaml", "registry/example.yaml", *FILES}
    done = call("fmt", tree, "--check", "--lang", "en")
    assert (done.status, done.out) == (0, "")
    assert "as they should be" in done.err


@pytest.mark.parametrize("name", FILES)
def test_a_file_alone(call: Call, tree: Path, name: str) -> None:
    before = contents(tree)
    assert call("fmt", tree / name).out == f"{tree / name}\n"
    assert {file for file, data in contents(tree).items() if data != before[file]} == {tree / name}


def test_a_pack_alone_leaves_the_registry_beside_it_alone(call: Call, tree: Path) -> None:
    before = contents(tree)
    assert call("fmt", tree / "pack").status == 0
    changed = {file.relative_to(tree).parts[0] for file, data in contents(tree).items() if data != before[file]}
    assert changed == {"pack"}
    assert call("fmt", tree / "registry").out.splitlines()[-1] == str(tree / "registry" / "more.yaml")


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


@pytest.mark.parametrize("name", ["none", "registry/acts.yaml", "empty", "pack/notes.txt"])
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
