"""Measures that are judged alike: the same condition on the same bearers, and alike in all else that judging looks at.

A memorandum orders many things on one condition. It is judged once for all of them.
"""

from __future__ import annotations

from typing import Any

from ..plan.model import BearerSpec, Plan, Rule
from ..source.rows import NamedTuple


class Unit(NamedTuple):
    """The measure that stands for all that are judged as it is, by number and whole.

    ``seats`` are those who may bear it, each with a number for all on which conditions mean the same: the bearer, and
    what judging a record looks at.
    """

    number: int
    rule: Rule
    seats: tuple[tuple[BearerSpec, int], ...]


Numbers = tuple[int, ...]
"""Measures, by their place in the plan."""
Units = tuple[tuple[Unit, Numbers], ...]
"""Units with the measures that they stand for."""


def unit_of(number: int, plan: Plan) -> Unit:
    """The unit of a measure: its first that was asked for stands for it."""
    known = plan.known
    key = ("unit", number)
    if key not in known:
        rule = plan.rules[number]
        alike = ("judged as", *_looked_at(rule))
        if alike not in known:
            traits = traits_of(rule)
            seats = [(spec, ("seat", traits, spec)) for spec in rule.bearers]
            known[alike] = Unit(number, rule, tuple((spec, known.setdefault(key, len(known))) for spec, key in seats))
        known[key] = known[alike]
    found: Unit = known[key]
    return found


def traits_of(rule: Rule) -> tuple[Any, ...]:
    """What judging a record looks at in a measure, beside its condition and its bearers (matcher/records.py)."""
    afterwards = rule.once or rule.term is not None
    slight = rule.impact in ("reduces-right", "adds-duty")
    return (rule.direction, slight, rule.once, rule.term, rule.from_ if afterwards else None)


def _looked_at(rule: Rule) -> tuple[Any, ...]:
    """All of a measure that the matcher looks at, beside the days and the place in which it is in force."""
    kinds = (rule.bearer_kinds, rule.listed_kinds)
    return (rule.condition, rule.bearers, kinds, rule.listed, rule.reverse, traits_of(rule))
