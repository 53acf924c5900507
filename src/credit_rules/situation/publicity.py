"""How long a record is published: at least before repair, and at most (S9)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..case.model import Record
from ..pack.period import Period, day_after_period
from ..registry.vocabulary import ListRule, PublicityPeriod, Vocabulary, in_force
from ..source.rows import NamedTuple

if TYPE_CHECKING:
    from .life import Day


class Publicity(NamedTuple):
    """The first day on which repair may be asked for, the first without publication, and the rule that says so.

    ``None``: no rule of the day says so for such a record.
    """

    repair_from: date | None
    ends: date | None
    title: str | None


def publicity_of(record: Record, rule: ListRule, day: Day, on: date) -> Publicity:
    """The least and the longest publicity by the rule in force on a day; a field's special rule before the general one.

    Where the tier of the record is unknown, the shortest least period and the longest of the longest hold: what is said
    is then true of every tier.
    """
    row = publicity_rule(record, rule, day.vocabulary, on)
    if row is None:
        return Publicity(None, None, None)
    start = record.decided_on if row.clock == "decided" else record.published_on or record.decided_on
    least, longest = least_publicity(record, rule, row), _longest(record, row)
    return Publicity(
        None if least is None else day_after_period(start, least),
        None if longest is None else day_after_period(start, longest),
        row.title,
    )


def publicity_rule(record: Record, rule: ListRule, words: Vocabulary, on: date) -> PublicityPeriod | None:
    """The rule in force on a day for such a record; a field's special rule before the general one."""
    found = [
        row
        for row in words.publicity
        if in_force(on, row.from_, row.until)
        and (not row.special_for or rule.field in row.special_for)
        and (not row.documents or record.document.kind in row.documents)
    ]
    return next((row for row in found if row.special_for), next(iter(found), None))


def least_publicity(record: Record, rule: ListRule, row: PublicityPeriod) -> Period | None:
    """How long a record of its tier is published at least; of unknown tier the shortest; ``None``: not said."""
    if rule.field in row.fields:
        return row.fields[rule.field]
    if record.tier is not None:
        return row.least.get(record.tier)
    periods = list(row.least.values())
    known = [period for period in periods if period is not None]
    return None if len(known) < len(periods) else min(known, key=_length, default=None)


def _longest(record: Record, row: PublicityPeriod) -> Period | None:
    if record.tier is not None:
        return row.longest.get(record.tier)
    return max(row.longest.values(), key=_length, default=None)


def _length(period: Period) -> date:
    return day_after_period(date(2001, 1, 1), period)
