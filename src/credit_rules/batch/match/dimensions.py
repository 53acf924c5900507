"""What a plan says of its units, as small tables joined to the cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import ibis

from ...plan.conditions import AllOf, AnyOf, HeldBy, NotThat
from ...plan.model import Plan
from ...source.values import Reckoned
from ..days import period_row
from ..store import Store, prepared_tables
from ..tables import Columns
from .codes import GRADES, READINGS, mask, number_of
from .layers import parts_of
from .units import Units

CONDUCT, LISTING, AS_OF = range(3)
RECKONED: dict[Reckoned, int] = {"conduct": CONDUCT, "listing": LISTING, "as-of": AS_OF}
EVERY, SOME, NONE = range(3)
JOINS: dict[type[Any], int] = {AllOf: EVERY, AnyOf: SOME, NotThat: NONE}
NOTHING = -1
"""No record, no relation, no condition."""
Cells = Iterator[tuple[Any, ...]]

COLUMNS: dict[str, Columns] = {
    "lists": {"code": "string", "list_number": "int32", "field": "string", "rating": "boolean", "continuing": "boolean"},
    "specs": {"spec": "int32", "of_roles": "boolean", "at": "int32", "responsible": "boolean", "when": "int32"},
    "roles": {"spec": "int32", "role": "string", "answers": "boolean"},
    "traits": {
        "trait": "int32", "punish": "boolean", "heavy": "boolean", "once": "boolean", "outlasts": "boolean",
        "life": "boolean", "began": "int32",
    },
    "terms": {
        "trait": "int32", "from_decision": "boolean", "next_year": "boolean", "months": "int32", "days": "int32",
    },
    "units": {
        "unit": "int32", "spec": "int32", "trait": "int32", "condition": "int32", "listed_kinds": "int32",
        "bearer_kinds": "int32", "affected": "boolean", "punishes": "boolean",
    },
    "called": {"list_number": "int32", "unit": "int32"},
    "always": {"unit": "int32"},
    "in_force": {"place": "int32", "unit": "int32"},
    "rules": {"unit": "int32", "rule": "int32", "position": "int32"},
    "places": {"as_of": "date", "region": "string", "place": "int32"},
    "nodes": {
        "node": "int32", "grades": "int32", "where": "int32", "at": "int32", "months": "int32", "days": "int32",
    },
    "node_lists": {"node": "int32", "list_number": "int32"},
    "node_roles": {"node": "int32", "role": "string"},
    "edges": {"node": "int32", "joins": "int32", "part": "int32"},
    "below": {"root": "int32", "node": "int32"},
    "held_by": {"node": "int32", "asked_roles": "array<string>", "asked_lists": "array<string>"},
    "readings": {"reading": "int32", "founded": "boolean"},
}  # fmt: skip


class Dimensions(NamedTuple):
    """``called`` says which units a record on a list calls for, ``always`` which need none; ``in_force`` which units
    hold a measure in force in a place, ``rules`` which measures they hold for which of their bearers; ``roles`` whether
    the role must answer for the record; ``nodes`` and what follows are the conditions, ``below`` with themselves."""

    lists: ibis.Table
    specs: ibis.Table
    roles: ibis.Table
    traits: ibis.Table
    terms: ibis.Table
    units: ibis.Table
    called: ibis.Table
    always: ibis.Table
    in_force: ibis.Table
    rules: ibis.Table
    places: ibis.Table
    nodes: ibis.Table
    node_lists: ibis.Table
    node_roles: ibis.Table
    edges: ibis.Table
    below: ibis.Table
    held_by: ibis.Table
    readings: ibis.Table


def dimensions_of(units: Units, store: Store, before: Dimensions | None = None) -> Dimensions:
    """The tables of the units of a plan; in the place of those of the same plan ``before``, if there are any."""
    rows = _Rows(units)
    tables = prepared_tables(COLUMNS, rows, before, store)
    return Dimensions(**tables)


class _Rows:
    """The rows of each table."""

    def __init__(self, units: Units):
        self.of, self.plan, self.words = units, units.plan, units.plan.vocabulary
        self.numbers = {entry.id: number for number, entry in enumerate(self.words.lists)}
        self.units_of: dict[int, list[int]] = {}
        for unit, rule, _ in units.rules:
            self.units_of.setdefault(rule, []).append(unit)

    def lists(self) -> Cells:
        for number, entry in enumerate(self.words.lists):
            yield entry.id, number, entry.field, entry.class_ == "rating", entry.continuing_duty

    def specs(self) -> Cells:
        for number, spec in enumerate(self.of.specs):
            yield number, bool(spec.roles), RECKONED[spec.at], spec.responsible, spec.when

    def roles(self) -> Cells:
        for number, spec in enumerate(self.of.specs):
            for role in dict.fromkeys(spec.roles):
                yield number, role, spec.responsible or bool(self.words.roles.get(role))

    def traits(self) -> Cells:
        for number, trait in enumerate(self.of.traits):
            life = trait.term is not None and trait.term.life
            yield number, trait.punish, trait.heavy, trait.once, trait.outlasts, life, number_of(trait.began)

    def terms(self) -> Cells:
        for number, trait in enumerate(self.of.traits):
            term = trait.term
            if term is not None and (term.next_year or term.period is not None):
                period = period_row(term.period)
                yield number, term.from_decision, term.next_year, period["months"], period["days"]

    def units(self) -> Cells:
        for number, unit in enumerate(self.of.units):
            yield number, *unit, self.of.traits[unit.trait].punish

    def called(self) -> Cells:
        called = {
            (self.numbers[code], unit)
            for code, rules in self.plan.by_list.items()
            for rule in rules
            for unit in self.units_of.get(rule, ())
        }
        yield from sorted(called)

    def always(self) -> Cells:
        yield from sorted({(unit,) for rule in self.plan.always for unit in self.units_of.get(rule, ())})

    def in_force(self) -> Cells:
        yield from sorted({(place, unit) for place, rule in self.of.in_force for unit in self.units_of.get(rule, ())})

    def rules(self) -> Cells:
        yield from self.of.rules

    def places(self) -> Cells:
        for place, number in self.of.place_of.items():
            yield place.as_of, place.region, number

    def nodes(self) -> Cells:
        for number, condition in enumerate(self.plan.conditions):
            where = getattr(condition, "where", None)
            at = RECKONED[condition.at] if isinstance(condition, HeldBy) else None
            window = period_row(getattr(condition, "within", None))
            grades = mask(getattr(condition, "grades", ()), GRADES)
            yield number, grades, NOTHING if where is None else where, at, window["months"], window["days"]

    def node_lists(self) -> Cells:
        for node, condition in enumerate(self.plan.conditions):
            for code in dict.fromkeys(getattr(condition, "lists", ())):
                yield node, self.numbers[code]

    def node_roles(self) -> Cells:
        for node, condition in enumerate(self.plan.conditions):
            for role in dict.fromkeys(getattr(condition, "roles", ())):
                yield node, role

    def edges(self) -> Cells:
        for node, condition in enumerate(self.plan.conditions):
            for part in parts_of(condition):
                yield node, JOINS[type(condition)], part

    def below(self) -> Cells:
        for node in range(len(self.plan.conditions)):
            for part in sorted(_below(node, self.plan)):
                yield node, part

    def held_by(self) -> Cells:
        for node, condition in enumerate(self.plan.conditions):
            if isinstance(condition, HeldBy):
                yield node, list(condition.roles), list(condition.lists)

    def readings(self) -> Cells:
        for reading in range(len(READINGS)):
            yield from ((reading, founded) for founded in (False, True))


def _below(node: int, plan: Plan) -> set[int]:
    """The condition and all that it is made of."""
    return {node}.union(*(_below(part, plan) for part in parts_of(plan.conditions[node])))
