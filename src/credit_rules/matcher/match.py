"""Every measure in force, judged for every possible bearer: the specification of what an evaluator answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..case.model import Relation
from ..plan.model import BearerSpec, PackInfo, Plan, Rule
from ..plan.results import READINGS, Missing, RuleResult, Used
from ..registry.places import applies
from ..registry.truth import Truth, all_of
from ..registry.vocabulary import in_force
from ..situation.model import Situation
from .judge import judge
from .records import reckon
from .unit import Unit, unit_of
from .view import Candidate, Judgement, View

Bearing = tuple[int, str, str]
"""A seat of a unit, who sits in it and who is listed."""

FALSE = Judgement(False)


def match(plan: Plan, situation: Situation, every: bool = False) -> tuple[RuleResult, ...]:
    """Hit, miss or undetermined for each measure and possible bearer, in the plan's order.

    Measures that need a record on a list that the case has no record of are left out, for they can only be misses;
    with ``every`` they are judged too. Those that are judged alike are judged once.
    """
    judged: dict[int, list[RuleResult]] = {}
    found: list[RuleResult] = []
    numbers = range(len(plan.rules))
    asked = _with_units(in_force_here(numbers, plan, situation), plan) if every else _called_for(plan, situation)
    for number, unit in asked:
        results = judged.get(unit.number)
        if results is None:
            results = judged[unit.number] = list(judge_unit(unit, plan, situation))
        for result in results:
            found.append(RuleResult(number, *result[1:]))
    return tuple(found)


def in_reach(pack: PackInfo, situation: Situation, plan: Plan) -> bool:
    """Whether a document applies on the day and in the place decided for (S2, S3)."""
    here = applies(pack.place, situation.region, plan.vocabulary.renumbered)
    return here and in_force(situation.as_of, pack.from_, pack.until)


def applicable(rule: Rule, plan: Plan, situation: Situation) -> bool:
    """Whether the measure is in force on the day and in the place decided for."""
    return in_force(situation.as_of, rule.from_, rule.until) and in_reach(plan.pack[rule.pack], situation, plan)


def _called_for(plan: Plan, situation: Situation) -> tuple[tuple[int, Unit], ...]:
    """The measures in force that the case's lists call for, with those that no list does, in the plan's order."""
    lists = frozenset([state.list.id for state in situation.records])
    known = plan.known_of(situation.as_of, situation.region)
    key = ("called-for", lists)
    if key not in known:
        numbers = {*plan.always, *(number for code in lists for number in plan.by_list.get(code, ()))}
        known[key] = _with_units(in_force_here(sorted(numbers), plan, situation), plan)
    found: tuple[tuple[int, Unit], ...] = known[key]
    return found


def _with_units(numbers: Iterable[int], plan: Plan) -> tuple[tuple[int, Unit], ...]:
    return tuple([(number, unit_of(number, plan)) for number in numbers])


def in_force_here(numbers: Iterable[int], plan: Plan, situation: Situation) -> tuple[int, ...]:
    """Those of the measures that are in force on the day and in the place decided for."""
    reached = {pack.id for pack in plan.packs if in_reach(pack, situation, plan)}
    day = situation.as_of
    return tuple(
        number
        for number in numbers
        if plan.ids[number].partition("/")[0] in reached
        and in_force(day, plan.rules[number].from_, plan.rules[number].until)
    )


def candidates(rule: Rule, situation: Situation) -> Iterator[Candidate]:
    """The possible bearers (S11): the case's subject by its own listing, or by a role in a listed unit; and persons
    in roles of the subject, because of the subject's records. One that is deceased or deregistered bears nothing."""
    for spec in rule.bearers:
        yield from holders(spec, situation)


def holders(spec: BearerSpec, situation: Situation) -> tuple[Candidate, ...]:
    """Those who may bear a measure as one of its bearers says, the same for every measure that says so."""
    memo, key = situation.memo, ("holders", spec)
    if key not in memo:
        subject = situation.subject
        pairs: dict[tuple[str, str], list[Relation]] = {} if spec.roles else {(subject, subject): []}
        for relation in situation.relations if spec.roles else ():
            if relation.role in spec.roles and subject in (relation.id, relation.of) and relation.of is not None:
                pairs.setdefault((relation.id, relation.of), []).append(relation)
        memo[key] = tuple(
            Candidate(bearer, listed, spec, tuple(relations))
            for (bearer, listed), relations in sorted(pairs.items())
            if situation.party(bearer).status == "active"
        )
    found: tuple[Candidate, ...] = memo[key]
    return found


def judge_unit(unit: Unit, plan: Plan, situation: Situation) -> Iterator[RuleResult]:
    """The unit's own measure judged for each possible bearer."""
    for spec, seat in unit.seats:
        for candidate in holders(spec, situation):
            yield _judged(unit, candidate, (seat, candidate.bearer, candidate.listed), plan, situation)


def _judged(unit: Unit, candidate: Candidate, bearing: Bearing, plan: Plan, situation: Situation) -> RuleResult:
    rule = unit.rule
    view = View(plan, situation, rule, candidate, "all", [], (*bearing, "all"))
    told = _whole(rule, view)
    value = told.value
    readings: tuple[Truth, Truth, Truth] = (value, False, False)
    unopposed: Truth = False
    if value and situation.uncontested:
        readings, unopposed = (True, True, True), True
    elif value:
        told, view, readings, unopposed = _read(told, view, bearing)
    return RuleResult(
        rule=unit.number,
        bearer=candidate.bearer,
        roles=_roles(rule, candidate, told.records, view),
        listed=candidate.listed,
        readings=readings,
        unopposed=unopposed,
        records=told.records,
        since=told.since,
        until=told.until,
        missing=tuple(dict.fromkeys(told.missing)) if value is None else (),
        used=tuple(dict.fromkeys(view.used)),
    )


def _read(told: Judgement, view: View, bearing: Bearing) -> tuple[Judgement, View, tuple[Truth, Truth, Truth], Truth]:
    """The other readings of what is true with all records: the strictest true one tells of it."""
    rule, readings = view.rule, [told.value]
    for reading in READINGS[1:]:
        stricter = view._replace(reading=reading, used=[], bearing=(*bearing, reading))
        found = _whole(rule, stricter)
        readings.append(found.value)
        if not found.value:
            break
        told, view = found, stricter
    readings += [False] * (len(READINGS) - len(readings))
    unopposed = readings[2]
    if view.situation.contested:
        unopposed = _whole(rule, view._replace(reading="unopposed", used=[], bearing=(*bearing, "unopposed"))).value
    return told, view, (readings[0], readings[1], readings[2]), unopposed


def _roles(rule: Rule, candidate: Candidate, records: tuple[str, ...], view: View) -> tuple[str, ...]:
    """As what it bears: the roles that make it answer for the records; a unit that is only affected says so (S12)."""
    if not candidate.relations:
        return ("affected-unit",) if rule.reverse else ("subject",)
    states = [view.situation.record[id] for id in records]
    held = {
        relation.role
        for relation in candidate.relations
        if view.admits(relation) and any(reckon(relation, state, view, judge).value for state in states)
    }
    return tuple(sorted(held or {relation.role for relation in candidate.relations}))


def _whole(rule: Rule, view: View) -> Judgement:
    """The condition together with the kinds of the listed and of the bearer; no punishment without a record (S1)."""
    if not rule.listed_kinds and not rule.bearer_kinds:
        return _by_record(rule, judge(rule.condition, view))
    parts: list[Judgement] = []
    for id, kinds, text in (
        (view.candidate.listed, rule.listed_kinds, "主体类型符合"),
        (view.candidate.bearer, rule.bearer_kinds, "承受人类型符合"),
    ):
        if kinds:
            part, used = _kind(id, kinds, text, view.situation)
            view.used.append(used)
            parts.append(part)
    if FALSE in parts:
        return FALSE
    condition = _by_record(rule, judge(rule.condition, view))
    if condition.value is False:
        return condition
    value = all_of([condition.value, *[part.value for part in parts]])
    if value:
        return condition
    missing = (*condition.missing, *(item for part in parts for item in part.missing)) if value is None else ()
    return Judgement(value, missing=missing)


def _by_record(rule: Rule, condition: Judgement) -> Judgement:
    """The condition; for a punishment false where it asks for no record, or holds without one."""
    if rule.direction == "punishment" and (not rule.listed or (condition.value and not condition.records)):
        return FALSE
    return condition


def _kind(id: str, kinds: tuple[str, ...], text: str, situation: Situation) -> tuple[Judgement, Used]:
    key = ("kind", id, kinds, text)
    if key not in situation.memo:
        kind = situation.party(id).kind
        value: Truth = None if kind is None else kind in kinds
        missing = (Missing(f"{id}.kind", "kind"),) if kind is None else ()
        situation.memo[key] = Judgement(value, missing=missing), Used(text, value, (id,))
    found: tuple[Judgement, Used] = situation.memo[key]
    return found
