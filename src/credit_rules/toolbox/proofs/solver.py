"""The solver: bits that fold, whole numbers, and the question whether there is such a case. z3 is imported only here.

A bit is a Python ``bool`` where it is certain and a term of z3 where it is not, so that nothing certain reaches the
solver. Whole numbers are terms; they compare with Python's operators.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

Bit = Any
"""``bool`` or a term of z3 of sort Bool."""
Whole = Any
"""``int`` or a term of z3 of sort Int."""


def available() -> bool:
    """Whether the solver is installed (extra ``analysis``)."""
    return find_spec("z3") is not None


@cache
def _z3() -> Any:
    import z3

    return z3


def bit(name: str) -> Bit:
    """A bit that is free."""
    return _z3().Bool(name)


def whole(name: str) -> Whole:
    """A whole number that is free."""
    return _z3().Int(name)


def conj(*bits: Bit) -> Bit:
    """Every bit."""
    left = [each for each in bits if each is not True]
    if any(each is False for each in left):
        return False
    return True if not left else left[0] if len(left) == 1 else _z3().And(*left)


def disj(*bits: Bit) -> Bit:
    """At least one bit."""
    left = [each for each in bits if each is not False]
    if any(each is True for each in left):
        return True
    return False if not left else left[0] if len(left) == 1 else _z3().Or(*left)


def neg(one: Bit) -> Bit:
    """The opposite."""
    return not one if isinstance(one, bool) else _z3().Not(one)


def implies(one: Bit, other: Bit) -> Bit:
    """``other`` wherever ``one``."""
    return disj(neg(one), other)


def equal(one: Whole, other: Whole) -> Bit:
    """Whether two numbers, or two bits, are the same."""
    return one == other


def between(low: Whole, value: Whole, high: Whole) -> Bit:
    """``low <= value < high``."""
    return conj(low <= value, value < high)


def choose(condition: Bit, then: Whole, other: Whole) -> Whole:
    """``then`` where the condition holds, else ``other``."""
    if isinstance(condition, bool):
        return then if condition else other
    return _z3().If(condition, then, other)


def total(bits: Iterable[Bit]) -> Whole:
    """How many bits hold."""
    sure, left = 0, []
    for each in bits:
        if isinstance(each, bool):
            sure += each
        else:
            left.append(_z3().If(each, 1, 0))
    return _z3().Sum(*left, sure) if left else sure


def put(term: Bit, pairs: Sequence[tuple[Any, Any]]) -> Bit:
    """The term with others in the place of some of its free parts."""
    if isinstance(term, bool) or not pairs:
        return term
    lifted = [(old, _z3().BoolVal(new) if isinstance(new, bool) else new) for old, new in pairs]
    found = _z3().simplify(_z3().substitute(term, *lifted))
    return True if _z3().is_true(found) else False if _z3().is_false(found) else found


class Model:
    """One case that there is: the value of every term."""

    def __init__(self, model: Any):
        self._model = model

    def holds(self, one: Bit) -> bool:
        """The value of a bit."""
        if isinstance(one, bool):
            return one
        return bool(_z3().is_true(self._model.eval(one, model_completion=True)))

    def number(self, one: Whole) -> int:
        """The value of a whole number."""
        if isinstance(one, int):
            return one
        return int(self._model.eval(one, model_completion=True).as_long())


class Solver:
    """What must hold together, and whether it can."""

    def __init__(self, bits: Iterable[Bit] = ()):
        self._solver = _z3().SimpleSolver()
        self._impossible = False
        self.add(*bits)

    def add(self, *bits: Bit) -> None:
        """What must hold too."""
        for each in bits:
            if each is False:
                self._impossible = True
            elif each is not True:
                self._solver.add(each)

    def model(self) -> Model | None:
        """A case in which everything holds; ``None`` where there is none."""
        if self._impossible:
            return None
        answer = self._solver.check()
        if answer == _z3().unknown:  # pragma: no cover - the terms are of a decidable theory
            raise RuntimeError(f"the solver gave up: {self._solver.reason_unknown()}")
        return Model(self._solver.model()) if answer == _z3().sat else None

    def simpler(self, wishes: Iterable[Bit]) -> Model | None:
        """A case in which as many wishes hold as can, an earlier one before a later; each is kept from then on."""
        found = self.model()
        for wish in wishes if found is not None else ():
            if wish is True or wish is False:
                continue
            if found is not None and found.holds(wish):
                self._solver.add(wish)
                continue
            self._solver.push()
            self._solver.add(wish)
            better = self.model()
            if better is None:
                self._solver.pop()
            else:
                found = better
        return found
