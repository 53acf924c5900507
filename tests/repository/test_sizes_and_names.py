"""One concept a module: small files, named from the field."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.repository.tree import Module

MOST_LINES = 400
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "misc"}


def test_no_module_is_longer_than_400_lines(texts: dict[str, str]) -> None:
    lengths = {path: text.count("\n") for path, text in texts.items() if path.endswith(".py")}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_file_of_packs_or_cases_is_longer_than_400_lines(texts: dict[str, str]) -> None:
    lengths = {path: text.count("\n") for path, text in texts.items() if path.startswith("memoranda/")}
    packs = {path: lines for path, lines in lengths.items() if not path.endswith(".schema.json")}
    assert {path: lines for path, lines in packs.items() if lines > MOST_LINES} == {}


def test_every_module_is_named_from_the_field(modules: list[Module]) -> None:
    vague = [
        module.name for module in modules if NAMES_OF_NOTHING & set(module.name.lower().replace("_", ".").split("."))
    ]
    assert vague == []


def test_every_module_says_what_it_is(modules: list[Module]) -> None:
    silent = [module.name for module in modules if module.text.strip() and not ast.get_docstring(module.tree)]
    assert silent == []


def test_the_top_level_is_the_agreed_one(root: Path, files: list[Path]) -> None:
    top = {path.relative_to(root).parts[0] for path in files}
    folders = {name for name in top if (root / name).is_dir()}
    assert folders <= {"src", "memoranda", "tests", "docs", ".ci"}
    plain = {name for name in top - folders if not name.startswith(".")}
    assert plain <= {"pyproject.toml", "README.md", "Makefile", "LICENSE", "NOTICE", "action.yml", "constraints.txt"}
