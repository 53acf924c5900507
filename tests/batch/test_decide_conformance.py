"""Every conformance case, matched and decided as tables: the six tables say what the matcher's decision says."""

from __future__ import annotations

from functools import cache

import pytest

from tests.batch.decided import expect_equal
from tests.batch.worlds import worlds

WORLDS = 9
every_world = cache(worlds)


def test_nearly_every_case_is_in_the_default_run() -> None:
    sizes = [sum(map(len, world.written.values())) for world in every_world()]
    assert len(sizes) == WORLDS
    assert sizes[0] > 0.95 * sum(sizes)


@pytest.mark.parametrize(
    "number", [pytest.param(number, marks=[pytest.mark.long] if number else []) for number in range(WORLDS)]
)
def test_every_case(number: int) -> None:
    world = every_world()[number]
    plan = world.plan()
    expect_equal(plan, {name: case for name, case, _ in world.cases(plan)}, world.chosen())
