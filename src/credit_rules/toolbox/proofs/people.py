"""Who there may be in a case, as free terms: the parties, the holders of roles, and what was looked up of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...source.values import Kind
from .facts import FIRST_DAY, LAST_DAY, Fact, Facts
from .settings import Setting
from .solver import Bit, Whole, between, bit, conj, disj, implies, neg, whole

KINDS: tuple[Kind, ...] = (
    "enterprise", "natural-person", "individually-owned-business", "cooperative", "social-organisation",
    "public-institution", "state-organ", "unincorporated-organisation",
)  # fmt: skip
PERSON = KINDS.index("natural-person")


@dataclass(eq=False)
class Party:
    """A unit or person: its kind, the day from which a person is of full age, its facts."""

    name: str
    facts_of: Facts
    facts: dict[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kind: Whole = whole(f"{self.name}.kind")
        self.kind_known: Bit = True
        self.adult: Whole = whole(f"{self.name}.adult")
        self.age_known: Bit = bit(f"{self.name}.age?")

    def fact(self, name: str) -> Fact:
        """A fact of the party."""
        if name not in self.facts:
            self.facts[name] = self.facts_of.of("subject", name, self.name)
        return self.facts[name]

    def holds(self) -> Iterator[Bit]:
        """What is so in every case."""
        yield between(0, self.kind, len(KINDS))
        yield between(FIRST_DAY.toordinal(), self.adult, LAST_DAY.toordinal())
        yield from (fact.holds for fact in self.facts.values())


@dataclass(eq=False)
class Relation:
    """Somebody who may hold one of some roles in a party; ``answers`` says for which records."""

    name: str
    holder: str
    of: str
    roles: tuple[str, ...]
    facts_of: Facts
    facts: dict[str, Fact] = field(default_factory=dict)
    answers: dict[str, Bit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.there: Bit = bit(f"{self.name}.there")
        self.role: Whole = whole(f"{self.name}.role")
        self.since: Whole = whole(f"{self.name}.since")
        self.until: Whole = whole(f"{self.name}.until")
        self.ended: Bit = bit(f"{self.name}.ended")
        self.found: Bit = bit(f"{self.name}.found")
        """Whether it is stated for which records it answers."""

    def fact(self, name: str) -> Fact:
        """A fact of the relation."""
        if name not in self.facts:
            self.facts[name] = self.facts_of.of("relation", name, self.name)
        return self.facts[name]

    def is_one_of(self, roles: tuple[str, ...]) -> Bit:
        """Whether its role is among some."""
        return disj(*(self.role == number for number, role in enumerate(self.roles) if role in roles))

    def held(self, day: Whole) -> Bit:
        """Whether it is held on a day."""
        return conj(self.since <= day, disj(neg(self.ended), day < self.until))

    def answers_for(self, record: str) -> Bit:
        """Whether it answers for a record."""
        return self.answers.setdefault(record, bit(f"{self.name}.answers.{record}"))

    def holds(self, here: Setting) -> Iterator[Bit]:
        """What is so of every relation in every case."""
        yield between(0, self.role, len(self.roles))
        yield between(FIRST_DAY.toordinal(), self.since, here.as_of.toordinal() + 1)
        yield implies(self.ended, between(self.since, self.until, LAST_DAY.toordinal()))
        yield from (fact.holds for fact in self.facts.values())

    def plainest(self, here: Setting) -> Iterator[Bit]:
        """What a case is easier to read with."""
        yield neg(self.there)
        yield neg(self.ended)
        yield self.since <= here.as_of.toordinal() - 2000
        yield self.found
        yield from (neg(fact.known) for fact in self.facts.values())


@dataclass(eq=False)
class Asked:
    """What was looked up: whose records, which roles, which registers, and since when."""

    whole: Bit = field(default_factory=lambda: bit("inquiry.registers"))
    since: Whole = field(default_factory=lambda: whole("inquiry.since"))
    persons: dict[str, Bit] = field(default_factory=dict)
    roles: dict[str, Bit] = field(default_factory=dict)
    lists: dict[str, Bit] = field(default_factory=dict)

    def of(self, name: str) -> Bit:
        """Whether somebody's records are all in the case."""
        return self.persons.setdefault(name, bit(f"inquiry.of.{name}"))

    def role(self, role: str) -> Bit:
        """Whether the holders of a role are all in the case."""
        return self.roles.setdefault(role, bit(f"inquiry.role.{role}"))

    def list(self, code: str) -> Bit:
        """Whether a register was searched."""
        return disj(self.whole, self.lists.setdefault(code, bit(f"inquiry.list.{code}")))

    def plainest(self) -> Iterator[Bit]:
        """What a case is easier to read with."""
        yield neg(self.whole)
        yield from (neg(each) for each in (*self.persons.values(), *self.roles.values(), *self.lists.values()))
