"""Every measure in force, judged for every possible bearer: the specification of what an evaluator answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..case.model import Relation
from ..plan.model import PackInfo, Plan, Rule
from ..plan.results import READINGS, Missing, Reading, RuleResult, Used
from ..registry.places import applies
from ..registry.truth import Truth, all_of
from ..registry.vocabulary import in_force
from ..situation.model import Situation
from .judge import judge
from .records import reckon
from .unit import traits_of, unit_of
from .view import Candidate, Judgement, View


def match(plan: Plan, situation: Situation, every: bool = False) -> tuple[RuleResult, ...]:
    """Hit, miss or undetermined for each measure and possible bearer, in the plan's order.

    Measures that need a record on a list that the case has no record of are left out, for they can only be misses;
    with ``every`` they are judged too. Those that are judged alike are judged once.
    """
    alike: dict[int, list[RuleResult]] = {}
    found: list[RuleResult] = []
    numbers = _in_force(range(len(plan.rules)), plan, situation) if every else _called_for(plan, situation)
    for number in numbers:
        unit = unit_of(number, plan)
        if unit not in alike:
            rule = plan.rules[number]
            alike[unit] = [_judged(number, rule, one, plan, situation) for one in candidates(rule, situation)]
        found.extend([RuleResult(number, *result[1:]) for result in alike[unit]])
    return tuple(found)


def in_reach(pack: PackInfo, situation: Situation, plan: Plan) -> bool:
    """Whether a document applies on the day and in the place decided for (S2, S3)."""
    here = applies(pack.place, situation.region, plan.vocabulary.renumbered)
    return here and in_force(situation.as_of, pack.from_, pack.until)


def applicable(rule: Rule, plan: Plan, situation: Situation) -> bool:
    """Whether the measure is in force on the day and in the place decided for."""
    return in_force(situation.as_of, rule.from_, rule.until) and in_reach(plan.pack[rule.pack], situation, plan)


def _called_for(plan: Plan, situation: Situation) -> tuple[int, ...]:
    """The measures in force that the case's lists call for, with those that no list does, in the plan's order."""
    lists = frozenset(state.list.id for state in situation.records)
    known = plan.known_of(situation.as_of, situation.region)
    key = ("called-for", lists)
    if key not in known:
        numbers = {*plan.always, *(number for code in lists for number in plan.by_list.get(code, ()))}
        known[key] = _in_force(sorted(numbers), plan, situation)
    found: tuple[int, ...] = known[key]
    return found


def _in_force(numbers: Iterable[int], plan: Plan, situation: Situation) -> tuple[int, ...]:
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
    subject = situation.subject
    for spec in rule.bearers:
        if not spec.roles:
            pairs: dict[tuple[str, str], list[Relation]] = {(subject, subject): []}
        else:
            pairs = {}
            for relation in situation.relations:
                if relation.role in spec.roles and subject in (relation.id, relation.of) and relation.of is not None:
                    pairs.setdefault((relation.id, relation.of), []).append(relation)
        for (bearer, listed), relations in sorted(pairs.items()):
            if situation.party(bearer).status == "active":
                yield Candidate(bearer, listed, spec, tuple(relations))


def _judged(number: int, rule: Rule, candidate: Candidate, plan: Plan, situation: Situation) -> RuleResult:
    readings: list[Truth] = []
    told: tuple[Judgement, list[Used], Reading] | None = None
    bears = (*traits_of(rule), candidate.spec, candidate.bearer, candidate.listed)
    bearing = situation.memo.setdefault(("bearing", bears), len(situation.memo))
    for reading in READINGS[:1] if situation.uncontested else READINGS:
        view = View(plan, situation, rule, candidate, reading, [], (bearing, reading))
        found = _whole(rule, view)
        readings.append(found.value)
        if told is None or found.value:
            told = (found, view.used, reading)
        if not found.value:
            break
    assert told is not None
    judgement, used, reading = told
    alike = bool(situation.uncontested and readings[0])
    readings += [alike] * (len(READINGS) - len(readings))
    unopposed = readings[2]
    if readings[0] and situation.contested:
        unopposed = _whole(rule, View(plan, situation, rule, candidate, "unopposed", [], (bearing, "unopposed"))).value
    return RuleResult(
        rule=number,
        bearer=candidate.bearer,
        roles=_roles(rule, candidate, judgement.records, View(plan, situation, rule, candidate, reading, [], ())),
        listed=candidate.listed,
        readings=(readings[0], readings[1], readings[2]),
        unopposed=unopposed,
        records=judgement.records,
        since=judgement.since,
        until=judgement.until,
        missing=tuple(dict.fromkeys(judgement.missing)) if readings[0] is None else (),
        used=tuple(dict.fromkeys(used)),
    )


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
    parts = [
        _kind(view.candidate.listed, rule.listed_kinds, "主体类型符合", view),
        _kind(view.candidate.bearer, rule.bearer_kinds, "承受人类型符合", view),
    ]
    if any(part.value is False for part in parts):
        return Judgement(False)
    condition = _by_record(rule, judge(rule.condition, view))
    if condition.value is False:
        return condition
    value = all_of((condition.value, *(part.value for part in parts)))
    if value:
        return condition
    missing = (*condition.missing, *(item for part in parts for item in part.missing)) if value is None else ()
    return Judgement(value, missing=missing)


def _by_record(rule: Rule, condition: Judgement) -> Judgement:
    """The condition; for a punishment false where it asks for no record, or holds without one."""
    if rule.direction == "punishment" and (not rule.listed or (condition.value and not condition.records)):
        return Judgement(False)
    return condition


def _kind(id: str, kinds: tuple[str, ...], text: str, view: View) -> Judgement:
    if not kinds:
        return Judgement(True)
    kind = view.situation.party(id).kind
    value: Truth = None if kind is None else kind in kinds
    view.used.append(Used(text, value, (id,)))
    return Judgement(value, missing=(Missing(f"{id}.kind", "kind"),) if kind is None else ())
