"""Whatever is read and whatever is decided meets the published schema, by a validator that is not ours (contract.md)."""

from __future__ import annotations

import json

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from credit_rules import Engine
from tests.generators.search import searched
from tests.generators.world import World


@searched(some=25)
def test_cases_and_decisions_meet_their_schemas(world: World, data: st.DataObject) -> None:
    engine = Engine(world.plan)
    Draft202012Validator(engine.case_schema()).validate(world.case)
    decision = engine.evaluate(world.case)
    Draft202012Validator(engine.decision_schema()).validate(json.loads(decision.to_json()))
