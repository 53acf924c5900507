"""Findings as text with a caret, as GitHub commands and as a SARIF log."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel
from sarif_pydantic import Sarif

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.diagnostics.span import Span
from credit_rules.render.diagnostics import write_diagnostics
from credit_rules.render.github import write_github
from credit_rules.render.sarif import RuleText, write_sarif

UNKNOWN = Diagnostic("unknown-act", Span("包/pack.yaml", 3, 8), values={"found": "bar-bidz"})
WARNED = Diagnostic(
    "department-gone", Span("a,b:c.yaml", 5, 1), values={"found": "市工商局", "day": "2018-04-10"}, level="warning"
)
NOTED = Diagnostic("no-packs-here", Span("gone"), values={"found": "100%"}, level="note")
ALLOWED = Diagnostic("basis-rank", Span("/old/pack.yaml", 9, 2), values={"found": "m1"}, suppressed="历史文本")  # fmt: skip
EVERY = (UNKNOWN, WARNED, NOTED, ALLOWED)


OF_THE_STANDARD = {"columnKind", "suppressions"}
"""Keys that the standard has (3.14.17, 3.27.23) and this reader does not."""


def extras(value: Any) -> list[str]:
    """Keys that the standard does not know, anywhere in a log."""
    if isinstance(value, list):
        return [found for item in value for found in extras(item)]
    if not isinstance(value, BaseModel):
        return []
    parts = [found for name in type(value).model_fields for found in extras(getattr(value, name))]
    return [*(value.__pydantic_extra__ or {}), *parts]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_is_read_by_another_reader_without_a_key_unknown(lang: Any) -> None:
    text = write_sarif(EVERY, version="1.2.3", rule=lambda code: RuleText(f"about {code}", ""), lang=lang)
    log = Sarif.model_validate_json(text)
    assert set(extras(log)) <= {"$schema", *OF_THE_STANDARD}
    (run,) = log.runs
    assert [result.rule_id for result in run.results or ()] == [finding.code for finding in EVERY]


def test_sarif_says_level_place_and_what_is_allowed() -> None:
    log = json.loads(write_sarif(EVERY, version="1", rule=lambda code: RuleText(code, f"{code}?")))
    (run,) = log["runs"]
    first, second, third, fourth = run["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "%E5%8C%85/pack.yaml"},
        "region": {"startLine": 3, "startColumn": 8},
    }
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%2Cb%3Ac.yaml"
    assert "region" not in third["locations"][0]["physicalLocation"]
    assert fourth["suppressions"] == [{"kind": "inSource", "justification": "历史文本"}]
    assert "suppressions" not in first
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [finding.code for finding in EVERY]


def test_github_commands_escape_what_would_end_them() -> None:
    first, second, third = write_github(EVERY, lang="en").splitlines()
    assert first.startswith("::error file=包/pack.yaml,line=3,col=8,title=unknown-act::")
    assert second.startswith("::warning file=a%2Cb%3Ac.yaml,line=5,col=1,title=department-gone::")
    assert third.startswith("::notice file=gone,title=no-packs-here::")
    assert "100%25" in third


def test_a_number_of_a_person_is_masked_in_every_form() -> None:
    told = Diagnostic("unknown-act", Span("p.yaml", 1, 1), values={"found": "11010519491231002X"})
    rule = RuleText("", "")
    for text in (
        write_github([told]),
        write_sarif([told], version="1", rule=lambda _: rule),
        write_diagnostics([told]),
    ):
        assert "11010519491231002X" not in text


def test_the_caret_stands_below_the_place() -> None:
    line = "  - act: bar-bidz   # 禁止投标"
    told = write_diagnostics([UNKNOWN], line_of=lambda span: line if span.line == 3 else None)
    _, shown, caret, _ = told.splitlines()
    assert shown == f"    3 | {line}"
    assert caret.index("^") - caret.index("|") == UNKNOWN.span.column + 1


def test_a_chinese_character_before_the_place_takes_two_columns() -> None:
    told = write_diagnostics([UNKNOWN], line_of=lambda _: "标题一二三四五: bad")
    caret = told.splitlines()[2]
    assert caret == "      | " + " " * 14 + "^"


def test_a_long_line_is_cut_around_the_place() -> None:
    far = Diagnostic("unknown-act", Span("p.yaml", 1, 900), values={"found": "x"})
    told = write_diagnostics([far], line_of=lambda _: "a" * 899 + "!" + "a" * 900)
    _, shown, caret, _ = told.splitlines()
    assert len(shown) < 130
    assert shown[caret.index("^")] == "!"


def test_a_line_that_is_not_there_is_not_shown() -> None:
    assert "|" not in write_diagnostics([NOTED], line_of=lambda _: None)
