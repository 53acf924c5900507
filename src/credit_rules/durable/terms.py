"""A measure's own term, counted from a record (S10)."""

from __future__ import annotations

from datetime import date

from ..pack.period import day_after_period
from ..plan.model import TermSpec
from ..situation.model import RecordState


def own_term_end(state: RecordState, term: TermSpec) -> date | None:
    """The first day after the term; ``None`` for life, or where the record never took effect."""
    if state.effect is None:
        return None
    if term.next_year:
        year = state.effect.year + 2
        return date(year, 1, 1) if year <= date.max.year else date(date.max.year, 1, 1)
    if term.period is None:
        return None
    return day_after_period(state.record.decided_on if term.from_decision else state.effect, term.period)


def carried_until(state: RecordState, once: bool, term: TermSpec | None) -> date | None:
    """The first day on which the record no longer carries a measure; ``None`` where none is known.

    What is done once has none. A term that outlasts the listing runs on by itself; any other ends with the listing or
    with the term, whichever comes first.
    """
    if once:
        return None
    own = own_term_end(state, term) if term is not None else None
    if term is not None and term.outlasts is not None and (own is not None or term.life):
        return own
    known = [day for day in (state.until, own) if day is not None]
    return min(known, default=None)
