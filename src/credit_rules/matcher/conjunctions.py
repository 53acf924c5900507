"""Measures whose condition is a row of demands, each on one thing that a case shows, on one record of a list.

Most measures of a memorandum are such. All that are asked of one list are looked at together (``families.py``).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..plan.conditions import AllOf, AnyOf, Compare, NotThat, OnList
from ..plan.model import BearerSpec, Plan, Rule
from ..registry.operators import Comparison
from ..registry.truth import Truth, all_of, any_of, negate
from ..source.rows import NamedTuple
from ..source.values import Grade
from .unit import Unit

Fact = tuple[str, str]
"""The scope and the name of a fact."""


class Demand(NamedTuple):
    """A condition, by its number in the plan, on nothing but one fact."""

    fact: Fact
    condition: int


class Conjunction(NamedTuple):
    """A unit that hits where a record on one of the lists counts and is of one of the grades (any, where none is
    named), and every demand holds."""

    unit: Unit
    lists: tuple[str, ...]
    grades: tuple[Grade, ...]
    demands: tuple[Demand, ...]

    @property
    def seat(self) -> BearerSpec:
        """The seat of whoever bears it by its own listing."""
        return next(spec for spec, _ in self.unit.seats if not spec.roles)


def conjunction_of(unit: Unit, plan: Plan) -> Conjunction | None:
    """The unit as demands on its listed bearer; ``None`` where its condition or its bearers say something else."""
    rule = unit.rule
    if [spec for spec, _ in unit.seats if not spec.roles][1:] or all(spec.roles for spec, _ in unit.seats):
        return None
    if rule.direction == "punishment" and not rule.listed:
        return None
    parts = list(_parts(rule.condition, plan))
    listed = [part for part in (plan.conditions[number] for number in parts) if isinstance(part, OnList)]
    if len(listed) != 1:
        return None
    inner = [] if listed[0].where is None else list(_parts(listed[0].where, plan))
    outer = [number for number in parts if plan.conditions[number] is not listed[0]]
    if not all(isinstance(plan.conditions[number], Compare) for number in outer):
        return None
    facts = [_fact_of(number, plan) for number in (*outer, *inner)]
    demands = [Demand(fact, number) for fact, number in zip(facts, (*outer, *inner), strict=True) if fact is not None]
    if len(demands) < len(facts) or any(demand.fact[0] == "relation" for demand in demands):
        return None
    if any(demand.fact[0] == "record" for demand in demands[: len(outer)]):
        return None
    return Conjunction(unit, listed[0].lists, listed[0].grades, tuple(demands))


def _parts(number: int, plan: Plan) -> Iterator[int]:
    """The conditions that must all hold for one to hold."""
    condition = plan.conditions[number]
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _parts(part, plan)
    else:
        yield number


def _fact_of(number: int, plan: Plan) -> Fact | None:
    """The one fact that a condition is about; ``None`` where it is about more, or about something else."""
    facts = {(one.scope, one.fact) if one else None for one in _compared(number, plan)}
    return facts.pop() if len(facts) == 1 else None


def _compared(number: int, plan: Plan) -> Iterator[Comparison | None]:
    condition = plan.conditions[number]
    match condition:
        case Compare():
            yield condition.comparison
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _compared(part, plan)
        case NotThat():
            yield from _compared(condition.part, plan)
        case _:
            yield None


def comparisons_of(demand: Demand, plan: Plan) -> tuple[Comparison, ...]:
    """Every comparison in a demand."""
    return tuple(one for one in _compared(demand.condition, plan) if one is not None)


def holds(number: int, value: object, plan: Plan) -> Truth:
    """What a condition on one fact says of a value (S16)."""
    condition = plan.conditions[number]
    match condition:
        case Compare():
            return condition.comparison.test(value)
        case AllOf():
            return all_of([holds(part, value, plan) for part in condition.parts])
        case AnyOf():
            return any_of([holds(part, value, plan) for part in condition.parts])
        case NotThat():
            return negate(holds(condition.part, value, plan))
    raise AssertionError(condition)


def fits(rule: Rule, kind: str | None) -> Truth:
    """Whether somebody of a kind can be listed and bear the measure; an unknown kind settles it only where none is
    asked for."""
    asked = [kinds for kinds in (rule.listed_kinds, rule.bearer_kinds) if kinds]
    return all_of([None if kind is None else kind in kinds for kinds in asked])
