"""Valid cases: whatever the contract allows, small and often to the point."""

from __future__ import annotations

from hypothesis import strategies as st

from credit_rules.plan.model import Plan

from .facts import facts_of
from .lives import records, shifted
from .people import BY_ID, PERSONS, TURNS, UNITS, Person, Plain, described

_ANCHORS = st.sampled_from((*TURNS, "2017-06-01", "2018-05-10", "2019-04-30", "2021-08-01", "2022-02-28", "2024-03-01"))
_SUBJECTS = st.sampled_from((UNITS[0], UNITS[0], UNITS[0], PERSONS[0], PERSONS[0], *UNITS[1:], *PERSONS[1:]))
_STATUSES = st.sampled_from((*["active"] * 7, "gone"))
_AHEAD = st.sampled_from((20, 0, 0, 1, -1, 21, 22, 60, 60, 200, 1000))
_KNOWN = st.sampled_from((None, None, None, None, 0, -100, 100, 1000))
_COIN = st.booleans()
_FEW = st.sampled_from((1, 0, 1, 2, 3))
_ONE_OR_MORE = st.sampled_from((2, 1, 1, 2, 3, 4))


@st.composite
def cases(draw: st.DrawFn, plan: Plan) -> Plain:
    """A case that the plan's registry resolves: any subject, relations, records with their lives, inquiry and days."""
    words = plan.vocabulary
    anchor = draw(_ANCHORS)
    subject = draw(_SUBJECTS)
    relations = [draw(_relations(subject, number, anchor, plan)) for number in range(draw(_FEW))]
    people = _named(subject, relations)
    listed = list(dict.fromkeys([subject.id, subject.id, *people]))
    lists = st.sampled_from(_lists(plan))
    found = []
    for number in range(draw(_ONE_OR_MORE)):
        record = draw(records(number, words.list[draw(lists)], anchor, words))
        holder = draw(st.sampled_from([subject.id, subject.id, *listed]))
        if holder != subject.id:
            record["subject"] = holder
        found.append(record)
    for relation in relations:
        if draw(_COIN):
            relation["responsible_for"] = [record["id"] for record in found if draw(_COIN)]
    case: Plain = {
        "subject": described(subject, **_person(draw, subject, plan)),
        "relations": relations,
        "parties": [described(BY_ID[id], **_person(draw, BY_ID[id], plan)) for id in people if BY_ID[id].id_type or draw(_COIN)],
        "records": found,
        "context": _context(draw, anchor, plan),
    }
    if draw(_COIN):
        case["inquiry"] = _inquiry(draw, subject.id, people, anchor, plan)
    return case


def _lists(plan: Plan) -> tuple[str, ...]:
    """Every list, those that some condition names far more often."""
    named = [code for condition in plan.conditions for code in getattr(condition, "lists", ())]
    return (*named, *named, *plan.vocabulary.list)


def _person(draw: st.DrawFn, person: Person, plan: Plan) -> Plain:
    plain: Plain = {"facts": draw(facts_of(plan.vocabulary, "subject"))}
    if draw(_STATUSES) == "gone":
        plain["status"] = "deceased" if person.kind == "natural-person" else "deregistered"
    if person.id_type is not None and draw(_COIN):
        plain["birth_date"] = "1990-10-10"
    return plain


@st.composite
def _relations(draw: st.DrawFn, subject: Person, number: int, anchor: str, plan: Plan) -> Plain:
    """Somebody in a role of the subject, or the subject in a role of some unit."""
    holder = draw(st.sampled_from([person for person in PERSONS if person != subject]))
    unit = subject
    if subject.kind == "natural-person":
        holder, unit = subject, draw(st.sampled_from(UNITS[:2]))
    since = shifted(anchor, -draw(st.sampled_from((0, 100, 800, 2000))))
    relation: Plain = {
        "id": holder.id,
        "kind": holder.kind,
        "role": draw(st.sampled_from(tuple(plan.vocabulary.roles))),
        "of": unit.id,
        "since": since,
        "facts": draw(facts_of(plan.vocabulary, "relation")),
    }
    if draw(_COIN):
        relation["until"] = shifted(since, draw(st.sampled_from((0, 99, 801, 3000))))
    if draw(st.sampled_from((False, False, True))):
        relation["status"] = "disputed"
    if draw(st.sampled_from((False, False, True))):
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
        "from": shifted(anchor, -draw(st.sampled_from((400, 1200, 4000)))),
        "until": shifted(anchor, draw(st.sampled_from((0, 30, 2000)))),
    }
    if not whole:
        lists = list(plan.vocabulary.list)
        inquiry["registers"] = ["*"] if draw(_COIN) else lists[: draw(st.integers(1, len(lists)))]
    return inquiry


def _context(draw: st.DrawFn, anchor: str, plan: Plan) -> Plain:
    as_of = shifted(anchor, draw(_AHEAD))
    context: Plain = {"as_of": as_of, "facts": draw(facts_of(plan.vocabulary, "context"))}
    places = [place for place in plan.vocabulary.places if place != "000000"]
    used = [pack.place for pack in plan.packs if pack.place != "000000"]
    region = draw(st.sampled_from([*used * 12, *places, None]))
    if region is not None:
        context["region"] = region
    matters = [matter for rule in plan.rules for matter in rule.matters]
    matter = draw(st.sampled_from([*matters, *matters, *plan.vocabulary.matters, None]))
    if matter is not None:
        context["matter"] = matter
    known = draw(_KNOWN)
    if known is not None:
        context["known_at"] = shifted(as_of, known)
    return context
