"""Why not: measures that came near and are not given, put together by what does not hold (S25)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from ..case.decision import Decision, ReasonView
from .measure_entry import reason_line, record_name
from .sheet import Entry, Section, rows
from .view import View
from .why_sheet import Explained


class NearMiss(Protocol):
    """What the engine says of a measure that a record of the case comes near to."""

    @property
    def explanation(self) -> Explained: ...
    @property
    def records(self) -> tuple[str, ...]: ...


_Reason = tuple[str | None, tuple[ReasonView, ...], tuple[str, ...]]
"""Who would have borne it, what does not hold, and the records that come near."""


def not_given(near: Iterable[NearMiss], decision: Decision, view: View) -> Section:
    """One entry a reason: what does not hold, the measures that it keeps away, their documents, the records."""
    say = view.say
    groups: dict[_Reason, list[Explained]] = {}
    for each in near:
        failed = tuple(reason for reason in each.explanation.reasons if reason.value == "false")
        key = (each.explanation.bearer, failed or each.explanation.reasons[-1:], each.records)
        groups.setdefault(key, []).append(each.explanation)
    entries = tuple(
        _entry(bearer, failed, records, measures, decision, view)
        for (bearer, failed, records), measures in groups.items()
    )
    notes = (
        say(
            "以下措施所据的名单与本案记录相同，但条件不成立，或者当日不适用，因此没有发出。与本案记录无关的措施不列。",
            "The measures below hang on lists on which the case has a record, but a condition does not hold or they do"
            " not apply on the day. Measures that no record of the case comes near to are not listed.",
        ),
    )
    title = say("为什么没有：接近但不适用的措施", "Why not: measures that came near and do not apply")
    return Section(title, notes if entries else (), entries=entries)


def _entry(
    bearer: str | None,
    failed: tuple[ReasonView, ...],
    records: tuple[str, ...],
    measures: list[Explained],
    decision: Decision,
    view: View,
) -> Entry:
    say = view.say
    titles = tuple(dict.fromkeys(each.title for each in measures))
    clauses: dict[str, list[str]] = {}
    for each in measures:
        known = clauses.setdefault(each.document_no or view.titles("packs", each.pack), [])
        if each.clause not in known:
            known.append(each.clause)
    known_records = {record.id: record for record in decision.records}
    about = (
        view.join((record_name(known_records[id], view), view.label("record-status", known_records[id].status)))
        for id in records
        if id in known_records
    )
    return Entry(
        say("；", "; ").join(reason_line(reason, view) for reason in failed),
        rows(
            (say(f"措施（{len(titles)} 项）", f"Measures ({len(titles)})"), say("、", "; ").join(titles)),
            (say("条款", "Clauses"), tuple(f"{number} {say('、', ', ').join(own)}" for number, own in clauses.items())),
            (say("承受人", "Bearer"), bearer and view.named(bearer)),
            (say("有关记录", "Records"), tuple(about)),
        ),
    )
