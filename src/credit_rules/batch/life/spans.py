"""The half-open periods in which a record had effect, as far as the as-of day tells (S6, S9)."""

from __future__ import annotations

from typing import Any, NamedTuple

import ibis

from ..days import earliest, latest
from ..store import Store
from .pieces import joined
from .setting import RECORD

STOPS, STARTS = ("stayed", "lifted"), ("resumed", "repair-revoked")
"""What stops effect, and what ends that, in the same order."""


class Interruptions(NamedTuple):
    """``records``: those whose effect was stopped by a stay or by repair; ``spans``: when they had effect all the same,
    the ``sure`` rows up to the earliest possible end, the others up to the latest."""

    records: ibis.Table
    spans: ibis.Table


def interruptions_of(store: Store, events: ibis.Table, lifts: ibis.Table, records: ibis.Table) -> Interruptions:
    """The interruptions of seen records by their acting events and what repair lifted."""
    turned = _turns(_switches(events, lifts))
    about = records.filter(records.effect.notnull())
    found = store.keep(turned.join(about.select(*RECORD, "effect", "earliest_end", "latest_end", "left_on"), RECORD))
    resumed = ibis.ifelse(found.off, found.on_before, found.on)
    raw = found.mutate(start=ibis.ifelse(resumed.isnull(), found.effect, latest(resumed, found.effect)))
    raw = raw.filter(raw.off | raw.is_last)
    raw = raw.mutate(raw_end=ibis.ifelse(raw.off, latest(raw.start, raw.on), ibis.null("date")))
    raw = raw.filter(raw.raw_end.isnull() | (raw.raw_end != raw.start))
    spans = store.keep(_ended(raw, "earliest_end").union(_ended(raw, "latest_end")))
    return Interruptions(found.select(*RECORD).distinct(), spans)


def with_spans(records: ibis.Table, interruptions: Interruptions) -> ibis.Table:
    """``current_from``, and of the sure spans ``any_span``, ``open_span``, ``last_end``; ``interrupted`` says that the
    record has more spans than one or none."""
    sure = interruptions.spans.filter(interruptions.spans.sure)
    told = sure.group_by(RECORD).agg(
        last_start=sure.start.max(), ends=sure.end.max(), never_ends=sure.end.isnull().any(), spans=sure.count()
    )
    marked = interruptions.records.mutate(interrupted=ibis.literal(True))
    found = joined(joined(records, marked, RECORD), told, RECORD)
    was = ibis.coalesce(found.interrupted, False)
    end = earliest(found.earliest_end, found.left_on)
    whole = found.effect.notnull() & (end.isnull() | (found.effect < end))
    return found.mutate(
        interrupted=was,
        any_span=ibis.ifelse(was, found.spans.notnull(), whole),
        open_span=ibis.ifelse(was, ibis.coalesce(found.never_ends, False), whole & end.isnull()),
        last_end=ibis.ifelse(was, found.ends, ibis.ifelse(whole, end, ibis.null("date"))),
        current_from=ibis.coalesce(found.last_start, found.effect),
    ).drop("last_start", "ends", "never_ends", "spans")


def spans_of(records: ibis.Table, interruptions: Interruptions) -> ibis.Table:
    """Every span of every record: ``spans`` of the states."""
    whole = records.filter(~records.interrupted & records.effect.notnull())
    whole = whole.mutate(start=whole.effect, raw_end=ibis.null("date"))
    sure, possible = (_ended(whole, end) for end in ("earliest_end", "latest_end"))
    return sure.union(possible, interruptions.spans)


def _switches(events: ibis.Table, lifts: ibis.Table) -> ibis.Table:
    """What stops or starts effect, numbered in order."""
    own = events.filter(events.acting & events.type.isin([*STOPS, *STARTS]))
    found = own.select(*RECORD, "on", "number", what="type").union(
        lifts.select(*RECORD, "on", "number", what=ibis.literal("lifted"))
    )
    each = [found[name] for name in RECORD]
    return found.mutate(place=ibis.row_number().over(group_by=each, order_by=[found.on, found.number]))


def _turns(switches: ibis.Table) -> ibis.Table:
    """The switches at which effect stops (``off``) or starts again, each with the day of the one before."""

    def window(table: ibis.Table, **bounds: Any) -> Any:
        return ibis.window(group_by=[table[name] for name in RECORD], order_by=table.place, **bounds)

    so_far = window(switches, rows=(None, 0))
    off = ibis.or_(
        *(
            _latest_place(switches, stop).over(so_far) > _latest_place(switches, start).over(so_far)
            for stop, start in zip(STOPS, STARTS, strict=True)
        )
    )
    found = switches.mutate(off=off)
    found = found.mutate(before=ibis.coalesce(found.off.lag().over(window(found)), False))
    found = found.filter(found.off != found.before)
    return found.mutate(
        on_before=found.on.lag().over(window(found)), is_last=found.place.lead().over(window(found)).isnull()
    )


def _latest_place(switches: ibis.Table, what: str) -> Any:
    return ibis.ifelse(switches.what == what, switches.place, -1).max()


def _ended(raw: ibis.Table, end: str) -> ibis.Table:
    """Spans cut off where the record ends or leaves its list."""
    last = earliest(raw[end], raw.left_on)
    return raw.filter(last.isnull() | (raw.start < last)).select(
        *RECORD, sure=ibis.literal(end == "earliest_end"), start="start", end=earliest(raw.raw_end, last)
    )
