"""Python values handed over by a program, held to the same rules as a file."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.source.plain import read_plain


def test_json_values_and_days_are_taken() -> None:
    value = {"a": [1, Decimal("1.5"), "x", None, True], "on": date(2018, 1, 2), "t": (1,)}
    node, found = read_plain(value, "case")
    assert found == ()
    assert node is not None
    assert node.to_plain() == {"a": [1, Decimal("1.5"), "x", None, True], "on": "2018-01-02", "t": [1]}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.5, "float-not-exact"),
        (float("nan"), "float-not-exact"),
        (Decimal("NaN"), "number-out-of-range"),
        (Decimal("1e999999"), "number-out-of-range"),
        (10**50, "number-out-of-range"),
        (b"x", "not-a-json-value"),
        ({1, 2}, "not-a-json-value"),
        (datetime(2018, 1, 2), "not-a-json-value"),
        ("a\0", "control-character"),
        ("\ud800", "unpaired-surrogate"),
        ({5: 1}, "key-not-text"),
    ],
)
def test_what_a_program_may_not_hand_over(value: object, code: str) -> None:
    _, found = read_plain({"facts": {"x": value}}, "case")
    assert [(d.code, d.path, str(d.span)) for d in found] == [(code, "/facts/x", "case")]


def test_a_value_that_holds_itself_is_too_deep() -> None:
    loop: list[object] = []
    loop.append(loop)
    assert [d.code for d in read_plain(loop, "case")[1]] == ["too-deep"]


@given(
    st.recursive(
        st.none() | st.floats() | st.text() | st.binary() | st.dates() | st.decimals(),
        lambda v: st.lists(v) | st.dictionaries(st.text() | st.integers(), v),
    )
)
def test_any_value_is_taken_or_refused(value: object) -> None:
    node, found = read_plain(value, "case")
    assert node is not None or found
