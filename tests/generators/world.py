"""Packs and a case together: what every property is about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as st

from credit_rules import Case, Decision, MeasureView, Options, Plan
from credit_rules.case.bind import bind_case
from credit_rules.engine.evaluate import decide_case, situation_of
from credit_rules.engine.load import load_plan
from credit_rules.matcher.match import match
from credit_rules.plan.results import RuleResult
from credit_rules.situation.model import Situation
from credit_rules.source.plain import read_plain

from .cases import cases
from .packs import packs, plan_of
from .people import Plain


class World:
    """A plan and a case for it; ``packs`` are those that were generated, as plain values. Never changed."""

    def __init__(self, plan: Plan, case: Plain, packs: tuple[Plain, ...] = ()):
        self.plan, self.case, self.packs = plan, case, packs

    def __repr__(self) -> str:
        return f"World(case={self.case!r}, packs={self.packs!r})"

    def but(self, **parts: Any) -> World:
        """The same with other parts of the case."""
        return World(self.plan, {**self.case, **parts}, self.packs)

    def decide(self, **options: Any) -> Decision:
        """The decision on the case."""
        return decide_case(self.plan, case_of(self.case), Options(**options), "0", "<case>")

    def situation(self, **options: Any) -> Situation:
        """The situation that the case is in."""
        return situation_of(self.plan, case_of(self.case), Options(**options), "<case>")

    def results(self, every: bool = False, **options: Any) -> tuple[RuleResult, ...]:
        """What the matcher says of each measure and possible bearer."""
        return match(self.plan, self.situation(**options), every)


def case_of(plain: Mapping[str, Any]) -> Case:
    """A case from plain values, bound but not resolved."""
    node, read = read_plain(plain, "<case>")
    assert node is not None, read
    case, wrong = bind_case(node)
    assert case is not None, wrong
    return case


@cache
def shipped_plan() -> Plan:
    """The plan of the packs that ship."""
    return load_plan((), "0")


@st.composite
def shipped(draw: st.DrawFn) -> World:
    """Cases for the packs that ship."""
    return World(shipped_plan(), draw(cases(shipped_plan())))


@st.composite
def generated(draw: st.DrawFn, growing: bool = False) -> World:
    """Cases for one to three generated packs, mostly such as some measure hits; for ``growing`` see ``conditions``."""
    written = tuple(draw(packs(number, growing)) for number in range(draw(_PACKS)))
    plan = plan_of(written)
    world = World(plan, draw(cases(plan)), written)
    for _ in range(3):
        if any(result.outcome == "hit" for result in world.results()):
            break
        world = World(plan, draw(cases(plan)), written)
    return world


_PACKS = st.sampled_from((1, 1, 2, 3))


def punishments(decision: Decision) -> dict[tuple[str, str], MeasureView]:
    """Punishments by act and bearer."""
    return {(view.act, view.bearer.id): view for view in decision.measures if view.direction == "punishment"}
