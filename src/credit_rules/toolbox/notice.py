"""The rights notice of one measure on one bearer: on what it rests, how it ends, what the bearer can do (S25, S26, S28).

A notice that exists is whole: where a part is missing there is a refusal that names everything missing, never a notice
with a gap. It says nothing that the decision, its case and the plan do not, and it is no administrative decision.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..case.decision import BasisView, Decision, DecisionWarning, MeasureView, SourceView, WayOut
from ..case.model import Case
from ..plan.model import Plan
from ..situation.life import Day
from .notice_limits import Limit, against_listing, against_measure, answers, lacks_limit, suspends
from .notice_missing import Missing, Refusal, why_not_executable
from .notice_parts import (
    LEFT,
    Bearer,
    Ending,
    Listing,
    Responsible,
    bearer_of,
    departments_of,
    ending_of,
    lacks_basis,
    lacks_department,
    lacks_listing,
    lacks_period,
    lacks_way,
    listings_of,
    speaking_clauses,
)


class Notice(NamedTuple):
    """Everything that the bearer of a measure must be told.

    ``basis`` holds at least one citation with version and article. ``repairs`` are empty only where every record has left
    its list, or the measure ends by its own term alone (S10). ``answers`` are the times in which an objection is answered,
    ``suspends`` the clause by which the measure waits meanwhile; ``limits`` are those of the remedies against the measure.
    """

    decision: Decision
    measure: MeasureView
    bearer: Bearer
    listings: tuple[Listing, ...]
    basis: tuple[BasisView, ...]
    clauses: tuple[SourceView, ...]
    departments: tuple[Responsible, ...]
    from_: date
    ending: Ending
    repairs: tuple[WayOut, ...]
    objections: tuple[WayOut, ...]
    answers: tuple[Limit, ...]
    suspends: str | None
    remedies: tuple[WayOut, ...]
    limits: tuple[Limit, ...]
    listing_limits: tuple[Limit, ...]
    warnings: tuple[DecisionWarning, ...]


def write_notice(decision: Decision, case: Case, measure: MeasureView, plan: Plan) -> Notice | Refusal:
    """The notice of a measure of the decision on the case, or everything that stands against one.

    ``plan`` is the one that decided: it gives titles, and records as they were known with corrections applied (S8).
    """
    day = Day(decision.as_of, decision.known_at, decision.region, plan.vocabulary, False)
    listings = listings_of(decision, case, measure, day)
    bearer = bearer_of(decision, case, measure)
    basis = () if measure.legal_basis == "none-cited" else measure.legal_basis
    departments = departments_of(decision, case, measure)
    clauses = speaking_clauses(measure)
    repairs, objections, remedies = (_ways(measure, way) for way in ("repair", "objection", "remedy"))
    ending = ending_of(measure, clauses, plan)
    once = any(way.way == "once" for way in ending.ways)
    needless = ending.runs_on or once or (bool(listings) and all(listing.status in LEFT for listing in listings))
    missing = (
        *why_not_executable(measure),
        *(() if bearer.addressable else (Missing("bearer-name"),)),
        *lacks_listing(listings),
        *lacks_basis(basis),
        *(() if clauses and all(source.clause.strip() for source in clauses) else (Missing("clause"),)),
        *lacks_department(departments),
        *lacks_period(measure, ending),
        *(() if needless and not repairs else lacks_way(repairs, "repair", "repair-through")),
        *lacks_way(objections, "objection", "objection-address"),
        *lacks_way(remedies, "remedy", "remedy"),
        *lacks_limit(remedies, day),
    )
    if missing or measure.from_ is None:
        return Refusal(measure.id, tuple(dict.fromkeys(missing)))
    return Notice(
        decision=decision,
        measure=measure,
        bearer=bearer,
        listings=listings,
        basis=basis,
        clauses=clauses,
        departments=departments,
        from_=measure.from_,
        ending=ending,
        repairs=repairs,
        objections=objections,
        answers=answers(decision, listings, day),
        suspends=suspends(listings, day),
        remedies=remedies,
        limits=against_measure(remedies, day),
        listing_limits=against_listing(decision, listings, measure.bearer.id),
        warnings=tuple(each for each in decision.warnings if _concerns(each, measure)),
    )


def _ways(measure: MeasureView, wanted: str) -> tuple[WayOut, ...]:
    return tuple(way for way in measure.ends_by if way.way == wanted)


def _concerns(warning: DecisionWarning, measure: MeasureView) -> bool:
    return warning.record in measure.because or any(source.id in warning.ids for source in measure.sources)
