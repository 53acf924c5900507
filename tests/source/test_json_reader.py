"""JSON with a place for every mistake, numbers exact."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.source.files import read_text
from credit_rules.source.limits import Limits
from credit_rules.source.marks import FORBIDDEN


def wrong(text: str, **limits: int) -> list[tuple[str, int, int]]:
    _, found = read_text(text, "case.json", limits=Limits(**limits))
    return [(d.code, d.span.line, d.span.column) for d in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1,\n "a": 2}', [("duplicate-key", 2, 2)]),
        ('{"a": 1, "\\u0061": 2}', [("duplicate-key", 1, 10)]),
        ('{"a": NaN}', [("not-a-json-number", 1, 7)]),
        ('{"a": -Infinity}', [("not-a-json-number", 1, 7)]),
        ('{"a": 01}', [("not-a-json-number", 1, 7)]),
        ('{"a": +1}', [("not-a-json-number", 1, 7)]),
        ('{"a": .5}', [("not-a-json-number", 1, 7)]),
        ('{"a": 1.}', [("not-a-json-number", 1, 7)]),
        ('{"a": 360300x}', [("not-a-json-number", 1, 7)]),
        ('{"a": True}', [("json-bare-word", 1, 7)]),
        ('{"a": 1e999999999}', [("number-out-of-range", 1, 7)]),
        ('{"a": ' + "9" * 5000 + "}", [("number-out-of-range", 1, 7)]),
        ('{"a": 1,}', [("json-trailing-comma", 1, 8)]),
        ("[1,\n2,\n]", [("json-trailing-comma", 2, 2)]),
        ('{"a": 1} {"b": 2}', [("json-trailing-text", 1, 10)]),
        ('{"a": 1', [("json-syntax", 1, 8)]),
        ('{"a" 1}', [("json-syntax", 1, 6)]),
        ("{a: 1}", [("json-syntax", 1, 2)]),
        ("{'a': 1}", [("json-syntax", 1, 2)]),
        ("[1 2]", [("json-syntax", 1, 4)]),
        ("[,]", [("json-syntax", 1, 2)]),
        ('["a', [("json-open-text", 1, 2)]),
        ('["a\nb"]', [("json-escape", 1, 4)]),
        ('["\\x41"]', [("json-escape", 1, 3)]),
        ('["\\u12"]', [("json-escape", 1, 4)]),
        ('["\\u0000"]', [("control-character", 1, 2)]),
        ('["\\ud800"]', [("unpaired-surrogate", 1, 2)]),
        ("  ", [("input-empty", 1, 1)]),
        ("// comment\n1", [("json-bare-word", 1, 1)]),
    ],
)
def test_what_json_may_not_say(text: str, found: list[tuple[str, int, int]]) -> None:
    assert wrong(text) == found


def test_numbers_are_exact() -> None:
    node, _ = read_text("[0.1, 1200000.00, 12345678901234567890, 1e2, -0]", "case.json")
    assert node is not None
    assert node.to_plain() == [Decimal("0.1"), Decimal("1200000.00"), 12345678901234567890, Decimal("1e2"), 0]
    assert [type(n) for n in node.to_plain()] == [Decimal, Decimal, int, Decimal, int]


def test_a_pair_of_surrogates_is_one_character() -> None:
    node, found = read_text('["\\ud83d\\ude00"]', "case.json")
    assert found == ()
    assert node is not None
    assert node.to_plain() == ["😀"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 65 + "]" * 65])
def test_depth_is_bounded(text: str) -> None:
    assert [code for code, _, _ in wrong(text)] == ["too-deep"]


def test_depth_64_is_read() -> None:
    assert wrong("[" * 64 + "]" * 64) == []


def test_values_are_bounded() -> None:
    assert [code for code, _, _ in wrong("[1,1,1,1]", values=4)] == ["too-many-values"]


def test_a_line_of_json_lines_counts_from_its_own_line() -> None:
    _, found = read_text('{"a": 1,}', "cases.jsonl", "json", first_line=17)
    assert found[0].span[1:] == (17, 8)


def test_paths_are_json_pointers() -> None:
    _, found = read_text('{"a/b": [{"~": 1e99999}]}', "case.json")
    assert found[0].path == "/a~1b/0/~0"


_TEXT = st.text().filter(lambda text: not FORBIDDEN.search(text))
_NUMBERS = st.integers(-(10**30), 10**30) | st.floats(-1e15, 1e15).map(lambda number: number + 0.0)
_JSON = st.recursive(
    st.none() | st.booleans() | _NUMBERS | _TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(_TEXT, inner, max_size=5),
    max_leaves=20,
)


@given(_JSON, st.booleans())
def test_valid_json_is_read_as_the_standard_library_reads_it(value: object, ascii: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii, indent=1)
    node, found = read_text(text, "case.json")
    exact = json.loads(text, parse_float=Decimal)
    if any(d.code == "number-out-of-range" for d in found):
        return
    assert found == ()
    assert node is not None
    assert node.to_plain() == exact


@given(st.text(alphabet='{}[],:"\\u0 1eE+-.tfn\n', max_size=40))
def test_what_the_standard_library_refuses_is_refused_at_a_place(text: str) -> None:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        if len(dict(pairs)) < len(pairs):
            raise ValueError
        return dict(pairs)

    node, found = read_text(text, "case.json")
    assert all(d.span.line >= 1 and d.message() and d.message("en") for d in found)
    try:
        json.loads(text, object_pairs_hook=once, parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError):
        assert found
    else:
        codes = {d.code for d in found}
        assert codes <= {"number-out-of-range", "control-character", "unpaired-surrogate"}
        assert node is not None
