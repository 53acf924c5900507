"""Three values as whole numbers: 0 false, 1 unknown, 2 true (S16, after Kleene)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import ibis

from ..registry.operators import OPERATORS, Comparison
from .tables import FACT_TYPES

FALSE, UNKNOWN, TRUE = 0, 1, 2
Truth = Any
"""An expression of type int8."""


def all_of(values: Iterable[Truth]) -> Truth:
    """The least; true of nothing."""
    return ibis.least(ibis.literal(TRUE, "int8"), *values)


def any_of(values: Iterable[Truth]) -> Truth:
    """The greatest; false of nothing."""
    return ibis.greatest(ibis.literal(FALSE, "int8"), *values)


def negate(value: Truth) -> Truth:
    """The opposite; unknown stays unknown."""
    return (TRUE - value).cast("int8")


def truth_of(condition: Any) -> Truth:
    """An SQL condition, null being unknown."""
    some = ibis.ifelse(condition, ibis.literal(TRUE, "int8"), ibis.literal(FALSE, "int8"))
    return ibis.ifelse(condition.isnull(), ibis.literal(UNKNOWN, "int8"), some)


def compared(comparison: Comparison, fact: Any) -> Truth:
    """Whether a fact in a column holds; an absent one is unknown, never false."""
    bounds = [_literal(bound, FACT_TYPES[comparison.type]) for bound in comparison.bounds]
    if OPERATORS[comparison.operator].many:
        return truth_of(fact.isin(bounds))
    return truth_of(OPERATORS[comparison.operator].test(fact, bounds[0]))


def _literal(bound: Any, type: str) -> Any:
    if isinstance(bound, Decimal):
        return ibis.literal(bound, "decimal(24, 6)")
    return ibis.literal(bound, "int64" if type == "int64" else type)
