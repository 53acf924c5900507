"""Amounts keep their order as whole numbers, however many digits they have."""

from __future__ import annotations

import operator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.durable.numbers import FAR, GREATEST, NO_DAY, cut, day_number, halves, places_of
from credit_rules.matcher.match import match
from tests.durable.available import needs_durable
from tests.durable.prepared import prepared
from tests.durable.test_fences_in_size import CASE, RECORD, plan_with
from tests.generators.world import World

BOUNDS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**15), max_value=10**15)
VALUES = st.one_of(
    BOUNDS,
    st.decimals(allow_nan=False, allow_infinity=False),
    st.builds(lambda bound, more: bound + Decimal(more).scaleb(-30), BOUNDS, st.integers(-3, 3)),
)
OPERATORS = (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge)


@given(VALUES, BOUNDS)
def test_a_value_compares_with_a_bound_as_its_number_does(value: Decimal, bound: Decimal) -> None:
    number, limit = halves(value, 2), halves(bound, 2)
    assert abs(number) <= GREATEST
    assert [test(number, limit) for test in OPERATORS] == [test(value, bound) for test in OPERATORS]


def test_whole_units_are_even_and_what_lies_between_is_odd() -> None:
    assert halves(Decimal("1000000.00"), 2) == 200_000_000
    assert halves(Decimal("1000000.005"), 2) == 200_000_001
    assert halves(Decimal("-0.001"), 2) == -1
    assert halves(5, 2) == 1000


@pytest.mark.parametrize(("text", "places"), [("5", 0), ("5.00", 0), ("4.99", 2), ("0.000001", 6), ("1E+3", 0)])
def test_decimals_that_count(text: str, places: int) -> None:
    assert places_of(Decimal(text)) == places


def test_days_are_numbered_and_what_is_open_lies_beyond_them() -> None:
    assert day_number(date(1, 1, 1)) == 1
    assert NO_DAY < day_number(date.min) < day_number(date.max) < FAR
    assert day_number(None) == NO_DAY
    assert day_number(None, FAR) == FAR


def test_counts_beyond_the_greatest_number_are_cut() -> None:
    assert cut(10**30) == GREATEST
    assert cut(-(10**30)) == -GREATEST
    assert cut(7) == 7


@needs_durable
@pytest.mark.parametrize(
    "amount",
    [
        "0",
        "-5",
        "999999.99",
        "999999.995",
        "999999.999999",
        "1000000",
        "1000000.00",
        "1000000.000001",
        "9" * 18,
        10**17,
        None,
    ],
)
def test_amounts_of_any_digits_are_judged_as_the_matcher_judges_them(amount: object) -> None:
    bounds = ("999999.99", "1000000", "1000000.005", "0")
    keys = ("at_least", "more_than", "at_most", "less_than", "is", "is_not")
    plan = plan_with(
        [{"on_list": "taxes", "where": {"fact": "record.amount", key: bound}} for bound in bounds for key in keys]
    )
    record = {**RECORD, "facts": {} if amount is None else {"amount": amount}}
    situation = World(plan, {**CASE, "records": [record]}).situation()
    with prepared(plan) as evaluator:
        found = evaluator.evaluate(situation)
    assert found == match(plan, situation)
    assert {result.outcome for result in found} == ({"undetermined"} if amount is None else {"hit", "miss"})
