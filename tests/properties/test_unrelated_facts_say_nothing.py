"""A fact that is declared, but that no condition asks for, changes nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from credit_rules import Plan
from credit_rules.plan.conditions import Compare
from credit_rules.registry.vocabulary import FactRule
from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World

VALUES: dict[str, tuple[Any, ...]] = {
    "boolean": (True, False, None),
    "amount": ("1200000.00", "0", None),
    "count": (0, 7, None),
    "share": ("5.0", None),
    "day": ("2016-02-29", None),
    "text": ("蓝", "", None),
}


def asked(plan: Plan) -> set[tuple[str, str]]:
    """The facts that some condition or some term asks for; the day of founding bounds the time of a clean record."""
    conditions = [condition.comparison for condition in plan.conditions if isinstance(condition, Compare)]
    terms = [
        comparison
        for entry in plan.vocabulary.lists
        for term in entry.terms
        for case in term.cases
        for comparison in case.when
    ]
    return {(found.scope, found.fact) for found in (*conditions, *terms)} | {("subject", "established-on")}


@searched()
def test_a_fact_that_nothing_asks_for_changes_nothing(world: World, data: st.DataObject) -> None:
    used = asked(world.plan)
    others = [fact for fact in world.plan.vocabulary.facts if (fact.scope, fact.name) not in used]
    fact = data.draw(st.sampled_from(others))
    values = VALUES.get(fact.type, (*fact.choices, None))
    changed = _said(world.case, fact, data.draw(st.sampled_from(values)), data)
    assert World(world.plan, changed).decide().to_json() == world.decide().to_json()


def _said(case: Plain, fact: FactRule, value: Any, data: st.DataObject) -> Plain:
    def told(part: Plain) -> Plain:
        return {**part, "facts": {**part["facts"], fact.name: value}}

    places = {"subject": ("subject", "parties"), "relation": ("relations",), "record": ("records",)}
    changed = dict(case)
    for name in places.get(fact.scope, ("context",)):
        part = case[name]
        changed[name] = (
            [told(item) if data.draw(st.booleans()) else item for item in part]
            if isinstance(part, list)
            else told(part)
        )
    return changed
