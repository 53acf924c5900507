"""Packs, records, relations, parties and keys may stand in any order: the decision is the same to the byte (S27)."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.generators.packs import plan_of
from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World

UNORDERED = ("relations", "parties", "records", "records_of", "roles", "registers", "responsible_for")


def shuffled(value: Any, data: st.DataObject, key: str = "") -> Any:
    """The same value with the keys of mappings, and the items of lists that have no order, in another order."""
    if isinstance(value, dict):
        return {name: shuffled(value[name], data, name) for name in data.draw(st.permutations(list(value)))}
    if isinstance(value, list):
        items = [shuffled(item, data) for item in value]
        return data.draw(st.permutations(items)) if key in UNORDERED else items
    return value


@searched()
def test_the_order_of_a_case_says_nothing(world: World, data: st.DataObject) -> None:
    other: Plain = shuffled(world.case, data)
    assert World(world.plan, other).decide().to_json() == world.decide().to_json()


@searched()
def test_the_order_of_packs_says_nothing(world: World, data: st.DataObject) -> None:
    plan = plan_of(data.draw(st.permutations(world.packs))) if world.packs else world.plan
    assert plan.json == world.plan.json
    assert World(plan, world.case).decide().to_json() == world.decide().to_json()
