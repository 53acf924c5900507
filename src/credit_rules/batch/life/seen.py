"""Records and events as they were known on the day of knowledge, and what corrections changed (S4, S8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ibis

from ...registry.vocabulary import Vocabulary
from ..tables import CHANGED, CLEARED, facts
from .setting import RECORD

CONDUCT = ("conduct_from", "conduct_until")
OF_EVENTS = (
    *RECORD, "position", "type", "on", "ground", "result", "effect", "within_time", "monitoring_until", "until",
    "grade", "change_expires_on",
)  # fmt: skip


def seen_records(records: ibis.Table, days: ibis.Table) -> ibis.Table:
    """The records that were known, as stated, with the days and the place of their cases; ``subject`` is who is listed.

    A document of which nothing is said is effective and of no special kind.
    """
    found = records.join(days, "case_id")
    known = found.filter(ibis.coalesce(found.recorded_on, found.decided_on) <= found.known_at)
    return known.mutate(
        subject=ibis.coalesce(known.subject, known.subject_id),
        document_kind=ibis.coalesce(known.document_kind, "other"),
        document_status=ibis.coalesce(known.document_status, "effective"),
    )


def seen_events(events: ibis.Table, records: ibis.Table) -> ibis.Table:
    """The events known of seen records, numbered from 1 in the order in which they act; ``acting`` by the as-of day."""
    found = events.join(records.select(*RECORD, "region", "as_of", "known_at"), RECORD)
    known = found.filter(ibis.coalesce(found.recorded_on, found.on) <= found.known_at)
    known = known.select(*OF_EVENTS, "region", "as_of", acting=known.on <= known.as_of)
    each = [known[name] for name in RECORD]
    return known.mutate(number=ibis.row_number().over(group_by=each, order_by=[known.on, known.position]) + 1)


def changes_of(events: ibis.Table, stated: ibis.Table, words: Vocabulary) -> ibis.Table:
    """What verification put right of each record that it corrected: the last change of every value, as ``new_`` and its
    name; of what can be taken back again a struct, null without a change. ``stated`` are the events as given."""
    closed = events.filter(events.type == "verification-closed").select(*RECORD, "position", "number")
    plain = [name for name in CHANGED if name not in CONDUCT]
    about = [*facts(words, "record")]
    changes = [f"change_{name}" for name in (*CHANGED, *about)]
    found = closed.join(stated.select(*RECORD, "position", *changes, CLEARED), [*RECORD, "position"])
    last = {f"new_{name}": _last(found, f"change_{name}") for name in plain}
    last["new_conduct"] = _last_said(found, [f"change_{name}" for name in CONDUCT])
    last |= {f"new_{name}": _last_said(found, [f"change_{name}"], name) for name in about}
    return found.group_by(RECORD).agg(**last)


def corrected(records: ibis.Table, changes: ibis.Table, names: Iterable[str]) -> ibis.Table:
    """Some columns of the records with the values that verification put right, which count from the original day."""
    wanted = list(names)
    found = records.left_join(changes, RECORD)
    return found.select(*(_corrected(records, changes, name).name(name) for name in wanted))


def _corrected(records: ibis.Table, changes: ibis.Table, name: str) -> Any:
    if name in CONDUCT or name.startswith("fact_"):
        change = changes["new_conduct" if name in CONDUCT else f"new_{name}"]
        return ibis.ifelse(change.isnull(), records[name], change[f"change_{name}"])
    return ibis.coalesce(changes[f"new_{name}"], records[name]) if name in CHANGED else records[name]


def _last(events: ibis.Table, column: str) -> Any:
    return events[column].argmax(events.number, where=events[column].notnull())


def _last_said(events: ibis.Table, columns: Iterable[str], cleared: str | None = None) -> Any:
    """The columns of the last event that says something in one of them, or that takes back the fact ``cleared``."""
    names = list(columns)
    said = ibis.or_(*(events[name].notnull() for name in names))
    if cleared is not None:
        said = said | ibis.coalesce(events[CLEARED].contains(cleared), False)
    return ibis.struct({name: events[name] for name in names}).argmax(events.number, where=said)
