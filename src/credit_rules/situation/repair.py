"""Credit repair: what it lifts or reduces, from when (S9)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..case.model import Event, Record
from ..registry.vocabulary import Cited, ListRule, Vocabulary
from ..source.rows import NamedTuple
from .model import Notice
from .publicity import publicity_of

if TYPE_CHECKING:
    from .life import Day

ONLY_LIFTS_FROM = date(2026, 4, 1)
"""From this day repair only lifts (国家发展改革委令第36号, art 3)."""


class Lift(NamedTuple):
    """A day on which repair began to lift, and its place among the acting events; -1: before those of that day."""

    on: date
    place: int


class Repair(NamedTuple):
    """What approved repair does on the as-of day: lifted since a day, or reduced; ``lifts`` are all that it did."""

    lifted_on: date | None
    reduced: bool
    lifts: tuple[Lift, ...]


def repair_of(record: Record, acting: tuple[Event, ...], rule: ListRule, day: Day) -> tuple[Repair, tuple[Notice, ...]]:
    """The repair in force on the as-of day. It reduces only where the list's or the place's rule of its day says so."""
    lifted: date | None = None
    reduced = False
    lifts: list[Lift] = []
    notices: list[Notice] = []
    for number, event in enumerate(acting):
        if event.type == "repair-revoked":
            lifted, reduced = None, False
            lifts = [lift for lift in lifts if lift.on <= event.on]
        if event.type != "repair-approved":
            continue
        notices.extend(_too_early(record, event, rule, day))
        if lifted is not None:
            continue
        provided = _reduction(rule, event.on, day)
        reduced = event.effect == "reduce" and provided is not None
        if event.effect == "reduce" and provided is None:
            message = "当地和该名单的规定没有“减轻”这种修复效果，按解除处理"
            notices.append(Notice("reduction-not-provided", message, record.id))
        lifted = None if reduced else event.on
        if reduced and day.as_of >= ONLY_LIFTS_FROM and not by_law(provided, day.vocabulary):
            reduced, lifted = False, max(event.on, ONLY_LIFTS_FROM)
        if lifted is not None:
            lifts.append(Lift(lifted, number if lifted == event.on else -1))
    return Repair(lifted, reduced, tuple(lifts)), tuple(notices)


def _reduction(rule: ListRule, on: date, day: Day) -> Cited | None:
    return rule.repair_reduces or local_reduction(on, day)


def local_reduction(on: date, day: Day) -> Cited | None:
    """What lets repair reduce in the place, of the narrowest that does."""
    return next((row.repair_reduces for row in day.procedures(on) if row.repair_reduces), None)


def by_law(basis: Cited | None, words: Vocabulary) -> bool:
    """Whether a law or an administrative regulation says so."""
    entry = words.instrument.get(basis.instrument) if basis else None
    return entry is not None and entry.rank in ("law", "administrative-regulation")


def _too_early(record: Record, event: Event, rule: ListRule, day: Day) -> list[Notice]:
    publicity = publicity_of(record, rule, day, event.on)
    if publicity.repair_from is None or event.on >= publicity.repair_from:
        return []
    message = f"修复批准早于最短公示期（{publicity.title}），以批准为准"
    return [Notice("repair-before-minimum-publicity", message, record.id)]
