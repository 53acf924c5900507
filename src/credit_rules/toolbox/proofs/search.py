"""Looking for a case: over the days and places that matter, small cases first, and until the solver says that none is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ...plan.model import Plan
from .kleene import Value
from .measured import Borne, measured
from .settings import Setting, settings
from .solver import Bit, Solver
from .tree import Posed
from .witness import Unrealisable, Witness
from .world import USUAL, Bounds, World, lists_named

Wanted = Callable[[World, Sequence[Value]], Bit]
"""What a case must be like: a bit from the world and the value of each measure in it."""
Where = Callable[[Setting], bool]
"""Which days and places are looked at."""
SMALL = 1
TRIES = 40
"""How many days that cannot be had are passed over before the search gives up."""


def _anywhere(_: Setting) -> bool:
    return True


class Tried(NamedTuple):
    """A world that was searched, with what must hold in it."""

    world: World
    solver: Solver


class Search:
    """The search in one plan, within bounds."""

    def __init__(self, plan: Plan, bounds: Bounds = USUAL):
        self.plan, self.bounds = plan, bounds

    def has_case(self, asked: Sequence[Borne], wanted: Wanted, *, whole_conduct: bool = False) -> bool:
        """Whether there is such a case."""
        return any(tried.solver.model() is not None for tried in self._tried(asked, wanted, whole_conduct))

    def find(
        self, asked: Sequence[Borne], wanted: Wanted, *, whole_conduct: bool = False, where: Where = _anywhere
    ) -> Witness | None:
        """Such a case, as plain as can be; ``None`` where there is none on the days and in the places of ``where``.

        :class:`RuntimeError` where the solver has one and no calendar does.
        """
        lost = False
        for tried in self._tried(asked, wanted, whole_conduct, where):
            never: list[Bit] = []
            solver = tried.solver
            while len(never) < TRIES and (model := solver.simpler(tried.world.plainest())) is not None:
                witness = Witness(tried.world, model)
                try:
                    witness.case()
                except Unrealisable as error:
                    never.append(error.never)
                    solver = self._solver(tried.world, asked, wanted, *never)
                else:
                    return witness
            lost = lost or bool(never)
        if lost:
            raise RuntimeError("no calendar has the days of the case that was found")
        return None

    def _tried(
        self, asked: Sequence[Borne], wanted: Wanted, whole_conduct: bool, where: Where = _anywhere
    ) -> Iterator[Tried]:
        for world in self._worlds(asked, whole_conduct, where):
            yield Tried(world, self._solver(world, asked, wanted))

    def _solver(self, world: World, asked: Sequence[Borne], wanted: Wanted, *more: Bit) -> Solver:
        values = [measured(borne, world) for borne in asked]
        bit = wanted(world, values)
        return Solver((bit, *more, *world.holds()))

    def _worlds(self, asked: Sequence[Borne], whole_conduct: bool, where: Where) -> Iterator[World]:
        posed: tuple[Posed, ...] = tuple(dict.fromkeys(borne.posed for borne in asked))
        lists = [self.plan.vocabulary.list[code] for code in lists_named(posed)]
        places = tuple(here for here in settings(posed, lists, self.plan) if where(here))
        small = Bounds(SMALL, SMALL)
        for bounds, here in [(small, here) for here in places[:1]] + [(self.bounds, here) for here in places]:
            yield World(self.plan, here, asked[0].shape, posed, bounds, whole_conduct)
