"""Days and periods as columns are those of ``pack/period.py``, from the calendar's first day to its last."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from credit_rules.batch import days
from credit_rules.batch.store import DuckStore
from credit_rules.batch.truth import FALSE, TRUE, UNKNOWN, all_of, any_of, negate
from credit_rules.pack import period as plain
from credit_rules.pack.period import Period
from credit_rules.registry import truth

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


def test_three_values() -> None:
    """Numbers for truth values: the least, the greatest and the rest to true say what ``registry/truth.py`` says."""
    number = {False: FALSE, None: UNKNOWN, True: TRUE}
    pairs = [(one, other) for one in number for other in number]
    table = STORE.prepared(
        [{"one": number[one], "other": number[other]} for one, other in pairs], {"one": "int8", "other": "int8"}
    )
    both = (table.one, table.other)
    found = STORE.rows(table.select("one", "other", all=all_of(both), any=any_of(both), opposite=negate(table.one)))
    assert {(row["one"], row["other"]): (row["all"], row["any"], row["opposite"]) for row in found} == {
        (number[one], number[other]): (
            number[truth.all_of((one, other))],
            number[truth.any_of((one, other))],
            number[truth.negate(one)],
        )
        for one, other in pairs
    }
