"""A unit of which nothing is on record gets the answer it would get by itself, whoever was asked about before."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import strategies as st

from credit_rules import Engine, Options
from credit_rules.case.bind import bind_case
from credit_rules.engine.unlisted import is_unlisted_unit
from credit_rules.source.plain import read_plain
from tests.generators.people import ADULT, FIRM, HOSPITAL, OTHER_FIRM, SHOP, described
from tests.generators.search import searched
from tests.generators.world import World

UNITS = (FIRM, OTHER_FIRM, SHOP, HOSPITAL)
NAMES = st.sampled_from([None, "示例有限公司", f"名称{FIRM.id}", 'a"b', "\u3000"])


@searched()
def test_one_answer_for_all_is_the_answer_to_each(world: World, data: st.DataObject) -> None:
    engine = Engine(world.plan)
    options = Options(
        include_unverified=data.draw(st.booleans()), standing=data.draw(st.sampled_from(("annotate", "withhold")))
    )
    for unit in data.draw(st.lists(st.sampled_from(UNITS), min_size=2, max_size=3)):
        subject = described(unit, name=data.draw(NAMES), facts=world.case["subject"].get("facts", {}))
        case: dict[str, Any] = {"subject": subject, "context": world.case["context"]}
        if data.draw(st.booleans()):
            case["inquiry"] = {"records_of": [unit.id], "registers": ["*"], "from": "2010-01-01", "until": "2026-12-31"}
        told = engine.evaluate(case, options).to_json(indent=None)
        assert engine.evaluate_json(json.dumps(case), options).decode() == told


@pytest.mark.parametrize(
    ("parts", "unlisted"),
    [
        ({}, True),
        ({"subject": described(ADULT)}, False),
        ({"subject": {"id": "示例-1", "kind": "enterprise", "id_type": "registration-number"}}, False),
        ({"relations": [{"id": ADULT.id, "kind": "natural-person", "role": "director", "since": "2016-01-01"}]}, False),
        ({"parties": [described(SHOP)]}, False),
    ],
    ids=["unit", "person", "another-number", "relation", "party"],
)
def test_only_units_known_by_kind_place_and_facts_share_an_answer(parts: dict[str, Any], unlisted: bool) -> None:
    node, _ = read_plain({"subject": described(FIRM), **parts}, "<case>")
    assert node is not None
    case, wrong = bind_case(node)
    assert case is not None, wrong
    assert is_unlisted_unit(case) is unlisted
