"""Time limits as a rights notice tells them: of the remedies, and of the answer to an objection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..case.decision import Decision, WayOut
from ..decide.rights import CODES
from ..pack.period import Period
from ..registry.vocabulary import Cited, RemedySentence, in_force
from ..situation.life import Day
from ..situation.verification import stage_of
from ..source.values import Provenance, Remedy
from .notice_missing import Missing
from .notice_parts import Listing

NEEDED: Mapping[Remedy, tuple[str, ...]] = {
    "administrative": ("reconsideration", "suit"),
    "court": ("reconsideration",),
    "party": (),
    "autonomous": (),
}
"""The steps without whose time limit no notice is issued, by the kind of actor; for the other kinds there is none."""

ANSWER = "answer-objection"


class Limit(NamedTuple):
    """A time limit: a step or the code of a duty, who answers or is asked, by when or within which period, and why."""

    code: str
    by: str
    due: date | None
    period: Period | None
    basis: str | None
    provenance: Provenance = "text"


def against_measure(remedies: Sequence[WayOut], day: Day) -> tuple[Limit, ...]:
    """The registered periods of the remedies against the measure; they begin when the bearer learns of it."""
    found = []
    for way in remedies:
        row = _row(way, day)
        for step in row.steps if row else ():
            code = CODES.get(step.step, step.step) if row and row.remedy == "administrative" else step.step
            if step.period is not None:
                found.append(Limit(code, "", None, step.period, _cited(step.basis, day), step.basis.provenance))
    return tuple(dict.fromkeys(found))


def against_listing(decision: Decision, listings: Sequence[Listing], bearer: str) -> tuple[Limit, ...]:
    """What the bearer may still ask of those who listed him or her, as the decision tells it."""
    authorities = {listing.record.determined_by for listing in listings}
    return tuple(
        Limit(duty.code, duty.to, duty.due, None, duty.basis)
        for duty in decision.duties
        if duty.owed_by == bearer and duty.to in authorities
    )


def lacks_limit(remedies: Sequence[WayOut], day: Day) -> Iterator[Missing]:
    """The remedies whose time limit is not registered."""
    for way in remedies:
        row = _row(way, day)
        if row is None:
            yield Missing("remedy-limit", way.through or "")
            continue
        limited = {step.step for step in row.steps if step.period is not None}
        if not limited.issuperset(NEEDED[row.remedy]):
            yield Missing("remedy-limit", row.title)


def _row(way: WayOut, day: Day) -> RemedySentence | None:
    """The registered remedy that the decision tells."""
    rows = (row for row in day.vocabulary.remedies if in_force(day.as_of, row.from_, row.until))
    return next((row for row in rows if row.title == way.through), None)


def _cited(basis: Cited, day: Day) -> str:
    return f"《{day.vocabulary.instrument[basis.instrument].title}》{basis.article}"


def answers(decision: Decision, listings: Sequence[Listing], day: Day) -> tuple[Limit, ...]:
    """Within what time an objection is answered: the day due where one is open, else the period of list or place (S7)."""
    found: list[Limit] = []
    for listing in listings:
        authority, subject = listing.record.determined_by, listing.subject
        due = [each for each in decision.duties if (each.code, each.owed_by, each.to) == (ANSWER, authority, subject)]
        found.extend(Limit(ANSWER, authority, duty.due, None, duty.basis) for duty in due if duty.due)
        stage = stage_of(listing.entry, "objection", day.as_of, day)
        if stage.period is not None and not due:
            found.append(Limit(ANSWER, authority, None, stage.period, stage.basis))
    return tuple(dict.fromkeys(found))


def suspends(listings: Sequence[Listing], day: Day) -> str | None:
    """The clause by which the measure waits while an objection is verified; none where a list may say otherwise (S7)."""
    if any(row.ground == "objection" for listing in listings for row in listing.entry.no_suspension):
        return None
    local = next((row for row in day.procedures(day.as_of) if row.verification), None)
    return f"{local.title} {local.verification.article}" if local and local.verification else None
