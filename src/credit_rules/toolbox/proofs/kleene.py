"""Three values as two bits: surely true, surely false, and neither where it is unknown (S16, after Kleene)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .solver import Bit, conj, disj, neg


class Value(NamedTuple):
    """A truth value that depends on the case; never both."""

    true: Bit
    false: Bit

    @property
    def unknown(self) -> Bit:
        """Whether it is neither."""
        return conj(neg(self.true), neg(self.false))


TRUE, FALSE, UNKNOWN = Value(True, False), Value(False, True), Value(False, False)


def certain(one: Bit) -> Value:
    """A bit that is always known."""
    return Value(one, neg(one))


def if_known(known: Bit, one: Bit) -> Value:
    """A bit where it is known, else unknown."""
    return Value(conj(known, one), conj(known, neg(one)))


def every(values: Iterable[Value]) -> Value:
    """``all_of`` of ``registry/truth.py``."""
    found = list(values)
    return Value(conj(*(each.true for each in found)), disj(*(each.false for each in found)))


def some(values: Iterable[Value]) -> Value:
    """``any_of``."""
    found = list(values)
    return Value(disj(*(each.true for each in found)), conj(*(each.false for each in found)))


def opposite(value: Value) -> Value:
    """``negate``."""
    return Value(value.false, value.true)
