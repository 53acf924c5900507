"""Whether a plan that was read from a file is whole: everything that something refers to is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .conditions import Condition
from .model import Plan


def expect_whole(plan: Plan) -> None:
    """``ValueError`` where a condition, measure, pack, list or department is referred to that is not in the plan."""
    for fault in _faults(plan):
        raise ValueError(f"not a whole plan: {fault}")


def _faults(plan: Plan) -> Iterator[str]:
    words = plan.vocabulary
    for number, condition in enumerate(plan.conditions):
        if any(not 0 <= part < number for part in _parts(condition)):
            yield f"condition {number} refers to none before it"
        if any(code not in words.list for code in getattr(condition, "lists", ())):
            yield f"condition {number} names a list that is not there"
    for rule in plan.rules:
        used = [rule.condition, *(bearer.when for bearer in rule.bearers if bearer.when is not None)]
        if _outside(used, len(plan.conditions)) or rule.pack not in plan.pack:
            yield f"the measure {rule.id} refers to nothing"
        if any(spec.id not in words.department for spec in rule.departments):
            yield f"the measure {rule.id} names a department that is not there"
    indexed = [number for numbers in plan.by_list.values() for number in numbers]
    if _outside([*plan.always, *indexed], len(plan.rules)):
        yield "the index names measures that are not there"


def _parts(condition: Condition) -> list[int]:
    named = (getattr(condition, "part", None), getattr(condition, "where", None))
    return [*getattr(condition, "parts", ()), *(part for part in named if part is not None)]


def _outside(numbers: Iterable[int], size: int) -> bool:
    return any(not 0 <= number < size for number in numbers)
