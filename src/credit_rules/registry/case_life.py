"""The life of records: events in an order and with the fields that a record can live through (contract.md, "Events").

Days are compared as they are stated; which of them is seen on which day is decided later (S4).
"""

from __future__ import annotations

from datetime import date

from ..case.bind import CaseParts, parts_of
from ..case.model import Case, Changes, Conduct, Event, Record
from ..diagnostics.diagnostic import Diagnostic
from ..source.node import Node, Path
from ..source.rows import NamedTuple
from .event_fields import check_event_fields
from .findings import Findings
from .term_bounds import earliest_end
from .vocabulary import Vocabulary


def check_case_life(case: Case | CaseParts, node: Node, vocabulary: Vocabulary) -> tuple[Diagnostic, ...]:
    """Every contradiction in the days and events of a case.

    Codes: ``event-before-decision``, ``verification-open``, ``verification-not-open``, ``stay-open``,
    ``stay-not-open``, ``nothing-repaired``, ``extension-before-end``, ``event-after-annulment``,
    ``event-after-delisting``, ``period-ends-before-start``, ``day-before-decision``, ``conduct-ends-before-start``,
    ``conduct-after-decision`` and those of event fields.
    """
    parts = parts_of(case) if isinstance(case, Case) else case
    found = Findings(node)
    for path, relation in parts.relations.items():
        _check_period(relation.since, relation.until, (*path, "until"), found)
    inquiry = parts.inquiry
    if inquiry is not None:
        _check_period(inquiry.from_, inquiry.until, ("inquiry", "until"), found)
    for path, record in parts.records.items():
        if path not in parts.broken:
            _check_days(record, path, found)
            _Life(record, path, vocabulary, found).check()
    return tuple(found.found)


def _check_period(start: date | None, until: date | None, path: Path, found: Findings) -> None:
    if start is not None and until is not None and until < start:
        found.add("period-ends-before-start", path, start=str(start), until=str(until))


def _check_days(record: Record | Changes, path: Path, found: Findings, decided: date | None = None) -> None:
    decided = record.decided_on or decided
    if decided is not None:
        for name in ("published_on", "served_on", "expires_on"):
            day = getattr(record, name)
            if day is not None and day < decided:
                found.add("day-before-decision", (*path, name), field=name, day=str(day), decided=str(decided))
    _check_conduct(record.conduct, decided, (*path, "conduct"), found)


def _check_conduct(conduct: Conduct | None, decided: date | None, path: Path, found: Findings) -> None:
    if conduct is None:
        return
    if conduct.from_ is not None and conduct.until is not None and conduct.until < conduct.from_:
        start, until = str(conduct.from_), str(conduct.until)
        found.add("conduct-ends-before-start", (*path, "until"), start=start, until=until)
    elif conduct.from_ is not None and decided is not None and conduct.from_ > decided:
        found.add("conduct-after-decision", (*path, "from"), day=str(conduct.from_), decided=str(decided))


class _Happened(NamedTuple):
    event: Event
    path: Path


class _Life:
    """One record as its events happen: by day, those of one day as written."""

    def __init__(self, record: Record, path: Path, vocabulary: Vocabulary, found: Findings):
        self.record, self.found = record, found
        written = [_Happened(event, (*path, "events", index)) for index, event in enumerate(record.events)]
        self.events = sorted(written, key=lambda happened: happened.event.on)
        self.verified_since: date | None = None
        self.stayed_since: date | None = None
        self.repaired = False
        self.end = record.expires_on or earliest_end(record, vocabulary.list.get(record.list))

    def check(self) -> None:
        annulled: Event | None = None
        delisted: Event | None = None
        for event, path in self.events:
            check_event_fields(event, path, self.found)
            values = {"event": event.type, "day": str(event.on)}
            if event.on < self.record.decided_on:
                self.found.add("event-before-decision", (*path, "on"), **values, decided=str(self.record.decided_on))
            if annulled is not None:
                self.found.add("event-after-annulment", (*path, "type"), **values, since=str(annulled.on))
                continue
            if delisted is not None and not event.type.startswith("verification-"):
                self.found.add("event-after-delisting", (*path, "type"), **values, since=str(delisted.on))
                continue
            self.happen(event, path)
            if event.type == "document-revoked" or event.result == "annulled":
                annulled = event
            if event.type == "delisted":
                delisted = event

    def happen(self, event: Event, path: Path) -> None:
        where = (*path, "type")
        match event.type:
            case "verification-opened":
                if self.verified_since is not None:
                    self.found.add("verification-open", where, since=str(self.verified_since))
                self.verified_since = self.verified_since or event.on
            case "verification-closed":
                if self.verified_since is None:
                    self.found.add("verification-not-open", where)
                self.verified_since = None
                self.correct(event, path)
            case "stayed":
                if self.stayed_since is not None:
                    self.found.add("stay-open", where, since=str(self.stayed_since))
                self.stayed_since = self.stayed_since or event.on
            case "resumed":
                if self.stayed_since is None:
                    self.found.add("stay-not-open", where)
                self.stayed_since = None
            case "repair-approved":
                self.repaired = True
            case "repair-revoked":
                if not self.repaired:
                    self.found.add("nothing-repaired", where)
                self.repaired = False
            case "extended":
                self.extend(event, path)

    def correct(self, event: Event, path: Path) -> None:
        if event.changes is None:
            return
        _check_days(event.changes, (*path, "changes"), self.found, self.record.decided_on)
        if event.changes.expires_on is not None:
            self.end = event.changes.expires_on

    def extend(self, event: Event, path: Path) -> None:
        if event.until is None:
            return
        if self.end is not None and event.until < self.end:
            self.found.add("extension-before-end", (*path, "until"), until=str(event.until), end=str(self.end))
            return
        self.end = event.until
