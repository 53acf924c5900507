"""What is missing in a list is told once in a pack, where the pack names it first."""

from __future__ import annotations

import pytest

from tests.checks.template import findings

BARE = "lists:\n  - {id: bare, class: CLASS, field: taxation, determined_by: taxation}\n"


def codes(text: str) -> list[str]:
    return [one.code for one in findings(text, strict=True)]


def bare(class_: str) -> str:
    return f"measures:\n  - triggered_by: {{on_list: bare}}\n---\n{BARE.replace('CLASS', class_)}"


@pytest.mark.parametrize(
    ("class_", "expected"),
    [
        ("serious", ["list-incomplete", "list-without-basis", "list-without-end", "list-without-family"]),
        ("dishonesty", ["list-incomplete", "list-without-end"]),
        ("decision", []),
        ("watch", []),
    ],
)
def test_each_class_of_lists_is_asked_what_it_must_say(class_: str, expected: list[str]) -> None:
    assert codes(bare(class_)) == expected


def test_a_list_is_told_once_where_it_is_named_first() -> None:
    text = """\
measures:
  - id: first
    triggered_by: {on_list: tax-violation}
  - id: second
    triggered_by: {any: [{on_list: tax-violation}, {on_list: [judgment-debtor, bare]}]}
  - id: third
    triggered_by: {on_list: bare}
    bearers: [{roles: [director], at: listing}]
---
""" + BARE.replace("CLASS", "dishonesty")
    found = findings(text, strict=True)
    assert [(one.code, one.span.line, one.span.column) for one in found if one.code == "list-without-end"] == [
        ("list-without-end", 5, 80)
    ]


@pytest.mark.parametrize("form", ["{after_exit: bare}", "{count: bare, within: 1 year, at_least: 2}"])
def test_a_list_is_named_by_every_form(form: str) -> None:
    assert "list-without-end" in codes(bare("dishonesty").replace("{on_list: bare}", form))


def test_what_a_list_lacks_is_named() -> None:
    (found,) = [one for one in findings(bare("serious"), strict=True) if one.code == "list-incomplete"]
    assert (
        found.message("en")
        == "the registry does not give criteria, a procedure of listing or remedies of the list “bare”"
    )
    assert "认定标准、列入程序或救济途径" in found.message()


ENDED = """\
measures:
  - triggered_by: {on_list: bare}
---
lists:
  - id: bare
    class: dishonesty
    field: taxation
    determined_by: taxation
    criteria: 示例标准
    procedure: 列入前告知
    remedies: 提出异议
"""


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("", ["list-without-end"]),
        ("    terms: [{otherwise: open}]\n", ["list-without-end"]),
        ("    terms: [{otherwise: 1 year, until: 2020-01-01}]\n", ["list-without-end"]),
        ("    exits: [{way: repair, through: 示例, basis: none-cited, until: 2024-01-01}]\n", ["list-without-end"]),
        ("    terms: [{otherwise: 1 year}]\n", ["list-incomplete"]),
        ("    exits: [{way: repair, through: 示例, basis: none-cited, from: 2026-01-01}]\n", []),
    ],
)
def test_a_term_or_an_exit_must_hold_while_the_document_applies(ends: str, expected: list[str]) -> None:
    assert codes(ENDED + ends) == expected


FOUNDED = """\
measures:
  - triggered_by: {on_list: founded}
---
lists:
  - id: founded
    class: serious
    family: market-order
    field: taxation
    determined_by: taxation
    criteria: 示例标准
    procedure: 列入前告知
    remedies: 提出异议
    exits: [{way: repair, through: 示例, basis: none-cited}]
    place: PLACE
    basis: [BASIS]
"""


@pytest.mark.parametrize(
    ("place", "instrument", "expected"),
    [
        ("000000", "enforcement-law", []),
        ("000000", "central-policy", []),
        ("000000", "local-regulation", ["list-without-basis"]),
        ("000000", "notice", ["list-without-basis"]),
        ("000000", "ministry-rule", ["list-interim"]),
        ("000000", "repealed-regulation", ["list-without-basis"]),
        ("360000", "local-regulation", []),
        ("360300", "local-regulation", []),
        ("360000", "faraway-regulation", ["list-without-basis"]),
    ],
)
def test_what_founds_a_list(place: str, instrument: str, expected: list[str]) -> None:
    basis = f'{{instrument: {instrument}, article: "1"}}'
    assert codes(FOUNDED.replace("PLACE", f'"{place}"').replace("BASIS", basis)) == expected


def test_of_a_draft_the_founding_is_not_judged() -> None:
    text = FOUNDED.replace("PLACE", '"000000"').replace("BASIS", '{instrument: notice, article: "1"}')
    assert codes(f"memorandum: {{status: draft}}\n{text}") == []
