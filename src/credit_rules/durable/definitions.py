"""Definitions of durable-rules, written as data: patterns of facts, their tests, and joins between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from ..source.rows import NamedTuple
from .facts import PAGE, PAGED, FactType, kind_of

Operator = Literal["eq", "neq", "gte", "gt", "lte", "lt"]
ZERO = "zero"
"""A property of every fact, always 0."""
MOST_PATTERNS = 12
"""How many patterns a definition has at most; durable-rules keeps sixteen facts in a frame, and no more."""


class Of(NamedTuple):
    """A property of the fact that an earlier pattern of the definition stands for."""

    alias: str
    name: str


class Test(NamedTuple):
    """A property compared with a whole number, or with a property of an earlier fact: a join."""

    name: str
    operator: Operator
    value: int | Of

    @property
    def joins(self) -> bool:
        """Whether it compares two facts."""
        return isinstance(self.value, Of)


class Pattern(NamedTuple):
    """One fact of a definition, by the name under which joins speak of it.

    ``head`` are the tests for equality with numbers, which the network shares; ``tail`` all others, joins last.
    """

    alias: str
    fact: FactType
    head: tuple[Test, ...]
    tail: tuple[Test, ...]
    copy: int = 0


class Definition(NamedTuple):
    """Facts that together are a match."""

    name: str
    patterns: tuple[Pattern, ...]


def pattern(alias: str, fact: FactType, *tests: Test) -> Pattern:
    """A pattern of a kind of facts with tests in any order."""
    for test in tests:
        if test.name not in fact._fields:
            raise ValueError(f"{fact.__name__} has no {test.name}")
    head = [test for test in tests if test.operator == "eq" and not test.joins]
    tail = sorted((test for test in tests if test not in head), key=lambda test: test.joins)
    return Pattern(alias, fact, tuple(head), tuple(tail))


def eq(name: str, value: int | Of) -> Test:
    """Equal to."""
    return Test(name, "eq", value)


def neq(name: str, value: int | Of) -> Test:
    """Not equal to."""
    return Test(name, "neq", value)


def least(name: str, value: int | Of) -> Test:
    """At least."""
    return Test(name, "gte", value)


def above(name: str, value: int | Of) -> Test:
    """More than."""
    return Test(name, "gt", value)


def most(name: str, value: int | Of) -> Test:
    """At most."""
    return Test(name, "lte", value)


def below(name: str, value: int | Of) -> Test:
    """Less than."""
    return Test(name, "lt", value)


def constants(pattern: Pattern) -> Iterable[tuple[str, Operator, int]]:
    """The tests against numbers in the order in which they are nested: kind, pages and equalities, copy, the rest."""
    yield "k", "eq", kind_of(pattern.fact)
    for test in pattern.head:
        if isinstance(test.value, int):
            if test.name in PAGED:
                yield f"{test.name}_page", "eq", test.value // PAGE
            yield test.name, "eq", test.value
    yield "copy", "eq", pattern.copy
    for test in pattern.tail:
        if isinstance(test.value, int):
            yield test.name, test.operator, test.value


def as_rule(definition: Definition) -> dict[str, Any]:
    """A definition in the form that durable-rules reads, without its action.

    A fact may stand for two patterns (``dist`` 0), as in any join; matches are handed over in bundles (``cap``).
    """
    return {
        "all": [{part.alias: {"$and": [*_tests(part)]}} for part in definition.patterns],
        "cap": 1000,
        "dist": 0,
    }


def _tests(part: Pattern) -> Iterable[dict[str, Any]]:
    for name, operator, value in constants(part):
        yield _test(name, operator, value)
    joined = [(test, test.value) for test in part.tail if isinstance(test.value, Of)]
    for test, of in joined:
        yield _test(test.name, test.operator, {of.alias: of.name})
    if joined:  # the last join must hold: where it fails, the library looks for its end beyond its memory
        yield _test("k", "gte", {joined[-1][1].alias: ZERO})


def _test(name: str, operator: Operator, value: int | dict[str, str]) -> dict[str, Any]:
    return {name: value} if operator == "eq" else {f"${operator}": {name: value}}
