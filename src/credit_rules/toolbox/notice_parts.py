"""The parts of a rights notice, each with what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..case.decision import BasisView, Decision, MeasureView, SourceView, WayOut
from ..case.model import Case, Record
from ..plan.model import Plan
from ..registry.vocabulary import ListRule
from ..render.people import People
from ..situation.life import Day, see
from ..source.values import Part, RecordStatus
from .notice_missing import Missing

ENDING = ("rectification", "delisting", "repair")
"""The ways that end a measure without a fixed day, save one that is done once."""

UNNAMED = ("administrative-organ", "bidding-supervision")
"""The departments of the registry that a statute does not name: which organ it is depends on the matter in hand."""

LEFT = ("delisted", "repaired", "expired")
"""The status of a record that is on its list no longer, so that nothing of it is left to repair."""

_NUMBERED = re.compile(r"[0-9０-９〇一二三四五六七八九十百]")


class Bearer(NamedTuple):
    """Who is told: by name, or at least by a public code."""

    id: str
    name: str | None
    roles: tuple[str, ...]
    addressable: bool


class Listing(NamedTuple):
    """A record that the measure rests on, as it was known, with its standing on the day decided for."""

    record: Record
    subject: str
    entry: ListRule
    status: RecordStatus
    from_: date | None
    until: date | None


def bearer_of(decision: Decision, case: Case, measure: MeasureView) -> Bearer:
    """The bearer; a natural person's number is masked and addresses nobody, so he or she needs a name (S28)."""
    people, identifier = People.of(decision, case), measure.bearer.id
    name = (people.names.get(identifier) or "").strip() or None
    return Bearer(identifier, name, measure.bearer.roles, bool(name) or people.shown(identifier) == identifier)


def listings_of(decision: Decision, case: Case, measure: MeasureView, day: Day) -> tuple[Listing, ...]:
    """The records that the measure rests on, corrected values in place (S4, S8)."""
    views = {view.id: view for view in decision.records}
    found = []
    for record in case.records:
        seen = see(record, day) if record.id in measure.because else None
        if seen is not None:
            view = views[record.id]
            entry = day.vocabulary.list[view.list]
            found.append(Listing(seen.record, view.subject, entry, view.status, view.from_, view.until))
    return tuple(found)


def speaking_clauses(measure: MeasureView) -> tuple[SourceView, ...]:
    """The clauses that give the measure its status and standing; what the others say is not announced (S14)."""
    standing = ("sufficient", "practice")
    speaking = tuple(each for each in measure.sources if each.status == measure.status and each.standing in standing)
    return speaking or measure.sources


def complete(basis: BasisView) -> bool:
    """Whether a citation names a version that is in force on the day and an article, and somebody has seen it."""
    return bool(basis.title and basis.version and _NUMBERED.search(basis.article)) and basis.provenance != "unverified"


def lacks_listing(listings: Sequence[Listing]) -> Iterator[Missing]:
    """The facts: at least one record, each with list, document and determining authority."""
    if not listings:
        yield Missing("record")
    for listing in listings:
        if not listing.entry.title.strip():
            yield Missing("list", listing.entry.id)
        if not listing.record.document.number.strip():
            yield Missing("document-number", listing.record.id)
        if not listing.record.determined_by.strip():
            yield Missing("authority", listing.record.id)


def lacks_basis(basis: Sequence[BasisView]) -> Iterator[Missing]:
    """The legal basis: one citation with instrument, version and article is enough; else what each of them lacks."""
    if not basis:
        yield Missing("basis")
    if any(complete(each) for each in basis):
        return
    for each in basis:
        title = f"《{each.title.strip('《》')}》"
        if each.provenance == "unverified":
            yield Missing("unverified", title)
        if not each.version:
            yield Missing("version", title)
        if not _NUMBERED.search(each.article):
            yield Missing("article", title)


class Ending(NamedTuple):
    """How the measure ends: on the first day without effect, for life never, else by one of ``ways``.

    With ``runs_on`` it ends by its own term only, whatever becomes of the record (S10).
    """

    until: date | None
    for_life: bool
    runs_on: bool
    ways: tuple[WayOut, ...]


def ending_of(measure: MeasureView, clauses: Sequence[SourceView], plan: Plan) -> Ending:
    """The end as the decision has it, and what the clauses that speak say of a term of their own."""
    terms = [plan.rules[plan.number[id]].term for id in dict.fromkeys(source.id for source in clauses)]
    runs_on = bool(terms) and all(term is not None and term.outlasts is not None for term in terms)
    for_life = measure.until is None and runs_on and any(term is not None and term.life for term in terms)
    ways = tuple(way for way in measure.ends_by if way.way == "once" or (way.way in ENDING and not runs_on))
    return Ending(measure.until, for_life, runs_on, ways)


def lacks_period(measure: MeasureView, ending: Ending) -> Iterator[Missing]:
    """Start and end: a first day, and a last one, an event that ends the measure, or that it is for life."""
    if measure.from_ is None:
        yield Missing("start")
    if ending.until is None and not ending.for_life and not ending.ways:
        yield Missing("end")


class Responsible(NamedTuple):
    """Who is responsible: the name of the day and that of the text; ``asking`` where the text does not say who it is."""

    name: str
    printed: str | None
    part: Part | None
    asking: bool


def departments_of(decision: Decision, case: Case, measure: MeasureView) -> tuple[Responsible, ...]:
    """The departments as the decision resolves them (S24).

    Where the text names none, or only by its work, it is the one that asks in the case, if it asks about a matter of
    this measure: nobody else would carry it out here.
    """
    asked = decision.indication
    about = asked is not None and (asked.matter in measure.matters or measure.id in asked.measures)
    asking = (case.inquiry.asked_by or "").strip() if about and case.inquiry else ""
    if measure.departments == "none-printed":
        return (Responsible(asking, None, None, True),) if asking else ()
    found = (
        Responsible(asking if each.id in UNNAMED else each.name, each.printed, each.part, each.id in UNNAMED)
        for each in measure.departments
    )
    return tuple(dict.fromkeys(found))


def lacks_department(departments: Sequence[Responsible]) -> Iterator[Missing]:
    """The responsible departments, each with a name."""
    if not departments:
        yield Missing("department")
    for each in departments:
        if not each.name.strip():
            yield Missing("department-name", each.printed or "")


def lacks_way(ways: Sequence[WayOut], code: str, address: str) -> Iterator[Missing]:
    """A way out, and to whom or through whom for each."""
    if not ways:
        yield Missing(code)
    elif not all((way.through or "").strip() for way in ways):
        yield Missing(address)
