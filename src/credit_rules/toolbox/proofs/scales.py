"""Scales that measures of one clause divide among themselves: a fact, a number of records or of fields, a grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from ...plan.conditions import AllOf, Bound, Compare, CountRecords, InFields, OnList
from ...plan.model import Plan
from ...registry.operators import Comparison
from ...source.node import Path
from .facts import Fact, Facts, ordered
from .meaning import Meaning
from .measured import Borne
from .records import GRADES
from .solver import Bit, Whole, between, conj, disj, neg
from .tree import Part, Posed
from .world import World

ENDLESS = 10**18
"""Beyond every value on a scale."""


class Scale(NamedTuple):
    """What varies: a fact by its name, or a count by what it counts."""

    kind: Literal["fact", "count", "fields", "grade"]
    of: tuple[object, ...]


class Bounded(NamedTuple):
    """A measure and the values, first and last included, for which it is meant; ``free`` is it without the bounds."""

    posed: Posed
    scale: Scale
    low: int
    high: int
    place: Path
    part: Part
    free: Posed


def bounded(posed: Posed, plan: Plan) -> Iterator[Bounded]:
    """The scales on which a measure is bounded by what must hold in any case."""
    bounds: dict[Scale, list[tuple[Part, int, int, str]]] = {}
    for part in _joined(posed.tree):
        condition = part.condition
        if isinstance(condition, Compare) and ordered(condition.comparison):
            low, high = _of_fact(condition.comparison, plan)
            scale = Scale("fact", (condition.comparison.scope, condition.comparison.fact))
            bounds.setdefault(scale, []).append((part, low, high, condition.comparison.operator))
        elif isinstance(condition, CountRecords):
            counted = (condition.lists, condition.grades, condition.where, condition.within, condition.distinct)
            bounds[Scale("count", counted)] = [(part, *_of_count(condition.bounds), condition.bounds[0][0])]
        elif isinstance(condition, InFields):
            bounds[Scale("fields", (condition.lists,))] = [(part, *_of_count(condition.bounds), condition.bounds[0][0])]
        elif isinstance(condition, OnList) and condition.grades:
            yield from _graded(posed, part, condition)
    for scale, found in bounds.items():
        low, high = max(low for _, low, _, _ in found), min(high for _, _, high, _ in found)
        if low <= high and (low > -ENDLESS or high < ENDLESS):
            first = max(found, key=lambda row: row[1])
            free = posed
            for part, *_ in found:
                free = free.but(part, _open(part))
            yield Bounded(posed, scale, low, high, _place(first[0], first[3]), first[0], free)


def on_scale(each: Bounded, borne: Borne, world: World, low: int, high: int) -> Bit:
    """That the value is known and lies between, neither bound included."""

    def inside(value: Whole) -> Bit:
        return between(low + 1, value, high)

    scale = each.scale
    if scale.kind == "fact":
        return conj(*(_fact(fact, there, inside(fact.value)) for fact, there in _facts(scale, world)))
    if scale.kind == "grade":
        own = list(world.of(world.listed.name))
        return conj(*(disj(neg(record.there), conj(record.graded, inside(record.grade))) for record in own))
    meaning = Meaning(world, borne.posed.rule, borne.posed.rule.bearers[borne.bearer], borne.posed.whens[borne.bearer])
    sure, possible = meaning.size(each.part)
    return conj(inside(sure), sure == possible)


def shown(each: Bounded, value: int, plan: Plan) -> str:
    """A value on the scale, as a pack writes it."""
    if each.scale.kind == "grade":
        return GRADES[value]
    if each.scale.kind != "fact":
        return str(value)
    scope, name = map(str, each.scale.of)
    return Facts(plan).of(scope, name, "shown").text(value)


def title(each: Bounded, plan: Plan) -> str:
    """What varies, in words."""
    if each.scale.kind == "fact":
        scope, name = map(str, each.scale.of)
        return plan.vocabulary.fact[scope, name].title
    return "grade" if each.scale.kind == "grade" else "count" if each.scale.kind == "count" else "fields"


def _joined(tree: Part) -> Iterator[Part]:
    """What must hold in any case, on a record too."""
    if isinstance(tree.condition, AllOf):
        for part in tree.parts:
            yield from _joined(part)
        return
    yield tree
    if tree.where is not None:
        yield from _joined(tree.where)


def _of_fact(comparison: Comparison, plan: Plan) -> tuple[int, int]:
    bounds = [Facts(plan).of(comparison.scope, comparison.fact, "bound").term(bound) for bound in comparison.bounds]
    match comparison.operator:
        case "at_least":
            return bounds[0], ENDLESS
        case "more_than":
            return bounds[0] + 1, ENDLESS
        case "at_most":
            return -ENDLESS, bounds[0]
        case "less_than":
            return -ENDLESS, bounds[0] - 1
        case "is":
            return bounds[0], bounds[0]
    return -ENDLESS, ENDLESS


def _of_count(bounds: Sequence[Bound]) -> tuple[int, int]:
    low, high = 0, ENDLESS
    for key, bound in bounds:
        low = max(low, bound + (key == "more_than")) if key in ("at_least", "more_than") else low
        high = min(high, bound - (key == "less_than")) if key in ("at_most", "less_than") else high
    return low, high


def _graded(posed: Posed, part: Part, condition: OnList) -> Iterator[Bounded]:
    """A piece of the scale for each run of grades."""
    numbers = sorted(GRADES.index(grade) for grade in condition.grades)
    free = posed.but(part, _open(part))
    start = 0
    for index, number in enumerate(numbers):
        if index + 1 == len(numbers) or numbers[index + 1] != number + 1:
            scale = Scale("grade", (condition.lists,))
            yield Bounded(posed, scale, numbers[start], number, _place(part, "grade"), part, free)
            start = index + 1


def _open(part: Part) -> Part | None:
    """A part without its bounds; any number that is not none."""
    condition = part.condition
    if isinstance(condition, CountRecords | InFields):
        return replace(part, condition=condition._replace(bounds=(("at_least", 1),)))
    return replace(part, condition=condition._replace(grades=())) if isinstance(condition, OnList) else None


def _place(part: Part, key: str) -> Path:
    path = part.path or ()
    if path[-1:] == (key,):
        return path
    return (*path, "fields", key) if isinstance(part.condition, InFields) else (*path, key)


def _facts(scale: Scale, world: World) -> Iterator[tuple[Fact, Bit]]:
    """The fact of everybody who may have it, and whether that one is there."""
    scope, name = map(str, scale.of)
    if scope == "subject":
        yield world.listed.fact(name), True
    elif scope == "context":
        yield world.context_fact(name), True
    elif scope == "record":
        yield from ((each.fact(name), each.there) for each in world.records)
    else:
        yield from ((each.fact(name), each.there) for each in (*world.into, *world.holders))


def _fact(fact: Fact, there: Bit, inside: Bit) -> Bit:
    return disj(neg(there), conj(fact.known, inside))
