"""Who owes what to whom, by when, and what the bearer may do in what time (S7, S8, S26)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import get_args

from ..case.decision import Duty, DutyCode
from ..plan.model import Plan
from ..plan.results import RuleResult
from ..registry.vocabulary import in_force
from ..situation.life import Day
from ..situation.model import Notice, Situation
from ..situation.places import most_local
from ..situation.publicity import publicity_of
from ..situation.working_days import due_after, weekends_only
from ..source.rows import NamedTuple
from .departments import views_of
from .duty_rules import SHOWN_FOR, Owed, by_rules, of_matter, of_measures
from .duty_words import cites, said, within
from .measure import Issued
from .occasions import ON_LIST, of_record
from .rights import rights

SITE = "公示该信息的网站"
REVIEWERS = {"reconsideration": "复议机关", "suit": "受理案件的人民法院"}
"""Who answers in the stages that are not the information provider's own."""
ORDER: dict[str, int] = {code: number for number, code in enumerate(get_args(DutyCode))}


class Duties(NamedTuple):
    """The duties in order, and a notice where days were counted without announced holidays."""

    duties: tuple[Duty, ...]
    notices: tuple[Notice, ...]


def duties(
    plan: Plan, situation: Situation, undone: Iterable[RuleResult], issued: Sequence[Issued], day: Day
) -> Duties:
    """Every duty once, by its last day, then in the order of the codes.

    ``undone`` are the results of the same case with annulments taken as unknown: what rested on the wrong records.
    """
    punishments = [item for item in issued if item.view.direction == "punishment"]
    carrying = {id for item in punishments for id in item.view.because}
    occasions = (
        occasion for state in situation.records for occasion in of_record(state, situation, carrying, plan.vocabulary)
    )
    owed = [
        *by_rules(occasions, plan, situation),
        *_delistings(plan, situation, carrying),
        *of_measures(issued, plan, situation),
        *of_matter(plan, situation),
        *rights(punishments, carrying, plan, situation),
    ]
    found = [
        *_answers(situation),
        *_restorations(plan, situation, tuple(undone)),
        *_longest_shown(situation, day),
        *(item.duty for item in owed),
    ]
    notices = weekends_only(year for item in owed for year in item.assumed)
    return Duties(tuple(sorted(dict.fromkeys(found), key=_place)), notices)


def _place(duty: Duty) -> tuple[date, int]:
    return duty.due or date.max, ORDER[duty.code]


def _answers(situation: Situation) -> Iterable[Duty]:
    """Who verifies answers within the period of the list or place, in its own unit (S7)."""
    for state in situation.records:
        open_ = state.verification
        if open_ is None or state.status in ("annulled", "pending"):
            continue
        unit = open_.unit if open_.due else None
        who = REVIEWERS.get(open_.ground, state.record.determined_by)
        yield Duty("answer-objection", who, state.subject, open_.due, unit, open_.basis)


def _restorations(plan: Plan, situation: Situation, undone: tuple[RuleResult, ...]) -> Iterable[Duty]:
    """Each department that a wrong record concerned restores reputation, if the record ever had effect (S8)."""
    for state in situation.records:
        known = state.annulment_known_on
        if state.status != "annulled" or known is None or state.effect is None or state.effect >= known:
            continue
        names = [
            view.name
            for result in undone
            if result.outcome == "hit" and state.id in result.records
            for spec in plan.rules[result.rule].departments
            for view in views_of(spec, situation, plan)
        ]
        words = plan.vocabulary
        local = most_local(words.procedures, situation.region, situation.as_of, words.renumbered)
        basis = next((f"{row.title} {row.verification.article}" for row in local if row.verification), None)
        for name in dict.fromkeys([state.record.determined_by, *names]):
            yield Duty("restore-reputation", name, state.subject, None, None, basis)


def _longest_shown(situation: Situation, day: Day) -> Iterator[Duty]:
    """To end the display of what has been shown for the longest time; ``due`` is the first day without display."""
    for state in situation.records:
        if state.status not in (*ON_LIST, "expired"):
            continue
        publicity = publicity_of(state.record, state.list, day, day.as_of)
        ends = publicity.ends
        if ends is not None and ends <= day.as_of and day.as_of - ends <= SHOWN_FOR:
            yield Duty("end-display", SITE, state.subject, ends, "days", publicity.title)


def _delistings(plan: Plan, situation: Situation, carrying: Collection[str]) -> Iterator[Owed]:
    """To take a record off its list in the time that the list's own way out sets.

    Once its term has run out a last day is counted; while it still carries a measure the time is said in words.
    """
    for state in situation.records:
        for way in state.list.exits:
            if way.way != "delisting" or way.within is None:
                continue
            ended = state.until - timedelta(days=1) if state.status == "expired" and state.until else None
            if ended is None and not (state.id in carrying and state.status in ON_LIST):
                continue
            if not in_force(ended or situation.as_of, way.from_, way.until):
                continue
            due = due_after(ended, way.within) if ended is not None else None
            if due is not None and situation.as_of > due.day and situation.as_of - due.day > SHOWN_FOR:
                continue
            who = state.record.determined_by if way.through == "determining-authority" else way.through
            begins = "自期限届满之日起" if due else "自出现应当移出的情形之日起"
            basis = None if way.basis is None else cites((way.basis,), None, ended or situation.as_of, plan.vocabulary)
            text = None if basis is None else said(*basis, within(way.within, begins))
            calendar = due.calendar if due else None
            duty = Duty("delist", who, state.subject, due.day if due else None, calendar, text)
            yield Owed(duty, (True, 0), due.assumed if due else ())
