"""The page of the patterns: all 42 are on it, the files it names are there, and every example binds."""

from __future__ import annotations

import re
from typing import Any

import pytest

from credit_rules.checks.framework.run import run_checks
from credit_rules.diagnostics.diagnostic import has_errors
from credit_rules.pack.condition import FORMS
from credit_rules.pack.model import AdoptedMeasure, Measure
from credit_rules.registry.registry import Registry
from credit_rules.source.yaml_reader import read_yaml
from tests.conformance.form import HERE, PATTERNS, pack, pattern_files, registry_entries, rule_of
from tests.conformance.running import as_json, loaded, registry_with

PAGE = HERE.parent.parent / "docs" / "reference" / "patterns.md"
TEXT = PAGE.read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+) \| (.+) \| (.+) \| (.+) \| (.*) \|$", re.MULTILINE)
FILE = re.compile(r"\[(p\d\d-[a-z-]+)\]\(\.\./\.\./tests/conformance/(p\d\d-[a-z-]+\.yaml)\)")
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(found[1], found[2], TEXT[: found.start()].count("\n") + 1) for found in FENCE.finditer(TEXT)]
MATTERS_NOT = "no matter for one case"


def examples(kind: str) -> list[Any]:
    """The examples marked so, as plain data."""
    return [written(code, line) for info, code, line in BLOCKS if info == kind]


def written(code: str, line: int) -> Any:
    node, found = read_yaml(code, PAGE.name, first_line=line + 1)
    assert node is not None, found
    assert not found, found
    return node.to_plain()


def vocabulary() -> Registry:
    """The suite's registry with the entries that the page itself makes."""
    return registry_with(as_json([{"format": 1, **registry_entries(one)} for one in examples("yaml registry")]))


def test_all_patterns_are_on_the_page_in_their_order() -> None:
    assert [f"P{int(row[1]):02}" for row in ROW.finditer(TEXT)] == list(PATTERNS)


def test_each_pattern_names_its_file_or_why_it_has_none() -> None:
    wrong = []
    for row in ROW.finditer(TEXT):
        files = FILE.findall(row[5])
        named = [
            file for title, file in files if file == f"{title}.yaml" and rule_of(HERE / file) == f"P{int(row[1]):02}"
        ]
        there = len(named) == len(files) == 1 and (HERE / named[0]).exists()
        if not there and not (row[5] == "" and f"{MATTERS_NOT}: " in row[4]):
            wrong.append(row[1])
    assert wrong == []


def test_each_file_is_named_by_its_pattern() -> None:
    assert sorted(file for _, file in FILE.findall(TEXT)) == [path.name for path in pattern_files()]


def test_every_example_is_of_a_kind_that_is_read() -> None:
    assert {info for info, _, _ in BLOCKS} == {"yaml pack", "yaml registry"}


@pytest.mark.parametrize(
    ("code", "line"),
    [block[1:] for block in BLOCKS if block[0] == "yaml pack"],
    ids=lambda value: f"line {value}" if isinstance(value, int) else "",
)
def test_an_example_binds_resolves_and_passes_the_checks(code: str, line: int) -> None:
    plain = written(code, line)
    whole = [pack(one) for one in (plain if isinstance(plain, list) else [plain])]
    registry = vocabulary()
    found = run_checks(loaded(as_json(whole), registry), registry)
    assert not has_errors(found), [f"{one.code} at {one.path}: {one.message('en')}" for one in found]


def test_every_construct_has_an_example() -> None:
    """Every form of condition and every key of a measure stands in one of the examples."""
    keys = set(_keys(examples("yaml pack")))
    of_measures = {
        field.alias or name for model in (Measure, AdoptedMeasure) for name, field in model.model_fields.items()
    }
    assert (set(FORMS) | of_measures) - keys == set()


def _keys(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for inner in value.values() for key in _keys(inner))]
    if isinstance(value, list):
        return [key for inner in value for key in _keys(inner)]
    return []
