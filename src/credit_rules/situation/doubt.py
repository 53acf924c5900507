"""Why a record that has effect may still settle nothing: an unclear end, old data, an unproven procedure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..case.model import Record
from ..plan.results import Missing
from ..registry.vocabulary import ListRule
from ..source.values import RecordStatus
from .model import Notice
from .terms import Ends
from .working_days import first_day_after

if TYPE_CHECKING:
    from .life import Day

PROCEDURE_FROM = date(2020, 12, 7)
"""From this day a listing must have been notified before and served (国办发〔2020〕49号; S8a)."""


def doubt_about(
    record: Record, rule: ListRule, status: RecordStatus, ends: Ends, day: Day
) -> tuple[Missing | None, tuple[Notice, ...]]:
    """What would settle a doubt about the record, if there is one; a silence about procedure is a notice (S8a)."""
    if status in ("annulled", "pending"):
        return None, ()
    proven = _procedure_proven(record, rule)
    silent: tuple[Notice, ...] = ()
    if proven is None:
        message = "记录没有说明列入前是否告知、列入后是否送达"
        silent = (Notice("procedure-unproven", message, record.id),)
    if proven is False or (proven is None and day.strict_evidence):
        return Missing(f"{record.id}.notified_on / {record.id}.served_on", "procedure"), silent
    if _stale(record, rule, day.as_of):
        return Missing(f"{record.id}.fetched_on", "stale-record"), silent
    if status == "unclear":
        return Missing(_term_facts(record, rule), "unclear"), silent
    return None, silent


def _procedure_proven(record: Record, rule: ListRule) -> bool | None:
    """Whether the subject was heard or told; ``None`` where the record is silent. Red lists need no hearing."""
    if record.decided_on < PROCEDURE_FROM or not rule.negative:
        return True
    notified = True if record.notified_on else record.notified
    served = True if record.served_on else record.served
    if notified or served:
        return True
    return False if notified is False and served is False else None


def _stale(record: Record, rule: ListRule, as_of: date) -> bool:
    if rule.greatest_age is None or record.fetched_on is None:
        return False
    return first_day_after(record.fetched_on, rule.greatest_age) <= as_of


def _term_facts(record: Record, rule: ListRule) -> str:
    names = {
        comparison.fact
        for term in rule.terms
        for case in term.cases
        for comparison in case.when
        if record.facts.get(comparison.fact) is None
    }
    return "、".join(f"{record.id}.facts.{name}" for name in sorted(names)) or f"{record.id}.expires_on"
