"""One engine, many threads: each gets the bytes that it would get alone, whatever the others ask meanwhile."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from credit_rules import Engine
from credit_rules.plan.model import PLACES_KEPT
from tests.benchmark.single_case import with_one_record, without_records

THREADS, ROUNDS = 8, 1


@pytest.fixture
def eager_switching() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def texts() -> list[str]:
    """Cases of several places and days, more of them than an engine keeps what it worked out for."""
    found = []
    for number in range(PLACES_KEPT + 20):
        for make in (with_one_record, without_records):
            case = make(number)
            day = f"2024-{3 + number % 9:02d}-{1 + number % 28:02d}"
            case["context"] |= {"as_of": day, "region": ("360300", "360000", "410100", "000000")[number % 4]}
            found.append(json.dumps(case))
    return found


@pytest.mark.usefixtures("eager_switching")
def test_threads_do_not_disturb_one_another() -> None:
    engine, cases = Engine.bundled(), texts()
    alone = [Engine(engine.plan).evaluate(case).to_json(indent=None).encode() for case in cases]
    shared = Engine.from_plan(engine.plan.json)
    with ThreadPoolExecutor(THREADS) as pool:
        asked = [case for _ in range(ROUNDS) for case in cases]
        together = list(pool.map(shared.evaluate_json, asked))
    assert together == alone * ROUNDS


def test_what_is_kept_for_days_and_places_does_not_grow_without_end() -> None:
    engine = Engine.bundled()
    for case in texts():
        engine.evaluate_json(case)
    assert len(engine.plan._places) <= PLACES_KEPT
