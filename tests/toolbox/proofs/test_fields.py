"""Distinct conducts, and fields with conduct of their own, are counted as the situation counts them (S19)."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credit_rules.registry.vocabulary import ListRule
from credit_rules.situation import fields as plain
from credit_rules.toolbox.proofs.counting import conducts, fields
from credit_rules.toolbox.proofs.solver import Solver
from credit_rules.toolbox.proofs.world import World
from tests.generators.example import record, state
from tests.toolbox.proofs.proved import SOLVER

pytestmark = pytest.mark.needs(*SOLVER)
LISTS = ("debts", "taxes", "wages", "prices", "penalties")
"""Of the fields courts, taxation, wages, taxation and courts."""
CONDUCTS = 3


class Told:
    """A record as counting looks at it: its list, and which conduct it tells of."""

    def __init__(self, entry: ListRule, conduct: int):
        self.list, self.conduct = entry, conduct


class Apart:
    """A world of which only the conducts, and what follows from counting, are looked at."""

    def __init__(self) -> None:
        self.conducts = [(0, 0)] * CONDUCTS
        self.further: list[object] = []


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(LISTS), st.integers(0, CONDUCTS - 1)), max_size=6))
def test_the_numbers_are_those_of_the_situation(told: list[tuple[str, int]]) -> None:
    states = [
        state(
            record(f"r{place}", code, conduct={"from": f"2016-0{conduct + 1}-01", "until": f"2016-0{conduct + 1}-20"})
        )
        for place, (code, conduct) in enumerate(told)
    ]
    world = Apart()
    counted = [(Told(each.list, conduct), True) for each, (_, conduct) in zip(states, told, strict=True)]
    size = fields(counted, cast(World, world))  # type: ignore[arg-type]
    assert (conducts(counted, cast(World, world)),) * 2 == plain.conducts(states)  # type: ignore[arg-type]
    model = Solver(world.further).model()
    assert model is not None
    assert (model.number(size),) * 2 == plain.fields(states)
    assert Solver((*world.further, size != model.number(size))).model() is None
