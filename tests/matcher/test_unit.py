"""Measures that are judged alike are judged once: each gets what it would get by itself."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from credit_rules.matcher.match import applicable, judge_unit, match
from credit_rules.matcher.unit import Unit
from tests.generators.search import searched
from tests.generators.world import World


@searched()
def test_each_measure_gets_what_it_would_get_by_itself(world: World, data: st.DataObject) -> None:
    situation = world.situation()
    alone = [
        result
        for number, rule in enumerate(world.plan.rules)
        if applicable(rule, world.plan, situation)
        for number_of_seat, spec in enumerate(rule.bearers)
        for result in judge_unit(Unit(number, rule, ((spec, number_of_seat),)), world.plan, replace(situation))
    ]
    assert list(match(world.plan, situation, every=True)) == alone
