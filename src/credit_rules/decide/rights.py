"""What the bearer may ask for, and by when: administrative reconsideration and suit (S26).

They are rights, listed beside what others owe. They fit administrative organs only: against courts, party and internal
decisions, banks and associations other remedies stand, which each measure names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ..case.decision import Duty, DutyCode
from ..plan.model import DepartmentSpec, Plan
from ..registry.vocabulary import RemedyWay, in_force
from ..situation.model import RecordState, Situation
from ..situation.places import level_of
from ..situation.working_days import Holidays, due_after
from .departments import holders_of
from .duty_rules import Owed
from .duty_words import cites, said, within
from .measure import Issued

CODES: dict[str, DutyCode] = {"reconsideration": "apply-for-reconsideration", "suit": "bring-suit"}
BEGIN = "自知道该行为之日起"
AGAINST = "采取措施的行政机关"


def rights(
    issued: Sequence[Issued],
    carrying: Collection[str],
    plan: Plan,
    situation: Situation,
    holidays: Holidays | None = None,
) -> Iterator[Owed]:
    """Against the listing, counted from its service, while the time runs; against the measures, in words.

    A listing of which no service is told is named only to whom bears no measure of such an organ. A last day that is a
    holiday moves to the first working day after it (民事诉讼法 85, which both statutes follow): that prolongs no burden
    (S6).
    """
    bearers: set[str] = set()
    for item in issued:
        view = item.view
        if view.direction != "punishment" or view.status == "suspended" or view.bearer.id in bearers:
            continue
        if "administrative" in item.of.remedies:
            bearers.add(view.bearer.id)
    for bearer in sorted(bearers):
        for code, words in _against_measures(plan, situation):
            yield Owed(Duty(code, bearer, AGAINST, None, None, words), (False, 0), ())
    for state in situation.records:
        if state.id in carrying and _administrative(state, plan, situation):
            served = _served(state, situation.as_of)
            if served is not None or state.subject not in bearers:
                yield from _against_listing(state, served, plan, situation, holidays)


def _against_measures(plan: Plan, situation: Situation) -> list[tuple[DutyCode, str]]:
    """What can be done against measures decided on the day, with its time limit in words."""
    day, words = situation.as_of, plan.vocabulary

    def work() -> list[tuple[DutyCode, str]]:
        steps = [(step, cites((step.basis,), None, day, words)) for step in _steps(day, plan)]
        return [
            (CODES[step.step], said(*basis, within(step.period, BEGIN))) for step, basis in steps if basis is not None
        ]

    return plan.once(day, situation.region, ("rights against measures",), work)


def _against_listing(
    state: RecordState, served: date | None, plan: Plan, situation: Situation, holidays: Holidays | None
) -> Iterator[Owed]:
    for step in _steps(served or situation.as_of, plan):
        basis = cites((step.basis,), None, served or situation.as_of, plan.vocabulary)
        if basis is None or step.period is None:
            continue
        due = None if served is None else due_after(served, step.period, holidays, moved=True)
        if due is not None and due.day < situation.as_of:
            continue
        words = said(*basis, within(step.period, BEGIN))
        calendar = due.calendar if due else None
        duty = Duty(
            CODES[step.step], state.subject, state.record.determined_by, due.day if due else None, calendar, words
        )
        yield Owed(duty, (False, 0), due.assumed if due else ())


def _served(state: RecordState, as_of: date) -> date | None:
    on = state.record.served_on
    return on if on is not None and on <= as_of else None


def _steps(day: date, plan: Plan) -> Iterator[RemedyWay]:
    """The steps against an administrative organ that have a time limit, by what is in force on a day."""
    for row in plan.vocabulary.remedies:
        if row.remedy == "administrative" and in_force(day, row.from_, row.until):
            yield from (step for step in row.steps if step.step in CODES and step.period is not None)


def _administrative(state: RecordState, plan: Plan, situation: Situation) -> bool:
    """Whether the list is determined by an administrative organ."""
    name, words = state.list.determined_by, plan.vocabulary
    if name not in words.department:
        return False
    spec = DepartmentSpec(name, state.list.title, level_of(situation.region), None)
    return any(held.remedy == "administrative" for held in holders_of(spec, situation, plan))
