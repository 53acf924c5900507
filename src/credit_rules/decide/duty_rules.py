"""The duties of the registry, applied to what happened: each once, by the most particular basis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ..case.decision import Duty
from ..plan.model import DepartmentSpec, Plan
from ..registry.places import applies, narrowness
from ..registry.vocabulary import DutyRule, ListRule, in_force
from ..situation.model import Situation
from ..situation.places import level_of
from ..situation.working_days import Due, due_after
from ..source.rows import NamedTuple
from .departments import holders_of
from .duty_words import BEGINS, cites, owner, said, within
from .matters import matter_and_parents
from .measure import Issued
from .occasions import Occasion

SHOWN_FOR = timedelta(days=30)
"""How long what cannot be seen to be done is told after its last day, or after its day where none is set."""


class Owed(NamedTuple):
    """A duty, how particular its basis is, and the years whose holidays were not announced."""

    duty: Duty
    rank: tuple[bool, int]
    assumed: tuple[int, ...]


def by_rules(occasions: Iterable[Occasion], plan: Plan, situation: Situation) -> Iterator[Owed]:
    """What happened to records, as the rules of its day say it; the last days counted from its day."""
    words = plan.vocabulary
    for occasion in occasions:
        state, day = occasion.state, occasion.day or situation.as_of
        found = [
            owed
            for rule in words.duties_of.get(occasion.trigger, ())
            if _holds(rule, day, situation, plan) and _about(rule, occasion, situation, plan)
            for owed in _of(rule, occasion.day, occasion.subject, state.record.determined_by, situation, plan)
        ]
        yield from most_particular(found)


def of_measures(issued: Sequence[Issued], plan: Plan, situation: Situation) -> Iterator[Owed]:
    """What follows from the measures issued, once for each rule and bearer."""
    held = [item.view for item in issued if item.view.status != "suspended"]
    for rule in _of_measures_here(plan, situation):
        bearers: dict[str, tuple[str | None, date]] = {}
        acts, directions, kinds = rule.acts, rule.directions, rule.kinds
        for view in [view for view in held if view.direction in directions and (not acts or view.act in acts)]:
            if kinds and situation.party(view.bearer.id).kind not in kinds:
                continue
            authorities = [
                situation.record[id].record.determined_by
                for id in view.because
                if not rule.lists or situation.record[id].list.id in rule.lists
            ]
            if authorities or not rule.lists:
                first, since = bearers.get(view.bearer.id, (None, date.max))
                authority = first or next(iter(authorities), None)
                bearers[view.bearer.id] = (authority, min(since, view.from_ or date.min))
        for bearer, (authority, since) in bearers.items():
            yield from _of(rule, None, bearer, authority, situation, plan, since)


def _of_measures_here(plan: Plan, situation: Situation) -> tuple[DutyRule, ...]:
    """The rules on what follows from measures that are in force on the day and in the place."""
    known, key = plan.known_of(situation.as_of, situation.region), ("duties of measures",)
    if key not in known:
        rules = plan.vocabulary.duties_of.get("measure", ())
        known[key] = tuple(rule for rule in rules if _holds(rule, None, situation, plan))
    found: tuple[DutyRule, ...] = known[key]
    return found


def of_matter(plan: Plan, situation: Situation) -> Iterator[Owed]:
    """What is owed before the matter is decided, unless the inquiry of the case shows that it was done."""
    if situation.matter is None:
        return
    asked, inquiry = matter_and_parents(situation.matter, plan), situation.inquiry
    kind = situation.party(situation.subject).kind
    found: list[Owed] = []
    for rule in plan.vocabulary.duties_of.get("matter", ()):
        wanted = set(rule.lists) or {"*"}
        looked = inquiry is not None and situation.subject in inquiry.records_of
        if looked and inquiry is not None and ("*" in inquiry.registers or wanted <= set(inquiry.registers)):
            continue
        asked_about = asked & set(rule.matters) and (not rule.kinds or kind in rule.kinds)
        if asked_about and _holds(rule, None, situation, plan):
            found.extend(_of(rule, None, situation.subject, None, situation, plan))
    yield from most_particular(found)


def most_particular(found: Sequence[Owed]) -> Iterator[Owed]:
    """Of several rules for the same thing by the same day: the list's own, then that of the narrowest place.

    One that sets no day says nothing beside one that does.
    """
    best: dict[tuple[str, str, str, date | None], Owed] = {}
    for item in found:
        key = (item.duty.code, item.duty.owed_by, item.duty.to, item.duty.due)
        if key not in best or item.rank > best[key].rank:
            best[key] = item
    dated = {key[:3] for key in best if key[3] is not None}
    yield from (item for key, item in best.items() if key[3] is not None or key[:3] not in dated)


def _holds(rule: DutyRule, day: date | None, situation: Situation, plan: Plan) -> bool:
    """Whether the rule is in force on the day, in the place decided for."""
    on = day or situation.as_of
    return in_force(on, rule.from_, rule.until) and applies(rule.place, situation.region, plan.vocabulary.renumbered)


def _about(rule: DutyRule, occasion: Occasion, situation: Situation, plan: Plan) -> bool:
    """Whether the rule is about such a record, subject and exit."""
    state = occasion.state
    entry, record = state.list, state.record
    return (
        (not rule.lists or entry.id in rule.lists)
        and (not rule.classes or entry.class_ in rule.classes)
        and (not rule.documents or record.document.kind in rule.documents)
        and (not rule.ways or occasion.way in rule.ways)
        and record.tier not in rule.not_tiers
        and (not rule.kinds or situation.party(state.subject).kind in rule.kinds)
        and (not rule.determined_by or _determines(rule.determined_by, entry, situation, plan))
    )


def _determines(departments: tuple[str, ...], entry: ListRule, situation: Situation, plan: Plan) -> bool:
    """Whether the list is determined by one of the departments, or was by one whose work it does today (S24)."""
    words = plan.vocabulary
    if entry.determined_by not in words.department:
        return False
    spec = DepartmentSpec(entry.determined_by, entry.title, level_of(situation.region), None)
    today = {held.id for held in holders_of(spec, situation, plan)}
    return bool({entry.determined_by, *today} & set(departments))


def _of(
    rule: DutyRule,
    day: date | None,
    subject: str,
    authority: str | None,
    situation: Situation,
    plan: Plan,
    since: date | None = None,
) -> Iterator[Owed]:
    """The duty of a rule, while it is to be told; nothing where its basis is not in force."""
    words, as_of = plan.vocabulary, situation.as_of
    basis = cites(rule.basis, rule.from_, day or as_of, words)
    due = _due(rule, day, as_of, since)
    last = due.day if due else day
    if basis is None or (last is not None and as_of > last and as_of - last > SHOWN_FOR):
        return
    begins = rule.counted_from or BEGINS.get(rule.trigger)
    each = None if rule.each_quarter_by is None else f"每季度首月{rule.each_quarter_by}日前"
    yield Owed(
        Duty(
            code=rule.code,
            owed_by=owner(rule.owed_by, authority, subject, situation, plan),
            to=owner(rule.to, authority, subject, situation, plan),
            due=due.day if due else None,
            calendar=due.calendar if due else None,
            basis=said(*basis, each or within(rule.period, begins)),
        ),
        (bool(rule.lists or rule.determined_by), narrowness(rule.place)),
        due.assumed if due else (),
    )


def _due(rule: DutyRule, day: date | None, as_of: date, since: date | None) -> Due | None:
    if rule.each_quarter_by is not None:
        return Due(_next_report(as_of, since, rule.each_quarter_by), "days", ())
    if rule.period is None or day is None or rule.counted_from is not None:
        return None
    return due_after(day, rule.period)


def _next_report(as_of: date, since: date | None, by: int) -> date:
    """The next day by which a quarter in which the measure had effect is reported."""
    quarter = as_of.replace(month=as_of.month - (as_of.month - 1) % 3, day=1)
    if as_of <= quarter.replace(day=by) and (since is None or since < quarter):
        return quarter.replace(day=by)
    if quarter.month < 10:
        return quarter.replace(month=quarter.month + 3, day=by)
    return date.max if quarter.year == date.max.year else date(quarter.year + 1, 1, by)
