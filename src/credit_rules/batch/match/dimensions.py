"""What a plan says of its units, as small tables joined to the cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import ibis

from ...plan.conditions import AllOf, AnyOf, Condition, HeldBy, NotThat
from ...plan.model import Plan
from ...source.values import Reckoned
from ..days import period_row
from ..store import Store
from .codes import GRADES, READINGS, mask, number_of
from .layers import parts_of
from .units import Units

CONDUCT, LISTING, AS_OF = range(3)
RECKONED: dict[Reckoned, int] = {"conduct": CONDUCT, "listing": LISTING, "as-of": AS_OF}
EVERY, SOME, NONE = range(3)
OPS: dict[type[Any], int] = {AllOf: EVERY, AnyOf: SOME, NotThat: NONE}
NOTHING = -1
"""No record, no relation, no condition."""


class Dimensions(NamedTuple):
    """The tables of :func:`dimensions_of`."""

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


def dimensions_of(units: Units, store: Store) -> Dimensions:
    """The tables of the units of a plan.

    ``called`` says which units a record on a list calls for, ``always`` which need none, ``in_force`` which units hold
    a measure in force in a place.
    """
    plan = units.plan
    words = plan.vocabulary
    numbers = {entry.id: number for number, entry in enumerate(words.lists)}
    of_rule: dict[int, list[int]] = {}
    for unit, rule, _ in units.rules:
        of_rule.setdefault(rule, []).append(unit)
    called = sorted(
        {
            (numbers[code], unit)
            for code, rules in plan.by_list.items()
            for rule in rules
            for unit in of_rule.get(rule, ())
        }
    )
    always = sorted({unit for rule in plan.always for unit in of_rule.get(rule, ())})
    conditions = dict(enumerate(plan.conditions))
    in_force = sorted({(place, unit) for place, rule in units.in_force for unit in of_rule.get(rule, ())})
    return Dimensions(
        lists=_table(
            store,
            [
                (entry.id, number, entry.field, entry.class_ == "rating", entry.continuing_duty)
                for number, entry in enumerate(words.lists)
            ],
            code="string",
            list_number="int32",
            field="string",
            rating="boolean",
            continuing="boolean",
        ),
        specs=_table(
            store,
            [
                (number, bool(spec.roles), RECKONED[spec.at], spec.responsible, spec.when)
                for number, spec in enumerate(units.specs)
            ],
            spec="int32",
            of_roles="boolean",
            at="int32",
            responsible="boolean",
            when="int32",
        ),
        roles=_table(
            store,
            [
                (number, role, spec.responsible or bool(words.roles.get(role)))
                for number, spec in enumerate(units.specs)
                for role in dict.fromkeys(spec.roles)
            ],
            spec="int32",
            role="string",
            answers="boolean",
        ),
        traits=_table(
            store,
            [
                (
                    number,
                    trait.punish,
                    trait.heavy,
                    trait.once,
                    trait.outlasts,
                    trait.term is not None and trait.term.life,
                    number_of(trait.began),
                )
                for number, trait in enumerate(units.traits)
            ],
            trait="int32",
            punish="boolean",
            heavy="boolean",
            once="boolean",
            outlasts="boolean",
            life="boolean",
            began="int32",
        ),
        terms=_table(
            store,
            _terms(units),
            trait="int32",
            from_decision="boolean",
            next_year="boolean",
            months="int32",
            days="int32",
        ),
        units=_table(
            store,
            [(number, *unit, units.traits[unit.trait].punish) for number, unit in enumerate(units.units)],
            unit="int32",
            spec="int32",
            trait="int32",
            condition="int32",
            listed_kinds="int32",
            bearer_kinds="int32",
            affected="boolean",
            punishes="boolean",
        ),
        called=_table(store, called, list_number="int32", unit="int32"),
        always=_table(store, [(unit,) for unit in always], unit="int32"),
        in_force=_table(store, in_force, place="int32", unit="int32"),
        rules=_table(store, units.rules, unit="int32", rule="int32", position="int32"),
        places=_table(
            store,
            [(place.as_of, place.region, number) for place, number in units.place_of.items()],
            as_of="date",
            region="string",
            place="int32",
        ),
        nodes=_table(
            store,
            [_node(number, one) for number, one in conditions.items()],
            node="int32",
            grades="int32",
            where="int32",
            at="int32",
            months="int32",
            days="int32",
        ),
        node_lists=_table(
            store,
            [
                (node, numbers[code])
                for node, one in conditions.items()
                for code in dict.fromkeys(getattr(one, "lists", ()))
            ],
            node="int32",
            list_number="int32",
        ),
        node_roles=_table(
            store,
            [(node, role) for node, one in conditions.items() for role in dict.fromkeys(getattr(one, "roles", ()))],
            node="int32",
            role="string",
        ),
        edges=_table(
            store,
            [(node, OPS[type(one)], part) for node, one in conditions.items() for part in parts_of(one)],
            node="int32",
            joins="int32",
            part="int32",
        ),
        below=_table(
            store, [(node, below) for node in conditions for below in _below(node, plan)], root="int32", node="int32"
        ),
        held_by=_table(
            store,
            [(node, list(one.roles), list(one.lists)) for node, one in conditions.items() if isinstance(one, HeldBy)],
            node="int32",
            asked_roles="array<string>",
            asked_lists="array<string>",
        ),
        readings=_table(
            store,
            [(reading, founded) for reading in range(len(READINGS)) for founded in (False, True)],
            reading="int32",
            founded="boolean",
        ),
    )


def _terms(units: Units) -> Iterator[tuple[Any, ...]]:
    """The terms of measures that end, by trait."""
    for number, trait in enumerate(units.traits):
        term = trait.term
        if term is not None and (term.next_year or term.period is not None):
            period = period_row(term.period)
            yield number, term.from_decision, term.next_year, period["months"], period["days"]


def _node(number: int, condition: Condition) -> tuple[Any, ...]:
    where = getattr(condition, "where", None)
    at = RECKONED[condition.at] if isinstance(condition, HeldBy) else None
    window = period_row(getattr(condition, "within", None))
    grades = mask(getattr(condition, "grades", ()), GRADES)
    return number, grades, NOTHING if where is None else where, at, window["months"], window["days"]


def _below(node: int, plan: Plan) -> set[int]:
    """The condition and all that it is made of."""
    return {node}.union(*(_below(part, plan) for part in parts_of(plan.conditions[node])))


def _table(store: Store, rows: Iterable[tuple[Any, ...]], **columns: str) -> ibis.Table:
    return store.prepared([dict(zip(columns, row, strict=True)) for row in rows], columns)
