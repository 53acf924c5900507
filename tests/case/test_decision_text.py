"""The line that is written at once holds the bytes of the decision's JSON (S27)."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from credit_rules import Engine
from credit_rules.case.decision_text import to_line
from tests.generators.search import searched
from tests.generators.world import World

CASE = {"subject": {"id": "91350100M000100Y43", "kind": "enterprise"}, "context": {"as_of": "2018-05-10"}}


@searched()
def test_the_line_is_the_json_of_the_decision(world: World, data: st.DataObject) -> None:
    options = {"standing": data.draw(st.sampled_from(("annotate", "withhold"))), "include_unverified": True}
    decision = world.decide(**options)
    assert to_line(decision) == decision.to_json(indent=None)


def test_json_bytes_to_json_bytes_are_those_of_the_decision() -> None:
    engine = Engine.bundled()
    assert engine.evaluate_json(json.dumps(CASE).encode()) == engine.evaluate(CASE).to_json(indent=None).encode()
