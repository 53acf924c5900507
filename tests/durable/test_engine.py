"""The façade with the second evaluator: every way to decide gives the same decision, under its own name."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

from credit_rules import Engine
from tests.durable.available import needs_durable
from tests.durable.prepared import small_plan
from tests.durable.test_fences_of_the_network import LISTED

pytestmark = needs_durable
UNLISTED = {"subject": LISTED["subject"], "context": LISTED["context"]}


def named(text: bytes | str) -> dict[str, object]:
    decision: dict[str, object] = json.loads(text)
    assert decision["engine"].pop("evaluator") in ("matcher", "durable")  # type: ignore[attr-defined]
    return decision


def test_bytes_to_bytes_it_decides_alike() -> None:
    engine = Engine(small_plan())
    second = engine.with_evaluator("durable")
    for case in (LISTED, UNLISTED):
        text = json.dumps(case).encode()
        found = second.evaluate_json(text)
        assert json.loads(found)["engine"]["evaluator"] == "durable"
        assert named(found) == named(engine.evaluate_json(text)) == named(second.evaluate(case).to_json())


def test_an_engine_with_it_may_be_shared_between_threads() -> None:
    second = Engine(small_plan()).with_evaluator("durable")
    expected = second.evaluate(LISTED)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: second.evaluate(LISTED) == expected, range(12))) == {True}


def test_the_first_engine_stays_as_it_was() -> None:
    engine = Engine(small_plan())
    engine.with_evaluator("durable")
    assert engine.evaluator == "matcher"
    assert engine.evaluate(LISTED).engine.evaluator == "matcher"
