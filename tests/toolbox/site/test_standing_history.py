"""Standing over time: on every day it is what a decision of that day says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.case.decision import Standing
from credit_rules.source.values import Kind
from credit_rules.toolbox.coverage import judged
from credit_rules.toolbox.site.content import Content, Measured, read_content
from credit_rules.toolbox.site.standing_history import standing_history

KINDS: tuple[Kind, ...] = ("enterprise", "natural-person")
FIRST, LAST = date(2013, 1, 1), date(2027, 12, 31)


def on(one: Measured, kind: Kind, day: date) -> Standing | None:
    for stood in standing_history(one, kind):
        if stood.from_ <= day and (stood.until is None or day < stood.until):
            return stood.standing
    return None


def judged_on(one: Measured, kind: Kind, day: date) -> Standing | None:
    found = judged(one.number, one.document.plan, kind, day)
    return found if isinstance(found, Standing) else None


@given(data=st.data())
def test_the_history_holds_on_any_day(content: Content, data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(content.measures))
    kind = data.draw(st.sampled_from(KINDS))
    day = data.draw(st.dates(FIRST, LAST))
    assert on(one, kind, day) == judged_on(one, kind, day)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 6), date(2020, 12, 7)])
def test_it_holds_for_all_measures_when_the_law_changes(content: Content, kind: Kind, day: date) -> None:
    differing = [one.rule.id for one in content.measures[::5] if on(one, kind, day) != judged_on(one, kind, day)]
    assert differing == []


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_it_holds_on_every_day_on_which_anything_changes(kind: Kind) -> None:
    content = read_content((), date(2026, 6, 1))
    words = content.documents[0].plan.vocabulary
    turns = {
        end for row in (*words.matrix, *words.floors, *words.provisions, *words.lists) for end in (row.from_, row.until)
    }
    turns |= {end for row in words.instruments for version in row.versions for end in (version.from_, version.until)}
    days = sorted({day for turn in turns if turn for day in (turn - timedelta(days=1), turn)})
    differing = []
    for one in content.measures:
        history = standing_history(one, kind)
        for day in days:
            told = next((s.standing for s in history if s.from_ <= day and (s.until is None or day < s.until)), None)
            if told != judged_on(one, kind, day):
                differing.append((one.rule.id, day))
    assert differing == []


def test_it_is_one_row_after_the_other_without_a_gap(content: Content) -> None:
    for one in content.measures[::7]:
        history = standing_history(one, "enterprise")
        if not history:
            continue
        assert history[0].from_ == one.rule.from_
        assert history[-1].until == one.rule.until
        for before, after in pairwise(history):
            assert before.until == after.from_
            assert before.standing != after.standing
