"""Which bases carry a measure on a list, worked out before any case is looked at (S23).

On several lists a basis carries a measure where its rank carries on each of them and it provides for one at least.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...plan.model import Plan, Rule
from ...registry.carrying import Ground, carries, floors_under, row_on, weaker
from ...registry.citations import provisions_of, resolve
from ...registry.vocabulary import Cited, FloorRule, ListRule
from ...source.values import Kind, Provenance, Rank
from ..match.units import Place


class Basis(NamedTuple):
    """What may carry a measure: a cited article by one of those that enable it, or the document itself."""

    rank: Rank
    place: str
    enabled_by: tuple[Cited, ...]
    article: tuple[str, str] | None
    read: Provenance


class Carrying(NamedTuple):
    """A basis whose rank carries on a list: its place among those of the measure, whether it provides for the list, and
    whether it was read, with what enables it."""

    number: int
    provides: bool
    read: bool


class Bases:
    """What carries measures in one place for bearers of one kind."""

    def __init__(self, plan: Plan, place: Place, kind: Kind | None):
        self.plan, self.place, self.kind = plan, place, kind
        self._provided: dict[tuple[str, str, str, str], bool] = {}
        self._carried: dict[tuple[object, ...], Provenance | None] = {}

    def practised(self, rule: Rule) -> bool:
        """Whether the document itself is enough, as practice of its time."""
        pack = self.plan.pack[rule.pack]
        row = row_on(pack.rank, self.place.as_of, self.plan.vocabulary)
        blocked = any(pack.rank not in floor.ranks for floor in self._floors(rule))
        return row is not None and row.measure == "practice" and not blocked

    def of(self, rule: Rule) -> tuple[Basis, ...]:
        """The cited bases in force, then the document itself."""
        words, pack = self.plan.vocabulary, self.plan.pack[rule.pack]
        found: list[Basis] = []
        for cited in rule.basis:
            entry = words.instrument[cited.instrument]
            version, article = resolve(cited, entry, rule.from_, self.place.as_of)
            if version is None:
                continue
            read = weaker(cited.provenance, version.provenance)
            ways: list[tuple[Cited, ...]] = [(enabling,) for enabling in entry.enabled_by] or [()]
            found += [Basis(entry.rank, entry.place, way, (entry.id, article), read) for way in ways]
        found.append(Basis(pack.rank, pack.place, (), None, weaker(rule.provenance, pack.provenance)))
        return tuple(found)

    def on(self, rule: Rule, bases: tuple[Basis, ...], entry: ListRule) -> Iterator[Carrying]:
        """The bases whose rank carries where the measure rests on records of one list."""
        floors = tuple(self._floors(rule))
        for number, basis in enumerate(bases):
            enabling = self._carries(basis, entry.field, floors)
            if enabling is not None:
                read = weaker(basis.read, enabling) == "text"
                yield Carrying(number, self._provides(basis, rule.act, entry.id), read)

    def _floors(self, rule: Rule) -> list[FloorRule]:
        return floors_under(rule.floor, (self.kind,), self.place.as_of, self.plan.vocabulary)

    def _provides(self, basis: Basis, act: str, entry: str) -> bool:
        """Whether an article that was read names the act, and the list where it names lists; one not read may."""
        if basis.article is None:
            return True
        key = (*basis.article, act, entry)
        if key not in self._provided:
            rows = provisions_of(*basis.article, self.place.as_of, self.plan.vocabulary.provisions)
            named = any(act in row.acts and (not row.lists or entry in row.lists) for row in rows)
            self._provided[key] = named or not rows
        return self._provided[key]

    def _carries(self, basis: Basis, field: str, floors: tuple[FloorRule, ...]) -> Provenance | None:
        """Whether the rank carries on a list of the field: ``None``, or how well what enables it was read."""
        key = (basis.rank, basis.place, basis.enabled_by, field, floors)
        if key not in self._carried:
            ground = Ground(self.place.as_of, self.place.region, frozenset((field,)))
            words = self.plan.vocabulary
            self._carried[key] = carries(basis.rank, basis.place, basis.enabled_by, ground, floors, words)
        return self._carried[key]
