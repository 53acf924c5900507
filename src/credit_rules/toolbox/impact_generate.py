"""A population where none is given: invented subjects, each made around one measure of the rules.

Every other subject is made for a measure that changes, if one does; the rest go through all measures in turn. Most are
made so that the condition holds, often just at a bound; some so that it just does not. Then life happens to them: other
records, objections, repairs, exits, facts that nobody stated. The same rules, number and seed give the same subjects.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from math import gcd
from typing import Any

from ..plan.model import BearerSpec, Plan, Rule
from ..registry.places import NATIONWIDE
from ..source.rows import NamedTuple
from ..source.values import Kind
from .impact_draw import Draw
from .impact_meet import Making
from .impact_people import UNITS, Plain
from .impact_values import any_value

_YEARS = 4 * 365
_HELD = timedelta(days=4000)
_REGION = "360300"


class Theme(NamedTuple):
    """A measure in the plan of its side."""

    plan: Plan
    rule: Rule


class Population:
    """The subjects of a seed; ``changed`` are the measures that differ between the sides."""

    def __init__(self, old: Plan, new: Plan, changed: Collection[str], seed: int, as_of: date | None = None):
        gone = [Theme(old, rule) for rule in old.rules if rule.id not in new.number]
        every = [*(Theme(new, rule) for rule in new.rules), *gone]
        before = [Theme(old, old.rules[old.number[id]]) for id in sorted(changed) if id in old.number]
        after = [Theme(new, new.rules[new.number[id]]) for id in sorted(changed) if id in new.number]
        self._every = every
        self._changed = [*before, *after]
        self._seed, self._as_of = seed, as_of
        self._steps = {len(themes): _step(len(themes)) for themes in (self._every, self._changed)}

    def __bool__(self) -> bool:
        return bool(self._every)

    def subject(self, number: int) -> Plain:
        """The case of a subject, counted from 1."""
        draw = Draw(self._seed, number)
        themes = self._changed if self._changed and number % 2 else self._every
        turn = number // 2 if self._changed else number
        theme = themes[turn * self._steps[len(themes)] % len(themes)]
        return _case(number, theme, draw, self._as_of)


def _step(size: int) -> int:
    """How far to go on at a time so that all are met, and neighbours far apart."""
    step = max(1, int(size * 0.618))
    while size and gcd(step, size) != 1:
        step += 1
    return step


def _case(number: int, theme: Theme, draw: Draw, as_of: date | None) -> Plain:
    rule, plan = theme.rule, theme.plan
    spec = draw.one(rule.bearers)
    day = as_of or _day(rule, draw)
    making = Making(number, _kinds(rule, spec, draw), day, _region(rule, plan, draw), plan, draw)
    bearer = _bearer(making, rule, spec)
    making.meet(rule.condition, draw.chance(80))
    if spec.roles:
        _answer(making, spec, bearer)
    _block(making, theme, draw)
    _live(making, plan, draw)
    return _plain(making, rule, bearer, draw)


def _day(rule: Rule, draw: Draw) -> date:
    """A day on which the measure is in force."""
    last = min(rule.until or date.max, rule.from_ + timedelta(days=_YEARS)) - timedelta(days=1)
    return rule.from_ + timedelta(days=draw.below(max(1, (last - rule.from_).days + 1)))


def _region(rule: Rule, plan: Plan, draw: Draw) -> str | None:
    place = plan.pack[rule.pack].place
    if place != NATIONWIDE and not draw.chance(5):
        return place
    known = [code for code in sorted(plan.vocabulary.places) if code != NATIONWIDE]
    return draw.one(known) if known else _REGION


def _kinds(rule: Rule, spec: BearerSpec, draw: Draw) -> tuple[Kind, Kind]:
    """The kind of the listed one and of the bearer, mostly such as the measure asks for."""
    listed = list(rule.listed_kinds)
    if not spec.roles and rule.bearer_kinds:
        listed = [kind for kind in rule.bearer_kinds if not listed or kind in listed]
    if spec.roles:
        listed = [kind for kind in listed or UNITS if kind != "natural-person"] or list(UNITS)
    usual: tuple[Kind, ...] = ("enterprise", "enterprise", "natural-person") if not spec.roles else ("enterprise",)
    unit = draw.one(listed if listed and (rule.listed_kinds or rule.bearer_kinds) else usual)
    return unit, draw.one(rule.bearer_kinds or ("natural-person",)) if spec.roles else unit


def _bearer(making: Making, rule: Rule, spec: BearerSpec) -> Plain:
    """Who is meant to bear the measure: the subject, or somebody in a role of it, of whom the case may be as well."""
    if not spec.roles:
        return making.subject
    person = making.add_party(making.draw.one(rule.bearer_kinds or ("natural-person",)))
    if making.draw.chance(30):  # the case is about the person, and the unit is a party
        making.parties[0], making.parties[1] = making.parties[1], making.parties[0]
        making.subject = person
    return person


def _answer(making: Making, spec: BearerSpec, bearer: Plain) -> None:
    """The role that makes the bearer answer, and for which records."""
    draw = making.draw
    relation = making.add_relation(bearer, making.listed, draw.one(spec.roles), making.as_of - _HELD)
    _held(making, relation, draw)
    if draw.chance(85):
        records = [each["id"] for each in making.records if each.get("subject", making.subject["id"]) != bearer["id"]]
        relation["responsible_for"] = records if draw.chance(85) else []
    if spec.when is not None:
        making.meet(spec.when, draw.chance(80), None, relation)


def _held(making: Making, relation: Plain, draw: Draw) -> None:
    """When the role was held: mostly all along, else only at the conduct, only since then, or no longer."""
    if not making.records or draw.chance(60):
        return
    record = making.records[0]
    conduct, listed = (date.fromisoformat(day) for day in (record["conduct"]["until"], record["published_on"]))
    between = (conduct + timedelta(days=1 + draw.below((listed - conduct).days))).isoformat()
    match draw.below(3):
        case 0:
            relation["until"] = between
        case 1:
            relation["since"] = between
        case _:
            after = min(listed + timedelta(days=5), making.as_of)
            relation["until"] = after.isoformat()


def _block(making: Making, theme: Theme, draw: Draw) -> None:
    """What may withhold an incentive from its bearer (S17)."""
    if theme.rule.direction != "incentive" or not draw.chance(30):
        return
    serious = (entry.id for entry in theme.plan.vocabulary.lists if entry.class_ == "serious")
    lists = theme.rule.blocked_by or tuple(serious)
    if lists:
        entry = making.alive(lists)
        making.add_record(making.subject, entry, making.age(entry))


def _live(making: Making, plan: Plan, draw: Draw) -> None:
    """What else happens: other records, objections, repairs, exits; facts of records that nobody asked for."""
    lists = plan.vocabulary.lists
    if draw.chance(25):
        entry = draw.one(lists)
        making.add_record(making.listed, entry, making.age(entry))
    facts = [fact for fact in plan.vocabulary.facts if fact.scope == "record"]
    for record in making.records:
        if facts and draw.chance(20):
            fact = draw.one(facts)
            record["facts"].setdefault(fact.name, any_value(fact, draw))
        if draw.chance(5):
            record["tier"] = draw.one(("minor", "general", "serious"))
        if any(event["type"] == "delisted" for event in record.get("events", ())) or not draw.chance(30):
            continue
        first = date.fromisoformat(record["published_on"]) + timedelta(days=1)
        on = (first + timedelta(days=draw.below(max(1, (making.as_of - first).days)))).isoformat()
        record.setdefault("events", []).append({**_event(draw), "on": on})
    if draw.chance(10):
        stated = [each["facts"] for each in (*making.records, *making.parties) if each.get("facts")]
        if stated:
            facts_of = draw.one(stated)
            del facts_of[draw.one(sorted(facts_of))]


def _event(draw: Draw) -> Plain:
    events: tuple[Plain, ...] = (
        {"type": "verification-opened", "ground": "objection"},
        {"type": "verification-opened", "ground": "complaint"},
        {"type": "repair-approved", "effect": "reduce"},
        {"type": "repair-approved", "effect": "lift"},
        {"type": "delisted", "ground": "performed"},
        {"type": "stayed"},
    )
    return dict(draw.one(events))


def _plain(making: Making, rule: Rule, bearer: Plain, draw: Draw) -> Plain:
    subject, *others = making.parties
    asked = making.asked
    if draw.chance(60) or asked["records_of"] or asked["roles"]:
        persons = dict.fromkeys((*asked["records_of"], subject["id"], bearer["id"]))
        roles = dict.fromkeys((*asked["roles"], *(relation["role"] for relation in making.relations)))
        start = (making.as_of - timedelta(days=2000)).isoformat()
        window = {"from": start, "until": making.as_of.isoformat()}
        asked = {**window, **asked, "records_of": list(persons), "roles": list(roles)}
    else:
        asked = {}
    context: dict[str, Any] = {"as_of": making.as_of.isoformat(), "facts": making.context}
    if making.region is not None:
        context["region"] = making.region
    if rule.matters and draw.chance(50):
        context["matter"] = draw.one(rule.matters)
    case = {
        "subject": subject,
        "relations": making.relations,
        "parties": others,
        "records": making.records,
        "inquiry": asked,
        "context": context,
    }
    return {key: value for key, value in case.items() if value}
