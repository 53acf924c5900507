"""Who and what is in the cases, as numbers: people, records and relations of each case in the order of their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import ibis

from ...plan.conditions import Compare
from ...source.values import RecordStatus
from ..joins import beside
from ..store import Store
from ..tables import column_of
from .codes import ALWAYS, GRADES, KINDS, days_of
from .layers import Layer
from .units import Units

AFTER: tuple[RecordStatus, ...] = ("delisted", "repaired", "expired")
"""The statuses of a record that has left its list."""
ALIVE: tuple[RecordStatus, ...] = ("live", "reduced", "under-verification")


class Cast(NamedTuple):
    """The cases that are judged; ``case``, ``person`` and ``record`` are numbers, days are counted from 1970-01-01.

    ``records`` leaves out annulled ones, which no condition sees. ``mixed`` says of a case that its readings differ,
    ``partly`` that it has records on lists of insufficient basis (``lacks``) and on others.
    """

    cases: ibis.Table
    people: ibis.Table
    records: ibis.Table
    relations: ibis.Table
    inquiries: ibis.Table
    clean: ibis.Table
    clean_missing: ibis.Table


def cast_of(
    states: Mapping[str, ibis.Table],
    chosen: ibis.Table,
    lists: ibis.Table,
    lacking: ibis.Table,
    units: Units,
    store: Store,
) -> Cast:
    """The cases of ``chosen`` (``case_id``, ``subject_id``, ``case``, ``place``); ``lacking`` names the lists that are
    of insufficient basis in a place (S23)."""
    asked = _facts(units.layer)
    ids, placed = chosen.select("case_id", "case"), chosen.drop("subject_id")
    relations = _relations(states["relations"].join(ids, "case_id"), asked["relation"])
    every = _on_lists(states["records"], placed, lists, lacking)
    records = every.filter(every.status != "annulled")
    parties = store.keep(states["parties"].join(ids, "case_id"))
    people = store.keep(_people(parties, chosen, relations, records, asked["subject"]))
    store.free(parties)
    relations = store.keep(_held(relations, people))
    listed = store.keep(_listed(records, people, asked["record"]))
    cases = states["cases"].join(placed, "case_id")
    if asked["context"]:
        cases = beside(cases, states["case_facts"], "case_id")
    cases = store.keep(_cases(cases, people, every, relations, asked["context"]))
    return Cast(
        cases,
        people,
        listed,
        relations,
        states["inquiries"].join(ids, "case_id").select("case", "records_of", "roles", "registers"),
        store.keep(states["clean"].join(ids, "case_id").select("case", "period", "value")),
        store.keep(states["clean_missing"].join(ids, "case_id").select("case", "period", "missing", "reason")),
    )


def _facts(layer: Layer | None) -> dict[str, tuple[str, ...]]:
    """The facts that conditions ask for, by whose they are."""
    found: dict[str, dict[str, None]] = {"subject": {}, "relation": {}, "record": {}, "context": {}}
    ahead = [layer]
    for one in ahead:
        if one is None:
            continue
        for condition in one.of(Compare).values():
            found[condition.comparison.scope][condition.comparison.fact] = None
        ahead += [one.where, one.when]
    return {scope: tuple(names) for scope, names in found.items()}


def _columns(facts: tuple[str, ...], prefix: str = "fact_") -> list[str]:
    return [column_of(fact, prefix) for fact in facts]


def _people(
    parties: ibis.Table,
    chosen: ibis.Table,
    relations: ibis.Table,
    records: ibis.Table,
    facts: tuple[str, ...],
) -> ibis.Table:
    """Everybody whom a case names; whom it does not describe is of unknown kind."""
    named = ibis.union(
        chosen.select("case", id="subject_id"),
        parties.select("case", "id"),
        relations.select("case", id="holder_id"),
        relations.select("case", id="of"),
        records.select("case", id="subject"),
        distinct=True,
    )
    numbered = named.mutate(person=ibis.row_number().over(group_by=named.case, order_by=named.id).cast("int32"))
    known = parties.select("case", "id", "kind", "status", "adult_from", *_columns(facts))
    found = beside(numbered, known, ["case", "id"])
    kind = found.kind.cases(*((kind, ibis.literal(number, "int32")) for number, kind in enumerate(KINDS)))
    return found.select(
        "case",
        "id",
        "person",
        kind=kind,
        active=found.status.fill_null("active") == "active",
        natural=(found.kind == "natural-person").fill_null(False),
        adult=days_of(found.adult_from),
        **{name: found[name] for name in _columns(facts)},
    )


def _relations(relations: ibis.Table, facts: tuple[str, ...]) -> ibis.Table:
    return relations.select(
        "case",
        "relation",
        "role",
        "of",
        "responsible_for",
        *_columns(facts),
        holder_id=relations.id,
        since=days_of(relations.since),
        until=days_of(relations.until, ALWAYS),
        disputed=(relations.status == "disputed").fill_null(False),
    )


def _held(relations: ibis.Table, people: ibis.Table) -> ibis.Table:
    """With holder and unit as numbers."""
    holders = people.select("case", holder_id=people.id, holder=people.person)
    units = people.select("case", of=people.id, unit=people.person)
    return relations.join(holders, ["case", "holder_id"]).join(units, ["case", "of"])


def _on_lists(records: ibis.Table, chosen: ibis.Table, lists: ibis.Table, lacking: ibis.Table) -> ibis.Table:
    """Records with what is said of their lists."""
    rows = records.join(chosen, "case_id").join(lists.rename(list="code"), "list")
    lacks = lacking.select("place", "list_number").mutate(lacks=True)
    rows = beside(rows, lacks, ["place", "list_number"])
    return rows.mutate(lacks=rows.lacks.fill_null(False))


def _listed(records: ibis.Table, people: ibis.Table, facts: tuple[str, ...]) -> ibis.Table:
    """Seen records with what judging looks at; ``listed`` is whose they are."""
    found = records.join(people.select("case", subject=people.id, listed=people.person), ["case", "subject"])
    return found.select(
        "case",
        "listed",
        "lacks",
        "list_number",
        "field",
        "rating",
        "continuing",
        "reaches",
        "suspended",
        "reduced",
        "verification_open",
        "in_history",
        "open_span",
        "decided_on",
        "doubt",
        "doubt_what",
        "document_number",
        "determined_by",
        *_columns(facts),
        effect_on=found.effect,
        record=ibis.row_number().over(group_by=found.case, order_by=found.record_id).cast("int32"),
        id=found.record_id,
        alive=found.status.isin((*ALIVE, "unclear")),
        dead=found.status.isin(("pending", "stayed")),
        unclear=found.status == "unclear",
        delisted=found.status == "delisted",
        gone=found.status.isin(AFTER),
        hinders=found.status.isin(ALIVE) & found.reaches & found.doubt.isnull(),
        grade=found.grade.cases(*((grade, ibis.literal(number, "int32")) for number, grade in enumerate(GRADES))),
        minor=(found.tier == "minor").fill_null(False),
        effect=days_of(found.effect),
        ends=days_of(found.until, ALWAYS),
        current_from=days_of(found.current_from),
        last_end=days_of(found.last_end),
        decided=days_of(found.decided_on),
        conduct_from=days_of(found.conduct_from),
        conduct_until=days_of(found.conduct_until),
        monitored_until=days_of(found.monitored_until),
    )


def _cases(
    cases: ibis.Table, people: ibis.Table, records: ibis.Table, relations: ibis.Table, facts: tuple[str, ...]
) -> ibis.Table:
    doubled = ibis.union(
        records.filter(records.suspended | records.reduced).select("case"),
        relations.filter(relations.disputed).select("case"),
        distinct=True,
    ).mutate(differs=True)
    founding = records.group_by("case").agg(some=records.lacks.any(), every=records.lacks.all())
    subjects = people.select("case", subject_id=people.id, subject=people.person)
    found = beside(beside(cases.join(subjects, ["case", "subject_id"]), doubled, "case"), founding, "case")
    return found.select(
        "case",
        "case_id",
        "place",
        "subject",
        "subject_id",
        "matter",
        "has_inquiry",
        *_columns(facts, "context_fact_"),
        as_of=days_of(found.as_of),
        mixed=found.differs.fill_null(False),
        partly=(found.some & ~found.every).fill_null(False),
    )
