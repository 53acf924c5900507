"""Generated packs with many generated cases, for all evaluators; the same number is the same in the same program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from random import Random
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from credit_rules import Case, Options, Plan
from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.registry.read_case import read_case
from tests.batch.varied import varied
from tests.durable.wild import wild_packs
from tests.generators.cases import cases as cases_of
from tests.generators.packs import packs, plan_of
from tests.generators.people import Plain
from tests.generators.world import World, shipped_plan

from .days import on_another_day

T = TypeVar("T")
SIZES = (1, 3, 6, 6, 12)
"""How many packs stand in a plan."""
SHIPPED = 25
"""Every so many blocks one asks the packs that ship."""
AHEAD = 12
"""How many packs are drawn and left, since the first that are drawn are small."""
CHOICES, TRIES = 5, 15
"""From how many packs the first that hits is taken, and how many cases tell whether it does."""
DEPARTMENTS = {False: "tax-office", True: "market-regulation"}
"""A department of the small registry, and one of the registry that ships."""


@dataclass(frozen=True)
class Block:
    """Packs as they are written, none for those that ship; cases by a name of their own; how to decide."""

    number: int
    packs: tuple[Plain, ...]
    cases: dict[str, Plain]
    options: Options

    @cached_property
    def plan(self) -> Plan:
        """The plan of the packs."""
        return plan_of(self.packs) if self.packs else shipped_plan()

    @cached_property
    def read(self) -> dict[str, Case]:
        """The cases as they are read, without those that the reader refuses."""
        return {name: case for name, (case, _) in self._read.items()}

    def warned(self, name: str) -> Sequence[Diagnostic]:
        """What the reader warns of in a case."""
        return self._read[name][1]

    @cached_property
    def _read(self) -> dict[str, tuple[Case, Sequence[Diagnostic]]]:
        read = {name: read_case(case, name, self.plan.vocabulary) for name, case in self.cases.items()}
        return {name: (case, found) for name, (case, _, found) in read.items() if case is not None}


def block_of(number: int, drawn: int, days: int = 1) -> Block:
    """The block of that number: so many cases are drawn, each asked about on so many days.

    About half of the cases are asked about on the day that was drawn for them, all others on days of their events.
    """
    chance = Random(number)
    ships = number % SHIPPED == SHIPPED - 1
    written = () if ships else tuple(_packs(number, chance.choice(SIZES)))
    plan = plan_of(written) if written else shipped_plan()
    cases = {}
    for place, case in enumerate(taken(st.one_of(cases_of(plan), varied(plan)), drawn, number)):
        for day in range(days):
            as_drawn = day == 0 and chance.random() < 0.5
            cases[f"{place}.{day}"] = case if as_drawn else on_another_day(case, chance)
    return Block(number, written, cases, chance.choice(modes(ships)))


def modes(ships: bool = False) -> tuple[Options, ...]:
    """Ways to decide: each alone, some together, and days that are chosen beside the case."""
    return (
        *[Options()] * 6,
        Options(standing="withhold"),
        Options(evidence="strict"),
        Options(evidence="strict", include_unverified=True),
        Options(standing="withhold", evidence="strict", include_unverified=True),
        Options(department=DEPARTMENTS[ships]),
        Options(known_at=date(2019, 6, 3)),
        Options(as_of=date(2020, 12, 7)),
    )


def _packs(number: int, size: int) -> Iterator[Plain]:
    """Packs of the forms that texts use, and such as nest conditions as deep as they can."""
    for place in range(size):
        strategy = wild_packs(place) if (number + place) % 2 else packs(place)
        *drawn, last = taken(strategy, AHEAD + CHOICES, 1000 * number + place)[AHEAD:]
        yield next((pack for pack in drawn if _hits(pack)), last)


def _hits(pack: Plain) -> bool:
    """Whether a measure of a pack hits somebody among a few: of most packs none does."""
    plan = plan_of([pack])
    worlds = (World(plan, case) for case in taken(cases_of(plan), TRIES, 0))
    return any(result.outcome == "hit" for world in worlds for result in world.results())


def taken(strategy: st.SearchStrategy[T], number: int, start: int) -> list[T]:
    """So many of what a strategy draws; another ``start`` gives others."""
    found: list[T] = []

    @seed(start)
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def take(one: T) -> None:
        found.append(one)

    take()
    return found
