"""Values of facts around the bounds that conditions compare them with."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ..registry.operators import ORDERED, Comparison
from ..registry.vocabulary import FactRule
from .impact_draw import Draw

OTHER = "其他"
"""A text that no condition names."""
_STEP = {"amount": Decimal("0.01"), "share": Decimal("0.1"), "count": Decimal(1)}
_LOW = ("less_than", "at_most")


def value_for(comparison: Comparison, wish: bool, fact: FactRule, draw: Draw) -> Any:
    """A value, as JSON, with which the comparison holds, or with which it does not; often just at the bound.

    ``None`` where there is none, such as another value than every choice.
    """
    if comparison.type in ORDERED:
        return _ordered(comparison, wish, draw)
    if comparison.type == "boolean":
        every: list[Any] = [True, False]
    elif comparison.type == "choice":
        every = list(fact.choices)
    else:
        every = [*map(str, comparison.bounds), OTHER]
    fitting = [value for value in every if comparison.test(value) is wish]
    return draw.one(fitting) if fitting else None


def any_value(fact: FactRule, draw: Draw) -> Any:
    """Some value of a fact that no condition at hand asks for, as JSON."""
    match fact.type:
        case "boolean":
            return draw.chance(50)
        case "choice":
            return draw.one(fact.choices)
        case "amount":
            return f"{draw.one((5_000, 50_000, 300_000, 1_000_000, 20_000_000))}.00"
        case "count":
            return draw.between(0, 4)
        case "share":
            return str(draw.one((1, 5, 10, 30, 51, 100)))
        case "day":
            return date(draw.between(1995, 2018), draw.between(1, 12), draw.between(1, 28)).isoformat()
    return OTHER


def _ordered(comparison: Comparison, wish: bool, draw: Draw) -> Any:
    bound = comparison.bounds[0]
    if isinstance(bound, date):
        days = [bound + timedelta(days=days) for days in (0, -1, 1, -400, 400)]
        near: list[Any] = [day.isoformat() for day in days]
    else:
        middle = Decimal(bound)
        step = _STEP.get(comparison.type, Decimal(1))
        values = (middle, middle - step, middle + step, middle / 2, middle * 2, Decimal(0))
        near = [_plain(value, comparison) for value in values if value >= 0]
    fitting = [value for value in near if comparison.test(value) is wish]
    return draw.one(fitting) if fitting else None


def _plain(value: Decimal, comparison: Comparison) -> Any:
    if comparison.type == "count":
        return int(value)
    if comparison.type == "share":
        return str(min(value, Decimal(100)))
    return f"{value:.2f}"
