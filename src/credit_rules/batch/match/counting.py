"""Whether one record can count against one bearer (S5, S10, S11), for all records and bearers at once.

The relational twin of ``matcher/records.py``.
"""

from __future__ import annotations

from typing import Any

import ibis

from ..days import day_after_period
from ..truth import FALSE, TRUE, UNKNOWN, Truth
from .codes import ALL, ALWAYS, UNOPPOSED, UNREDUCED, UNSUSPENDED, Number, days_of, small, truth
from .dimensions import AS_OF, LISTING
from .scene import Scene

Row = Any
"""A table whose columns are looked at, row by row."""


def reads(row: Row) -> Any:
    """Whether the reading takes a record in."""
    left_out = row.reading.isin((UNSUSPENDED, UNREDUCED)) & row.suspended
    return ~(left_out | (row.reading.isin((UNREDUCED, UNOPPOSED)) & row.reduced))


def admits(row: Row) -> Any:
    """Whether the reading takes a relation in: a disputed one only where all is taken in (S11)."""
    return row.reading.isin((ALL, UNOPPOSED)) | ~row.disputed


def reaches(row: Row) -> Any:
    """Whether a record counts in the place, and its list has a basis of its own where only such are looked at."""
    return row.reaches & ~(row.founded & row.lacks)


def status_of(row: Row) -> Truth:
    """Whether a record triggers by its status: live, or once live where the measure asks no more (S5, S10)."""
    afterwards = (row.once | row.outlasts) & (row.open_span | (row.last_end > row.began).fill_null(False))
    unfit = ~reaches(row) | row.rating | row.dead | ~(row.alive | afterwards)
    ended = (row.own_end <= row.as_of).fill_null(False)
    doubtful = row.doubt.notnull() & ~(afterwards & row.unclear)
    return ibis.cases((unfit | ended, small(FALSE)), (doubtful, small(UNKNOWN)), else_=small(TRUE))


def ends_on(row: Row) -> Number:
    """The first day on which a record no longer carries the measure."""
    own = row.own_end.fill_null(ALWAYS)
    return ibis.cases(
        (row.once, ibis.literal(ALWAYS, "int32")),
        (row.outlasts & (row.own_end.notnull() | row.life), own),
        else_=ibis.least(row.ends, own),
    )


def own_ends_of(frames: ibis.Table, scene: Scene) -> ibis.Table:
    """The first day after the own term of measures, for records that have taken effect: ``own_end`` by ``case``,
    ``record`` and ``trait``; without such a term, or for life, there is no row."""
    rows = frames.select("case", "trait").distinct().join(scene.dimensions.terms, "trait")
    records = scene.cast.records.filter(scene.cast.records.effect.notnull())
    rows = rows.join(records.select("case", "record", "effect_on", "decided_on"), "case")
    start = ibis.ifelse(rows.from_decision, rows.decided_on, rows.effect_on)
    next_year = ibis.date(ibis.least(rows.effect_on.year() + 2, 9999), 1, 1)
    end = ibis.ifelse(rows.next_year, next_year, day_after_period(start, rows.months, rows.days))
    return rows.select("case", "record", "trait", own_end=days_of(end))


def of_age(row: Row) -> Truth:
    """No punishment on a person under 18 on the day of listing or of conduct; unknown age settles nothing (S11)."""
    grown = (row.adult <= row.effect).fill_null(True) & (row.adult <= row.conduct_from).fill_null(True)
    return ibis.cases(
        (~row.punish | ~row.natural, small(TRUE)), (row.adult.isnull(), small(UNKNOWN)), else_=truth(grown)
    )


def slight(row: Row) -> Any:
    """Whether the conduct was found minor and the measure would reduce a right or add a duty."""
    return row.minor & row.heavy


def held(row: Row, day: Number) -> Any:
    """Whether the relation was held on the day."""
    return ((row.since <= day) & (day < row.until)).fill_null(False)


def held_on(row: Row) -> Truth:
    """Whether the role was held on the day reckoned: conduct, listing or as-of (S11)."""
    first, last = row.conduct_from, row.conduct_until
    known = held(row, first.coalesce(last))
    before = (row.until <= first).fill_null(False)
    after = row.since > last.coalesce(row.decided)
    partly = ibis.cases((known, small(TRUE)), (before | after, small(FALSE)), else_=small(UNKNOWN))
    whole = truth((row.since <= last) & (row.until > first))
    return ibis.cases(
        (row.at == AS_OF, truth(held(row, row.as_of))),
        (row.at == LISTING, truth(held(row, row.effect))),
        else_=ibis.ifelse(first.isnull() | last.isnull(), partly, whole),
    )


def starts_on(row: Row) -> Number:
    """Since when a record has had effect without a break."""
    return row.current_from.coalesce(row.as_of)
