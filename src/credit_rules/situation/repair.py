"""Credit repair: what it lifts or reduces, from when (S9)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..case.model import Event, Record
from ..registry.vocabulary import Cited, ListRule
from ..source.rows import NamedTuple
from .model import Notice
from .publicity import publicity_of

if TYPE_CHECKING:
    from .life import Day

ONLY_LIFTS_FROM = date(2026, 4, 1)
"""From this day repair only lifts (国家发展改革委令第36号, art 3)."""


class Repair(NamedTuple):
    """What approved repair does on the as-of day: lifted since a day, or reduced; ``lifts`` are all days it began."""

    lifted_on: date | None
    reduced: bool
    lifts: tuple[date, ...]


def repair_of(record: Record, acting: tuple[Event, ...], rule: ListRule, day: Day) -> tuple[Repair, tuple[Notice, ...]]:
    """The repair in force on the as-of day. It reduces only where the list's or the place's rule of its day says so."""
    lifted: date | None = None
    reduced = False
    lifts: list[date] = []
    notices: list[Notice] = []
    for event in acting:
        if event.type == "repair-revoked":
            lifted, reduced = None, False
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
        if reduced and day.as_of >= ONLY_LIFTS_FROM and not _by_law(provided, day):
            reduced, lifted = False, max(event.on, ONLY_LIFTS_FROM)
        if lifted is not None:
            lifts.append(lifted)
    return Repair(lifted, reduced, tuple(lifts)), tuple(notices)


def _reduction(rule: ListRule, on: date, day: Day) -> Cited | None:
    if rule.repair_reduces is not None:
        return rule.repair_reduces
    return next((row.repair_reduces for row in day.procedures(on) if row.repair_reduces), None)


def _by_law(basis: Cited | None, day: Day) -> bool:
    entry = day.vocabulary.instrument.get(basis.instrument) if basis else None
    return entry is not None and entry.rank in ("law", "administrative-regulation")


def _too_early(record: Record, event: Event, rule: ListRule, day: Day) -> list[Notice]:
    publicity = publicity_of(record, rule, day, event.on)
    if publicity.repair_from is None or event.on >= publicity.repair_from:
        return []
    message = f"修复批准早于最短公示期（{publicity.title}），以批准为准"
    return [Notice("repair-before-minimum-publicity", message, record.id)]
