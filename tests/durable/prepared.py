"""Prepared evaluators: that of the packs that ship once for all tests, others for as long as they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from credit_rules.durable.evaluator import Evaluator
from credit_rules.durable.prepare import prepare
from credit_rules.engine.load import load_plan
from credit_rules.plan.model import Plan
from credit_rules.source.tree import bundled_root
from tests.generators.world import shipped_plan


@cache
def small_plan() -> Plan:
    """The plan of one of the packs that ship, with incentives, roles and counts in it."""
    return load_plan((bundled_root() / "regional" / "360000-joint-measures-2016",), "0")


@cache
def _shipped() -> Evaluator:
    return prepare(shipped_plan())


@contextmanager
def prepared(plan: Plan) -> Iterator[Evaluator]:
    """The evaluator of a plan; its memory is given back, unless it is that of the packs that ship."""
    if plan is shipped_plan():
        yield _shipped()
        return
    evaluator = prepare(plan)
    try:
        yield evaluator
    finally:
        evaluator.close()
