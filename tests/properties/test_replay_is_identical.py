"""The same plan and case give the same bytes: read back from JSON, again, and from several threads (S27)."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

from hypothesis import strategies as st

from credit_rules import Engine, Plan
from credit_rules.case.decision_json import decision_from_json
from tests.generators.search import searched
from tests.generators.world import World


@searched(some=15)
def test_a_plan_and_a_decision_come_back_as_they_were(world: World, data: st.DataObject) -> None:
    again = Plan.from_json(world.plan.json)
    assert (again, again.json, again.digest) == (world.plan, world.plan.json, world.plan.digest)
    decision = world.decide()
    text = decision.to_json()
    assert world.decide().to_json() == text
    assert World(again, json.loads(json.dumps(world.case))).decide().to_json() == text
    assert decision_from_json(text) == decision


@searched(some=8)
def test_threads_decide_alike(world: World, data: st.DataObject) -> None:
    engine = Engine(Plan.from_json(world.plan.json))
    with ThreadPoolExecutor(4) as pool:
        texts = set(pool.map(lambda _: engine.evaluate(world.case).to_json(), range(8)))
    assert texts == {Engine(world.plan).evaluate(world.case).to_json()}
