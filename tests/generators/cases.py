"""Valid cases: whatever the contract allows, small, and mostly about one measure of the plan."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from credit_rules.plan.model import Plan, Rule
from credit_rules.registry.vocabulary import in_force
from credit_rules.source.days import parse_day

from .facts import facts_of
from .lives import records, shifted
from .people import BY_ID, PERSONS, TURNS, UNITS, Person, Plain, described

_ANCHORS = (*TURNS, "2017-06-01", "2018-05-10", "2019-04-30", "2021-08-01", "2022-02-28", "2024-03-01")
_SUBJECTS = (UNITS[0], UNITS[0], PERSONS[0], PERSONS[0], *UNITS[1:], *PERSONS[1:])
_STATUSES = st.sampled_from((*["active"] * 9, "gone"))
_AHEAD = st.sampled_from((20, 0, 0, 1, -1, 21, 22, 60, 60, 200, 1000))
_KNOWN = st.sampled_from((None, None, None, None, 0, -100, 100, 1000))
_COIN = st.booleans()
_MOSTLY = st.sampled_from((True, True, True, True, False))
_FEW = st.sampled_from((1, 0, 1, 2, 3))
_ONE_OR_MORE = st.sampled_from((2, 1, 1, 2, 3, 4))
_ON_THE_DAY = st.sampled_from((0, 100, 800, 2000))


class Theme(NamedTuple):
    """What a case is mostly about: lists, roles, kinds and region that a measure of the plan asks for."""

    rule: Rule
    lists: tuple[str, ...]
    roles: tuple[str, ...]
    region: str


@st.composite
def cases(draw: st.DrawFn, plan: Plan) -> Plain:
    """A case that the plan's registry resolves: any subject, relations, records with their lives, inquiry and days."""
    words = plan.vocabulary
    theme = _theme(plan, draw(st.sampled_from(plan.rules)))
    days = [day for day in _ANCHORS if in_force(parse_day(day), theme.rule.from_, theme.rule.until)]
    anchor = draw(st.sampled_from(days if days and draw(_MOSTLY) else _ANCHORS))
    subject = draw(st.sampled_from(_fitting(theme.rule) if draw(_MOSTLY) else _SUBJECTS))
    relations = [draw(_relations(subject, anchor, theme, plan)) for _ in range(draw(_FEW))]
    people = _named(subject, relations)
    found = []
    for number in range(draw(_ONE_OR_MORE)):
        code = draw(st.sampled_from(theme.lists if draw(_MOSTLY) else tuple(words.list)))
        record = draw(records(number, words.list[code], anchor, words))
        holder = draw(
            st.sampled_from([*people, *people, subject.id] if theme.rule.reverse else [subject.id] * 4 + people)
        )
        if holder != subject.id:
            record["subject"] = holder
        found.append(record)
    for relation in relations:
        if draw(_COIN):
            relation["responsible_for"] = [record["id"] for record in found if draw(_MOSTLY)]
    case: Plain = {
        "subject": described(subject, **_person(draw, subject, plan)),
        "relations": relations,
        "parties": [
            described(BY_ID[id], **_person(draw, BY_ID[id], plan)) for id in people if BY_ID[id].id_type or draw(_COIN)
        ],
        "records": found,
        "context": _context(draw, anchor, theme, plan),
    }
    if draw(_COIN):
        case["inquiry"] = _inquiry(draw, subject.id, people, anchor, plan)
    return case


def _theme(plan: Plan, rule: Rule) -> Theme:
    asked = [rule.condition]
    lists: list[str] = []
    roles = [role for spec in rule.bearers for role in spec.roles]
    for number in asked:
        condition = plan.conditions[number]
        asked.extend(getattr(condition, "parts", ()))
        lists.extend(getattr(condition, "lists", ()))
        roles.extend(getattr(condition, "roles", ()))
    place = plan.pack[rule.pack].place
    return Theme(
        rule,
        tuple(dict.fromkeys(lists)) or tuple(plan.vocabulary.list),
        tuple(dict.fromkeys(roles)) or tuple(plan.vocabulary.roles),
        place if place != "000000" else max(plan.vocabulary.places),
    )


def _fitting(rule: Rule) -> tuple[Person, ...]:
    """Subjects of the kinds that the measure asks for."""
    kinds = (rule.listed_kinds, rule.bearer_kinds if not rule.bearers[0].roles else ("enterprise",))
    found = tuple(person for person in _SUBJECTS if all(not wanted or person.kind in wanted for wanted in kinds))
    return found or _SUBJECTS


def _person(draw: st.DrawFn, person: Person, plan: Plan) -> Plain:
    plain: Plain = {"facts": draw(facts_of(plan.vocabulary, "subject"))}
    if draw(_STATUSES) == "gone":
        plain["status"] = "deceased" if person.kind == "natural-person" else "deregistered"
    if person.id_type is not None and draw(_COIN):
        plain["birth_date"] = "1990-10-10"
    return plain


@st.composite
def _relations(draw: st.DrawFn, subject: Person, anchor: str, theme: Theme, plan: Plan) -> Plain:
    """Somebody in a role of the subject, or the subject in a role of some unit."""
    holder = draw(st.sampled_from([person for person in PERSONS if person != subject]))
    unit = subject
    if subject.kind == "natural-person":
        holder, unit = subject, draw(st.sampled_from(UNITS[:2]))
    since = shifted(anchor, -draw(_ON_THE_DAY))
    relation: Plain = {
        "id": holder.id,
        "kind": holder.kind,
        "role": draw(st.sampled_from(theme.roles if draw(_MOSTLY) else tuple(plan.vocabulary.roles))),
        "of": unit.id,
        "since": since,
        "facts": draw(facts_of(plan.vocabulary, "relation")),
    }
    if draw(_COIN):
        relation["until"] = shifted(since, draw(st.sampled_from((801, 0, 99, 3000))))
    if not draw(_MOSTLY):
        relation["status"] = "disputed"
    if not draw(_MOSTLY):
        relation["recorded_on"] = shifted(since, 50)
    return relation


def _named(subject: Person, relations: list[Plain]) -> list[str]:
    """Everybody whom the relations name, beside the subject."""
    ids = [relation[end] for relation in relations for end in ("id", "of")]
    return [id for id in dict.fromkeys(ids) if id != subject.id]


def _inquiry(draw: st.DrawFn, subject: str, people: list[str], anchor: str, plan: Plan) -> Plain:
    whole = draw(_COIN)
    inquiry: Plain = {
        "records_of": [id for id in (subject, *people) if whole or draw(_COIN)],
        "roles": [role for role in plan.vocabulary.roles if whole or draw(_COIN)],
        "from": shifted(anchor, -draw(st.sampled_from((4000, 1200, 400)))),
        "until": shifted(anchor, draw(st.sampled_from((2000, 0, 30)))),
    }
    if not whole:
        lists = list(plan.vocabulary.list)
        inquiry["registers"] = ["*"] if draw(_COIN) else lists[: draw(st.integers(1, len(lists)))]
    return inquiry


def _context(draw: st.DrawFn, anchor: str, theme: Theme, plan: Plan) -> Plain:
    as_of = shifted(anchor, draw(_AHEAD))
    context: Plain = {"as_of": as_of, "facts": draw(facts_of(plan.vocabulary, "context"))}
    places = [place for place in plan.vocabulary.places if place != "000000"]
    region = theme.region if draw(_MOSTLY) else draw(st.sampled_from([*places, None]))
    if region is not None:
        context["region"] = region
    matters = theme.rule.matters if theme.rule.matters and draw(_MOSTLY) else tuple(plan.vocabulary.matters)
    matter = draw(st.sampled_from([*matters, None]))
    if matter is not None:
        context["matter"] = matter
    known = draw(_KNOWN)
    if known is not None:
        context["known_at"] = shifted(as_of, known)
    return context
