"""``schema`` for rule authors and the help of ``new`` and ``coverage``."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Call

AUTHORED = ("pack", "registry", "cases")
CLEAN = Path(__file__).parents[1] / "pack" / "clean"


@pytest.mark.parametrize("of", AUTHORED)
def test_a_schema_is_printed_or_written(call: Call, tmp_path: Path, of: str) -> None:
    printed = call("schema", of)
    assert (printed.status, printed.err) == (0, "")
    Draft202012Validator.check_schema(json.loads(printed.out))
    file = tmp_path / f"{of}.schema.json"
    written = call("schema", of, "--out", file)
    assert (written.status, written.out) == (0, "")
    assert str(file) in written.err
    assert file.read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("of", AUTHORED)
def test_a_schema_has_the_words_of_the_registry_beside_the_packs(call: Call, of: str) -> None:
    done = call("schema", of, "--packs", CLEAN)
    assert "judgment-debtor" in done.out
    assert "dishonest-judgment-debtor" not in done.out


def test_a_schema_that_cannot_be_written_or_made_is_one_sentence(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert call("schema", "pack", "--out", tmp_path / "file" / "x.json").status == 2
    assert call("schema", "pack", "--packs", tmp_path / "none").status == 2
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "acts.yaml").write_text("format: 1\nacts: [{id: x}]\n", encoding="utf-8")
    done = call("schema", "pack", "--packs", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "acts.yaml:2:8" in done.err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["new", "coverage", "schema"])
def test_each_command_shows_an_example(call: Call, name: str, lang: str) -> None:
    done = call(name, "--help", "--lang", lang)
    assert done.status == 0
    assert f"credit-rules {name}" in done.out.splitlines()[-1]


def test_check_reports_a_mistake_where_an_author_finds_it(call: Call, tmp_path: Path) -> None:
    tree = shutil.copytree(CLEAN, tmp_path / "tree")
    file = tree / "pack" / "pack.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("act: supervise", "act: supervize", 1), encoding="utf-8")
    done = call("check", tree, "--lang", "en")
    assert done.status == 1
    first, line, caret, hint, *_ = done.out.splitlines()
    assert first == f"{file}:32:10: error[unknown-act] there is no act “supervize”"
    assert line == "    32 |     act: supervize"
    assert caret == "       |          ^"
    assert hint.startswith("    way out: Is “supervise” meant?")


@pytest.mark.parametrize("arguments", [["schema", "case"], ["plan"]])
def test_the_folder_of_a_file_to_write_is_made(call: Call, tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "new" / "folder" / "out.json"
    done = call(*arguments, "--out", file)
    assert (done.status, done.out) == (0, "")
    assert json.loads(file.read_text(encoding="utf-8"))


def test_the_packs_that_check_shows_exist(call: Call) -> None:
    shown = re.findall(r"credit-rules check (memoranda/\S+)", call("check", "--help").out)
    assert shown
    assert all((Path(__file__).parents[2] / each).is_dir() for each in shown)
