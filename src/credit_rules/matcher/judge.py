"""The meaning of each condition, in three values (S16). Plain on purpose: this is the specification."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..case.model import Inquiry
from ..pack.period import corresponding_day, days_back
from ..plan.conditions import (
    AfterExit,
    AllOf,
    AnyOf,
    Bound,
    CleanFor,
    Compare,
    Condition,
    CountRecords,
    HasRelation,
    HeldBy,
    InFields,
    NotThat,
    OnList,
)  # fmt: skip
from ..plan.results import Missing, Used
from ..registry.operators import OPERATORS
from ..registry.truth import Truth, all_of, any_of, negate
from ..situation.fields import conducts, fields
from ..situation.model import RecordState
from .records import concerns, held_on, record_counts
from .view import Judgement, View


def judge(number: int, view: View) -> Judgement:
    """What a condition of the plan says in the view; leaves are noted among the conditions used.

    Where measures share a condition it is judged once for each bearing.
    """
    if view.record is not None or view.relation is not None:
        return _judge(number, view)
    known, key = view.situation.memo, (number, view.bearing)
    if key not in known:
        before = len(view.used)
        found = _judge(number, view)
        known[key] = found, view.used[before:]
        return found
    judgement: Judgement
    judgement, used = known[key]
    view.used.extend(used)
    return judgement


def _judge(number: int, view: View) -> Judgement:
    condition = view.plan.conditions[number]
    match condition:
        case AllOf():
            return _all(condition.parts, view)
        case AnyOf():
            return _any([judge(part, view) for part in condition.parts])
        case NotThat():
            part = judge(condition.part, view)
            return Judgement(negate(part.value), missing=part.missing, uses=part.uses)
    found = _leaf(condition, view)
    view.used.append(Used(condition.text, found.value, found.uses))
    return found


def _all(parts: Sequence[int], view: View) -> Judgement:
    """Every part: the records of all, in the time that all share."""
    found = [judge(part, view) for part in parts]
    value = all_of([item.value for item in found])
    uses = tuple([use for item in found for use in item.uses])
    if not value:
        missing = tuple([item for part in found if part.value is None for item in part.missing])
        return Judgement(value, missing=missing if value is None else (), uses=uses)
    since = max((item.since for item in found if item.since is not None), default=None)
    until = min((item.until for item in found if item.until is not None), default=None)
    return Judgement(True, _records(found), since, until, uses=uses)


def _any(found: Sequence[Judgement]) -> Judgement:
    """At least one: the records of the true ones, from the first to the last day of any of them."""
    if len(found) == 1:
        return found[0]
    value = any_of([item.value for item in found])
    if not value:
        missing = tuple([item for part in found if part.value is None for item in part.missing])
        uses = tuple([use for item in found if item.value is value for use in item.uses])
        return Judgement(value, missing=missing if value is None else (), uses=uses)
    true = [item for item in found if item.value]
    starts, ends = [item.since for item in true], [item.until for item in true]
    since = None if None in starts else min(day for day in starts if day is not None)
    until = None if None in ends else max(day for day in ends if day is not None)
    return Judgement(True, _records(true), since, until, uses=tuple([use for item in true for use in item.uses]))


def _records(found: Sequence[Judgement]) -> tuple[str, ...]:
    if len(found) == 1:
        return found[0].records
    return tuple(sorted({id for item in found for id in item.records}))


def _leaf(condition: Condition, view: View) -> Judgement:
    match condition:
        case OnList():
            return _on_list(condition, view)
        case HeldBy():
            return _held_by(condition, view)
        case InFields():
            return _in_fields(condition, view)
        case AfterExit():
            return _after_exit(condition, view)
        case CleanFor():
            clean = view.situation.clean[str(condition.period)]
            return Judgement(clean.value, missing=clean.missing, uses=clean.records)
        case Compare():
            return _compare(condition, view)
        case CountRecords():
            return _count(condition, view)
        case HasRelation():
            return _has_relation(condition, view)
    raise AssertionError(condition)


def _listed(lists: Sequence[str], listed: str, view: View) -> list[RecordState]:
    return [
        state
        for state in view.situation.by_subject.get(listed, ())
        if state.list.id in lists and state.status != "annulled" and view.reads(state)
    ]


def _on_list(condition: OnList, view: View) -> Judgement:
    """No record in the case is false, never unknown: lists are asked for records (S16)."""
    states = _listed(condition.lists, view.candidate.listed, view)
    return _any([record_counts(state, view, condition.grades, condition.where, judge) for state in states])


def _held_by(condition: HeldBy, view: View) -> Judgement:
    """A listed person in a role of the bearer; none is false only if the inquiry covers roles and persons (S12)."""
    bearer, situation = view.candidate.bearer, view.situation
    found: list[Judgement] = []
    holders: set[str] = set()
    for relation in situation.relations:
        if relation.of != bearer or relation.role not in condition.roles or not view.admits(relation):
            continue
        if condition.at != "as-of" or (
            relation.since <= situation.as_of and (relation.until is None or situation.as_of < relation.until)
        ):
            holders.add(relation.id)
        for state in _listed(condition.lists, relation.id, view):
            counts = record_counts(state, view, condition.grades, condition.where, judge, relations=False)
            value, missing = held_on(relation, condition.at, state, view)
            both = all_of((counts.value, value))
            uses = (state.id, relation.id)
            if both:
                since = max(counts.since or relation.since, relation.since)
                found.append(Judgement(True, counts.records, since, counts.until, uses=uses))
            else:
                found.append(Judgement(both, missing=(*counts.missing, *missing) if both is None else (), uses=uses))
    listed = _any(found)
    if listed.value is not False:
        return listed
    missing = _uncovered(condition, holders, situation.inquiry)
    return Judgement(None, missing=missing) if missing else listed


def _uncovered(condition: HeldBy, holders: set[str], inquiry: Inquiry | None) -> tuple[Missing, ...]:
    """What an inquiry would still have to cover for "nobody found" to be knowledge: roles, persons, registers."""
    roles = [role for role in condition.roles if inquiry is None or role not in inquiry.roles]
    persons = sorted(holders - set(inquiry.records_of if inquiry else ()))
    lists = [code for code in condition.lists if inquiry is not None and not {"*", code} & set(inquiry.registers)]
    parts = [f"inquiry.roles({'、'.join(roles)})"] if roles else []
    parts += [f"inquiry.records_of({id})" for id in persons]
    parts += [f"inquiry.registers({'、'.join(lists)})"] if lists else []
    return (Missing("、".join(parts), "inquiry"),) if parts else ()


def _in_fields(condition: InFields, view: View) -> Judgement:
    """Fields with distinct conduct of an enterprise; what may count makes a range (S19)."""
    kind = view.situation.party(view.candidate.listed).kind
    states = _listed(condition.lists, view.candidate.listed, view) if kind in ("enterprise", None) else []
    judged = [(state, record_counts(state, view, (), None, judge)) for state in states]
    sure = [state for state, found in judged if found.value]
    possible = [state for state, found in judged if found.value is not False]
    value = _within(condition.bounds, fields(sure)[0], fields(possible)[1])
    if value is not False and kind is None:
        return Judgement(None, missing=(Missing(f"{view.candidate.listed}.kind", "kind"),))
    uses = tuple(state.id for state in possible)
    if value is None:
        doubts = tuple(item for _, found in judged for item in found.missing)
        bare = tuple(Missing(f"{state.id}.conduct", "missing-fact") for state in possible if not state.dated)
        return Judgement(None, missing=(*doubts, *bare), uses=uses)
    if not value:
        return Judgement(False, uses=uses)
    since, until = _holds_between(condition.bounds, [(state, found) for state, found in judged if found.value])
    return Judgement(True, uses, since, until, uses=uses)


def _holds_between(
    bounds: Sequence[Bound], counted: list[tuple[RecordState, Judgement]]
) -> tuple[date | None, date | None]:
    """From which day on enough fields count together, and the first day on which they no longer do."""

    def enough(states: list[RecordState]) -> bool:
        return bool(_within(bounds, fields(states)[0], fields(states)[0]))

    starts = sorted({found.since for _, found in counted if found.since is not None})
    ends = sorted({found.until for _, found in counted if found.until is not None})
    since = next((d for d in starts if enough([s for s, f in counted if f.since is None or f.since <= d])), None)
    until = next((d for d in ends if not enough([s for s, f in counted if f.until is None or f.until > d])), None)
    return since, until


def _after_exit(condition: AfterExit, view: View) -> Judgement:
    """Monitored: it left by rectification, and the period that the authority set still runs (S10)."""
    as_of = view.situation.as_of
    found: list[Judgement] = []
    for state in _listed(condition.lists, view.candidate.listed, view):
        monitored = state.status == "delisted" and state.reaches and state.monitored_until is not None
        if not monitored or state.monitored_until is None or as_of >= state.monitored_until:
            continue
        held = concerns(state, view, judge)
        if held.value:
            found.append(Judgement(True, (state.id,), state.until, state.monitored_until, uses=(state.id,)))
        else:
            found.append(Judgement(held.value, missing=held.missing, uses=(state.id,)))
    return _any(found)


def _compare(condition: Compare, view: View) -> Judgement:
    """A fact of the subject, the record, the relation or the context; absent is unknown (S16)."""
    comparison = condition.comparison
    match comparison.scope:
        case "record":
            facts = view.record.record.facts if view.record else {}
            place = f"{view.record.id}.facts.{comparison.fact}" if view.record else comparison.name
        case "relation":
            facts = view.relation.facts if view.relation else {}
            place = f"relation({view.relation.id}).facts.{comparison.fact}" if view.relation else comparison.name
        case "context":
            facts, place = view.situation.context_facts, f"context.facts.{comparison.fact}"
        case _:
            holder = view.candidate.listed if view.candidate.spec.roles else view.candidate.bearer
            facts, place = view.situation.party(holder).facts, comparison.name
    value = comparison.test(facts.get(comparison.fact))
    missing = (Missing(place, "missing-fact"),) if value is None else ()
    return Judgement(value, missing=missing, uses=(place,))


def _count(condition: CountRecords, view: View) -> Judgement:
    """Records decided in the window, whatever became of them, save annulled and pending ones (S5)."""
    as_of = view.situation.as_of
    first = days_back(as_of, condition.within)
    states = [
        state
        for state in _listed(condition.lists, view.candidate.listed, view)
        if state.in_history and state.reaches and first <= state.record.decided_on <= as_of
    ]
    judged = [(state, _counted(state, condition, view)) for state in states]
    states = [state for state, held in judged if held.value is not False]
    settle = [(state, _doubts(state, held)) for state, held in judged if held.value is not False]
    sure = [state for state, doubts in settle if not doubts]
    low, high = _size(condition.distinct, sure)[0], _size(condition.distinct, states)[1]
    value = _within(condition.bounds, low, high)
    uses = tuple(state.id for state in states)
    if value is None:
        doubts = tuple(item for _, items in settle for item in items)
        bare = tuple(
            Missing(f"{state.id}.conduct", "missing-fact")
            for state in states
            if condition.distinct == "conduct" and not state.dated
        )
        return Judgement(None, missing=(*doubts, *bare), uses=uses)
    if not value:
        return Judgement(False, uses=uses)
    records = tuple(state.id for state in sure)
    since, until = _counts_between(condition, sure)
    return Judgement(True, records, since, until, uses=uses)


def _counted(state: RecordState, condition: CountRecords, view: View) -> Judgement:
    """Whether a record is of those to be counted, and the bearer's to answer for."""
    parts = [concerns(state, view, judge)]
    if condition.grades:
        value = None if state.grade is None else state.grade in condition.grades
        settle = (Missing(f"{state.id}.grade", "missing-fact"),) if value is None else ()
        parts.append(Judgement(value, missing=settle))
    if condition.where is not None:
        parts.append(judge(condition.where, view.about(record=state)))
    value = all_of(part.value for part in parts)
    missing = tuple(item for part in parts if part.value is None for item in part.missing)
    return Judgement(value, missing=missing if value is None else ())


def _counts_between(condition: CountRecords, states: list[RecordState]) -> tuple[date | None, date | None]:
    """Since when the window holds enough of the records, and the first day on which it no longer does."""

    def enough(counted: list[RecordState]) -> bool:
        low = _size(condition.distinct, counted)[0]
        return bool(_within(condition.bounds, low, low))

    left = {state.id: corresponding_day(state.record.decided_on, condition.within) for state in states}
    starts = sorted({state.effect for state in states if state.effect is not None})
    since = next((d for d in starts if enough([s for s in states if s.effect is not None and s.effect <= d])), None)
    until = next((d for d in sorted(set(left.values())) if not enough([s for s in states if left[s.id] > d])), None)
    return since, until


def _size(distinct: str, states: list[RecordState]) -> tuple[int, int]:
    """The least and the greatest number of records, conducts or fields."""
    if distinct == "conduct":
        return conducts(states)
    number = len({state.list.field for state in states}) if distinct == "field" else len(states)
    return number, number


def _doubts(state: RecordState, held: Judgement) -> tuple[Missing, ...]:
    """Why a record of the past may not count: an unproven procedure, old data, or a role or age not known."""
    own = (state.doubt,) if state.doubt is not None and state.doubt.reason in ("procedure", "stale-record") else ()
    return (*own, *held.missing)


def _has_relation(condition: HasRelation, view: View) -> Judgement:
    """Somebody holds a role in the bearer on the as-of day; none in the case is false (S16)."""
    situation = view.situation
    found: list[Judgement] = []
    for relation in situation.relations:
        if relation.of != view.candidate.bearer or relation.role not in condition.roles or not view.admits(relation):
            continue
        if not (relation.since <= situation.as_of and (relation.until is None or situation.as_of < relation.until)):
            continue
        where = Judgement(True) if condition.where is None else judge(condition.where, view.about(relation=relation))
        found.append(Judgement(where.value, missing=where.missing, uses=(relation.id,)))
    return _any(found)


def _within(bounds: Sequence[Bound], low: int, high: int) -> Truth:
    """A count known as a range, compared: sure only where both ends agree (S16)."""
    results: list[Truth] = []
    for key, bound in bounds:
        ends = OPERATORS[key].test(low, bound), OPERATORS[key].test(high, bound)
        results.append(ends[0] if ends[0] == ends[1] else None)
    return all_of(results)
