"""Whether the subject has been clean for a period (S18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..case.model import Inquiry
from ..pack.period import Period, days_back
from ..plan.results import Missing
from ..registry.truth import Truth
from .model import Cleanness, RecordState
from .places import reaches
from .repair import ONLY_LIFTS_FROM

if TYPE_CHECKING:
    from .life import Day


def cleanness(
    subject: str,
    records: Sequence[RecordState],
    inquiry: Inquiry | None,
    period: Period,
    established_on: date | None,
    day: Day,
) -> Cleanness:
    """No bad record of the subject itself decided or in effect in ``(as_of - period, as_of]``.

    Annulled records are left aside, and at an as-of day from 2026-04-01 repaired ones. With no such record it is true
    only if the inquiry covers the subject, every negative list of the place and the whole window. A younger firm is
    clean for its whole life.
    """
    first = days_back(day.as_of, period)
    if established_on is not None:
        first = max(first, established_on)
    judged = [(state, _bad(state, first, day.as_of)) for state in records if _matters(state, subject, day)]
    bad = tuple(state.id for state, value in judged if value)
    if bad:
        return Cleanness(False, bad, ())
    doubts = tuple(state.doubt or Missing(f"{state.id}.facts", "unclear") for state, value in judged if value is None)
    if doubts:
        return Cleanness(None, (), doubts)
    if not _covered(subject, inquiry, first, day):
        return Cleanness(None, (), (Missing(f"inquiry({first}..{day.as_of})", "inquiry"),))
    return Cleanness(True, (), ())


def _matters(state: RecordState, subject: str, day: Day) -> bool:
    repaired = state.status == "repaired" or any(
        event.type == "delisted" and event.ground == "repaired" and event.on <= day.as_of
        for event in state.record.events
        if (event.recorded_on or event.on) <= day.known_at
    )
    return (
        state.subject == subject
        and state.list.negative
        and state.reaches
        and state.in_history
        and not (repaired and day.as_of >= ONLY_LIFTS_FROM)
    )


def _bad(state: RecordState, first: date, last: date) -> Truth:
    """Whether the record was decided or in effect in the window; unknown where only an unclear end would make it so."""
    decided = first <= state.record.decided_on <= last
    effective = any(start <= last and (until is None or until > first) for start, until in state.spans)
    if decided or effective:
        return None if state.doubt is not None and state.doubt.reason in ("procedure", "stale-record") else True
    possibly = any(start <= last and (until is None or until > first) for start, until in state.possible)
    return None if possibly else False


def _covered(subject: str, inquiry: Inquiry | None, first: date, day: Day) -> bool:
    if inquiry is None or subject not in inquiry.records_of or inquiry.from_ is None or inquiry.until is None:
        return False
    if not (inquiry.from_ <= first and inquiry.until >= day.as_of):
        return False
    if "*" in inquiry.registers:
        return True
    rules = day.vocabulary
    needed = {
        entry.id
        for entry in rules.lists
        if entry.negative and reaches(entry, day.region, day.as_of, rules.recognitions, rules.renumbered)
    }
    return needed <= set(inquiry.registers)
