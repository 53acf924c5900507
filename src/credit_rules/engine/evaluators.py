"""Who says which measures hit: the matcher, or another evaluator that is held to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from ..matcher.match import match
from ..plan.model import Plan
from ..plan.results import RuleResult
from ..situation.model import Situation
from ..source.rows import NamedTuple

EvaluatorName = Literal["matcher", "durable"]


class Evaluator(NamedTuple):
    """An evaluator by its name, and the rule results that it gives on a situation."""

    name: EvaluatorName
    match: Callable[[Plan, Situation], Sequence[RuleResult]]


MATCHER = Evaluator("matcher", match)


def evaluator_of(name: EvaluatorName, plan: Plan) -> Evaluator:
    """The evaluator of that name, prepared for the plan.

    ``durable`` needs the extra of that name: :class:`InputError` where it is not there, and where the plan holds what
    it does not take. ``ValueError`` for a name of no evaluator of single cases.
    """
    if name == "matcher":
        return MATCHER
    if name != "durable":
        raise ValueError(f"no evaluator of single cases: {name}")
    from ..durable.prepare import prepare

    prepared = prepare(plan)
    return Evaluator("durable", lambda plan, situation: prepared.evaluate(situation))
