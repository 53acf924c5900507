"""``diff`` between folders and between revisions of a git repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from credit_rules.toolbox.diff_witness import Witnesses
from credit_rules.toolbox.proofs import solver
from tests.cli.conftest import Call

SOLVER = ("z3-solver (extra analysis)", solver.available())
CLEAN = Path(__file__).parents[1] / "pack" / "clean"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=示例", "-c", "user.email=nobody@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def edit(folder: Path, old: str, new: str) -> None:
    file = folder / "pack" / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of two commits, between which a wording changes, with the packs under ``memoranda``."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(CLEAN, tmp_path / "memoranda")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    edit(tmp_path / "memoranda", "wording: 从严", "wording: 从重")
    git(tmp_path, "commit", "-qam", "two")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changes(out: str) -> list[tuple[str, list[str]]]:
    return [(one["id"], [each["field"] for each in one["fields"]]) for one in json.loads(out)["changes"]]


WORDING = [("city-2017/large-amounts", ["wording"])]


def test_equal_folders_tell_nothing(call: Call) -> None:
    done = call("diff", CLEAN, CLEAN)
    assert (done.status, done.err) == (0, "")
    assert "没有差异" in done.out
    assert json.loads(call("diff", CLEAN, CLEAN, "--format", "json").out)["changes"] == []


def test_two_revisions(call: Call, repository: Path) -> None:
    for old, new in (
        ("HEAD~1", "HEAD"),
        ("HEAD~1:memoranda", "HEAD:memoranda"),
        ("HEAD~1:memoranda/pack", "memoranda/pack"),
    ):
        done = call("diff", old, new, "--format", "json")
        assert (done.status, done.err) == (0, "")
        assert changes(done.out) == WORDING
        assert (json.loads(done.out)["old"], json.loads(done.out)["new"]) == (old, new)


def test_a_revision_from_a_folder_below_and_with_what_is_not_committed(
    call: Call, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(repository / "memoranda", "wording: 不得", "wording: 禁止")
    monkeypatch.chdir(repository / "memoranda" / "pack")
    done = call("diff", "HEAD", repository / "memoranda", "--format", "json")
    assert changes(done.out) == [("city-2017/procurement", ["wording"])]
    subprocess.run(["git", "diff", "--quiet", "--cached"], cwd=repository, check=True)


def test_words_in_both_languages_and_in_markdown(call: Call, repository: Path) -> None:
    assert "旧 从严" in call("diff", "HEAD~1", "HEAD").out
    english = call("diff", "HEAD~1", "HEAD", "--lang", "en", "--format", "markdown").out
    assert "# What differs" in english
    assert "old 从严" in english


@pytest.mark.parametrize("wrong", ["nowhere", "HEAD~9", "HEAD:nowhere", "HEAD:../..", "--output=x:memoranda"])
def test_what_is_neither_folder_nor_revision_is_one_sentence(call: Call, repository: Path, wrong: str) -> None:
    done = call("diff", "--lang", "en", "--", "HEAD", wrong)
    assert (done.status, done.out) == (2, "")
    assert wrong in done.err
    assert "Traceback" not in done.err
    assert "/tmp" not in done.err
    assert not (repository / "x").exists()


def test_outside_a_repository(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    done = call("diff", "HEAD", CLEAN)
    assert done.status == 2
    assert "不是目录，也不是当前 git 仓库的版本" in done.err


def test_without_git(call: Call, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert call("diff", "HEAD", CLEAN).status == 2


def test_a_mistake_in_a_revision_is_named_as_git_names_it(call: Call, repository: Path) -> None:
    edit(repository / "memoranda", "act: supervise", "act: supervize")
    git(repository, "commit", "-qam", "three")
    done = call("diff", "HEAD~1", "HEAD", "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert "HEAD:memoranda/pack/pack.yaml:" in done.err
    assert "supervise" in done.err


def test_a_folder_without_packs_is_refused(call: Call, tmp_path: Path) -> None:
    done = call("diff", CLEAN, tmp_path)
    assert (done.status, done.out) == (2, "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_shows_an_example_and_when_cases_are_looked_for(call: Call, lang: str) -> None:
    done = call("diff", "--help", "--lang", lang)
    assert "credit-rules diff" in done.out.splitlines()[-1]
    assert "--witnesses auto|always|never" in done.out


# --- cases that the two decide differently


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    tree = Path(shutil.copytree(CLEAN, tmp_path / "tree"))
    edit(tree, "    menu: funds\n    bearers", "    menu: funds\n    force: recommended\n    bearers")
    return tree


@pytest.mark.needs(*SOLVER)
def test_cases_are_shown_where_the_meaning_differs(call: Call, changed: Path) -> None:
    done = call("diff", CLEAN, changed, "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert "case 1: both issue it, but not the same (force)" in done.out
    assert "\n# case 1: city-2017/subsidy\nsubject: {id: " in done.out
    markdown = call("diff", CLEAN, changed, "--format", "markdown").out
    assert "\n```yaml\n# 案例 1：city-2017/subsidy\n" in markdown
    page = json.loads(call("diff", CLEAN, changed, "--format", "json", "--witnesses", "always").out)
    (change,) = page["changes"]
    assert (page["witnesses"], change["witnesses"]["outcome"]) == (True, "differs")


def test_no_case_is_looked_for_where_nobody_asks(call: Call, changed: Path) -> None:
    done = call("diff", CLEAN, changed, "--witnesses", "never")
    assert "没有求两边决定不同的案例。" in done.out
    page = json.loads(call("diff", CLEAN, changed, "--witnesses", "never", "--format", "json").out)
    assert (page["witnesses"], page["changes"][0]["witnesses"]) == (False, None)
    assert "没有求" not in call("diff", CLEAN, CLEAN, "--witnesses", "never").out


def test_without_the_solver_only_always_fails(call: Call, changed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "available", lambda: False)
    assert "没有求两边决定不同的案例。" in call("diff", CLEAN, changed).out
    done = call("diff", CLEAN, changed, "--witnesses", "always", "--lang", "en")
    assert (done.status, done.out) == (2, "")
    assert "credit-rules[analysis]" in done.err
    assert "--witnesses never" in done.err


@pytest.mark.needs(*SOLVER)
def test_a_case_on_which_solver_and_engine_disagree_is_the_programs_fault(
    call: Call, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unchanged = Witnesses.measure
    monkeypatch.setattr(Witnesses, "measure", lambda *args: unchanged(*args)._replace(disputed=True))
    done = call("diff", CLEAN, changed)
    assert done.status == 2
    assert "city-2017/subsidy" in done.err
    assert "案例 1" in done.out
