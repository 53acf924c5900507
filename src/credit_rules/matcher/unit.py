"""Measures that are judged alike: the same condition on the same bearers, and alike in all else that judging looks at.

A memorandum orders many things on one condition. It is judged once for all of them.
"""

from __future__ import annotations

from typing import Any

from ..plan.model import Plan, Rule


def unit_of(number: int, plan: Plan) -> int:
    """The measure that stands for all that are judged as this one is: the first of them that was asked for."""
    known = plan.known
    key = ("unit", number)
    if key not in known:
        known[key] = known.setdefault(("judged as", *_looked_at(plan.rules[number])), number)
    found: int = known[key]
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
