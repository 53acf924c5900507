"""What departments owe the subject (S7, S8)."""

from __future__ import annotations

from collections.abc import Iterable

from ..case.decision import Duty
from ..plan.model import Plan
from ..plan.results import RuleResult
from ..situation.model import Situation
from ..situation.places import most_local
from .departments import department_on


def duties(plan: Plan, situation: Situation, undone: Iterable[RuleResult]) -> tuple[Duty, ...]:
    """To answer what is being verified, and to restore the reputation that a wrong record harmed.

    ``undone`` are the results of the same case with annulments taken as unknown: what rested on the wrong records.
    """
    found = [*_answers(situation), *_restorations(plan, situation, tuple(undone))]
    return tuple(dict.fromkeys(found))


def _answers(situation: Situation) -> Iterable[Duty]:
    """The information provider verifies within the period of the place, in its own unit (S7)."""
    for state in situation.records:
        open_ = state.verification
        if open_ is None or state.status in ("annulled", "pending"):
            continue
        unit = open_.unit if open_.due else None
        yield Duty("answer-objection", state.record.determined_by, state.subject, open_.due, unit, open_.basis)


def _restorations(plan: Plan, situation: Situation, undone: tuple[RuleResult, ...]) -> Iterable[Duty]:
    """Each department that a wrong record concerned restores reputation, if the record ever had effect (S8)."""
    for state in situation.records:
        known = state.annulment_known_on
        if state.status != "annulled" or known is None or state.effect is None or state.effect >= known:
            continue
        names = [
            department_on(spec, situation.as_of, situation.region, plan.vocabulary).name
            for result in undone
            if result.outcome == "hit" and state.id in result.records
            for spec in plan.rules[result.rule].departments
        ]
        words = plan.vocabulary
        local = most_local(words.procedures, situation.region, situation.as_of, words.renumbered)
        basis = next((f"{row.title} {row.verification.article}" for row in local if row.verification), None)
        for name in dict.fromkeys([state.record.determined_by, *names]):
            yield Duty("restore-reputation", name, state.subject, None, None, basis)
