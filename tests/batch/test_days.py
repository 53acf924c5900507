"""Days, periods and comparisons as columns are those of ``pack/period.py`` and ``registry/operators.py``."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credit_rules.batch import days
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.tables import FACT_TYPES
from credit_rules.batch.truth import FALSE, TRUE, UNKNOWN, compared
from credit_rules.pack import period as plain
from credit_rules.pack.period import Period
from credit_rules.registry.operators import Comparison

STORE = DuckStore(threads=1)
DAYS = (
    st.dates() | st.dates(date(2000, 1, 1), date(2030, 1, 1)) | st.sampled_from((date.min, date.max, date(2020, 2, 29)))
)
PERIODS = st.builds(Period, st.integers(1, 9999) | st.integers(1, 40), st.sampled_from(("years", "months", "days")))


@settings(max_examples=10)
@given(st.lists(st.tuples(DAYS, PERIODS), min_size=1, max_size=60))
def test_periods_are_counted_alike(cases: list[tuple[date, Period]]) -> None:
    rows = [{"day": day, "number": number, **days.period_row(period)} for number, (day, period) in enumerate(cases)]
    table = STORE.prepared(rows, {"day": "date", "number": "int64", **days.PERIOD})
    found = STORE.rows(
        table.select(
            "number",
            corresponding=days.corresponding_day(table.day, table.months, table.days),
            after=days.day_after_period(table.day, table.months, table.days),
            back=days.days_back(table.day, table.months, table.days),
        )
    )
    assert {row.pop("number"): row for row in found} == {
        number: {
            "corresponding": plain.corresponding_day(day, period),
            "after": plain.day_after_period(day, period),
            "back": plain.days_back(day, period),
        }
        for number, (day, period) in enumerate(cases)
    }


def test_without_a_day_or_a_period_there_is_no_day() -> None:
    table = STORE.prepared(
        [{"day": None, "months": 1, "days": 0}, {"day": date(2020, 1, 1)}], {"day": "date", **days.PERIOD}
    )
    found = table.select(
        after=days.day_after_period(table.day, table.months, table.days), next=days.day_after(table.day)
    )
    assert {row["after"] for row in STORE.rows(found)} == {None}
    assert [row["next"] for row in STORE.rows(found)].count(None) == 1


COMPARISONS = (
    Comparison("record", "ground", "choice", "one_of", ("evasion", "fraud")),
    Comparison("record", "ground", "choice", "is_not", ("fraud",)),
    Comparison("record", "amount", "amount", "more_than", (Decimal("1000000.00"),)),
    Comparison("record", "years", "count", "at_most", (2,)),
    Comparison("record", "failed", "boolean", "is", (True,)),
    Comparison("record", "since", "day", "at_least", (date(2020, 1, 1),)),
)
FACTS: dict[str, tuple[object, ...]] = {
    "ground": ("evasion", "fraud", "other", None),
    "amount": (Decimal("1000000"), Decimal("1000000.000001"), None),
    "years": (2, 3, None),
    "failed": (True, False, None),
    "since": (date(2019, 12, 31), date(2020, 1, 1), None),
}


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda one: f"{one.fact}-{one.operator}")
def test_facts_are_compared_alike(comparison: Comparison) -> None:
    """An absent fact is unknown, never false, as ``registry/operators.py`` says."""
    values = FACTS[comparison.fact]
    rows = [{"place": place, "fact": value} for place, value in enumerate(values)]
    table = STORE.prepared(rows, {"place": "int64", "fact": FACT_TYPES[comparison.type]})
    found = {
        row["place"]: row["value"] for row in STORE.rows(table.select("place", value=compared(comparison, table.fact)))
    }
    number = {False: FALSE, None: UNKNOWN, True: TRUE}
    assert found == {place: number[comparison.test(value)] for place, value in enumerate(values)}
