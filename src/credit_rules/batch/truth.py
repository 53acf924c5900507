"""Three values as whole numbers: 0 false, 1 unknown, 2 true (S16, after Kleene)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ibis

from ..registry.operators import OPERATORS, Comparison
from .tables import FACT_TYPES

FALSE, UNKNOWN, TRUE = range(3)
Truth = Any
"""An expression of type int8."""


def all_of(values: Iterable[Truth]) -> Truth:
    """The least; true of nothing."""
    return ibis.least(_said(TRUE), *values)


def compared(comparison: Comparison, fact: Any) -> Truth:
    """Whether a fact in a column holds; an absent one is unknown, never false."""
    bounds = [ibis.literal(bound, FACT_TYPES[comparison.type]) for bound in comparison.bounds]
    row = OPERATORS[comparison.operator]
    holds = fact.isin(bounds) if row.many else row.test(fact, bounds[0])
    return ibis.ifelse(fact.isnull(), _said(UNKNOWN), ibis.ifelse(holds, _said(TRUE), _said(FALSE)))


def _said(value: int) -> Truth:
    return ibis.literal(value, "int8")
