"""Without a fact a measure may become undetermined, never the opposite of what it was (S16)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from credit_rules.plan.results import RuleResult
from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World


def facts(case: Plain) -> Iterator[tuple[Plain, str]]:
    """Every fact of the case, as the mapping that holds it and its name."""
    parts = [case["subject"], case["context"], *case["relations"], *case["parties"], *case["records"]]
    for part in parts:
        yield from ((part["facts"], name) for name, value in part["facts"].items() if value is not None)


def without(value: Any, holder: Plain, name: str, null: bool) -> Any:
    """A copy in which one fact is absent, or null."""
    if isinstance(value, dict):
        gone = value is holder and not null
        return {
            key: None if value is holder and key == name else without(item, holder, name, null)
            for key, item in value.items()
            if not (gone and key == name)
        }
    return [without(item, holder, name, null) for item in value] if isinstance(value, list) else value


def outcomes(world: World) -> dict[tuple[int, str, str, tuple[str, ...]], str]:
    found: dict[tuple[int, str, str, tuple[str, ...]], str] = {}
    for result in world.results(every=True):
        found[_key(result, world)] = result.outcome
    return found


def _key(result: RuleResult, world: World) -> tuple[int, str, str, tuple[str, ...]]:
    """A measure with two specifications of bearers may be judged twice for one person."""
    return result.rule, result.bearer, result.listed, ()


@searched()
def test_without_a_fact_nothing_is_decided_otherwise(world: World, data: st.DataObject) -> None:
    known = list(facts(world.case))
    assume(known)
    holder, name = data.draw(st.sampled_from(known))
    case = without(world.case, holder, name, data.draw(st.booleans()))
    before, after = outcomes(world), outcomes(World(world.plan, case))
    assert before.keys() == after.keys()
    changed = {key: (before[key], after[key]) for key in before if after[key] not in (before[key], "undetermined")}
    assert changed == {}
