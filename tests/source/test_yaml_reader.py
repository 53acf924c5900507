"""YAML as cases and packs use it: the JSON subset, with a place for every mistake."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.source import yaml_reader
from credit_rules.source.files import read_text
from credit_rules.source.limits import Limits
from credit_rules.source.node import Mapping


@pytest.fixture(params=["C parser", "pure Python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure Python":
        monkeypatch.setattr(yaml_reader, "_Loader", yaml.Loader)


def plain(text: str) -> object:
    node, found = read_text(text, "case.yaml")
    assert found == ()
    assert node is not None
    return node.to_plain()


def wrong(text: str | bytes, **limits: int) -> list[tuple[str, int, int]]:
    _, found = read_text(text, "case.yaml", limits=Limits(**limits))
    assert all(d.span.file == "case.yaml" for d in found)
    return [(d.code, d.span.line, d.span.column) for d in found]


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("true", True), ("false", False), ("null", None), ("12", 12), ("-3", -3), ("1.50", Decimal("1.50")), ("2e3", Decimal("2e3")),
        ("on", "on"), ("off", "off"), ("yes", "yes"), ("no", "no"), ("y", "y"), ("True", "True"), ("NULL", "NULL"), ("~", "~"),
        ("12:30", "12:30"), ("2018-01-02", "2018-01-02"), ("0x1F", "0x1F"), ("0o17", "0o17"), ("012345", "012345"), ("+1", "+1"),
        (".5", ".5"), ("1_000", "1_000"), (".inf", ".inf"), ("NaN", "NaN"), ('"360300"', "360300"), ("'true'", "true"),
        ('""', ""), ("|\n  a\n  b\n", "a\nb\n"), (">\n  a\n  b\n", "a b\n"), ("5 %", "5 %"), ("示例〔2018〕1号", "示例〔2018〕1号"),
        ("[1, [a]]", [1, ["a"]]), ("{b: {c: null}}", {"b": {"c": None}}),
    ],
)  # fmt: skip
def test_only_true_false_null_and_json_numbers_are_not_text(written: str, read: object) -> None:
    value = plain(f"a: {written}")
    assert value == {"a": read}
    assert type(value["a"]) is type(read)  # type: ignore[index]


def test_the_key_on_is_text() -> None:
    assert plain("on: 2018-05-01\nno: off") == {"on": "2018-05-01", "no": "off"}


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)]),
        ("x: {a: 1, b: {c: 1, c: 2}}", [("duplicate-key", 1, 21)]),
        ("a:\nb: 1\n", [("empty-value", 1, 3)]),
        ("a: [1, , 2]\n", None),
        ("- \n- 1\n", [("empty-value", 1, 2)]),
        ("a: !!str 5\n", [("yaml-tag", 1, 4)]),
        ("a: !money 5\n", [("yaml-tag", 1, 4)]),
        ("a: !!python/object/apply:os.system [id]\n", [("yaml-tag", 1, 4)]),
        ("!!map {a: 1}\n", [("yaml-tag", 1, 1)]),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", [("yaml-merge-key", 3, 3)]),
        ("a: 1\n---\nb: 2\n", [("yaml-several-documents", 2, 1)]),
        ("%TAG ! tag:example,2000:\n---\na: 1\n", [("yaml-directive", 1, 1)]),
        ("1: a\n", [("key-not-text", 1, 1)]),
        ("true: a\n", [("key-not-text", 1, 1)]),
        ("? [a, b]\n: 1\n", [("key-not-text", 1, 3)]),
        ("a: *b\n", [("alias-unknown", 1, 4)]),
        ("a: &x [*x]\n", [("alias-of-itself", 1, 8)]),
        ("a: 12345678901234567890123456789012345678901\n", [("number-out-of-range", 1, 4)]),
        ("a: 1e999999999\n", [("number-out-of-range", 1, 4)]),
        ("", [("input-empty", 1, 1)]),
        ("# only a comment\n", [("input-empty", 1, 1)]),
        ("a: 1\nb: c: d\n", [("yaml-syntax", 2, 5)]),
        ('a: "\n', [("yaml-syntax", 1, 4)]),
        ("a: @b\n", [("yaml-syntax", 1, 4)]),
        ("a:\n\t- b\n", [("yaml-syntax", 2, 1)]),
        ('a: "\\0"\n', [("control-character", 1, 4)]),
        ('a: "\\x1b[31m"\n', [("control-character", 1, 4)]),
    ],
)  # fmt: skip
def test_what_yaml_may_not_say(text: str, found: list[tuple[str, int, int]] | None) -> None:
    told = wrong(text)
    assert told
    if found is not None:
        assert told == found


def test_both_places_of_a_duplicate_key_are_told() -> None:
    _, found = read_text("a: 1\n\na: 2\n", "case.yaml")
    assert found[0].values == {"key": "a", "first": "1"}
    assert found[0].message() == "键“a”重复，第 1 行已有"


def test_every_single_mistake_is_told_and_the_rest_is_read() -> None:
    node, found = read_text("a: 1\na: 2\nb: !x 3\nc:\nd: 4\n", "case.yaml")
    assert [d.code for d in found] == ["duplicate-key", "yaml-tag", "empty-value"]
    assert [d.path for d in found] == ["/a", "/b", "/c"]
    assert node is not None
    assert node.to_plain() == {"a": 1, "b": 3, "c": None, "d": 4}


def test_aliases_are_values_of_their_own() -> None:
    assert plain("a: &x {b: [1, 2]}\nc: *x\nd: *x\n") == {"a": {"b": [1, 2]}, "c": {"b": [1, 2]}, "d": {"b": [1, 2]}}


def test_a_version_1_2_directive_may_stand() -> None:
    assert plain("%YAML 1.2\n---\na: 1\n") == {"a": 1}


@pytest.mark.usefixtures("_parser")
def test_a_billion_laughs_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    assert [code for code, _, _ in wrong("\n".join(lines))] == ["too-many-values"]


def test_aliases_are_counted() -> None:
    assert wrong("a: &x 1\nb: [*x, *x, *x]\n", aliases=2) == [("too-many-aliases", 2, 13)]


def test_an_alias_cannot_deepen_beyond_the_bound() -> None:
    text = "a: &a [[[1]]]\nb: &b [[[*a]]]\nc: [[*b]]\n"
    assert wrong(text, depth=8) == [("too-deep", 3, 6)]
    assert wrong(text, depth=9) == []


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    "text", ["a: " + "[" * 5000, "a: " + "{b: " * 5000, "- " * 5000, "a: " + "[" * 60 + "]" * 60, "? " * 3000]
)
def test_depth_is_bounded(text: str) -> None:
    told = wrong(text)
    assert told == [] if text.endswith("]") else told[0][0] in ("too-deep", "yaml-syntax")


def test_values_are_bounded() -> None:
    assert [code for code, _, _ in wrong("a: [" + "1," * 300_000 + "1]")] == ["too-many-values"]


def test_findings_are_bounded() -> None:
    assert len(wrong("a: 1\n" * 5000)) == 500


def test_lines_and_columns_count_characters() -> None:
    node, _ = read_text("subject:\n  名称: 示例\n  facts: {a: 1, b: [x, y]}\n", "case.yaml")
    assert isinstance(node, Mapping)
    assert node.key_span(("subject", "名称"))[1:] == (2, 3)
    assert node.span_at(("subject", "名称"))[1:] == (2, 7)
    assert node.span_at(("subject", "facts", "b", 1))[1:] == (3, 24)


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@#,?\n\t 01~<", max_size=60))
def test_any_text_is_read_or_refused_at_a_place(text: str) -> None:
    node, found = read_text(text, "case.yaml")
    assert node is not None or found
    assert all(d.span.line >= 1 and d.message() and d.message("en") for d in found)


@given(st.text(max_size=40))
def test_quoted_text_is_kept(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    node, found = read_text(f"a: {quoted}", "case.yaml")
    if not found and "\n" not in text and "\r" not in text:
        assert node is not None
        assert node.to_plain() == {"a": text}
