"""The day before which a record of a list cannot end, as far as the case tells it (S6)."""

from __future__ import annotations

from datetime import date

from ..case.model import Record
from ..pack.period import day_after_period
from .vocabulary import ListRule, TermRule


def earliest_end(record: Record, entry: ListRule | None) -> date | None:
    """The first day without effect that the list's shortest possible term gives; None where it cannot be told.

    What the record's facts would decide is left open: the shortest of the terms counts. A day that the case does not
    state, a publicity window, a term in working days or one that is open-ended tells nothing.
    """
    if entry is None:
        return None
    ends = [_shortest_end(record, entry, term) for term in entry.terms]
    dated = [end for end in ends if end is not None]
    return min(dated) if dated and len(dated) == len(ends) else None


def _shortest_end(record: Record, entry: ListRule, term: TermRule) -> date | None:
    effect = record.published_on or record.served_on or (None if entry.requires_notice else record.decided_on)
    if entry.publicity_window is not None:
        effect = None
    clock = {"effect": effect, "decided": record.decided_on, "published": record.published_on}[term.clock]
    if clock is None:
        return None
    terms = [case.term for case in term.cases] + [term.otherwise, term.on_repetition]
    periods = [period for period in terms if period is not None]
    if not periods or any(period.unit == "working days" for period in periods):
        return None
    return min(day_after_period(clock, period) for period in periods)
