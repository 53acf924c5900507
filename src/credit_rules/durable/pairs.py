"""Possible bearers, each because of somebody listed, and the readings in which they are looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from ..plan.model import BearerSpec
from ..plan.results import Reading
from ..source.rows import NamedTuple
from .facts import Candidate
from .nodes import Nodes
from .observed import Observed
from .situating import Situated

READINGS: dict[int, Reading] = dict(enumerate(get_args(Reading), 1))
ALL, UNSUSPENDED, UNREDUCED, UNOPPOSED = READINGS
_TAKEN = {ALL: (1, 1, 1), UNSUSPENDED: (0, 1, 0), UNREDUCED: (0, 0, 0), UNOPPOSED: (1, 0, 1)}
"""Whether a reading takes in suspended records, reduced records, disputed relations."""


class Pair(NamedTuple):
    """Who may bear because of whom, both as numbers of parties."""

    bearer: int
    listed: int


class Pairs:
    """The pairs of each kind of bearer, with the relations that make them, numbered from 1."""

    def __init__(self, observed: Observed, situated: Situated, nodes: Nodes):
        self.number: dict[Pair, int] = {}
        self.of: dict[BearerSpec, dict[Pair, list[int]]] = {}
        self._situated = situated
        self._specs = nodes.specs
        for spec in nodes.specs:
            found: dict[Pair, list[int]] = {}
            if not spec.roles:
                if observed.subject_bears:
                    found[Pair(1, 1)] = []
            else:
                for number in sorted(observed.candidates.get(nodes.role_sets[spec.roles], ())):
                    relation = situated.relations[number]
                    pair = Pair(situated.number[relation.id], situated.number[relation.of or self._subject])
                    found.setdefault(pair, []).append(number)
            self.of[spec] = found
            for pair in found:
                self.number.setdefault(pair, len(self.number) + 1)
        self.pair = {number: pair for pair, number in self.number.items()}
        self.readings = _alike(situated)

    @property
    def _subject(self) -> str:
        return self._situated.situation.subject

    def places(self, spec: BearerSpec) -> Iterator[tuple[int, int]]:
        """Every pair of a kind of bearer in every reading that differs."""
        for pair in self.of[spec]:
            for reading in sorted(set(self.readings.values())):
                yield self.number[pair], reading

    def in_order(self, spec: BearerSpec) -> list[Pair]:
        """The pairs by the ids of bearer and listed one."""
        name = self._situated.party_id
        return sorted(self.of[spec], key=lambda pair: (name(pair.bearer), name(pair.listed)))

    def candidates(self, asked: dict[int, set[int]], present: set[int]) -> Iterator[Candidate]:
        """The facts: for each kind of bearer, and each set of lists asked about that holds records, and none."""
        day = self._situated.day
        for spec, number in self._specs.items():
            sets = sorted(asked.get(number, set()) & present)
            for pair, reading in self.places(spec):
                for lists in sets:
                    for least in (2, 1):
                        yield Candidate(number, lists, least, pair, reading, *self.pair[pair], day, *_TAKEN[reading])


def _alike(situated: Situated) -> dict[int, int]:
    """For each reading the first one that takes in the same: most cases hold nothing suspended, reduced or disputed."""
    records, relations = situated.situation.records, situated.situation.relations
    there = (
        any(state.suspended for state in records),
        any(state.reduced for state in records),
        any(relation.status == "disputed" for relation in relations),
    )
    first: dict[tuple[int, ...], int] = {}
    return {
        reading: first.setdefault(tuple(takes for takes, some in zip(taken, there, strict=True) if some), reading)
        for reading, taken in _TAKEN.items()
    }


def takes(reading: int) -> tuple[int, int, int]:
    """Whether a reading takes in suspended records, reduced records, disputed relations."""
    return _TAKEN[reading]
