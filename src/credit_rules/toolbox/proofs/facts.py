"""Facts that a case may state or leave out: typed terms, and how they compare (S16, S16a)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from ...plan.conditions import Compare
from ...plan.model import Plan
from ...registry.operators import ORDERED, Comparison
from ...registry.operators import Value as Bound
from ...registry.vocabulary import FactRule
from .kleene import Value, if_known
from .solver import Bit, Model, Whole, between, bit, conj, disj, equal, neg, whole

FEN = 2
"""Decimal places of an amount in yuan."""
OTHER = "其他"
"""A text that no condition names."""
PER_CENT = 100
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2100, 1, 1)


class Fact(NamedTuple):
    """One fact of one holder: whether it is stated, its value as a term, and how the term stands for the value."""

    rule: FactRule
    known: Bit
    value: Bit | Whole
    words: tuple[str, ...]
    scale: int

    @property
    def holds(self) -> Bit:
        """That the value is one that such a fact can have."""
        if self.rule.type == "boolean":
            return True
        if self.rule.type == "day":
            return between(FIRST_DAY.toordinal(), self.value, LAST_DAY.toordinal())
        if self.words:
            return conj(self.value >= 0, self.value < len(self.words))
        top = self.value <= PER_CENT * 10**self.scale if self.rule.type == "share" else True
        return conj(self.value >= 0, top)

    def term(self, bound: Bound) -> Whole:
        """A bound, or a value, as the number that stands for it."""
        if self.words:
            return self.words.index(str(bound))
        if isinstance(bound, date):
            return bound.toordinal()
        return int(Decimal(bound) * 10**self.scale)

    def plain(self, model: Model) -> bool | int | str:
        """The value in a case, as JSON has it."""
        if self.rule.type == "boolean":
            return model.holds(self.value)
        number = model.number(self.value)
        return number if self.rule.type == "count" else self.text(number)

    def text(self, number: int) -> str:
        """The value for which a number stands, as a pack writes it."""
        if self.words:
            return self.words[number]
        if self.rule.type == "day":
            return date.fromordinal(number).isoformat()
        return str(Decimal(number).scaleb(-self.scale))


class Facts:
    """How the facts of a plan become terms: words as numbers, amounts and shares in whole small parts."""

    def __init__(self, plan: Plan):
        self.plan = plan

    @cached_property
    def _asked(self) -> dict[tuple[str, str], list[Comparison]]:
        found: dict[tuple[str, str], list[Comparison]] = {}
        for condition in self.plan.conditions:
            if isinstance(condition, Compare):
                comparison = condition.comparison
                found.setdefault((comparison.scope, comparison.fact), []).append(comparison)
        return found

    def of(self, scope: str, name: str, holder: str) -> Fact:
        """The fact of a holder, as free terms named after it."""
        rule = self.plan.vocabulary.fact[scope, name]
        bounds = [bound for comparison in self._asked.get((scope, name), ()) for bound in comparison.bounds]
        words: tuple[str, ...] = ()
        if rule.type == "choice":
            words = rule.choices
        elif rule.type == "text":
            words = (*dict.fromkeys(map(str, bounds)), OTHER)
        scale = 0
        if rule.type == "amount":
            scale = max(FEN, _places(bounds))
        elif rule.type == "share":
            scale = _places(bounds) + 1
        value = bit(f"{holder}.{name}") if rule.type == "boolean" else whole(f"{holder}.{name}")
        return Fact(rule, bit(f"{holder}.{name}?"), value, words, scale)


def compare(comparison: Comparison, fact: Fact) -> Value:
    """Whether the fact holds; unknown where it is not stated."""
    if fact.rule.type == "boolean":
        wanted = [neg(fact.value) if bound is False else fact.value for bound in comparison.bounds]
        found = disj(*wanted)
    else:
        bounds = [fact.term(bound) for bound in comparison.bounds]
        found = disj(*(_test(comparison.operator, fact.value, bound) for bound in bounds))
    return if_known(fact.known, neg(found) if comparison.operator == "is_not" else found)


def _test(operator: str, value: Whole, bound: int) -> Bit:
    match operator:
        case "at_least":
            return value >= bound
        case "more_than":
            return value > bound
        case "at_most":
            return value <= bound
        case "less_than":
            return value < bound
    return equal(value, bound)


def _places(bounds: Iterable[Bound]) -> int:
    exponents = [bound.as_tuple().exponent for bound in bounds if isinstance(bound, Decimal)]
    return max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)


def ordered(comparison: Comparison) -> bool:
    """Whether the fact lies on a scale."""
    return comparison.type in ORDERED
