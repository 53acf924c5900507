"""The table of legal rules and dangers: whole, and what it names is there."""

from __future__ import annotations

import re

import pytest

from credit_rules.checks.framework.discover import every_code
from credit_rules.diagnostics.messages import catalogue
from tests.repository.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "legal-rules.md"
OTHERS = {"credit-rules notice", "ends_by", "provisions", "human_review", "grade", "tier", "stayed", "replay"}
"""Words in code type that are no codes."""


def rows(part: str) -> list[list[str]]:
    text = PAGE.read_text(encoding="utf-8").split(f"## {part}\n")[1].split("\n## ")[0]
    lines = [line for line in text.splitlines() if re.match(r"\| \d+ \|", line)]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@pytest.mark.parametrize("part", ["The thirty rules", "The thirty dangers"])
def test_there_are_thirty_each_with_code_and_test(part: str) -> None:
    found = rows(part)
    assert [row[0] for row in found] == [str(number) for number in range(1, 31)]
    for number, rule, kept, fails in found:
        assert rule, number
        assert kept, number
        assert re.search(r"\]\(\.\./\.\./tests/[\w/.-]+\)", fails), number


@pytest.mark.parametrize("part", ["The thirty rules", "The thirty dangers"])
def test_the_codes_that_it_names_exist(part: str) -> None:
    from typing import get_args

    from credit_rules.case.decision import DutyCode, WarningCode

    known = {*every_code(), *catalogue(), *get_args(DutyCode), *get_args(WarningCode), *OTHERS}
    named = {word for row in rows(part) for word in re.findall(r"`([^`]+)`", row[2])}
    options = {word for word in named if word.startswith("--")}
    assert named - options <= known


def test_every_check_of_law_stands_in_the_table() -> None:
    text = PAGE.read_text(encoding="utf-8")
    legal = {id for id, (check, _) in every_code().items() if any(rule.startswith("LF") for rule in check.rules)}
    assert {id for id in legal if f"`{id}`" not in text} == set()
