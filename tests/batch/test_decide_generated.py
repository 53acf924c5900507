"""Generated packs with generated cases, in every mode: the six tables say what the matcher's decision says.

From the situations of the matcher; whole batches of cases as they are read: tests/differential, also by default.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from credit_rules import Options
from tests.batch.decided import expect_equal
from tests.batch.varied import drawn
from tests.generators.packs import packs, plan_of
from tests.generators.people import Plain

MODES = (
    Options(),
    Options(standing="withhold"),
    Options(evidence="strict", include_unverified=True),
    Options(department="tax-office"),
    Options(matter="bids", department="market-office"),
    Options(region="990102"),
    Options(standing="withhold", evidence="strict", include_unverified=True),
)
AHEAD = 12
"""How many sets of packs are drawn and left, since the first that are drawn are small."""


def pack_sets(number: int, start: int = 0) -> list[tuple[Plain, ...]]:
    """So many sets of one to three packs; another ``start`` gives others."""
    found: list[tuple[Plain, ...]] = []

    @seed(start)
    @settings(
        max_examples=AHEAD + number, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(st.data())
    def draw(data: Any) -> None:
        found.append(tuple(data.draw(packs(place)) for place in range(data.draw(st.integers(1, 3)))))

    draw()
    return found[AHEAD:]


@pytest.mark.long
def test_some_packs() -> None:
    (written,) = pack_sets(1)
    plan = plan_of(written)
    expect_equal(plan, drawn(plan, 100), Options(evidence="strict"), parts=2)


@pytest.mark.long
@pytest.mark.parametrize("mode", MODES)
def test_every_mode(mode: Options) -> None:
    for number, written in enumerate(pack_sets(3, start=7)):
        plan = plan_of(written)
        expect_equal(plan, drawn(plan, 150, start=number), mode, parts=2)


@pytest.mark.long
@pytest.mark.parametrize("start", range(100, 120))
def test_a_hundred_thousand_cases(start: int) -> None:
    for number, written in enumerate(pack_sets(20, start)):
        plan = plan_of(written)
        expect_equal(plan, drawn(plan, 250, start=1000 * start + number), MODES[number % len(MODES)])
