"""Choices that follow from a seed alone: the same on every machine and in every process."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")
_MASK = (1 << 64) - 1


class Draw:
    """A stream of choices; two of the same seed choose alike (splitmix64, seeded by a digest)."""

    def __init__(self, *seed: int | str):
        self._state = int.from_bytes(blake2b(repr(seed).encode(), digest_size=8).digest())

    def below(self, end: int) -> int:
        """A whole number of ``[0, end)``."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) % end

    def between(self, first: int, last: int) -> int:
        """A whole number of ``[first, last]``."""
        return first + self.below(last - first + 1)

    def chance(self, percent: int) -> bool:
        """True so many times in a hundred."""
        return self.below(100) < percent

    def one(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[self.below(len(choices))]
