"""What durable-rules cannot take, found before it is handed over: beyond these it hangs, or writes where it must not.

The nodes are counted as the library will make them: tests against numbers are shared where all before them are the
same, joins never. :class:`Copies` keeps every plan that compiles far below; a definition that did not is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .definitions import Definition, Operator, Pattern, constants
from .refusals import Refusal

MOST_SIBLINGS = 500
"""Branches of one node: 512 make the library look for a free place for ever."""
MOST_MEMORIES = 250
"""Definitions that end in one node: beyond 256 it writes into the next node's list."""
MOST_WALKS = 60
"""Branches that one fact can be on its way into at a time: 64 are an error when it is asserted."""
MOST_DEFINITIONS = 3000
"""Definitions of one set: 4,096 are an error."""

Constant = tuple[str, Operator, int]


class _Node:
    """An alpha node: what hangs on it."""

    def __init__(self) -> None:
        self.shared: dict[Constant, _Node] = {}
        self.joins = 0
        self.memories = 0

    def expect_within(self, *path: Constant) -> int:
        """How many branches a fact can wait to be walked into from here; :class:`Refusal` where a limit is passed."""
        _expect("siblings", path, len(self.shared) + self.joins, MOST_SIBLINGS)
        _expect("definitions that end", path, self.memories, MOST_MEMORIES)
        deepest, names, ranges = 0, set(), 0
        for test, node in self.shared.items():
            deepest = max(deepest, node.expect_within(*path, test))
            ranges += test[1] != "eq"
            if test[1] == "eq":
                names.add(test[0])
        waiting = self.joins + len(names) + ranges
        most = max(waiting, waiting - 1 + deepest)
        _expect("branches walked", path, most, MOST_WALKS)
        return most


def expect_within_limits(definitions: Iterable[Definition]) -> None:
    """:class:`Refusal` where a set of definitions is more than the library can take."""
    root, number = _Node(), 0
    for definition in definitions:
        number += 1
        for part in definition.patterns:
            _hang(part, root)
    _expect("definitions", (), number, MOST_DEFINITIONS)
    root.expect_within()


def in_sets(definitions: Iterable[Definition]) -> Iterator[list[Definition]]:
    """The definitions in sets that are not too large."""
    found: list[Definition] = []
    for definition in definitions:
        if len(found) == MOST_DEFINITIONS:
            yield found
            found = []
        found.append(definition)
    if found:
        yield found


def _hang(part: Pattern, root: _Node) -> None:
    node = root
    for test in constants(part):
        node = node.shared.setdefault(test, _Node())
    joins = [test for test in part.tail if test.joins]
    if joins:
        node.joins += 1
    else:
        node.memories += 1


def _expect(what: str, path: tuple[Constant, ...], found: int, most: int) -> None:
    if found > most:
        place = f" at {', '.join(f'{name} {operator} {value}' for name, operator, value in path)}" if path else ""
        raise Refusal("evaluator-plan-too-large", what=f"{what}{place}", found=str(found), most=str(most))
