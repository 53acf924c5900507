"""Where the evaluator cannot be had or cannot take something, one sentence says so by name."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from credit_rules import Engine, InputError
from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.durable.prepare import prepare
from credit_rules.plan.conditions import Compare, OnList
from credit_rules.plan.model import Plan
from credit_rules.registry.operators import Comparison
from tests.durable.available import needs_durable
from tests.durable.prepared import small_plan
from tests.durable.test_fences_in_size import plan_with


def refusal(plan: Plan) -> Diagnostic:
    with pytest.raises(InputError) as refused:
        Engine(plan).with_evaluator("durable")
    (said,) = refused.value.diagnostics
    return said


@pytest.mark.parametrize("module", ["durable", "durable.engine"])
def test_without_the_extra_or_on_a_python_that_is_too_new_one_sentence_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    """Without the extra there is no such module; from Python 3.13 on its C part cannot be imported."""
    monkeypatch.delitem(sys.modules, "durable.engine", raising=False)
    monkeypatch.setitem(sys.modules, module, None)  # type: ignore[arg-type]
    said = refusal(small_plan())
    assert said.code == "evaluator-not-installed"
    for message in (said.message("zh"), said.message("en")):
        assert "credit-rules[durable]" in message
        assert "3.12" in message
    assert "matcher" in said.hint("zh")


@needs_durable
def test_a_condition_on_a_role_that_turns_on_its_own_records() -> None:
    """Packs are refused before; a plan from elsewhere is refused here, where the matcher would never end."""
    plan = plan_with(
        [{"on_list": "taxes"}], bearers=[{"roles": ["director"], "at": "listing", "when": {"exists": ["director"]}}]
    )
    records = next(number for number, it in enumerate(plan.conditions) if isinstance(it, OnList))
    (rule,) = plan.rules
    turned = rule._replace(bearers=(rule.bearers[0]._replace(when=records),))
    said = refusal(replace(plan, rules=(turned,)))
    assert said.code == "evaluator-condition-turns-on-itself"
    assert said.values["measure"] == "large/m0"
    assert said.values["condition"] in said.message("en")


@needs_durable
def test_a_fact_of_a_record_where_none_is_looked_at() -> None:
    plan = plan_with([{"on_list": "taxes", "where": {"fact": "record.amount", "at_least": "5"}}])
    fact = next(number for number, it in enumerate(plan.conditions) if isinstance(it, Compare))
    said = refusal(replace(plan, rules=(plan.rules[0]._replace(condition=fact),)))
    assert said.code == "evaluator-fact-out-of-place"
    assert said.values["measure"] == "large/m0"


@needs_durable
def test_a_bound_beyond_the_numbers_that_are_sent() -> None:
    plan = plan_with([{"on_list": "taxes", "where": {"fact": "record.years-added", "at_least": 5}}])
    wide = Compare(Comparison("record", "years-added", "count", "at_least", (10**30,), "很大"), "很大")
    conditions = tuple(wide if isinstance(it, Compare) else it for it in plan.conditions)
    said = refusal(replace(plan, conditions=conditions))
    assert said.code == "evaluator-bound-too-great"
    assert str(10**30) in said.message("zh")


@needs_durable
def test_an_engine_without_such_an_evaluator_says_so() -> None:
    with pytest.raises(ValueError, match="batch"):
        Engine(small_plan()).with_evaluator("batch")  # type: ignore[arg-type]
    assert Engine(small_plan()).with_evaluator("matcher").evaluator == "matcher"
    assert prepare(small_plan()).name == "durable"
