"""What a value lets through: of a row of measures, those whose demand holds there and those whose demand may hold.

Both sets are bits of one number, so that one ``&`` tells what two things that a case shows let through together (S16):
what is in all of the first sets hits, what is not in all of the second is a miss.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from ..registry.operators import ORDERED, Comparison, FactType, read_value
from ..registry.truth import Truth
from .unit import Numbers

ELSE = ("else",)
"""The cell of the values that nobody names."""

KEPT = 4096
"""How many things are kept in one place, which nobody has to work out again."""

T = TypeVar("T")

Bits = int
"""Places in a row, the lowest bit for the first."""
Masks = int
"""The places whose demand holds, and above them those whose demand may hold, in as many bits."""


def masks_of(truths: Iterable[Truth], size: int) -> Masks:
    """The masks of what is true, false or unknown, place by place."""
    masks = 0
    for place, truth in enumerate(truths):
        masks |= (truth is True) << place | (truth is not False) << size + place
    return masks


def places(bits: Bits) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        last = bits & -bits
        yield last.bit_length() - 1
        bits ^= last


class Readings(dict[Any, Any]):
    """What values of a type are, by how they are written; some are kept, so that not every list reads them again."""

    def __init__(self, type: FactType):
        super().__init__()
        self.type = type

    def __missing__(self, value: Any) -> Any:
        typed = read_value(self.type, value)
        if self.type != "text":
            keep(self, value, typed)
        return typed


class Values:
    """What each value of a fact lets through.

    Values between the same two bounds are one cell; where there is no order, so are all that nobody names. The masks of
    a cell are worked out once. ``known`` has them by values as they are written too, but no text.
    """

    def __init__(self, comparisons: Iterable[Comparison], readings: Readings, demand: Callable[[Any], Masks]):
        self.readings, self.demand = readings, demand
        self.named = {bound for one in comparisons for bound in one.bounds}
        self.marks: list[Any] | None = sorted(self.named) if readings.type in ORDERED else None
        self.cells: dict[Hashable, Masks] = {}
        self.known: dict[Any, Masks] = {}

    def learn(self, value: Any) -> Masks:
        """What a value lets through that is not known yet."""
        cell = None if value is None else self._cell(self.readings[value])
        masks = self.cells.get(cell)
        if masks is None:
            masks = self.cells[cell] = self.demand(value)
        if self.readings.type != "text" or value is None:
            keep(self.known, value, masks)
        return masks

    def _cell(self, typed: Any) -> Hashable:
        if self.marks is None:
            return typed if typed in self.named else ELSE
        place = bisect_left(self.marks, typed)
        return 2 * place + (place < len(self.marks) and self.marks[place] == typed)


class Names:
    """The measures that a few places stand for; ``known`` by the bits of those asked for together."""

    def __init__(self, numbers: Sequence[Numbers]):
        self.numbers = numbers
        self.known: dict[Bits, Numbers] = {}

    def learn(self, bits: Bits) -> Numbers:
        """The measures of places that were not asked for together yet."""
        found = tuple([one for place, numbers in enumerate(self.numbers) if bits >> place & 1 for one in numbers])
        keep(self.known, bits, found)
        return found


def keep(known: dict[Any, T], key: Any, found: T) -> None:
    """Keep what was worked out, which is no more than :data:`KEPT` things: then it starts anew."""
    if len(known) >= KEPT:
        known.clear()
    known[key] = found
