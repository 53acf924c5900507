"""Whether the subject has been clean for a period (S18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import ibis

from ...pack.period import Period
from ...situation.places import reaches
from ...situation.repair import ONLY_LIFTS_FROM
from ..days import PERIOD, days_back, earliest, latest, period_row
from ..truth import FALSE, TRUE, UNKNOWN
from .cases import days_of
from .pieces import PIECE, joined, on_the_day, pieces, turns_of
from .setting import RECORD, Setting, distinct
from .spans import Interruptions

WINDOW = ("case_id", "period")


class Clean(NamedTuple):
    """``values``: whether each case is clean for each period; ``missing``: what would settle the unknown ones."""

    values: ibis.Table
    missing: ibis.Table


def clean_of(
    setting: Setting,
    asked: ibis.Table,
    inquiries: ibis.Table,
    records: ibis.Table,
    interruptions: Interruptions,
    windows: Sequence[Period],
) -> Clean:
    """No bad record of the subject itself decided or in effect in ``(as_of - period, as_of]``.

    Annulled records are left aside, and at an as-of day from 2026-04-01 repaired ones. With no such record it is true
    only if the inquiry covers the subject, every negative list of the place and the whole window. A younger firm is
    clean for its whole life.
    """
    periods = setting.store.prepared(
        [{"period": str(period), **period_row(period)} for period in windows], {"period": "string", **PERIOD}
    ).drop("working")
    judged = setting.store.keep(_judged(records, interruptions, periods))
    told = judged.group_by(WINDOW).agg(worst=judged.value.max())
    found = joined(_with_first(asked.cross_join(periods)), told, WINDOW)
    everywhere = found.of_every_register | found.case_id.isin(_searched_by_name(setting, asked, inquiries).case_id)
    covers = found.names_subject & (found.searched_from <= found.first) & (found.searched_until >= found.as_of)
    found = found.select(*WINDOW, "worst", "first", "as_of", covered=ibis.coalesce(everywhere & covers, False))
    waiting = found.worst.isnull() & ~found.covered
    values = setting.store.keep(
        found.select(
            *WINDOW,
            "as_of",
            unsearched=ibis.ifelse(waiting, found.first, ibis.null("date")),
            value=ibis.cases(
                (found.worst == TRUE, FALSE), (found.worst == UNKNOWN, UNKNOWN), (found.covered, TRUE), else_=UNKNOWN
            ).cast("int8"),
        )
    )
    waits = values.filter(values.unsearched.notnull())
    window = waits.unsearched.cast("string") + ".." + waits.as_of.cast("string")
    return Clean(
        values.select(*WINDOW, "value", "unsearched"),
        _doubts(judged, told).union(
            waits.select(*WINDOW, missing=ibis.literal("inquiry(") + window + ")", reason=ibis.literal("inquiry"))
        ),
    )


def _with_first(table: ibis.Table) -> ibis.Table:
    """The first day of each window, as ``first``."""
    first = latest(days_back(table.as_of, table.months, table.days), table.established_on)
    return table.mutate(first=first).drop("months", "days")


def _judged(records: ibis.Table, interruptions: Interruptions, periods: ibis.Table) -> ibis.Table:
    """The records that are bad for a window, or may be: decided or in effect in it, unknown where only an unclear end
    would make it so."""
    repaired = (records.status == "repaired") | records.exit_repaired
    left_aside = repaired & (records.as_of >= ibis.literal(ONLY_LIFTS_FROM))
    own = records.filter(
        records.subject == records.subject_id, records.negative, records.reaches, records.in_history, ~left_aside
    )
    found = _with_first(own.cross_join(periods))
    broken = _broken(found, interruptions)
    found = joined(found, broken, (*RECORD, "period"))
    decided = found.decided_on.between(found.first, found.as_of)
    whole = {name: _whole_in_window(found, f"{name}_end") for name in ("earliest", "latest")}
    effective = ibis.ifelse(found.interrupted, ibis.coalesce(found.surely, False), whole["earliest"])
    possible = ibis.ifelse(found.interrupted, ibis.coalesce(found.possibly, False), whole["latest"])
    doubted = ibis.coalesce(found.doubt.isin(["procedure", "stale-record"]), False)
    value = ibis.ifelse(
        decided | effective,
        ibis.ifelse(doubted, UNKNOWN, TRUE),
        ibis.ifelse(possible, UNKNOWN, FALSE),
    )
    found = found.mutate(value=value.cast("int8")).filter(value != FALSE)
    return found.select(*RECORD, "period", "value", "doubt", "doubt_what")


def _whole_in_window(table: ibis.Table, name: str) -> Any:
    """Whether a record without interruptions had effect in the window, were its end the one in a column."""
    end = earliest(table[name], table.left_on)
    lasting = end.isnull() | ((table.effect < end) & (end > table.first))
    return (table.effect <= table.as_of) & lasting


def _broken(windows: ibis.Table, interruptions: Interruptions) -> ibis.Table:
    """For interrupted records and each window, whether a span surely or possibly meets it."""
    asked = windows.filter(windows.interrupted).select(*RECORD, "period", "first", "as_of")
    found = asked.join(interruptions.spans, RECORD)
    meets = (found.start <= found.as_of) & (found.end.isnull() | (found.end > found.first))
    return found.group_by(*RECORD, "period").agg(
        surely=(found.sure & meets).any(), possibly=(~found.sure & meets).any()
    )


def _doubts(judged: ibis.Table, told: ibis.Table) -> ibis.Table:
    """What would settle the windows for which no record is bad, but some may be."""
    found = joined(judged, told, WINDOW)
    unclear = found.filter(found.worst == UNKNOWN)
    return unclear.select(
        *WINDOW,
        missing=ibis.coalesce(unclear.doubt_what, unclear.record_id + ".facts"),
        reason=ibis.coalesce(unclear.doubt, "unclear"),
    )


def _searched_by_name(setting: Setting, asked: ibis.Table, inquiries: ibis.Table) -> ibis.Table:
    """The inquiries that name every negative list of the place."""
    named = inquiries.filter(~ibis.coalesce(inquiries.registers.contains("*"), True)).select("case_id", "registers")
    named = named.join(days_of(asked), "case_id")
    lists = _negative_lists(setting, [region for (region,) in distinct(setting, named, "region")])
    named = on_the_day(named, lists, "as_of", ["region"])
    return named.filter(named.needed.intersect(named.registers).length() == named.needed.length())


def _negative_lists(setting: Setting, regions: Sequence[str]) -> ibis.Table:
    """The negative lists that count in each region, by day."""
    words = setting.words
    rows = []
    for region in regions:

        def tell(on: date, region: str = region) -> list[str]:
            return [
                entry.id
                for entry in words.lists
                if entry.negative and reaches(entry, region or None, on, words.recognitions, words.renumbered)
            ]

        for needed, piece in pieces(turns_of(words.recognitions), tell):
            rows.append({"region": region, **piece, "needed": needed})
    return setting.store.prepared(rows, {"region": "string", **PIECE, "needed": "array<string>"})
