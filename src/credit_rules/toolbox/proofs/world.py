"""A bounded world for some measures: who there is, which records there may be, and what is so in every case.

Two shapes of a case matter to a measure: its bearer is the listed one itself, or holds a role in the listed unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from ...plan.conditions import AfterExit, CleanFor, CountRecords, HasRelation, HeldBy, InFields, OnList
from ...plan.model import Plan
from ...registry.places import NATIONWIDE
from ...registry.vocabulary import ListRule
from .alike import roles_alike, stand_for
from .facts import Fact, Facts
from .people import Asked, Party, Relation
from .records import Listed
from .settings import Setting, reach_here
from .solver import Bit, Whole, bit, disj, whole
from .tree import Part, Posed, leaves

Shape = Literal["own", "role"]
LISTED, BEARER = "listed", "bearer"
"""The names of the parties: in the shape ``own`` they are one."""


class Bounds(NamedTuple):
    """How large a case is looked for: records of one subject on one list, holders of one role."""

    records: int = 3
    holders: int = 3


USUAL = Bounds()
"""The bounds that the project promises."""


@dataclass(frozen=True, eq=False)
class World:
    """The free terms of a case in which some measures are judged; made once, then read.

    ``whole_conduct`` makes every record tell the days of its conduct, of which there are only a few.
    """

    plan: Plan
    here: Setting
    shape: Shape
    asked: tuple[Posed, ...]
    bounds: Bounds
    whole_conduct: bool = False

    @cached_property
    def further(self) -> list[Bit]:
        """What is so because of what conditions count; they add to it when they are judged."""
        return []

    @cached_property
    def facts_of(self) -> Facts:
        """How facts become terms."""
        return Facts(self.plan)

    @cached_property
    def conditions(self) -> tuple[Part, ...]:
        """Every simple condition of the measures."""
        trees = [tree for posed in self.asked for tree in (posed.tree, *posed.whens) if tree is not None]
        return tuple({id(part.condition): part for tree in trees for part in leaves(tree)}.values())

    @cached_property
    def listed(self) -> Party:
        """The listed subject; of unknown kind only where the case is about the bearer."""
        found = Party(LISTED, self.facts_of)
        if self.shape == "role":
            found.kind_known = bit(f"{LISTED}.kind?")
        return found

    @cached_property
    def bearer(self) -> Party:
        """Who bears the measure."""
        return self.listed if self.shape == "own" else Party(BEARER, self.facts_of)

    @cached_property
    def about_bearer(self) -> Bit:
        """Whether the case is about the bearer, and not about the unit in which it holds a role.

        Where a clean record is asked for, which is that of whoever the case is about, it is about the unit.
        """
        if self.shape == "own":
            return True
        return False if any(isinstance(part.condition, CleanFor) for part in self.conditions) else bit("about-bearer")

    @cached_property
    def inquiry(self) -> Asked:
        """What was looked up."""
        return Asked()

    @cached_property
    def context_facts(self) -> dict[str, Fact]:
        """The facts of the context that conditions ask for."""
        return {}

    def subject_fact(self, name: str) -> Fact | None:
        """A fact of the listed one; ``None`` where no such fact is declared."""
        return self.listed.fact(name) if ("subject", name) in self.plan.vocabulary.fact else None

    def context_fact(self, name: str) -> Fact:
        """A fact of the context."""
        if name not in self.context_facts:
            self.context_facts[name] = self.facts_of.of("context", name, "context")
        return self.context_facts[name]

    @cached_property
    def conducts(self) -> list[tuple[Whole, Whole]]:
        """The days of the conducts that records can tell of, where conduct is counted: each begins on another day."""
        number = max(3, self.need + 1)
        return [(whole(f"conduct{place}.first"), whole(f"conduct{place}.last")) for place in range(number)]

    @cached_property
    def need(self) -> int:
        """The greatest number that a condition compares a count with."""
        bounds = (getattr(part.condition, "bounds", ()) for part in self.conditions)
        return max((bound for each in bounds for _, bound in each), default=0)

    @cached_property
    def records(self) -> tuple[Listed, ...]:
        """Every record that there may be: of the listed one, and of holders of roles in the bearer."""
        return (*self._of_listed(), *self._of_holders())

    @cached_property
    def into(self) -> tuple[Relation, ...]:
        """The roles of the bearer in the listed unit."""
        if self.shape == "own":
            return ()
        roles = dict.fromkeys(role for posed in self.asked for spec in posed.rule.bearers for role in spec.roles)
        number = self.bounds.holders
        return tuple(
            Relation(f"into{place}", BEARER, LISTED, tuple(roles), self.facts_of) for place in range(number)
        )  # fmt: skip

    @cached_property
    def holders(self) -> tuple[Relation, ...]:
        """Who holds roles in the bearer, as far as a condition looks at them."""
        asked = [part.condition for part in self.conditions if isinstance(part.condition, HeldBy | HasRelation)]
        names = [f"{role}{place}" for role in roles_alike(asked) for place in range(self.bounds.holders)]
        roles = [role for role in roles_alike(asked) for _ in range(self.bounds.holders)]
        return tuple(
            Relation(name, name, self.bearer.name, (role,), self.facts_of)
            for name, role in zip(names, roles, strict=True)
        )  # fmt: skip

    @property
    def slots(self) -> tuple[Listed | Relation, ...]:
        """Every record and every relation that there may be."""
        return (*self.records, *self.into, *self.holders)

    def of(self, holder: str) -> Iterator[Listed]:
        """The records that somebody may have."""
        return (record for record in self.records if record.holder == holder)

    def holds(self) -> Iterator[Bit]:
        """What is so in every case."""
        for party in dict.fromkeys((self.listed, self.bearer)):
            yield from party.holds()
        yield disj(self.listed.kind_known, self.about_bearer)
        for record in self.records:
            yield from record.holds(self.here)
        if self.into:
            yield disj(*(relation.there for relation in self.into))
        for relation in (*self.into, *self.holders):
            yield from relation.holds(self.here)
        if any(record.conducts is not None for record in self.records):
            starts = [first for first, _ in self.conducts]
            yield from (one < other for one, other in pairwise(starts))
        yield from (fact.holds for fact in self.context_facts.values())
        yield from self.further

    def plainest(self) -> Iterator[Bit]:
        """What a case is easier to read with, the weightier first."""
        for slot in self.slots:
            yield next(slot.plainest(self.here))
        yield self.listed.kind_known
        for party in dict.fromkeys((self.listed, self.bearer)):
            yield party.kind == (0 if party is self.listed else 1)
            yield party.adult == self.here.as_of.toordinal() - 20 * 365
        for slot in self.slots:
            yield from slot.plainest(self.here)
        yield from self.inquiry.plainest()

    def _of_listed(self) -> Iterator[Listed]:
        asked = [part.condition for part in self.conditions]
        about = [each for each in asked if isinstance(each, OnList | InFields | AfterExit | CountRecords)]
        counted = [each for each in about if isinstance(each, InFields | CountRecords)]
        conduct = self.whole_conduct or any(
            isinstance(each, InFields) or each.distinct == "conduct" for each in counted
        )
        incentives = [posed.rule for posed in self.asked if posed.rule.direction == "incentive"]
        codes = list(stand_for(about, self.here, self.plan, incentives))
        if any(isinstance(each, CleanFor) for each in asked) and not any(self._list(code).negative for code in codes):
            codes.append(next(entry.id for entry in self.plan.vocabulary.lists if self._shows_dirt(entry)))
        most = max(self.bounds.records, -(-(self.need + 1) // max(1, len(codes)))) if self.bounds.records > 1 else 1
        for code in codes:
            entry = self._list(code)
            here = reach_here(entry, self.here, self.plan)
            for place in range(most):
                conducts = self.conducts if conduct else None
                yield Listed(f"{code}.{place}", LISTED, entry, here, self.facts_of, conducts)

    def _of_holders(self) -> Iterator[Listed]:
        about = [part.condition for part in self.conditions if isinstance(part.condition, HeldBy)]
        codes = list(stand_for(about, self.here, self.plan))
        for relation in self.holders:
            for code in codes:
                entry = self._list(code)
                here = reach_here(entry, self.here, self.plan)
                yield Listed(f"{relation.name}.{code}", relation.holder, entry, here, self.facts_of)

    def _shows_dirt(self, entry: ListRule) -> bool:
        return entry.negative and entry.place == NATIONWIDE and reach_here(entry, self.here, self.plan)

    def _list(self, code: str) -> ListRule:
        return self.plan.vocabulary.list[code]


def lists_named(asked: Iterable[Posed]) -> tuple[str, ...]:
    """The lists that the conditions of measures name."""
    found = (part.condition for posed in asked for part in leaves(posed.tree))
    return tuple(dict.fromkeys(code for condition in found for code in getattr(condition, "lists", ())))
