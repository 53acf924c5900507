"""Numbered copies of a fact, so that no node of the network gets more branches than the library can take.

A join hangs one branch of its own on the node of its fact, and every fact of that node walks into all of them: more
than 64 are an error, 512 hang. So the patterns that ask for the same fact are dealt out, so many a copy, and the fact
is asserted once for each copy. A fact that nobody asks for has none and is not sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from operator import itemgetter

from .definitions import Definition, Pattern
from .facts import Fact, FactType

MOST_JOINED = 40
"""Patterns with further tests or joins that may hang on one copy of a fact."""
MOST_PLAIN = 200
"""Patterns without, which lead straight to a memory of the network."""

Shape = tuple[str, ...]
Values = tuple[int, ...]
Reader = Callable[[Fact], Values]


class Copies:
    """Deals patterns out and knows how many copies of a fact they ask for."""

    def __init__(self) -> None:
        self._dealt: Counter[tuple[object, ...]] = Counter()
        self._asked: dict[FactType, dict[Shape, dict[Values, int]]] = {}
        self._readers: dict[FactType, list[tuple[Reader, dict[Values, int]]]] = {}

    def deal(self, definition: Definition) -> Definition:
        """The definition with a copy chosen for each of its facts."""
        return definition._replace(patterns=tuple(self._dealt_out(part) for part in definition.patterns))

    def _dealt_out(self, part: Pattern) -> Pattern:
        shape = tuple(test.name for test in part.head)
        values = tuple(test.value for test in part.head if isinstance(test.value, int))
        plain = not part.tail
        dealt = (part.fact, shape, values, plain)
        copy = self._dealt[dealt] // (MOST_PLAIN if plain else MOST_JOINED)
        self._dealt[dealt] += 1
        shapes = self._asked.setdefault(part.fact, {})
        if shape not in shapes:
            shapes[shape] = {}
            self._readers.setdefault(part.fact, []).append((_reader(part.fact, shape), shapes[shape]))
        asked = shapes[shape]
        asked[values] = max(asked.get(values, 0), copy + 1)
        return part._replace(copy=copy)

    def of(self, fact: Fact) -> int:
        """How many copies of a fact are asked for."""
        most = 0
        for values, asked in self._readers.get(type(fact), ()):
            copies = asked.get(values(fact), 0)
            most = copies if copies > most else most
        return most


def _reader(kind: FactType, shape: Shape) -> Reader:
    """The values of some properties of a fact."""
    places = [kind._fields.index(name) for name in shape]
    if len(places) > 1:
        return itemgetter(*places)
    return lambda fact: tuple([fact[place] for place in places])
