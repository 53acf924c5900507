"""Two algorithms, one meaning: the network finds what the matcher finds, result by result, with reasons and days.

Thousands of cases through all evaluators: tests/differential. Here a search shrinks what it finds.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from credit_rules import Options
from credit_rules.engine.evaluate import match_case, situation_of
from credit_rules.engine.evaluators import MATCHER, Evaluator
from credit_rules.matcher.match import match
from credit_rules.plan.model import Plan
from credit_rules.plan.results import RuleResult
from credit_rules.registry.read_case import read_case
from credit_rules.source.tree import bundled_root, cases_under
from credit_rules.toolbox.case_file import read_case_file
from tests.durable.available import needs_durable
from tests.durable.prepared import prepared
from tests.durable.wild import wild_plans
from tests.generators.cases import cases
from tests.generators.packs import packs, plan_of
from tests.generators.world import World, shipped_plan

pytestmark = needs_durable
A_PLAN = 8
"""Cases to a generated plan: most of the time goes into preparing it."""


def expect_agreement(plan: Plan, worlds: list[World]) -> Counter[str]:
    """Every world judged by both; the outcomes, so that a test can tell that it looked at something."""
    outcomes: Counter[str] = Counter()
    with prepared(plan) as evaluator:
        for world in worlds:
            situation = world.situation()
            expected = match(plan, situation)
            found = evaluator.evaluate(situation)
            assert found == expected, [pair for pair in zip(found, expected, strict=False) if pair[0] != pair[1]][:1]
            outcomes.update(result.outcome for result in expected)
    return outcomes


def search(
    plans: st.SearchStrategy[Plan], examples: int, cases_a_plan: int = A_PLAN, start: int | None = None
) -> Counter[str]:
    """So many plans, each with some cases; the outcomes that were met. ``start`` begins a search of its own."""
    seen: Counter[str] = Counter()

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(plan=plans, data=st.data())
    def search_one(plan: Plan, data: st.DataObject) -> None:
        worlds = [World(plan, data.draw(cases(plan))) for _ in range(cases_a_plan)]
        seen.update(expect_agreement(plan, worlds))

    (search_one if start is None else seed(start)(search_one))()
    return seen


@st.composite
def generated_plans(draw: st.DrawFn) -> Plan:
    """One to three packs of the forms that texts use."""
    return plan_of([draw(packs(number)) for number in range(draw(st.sampled_from((1, 1, 2, 3))))])


def expect_all_outcomes(plans: st.SearchStrategy[Plan], examples: int, start: int) -> None:
    """Some plans, and more of them until every outcome was met: what is drawn depends on what is imported."""
    seen: Counter[str] = Counter()
    for further in range(5):
        seen += search(plans, examples, start=start + 10 * further)
        if min(seen["hit"], seen["miss"], seen["undetermined"]) > 2:
            return
    raise AssertionError(seen)


def test_on_generated_packs() -> None:
    expect_all_outcomes(generated_plans(), 10, start=1)


def test_on_packs_that_nest_conditions_as_deep_as_they_can() -> None:
    expect_all_outcomes(wild_plans(), 8, start=2)


def test_on_the_packs_that_ship() -> None:
    expect_all_outcomes(st.just(shipped_plan()), 6, start=3)


@pytest.mark.parametrize("step", [pytest.param(8, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)])
def test_on_the_written_cases_of_the_packs_that_ship(step: int) -> None:
    """What decisions compare is compared too: lists of sufficient basis alone, and the day before an error was known."""
    plan, asked = shipped_plan(), 0
    with prepared(plan) as evaluator:

        def evaluate(_: Plan, situation: object) -> tuple[RuleResult, ...]:
            return evaluator.evaluate(situation)  # type: ignore[arg-type]

        durable = Evaluator("durable", evaluate, evaluate, evaluate)
        matcher = MATCHER._replace(match=match)
        for file in cases_under(bundled_root()):
            for placed in read_case_file(file).cases[::step]:
                case, _, wrong = read_case(placed.node.to_plain(), "<case>", plan.vocabulary)
                assert case is not None, wrong
                options = Options(**dict(placed.written.options))
                situation = situation_of(plan, case, options, "<case>")
                first = match_case(plan, case, options, situation, matcher)
                assert match_case(plan, case, options, situation, durable) == first, placed.written.name
                asked += 1
    assert asked > 400 / step


@pytest.mark.long
@pytest.mark.parametrize("block", range(100))
def test_a_hundred_thousand_cases(block: int) -> None:
    """In blocks, for a search remembers every case of its block."""
    search(generated_plans(), 30, 10, block)
    search(wild_plans(), 20, 10, block)
    search(st.just(shipped_plan()), 50, 10, block)
