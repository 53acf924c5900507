"""What a change does to ten thousand invented subjects, by the shipped packs, is told within two minutes of CPU."""

from __future__ import annotations

from time import process_time

import pytest

from credit_rules.plan.options import Options
from credit_rules.toolbox.impact_part import part_of
from credit_rules.toolbox.impact_work import inventing
from tests.generators.world import shipped_plan

SUBJECTS, SECONDS = 10_000, 120


@pytest.mark.long
def test_ten_thousand_subjects_by_two_versions() -> None:
    whole = shipped_plan()
    gone = "pingxiang-2017-judgment-debtors/food-and-drug-trade"
    less = part_of(whole, set(whole.ids) - {gone})
    started = process_time()
    tally = inventing(whole.json, less.json, Options(), 1, 3)(range(1, SUBJECTS + 1))
    spent = process_time() - started
    assert (tally.read, tally.wrong) == (SUBJECTS, [])
    assert tally.measures[gone].ways["lost"] > SUBJECTS / 10
    assert spent < SECONDS, f"{spent:.1f} s"
    print(f"{SUBJECTS} subjects: {spent:.1f} s of CPU")  # noqa: T201
