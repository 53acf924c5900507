"""Who says which measures hit: the matcher, or another evaluator that is held to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from ..matcher.match import match
from ..matcher.quick import match_quickly
from ..plan.model import Plan
from ..plan.results import RuleResult
from ..situation.model import Situation
from ..source.rows import NamedTuple

EvaluatorName = Literal["matcher", "durable"]
Match = Callable[[Plan, Situation], Sequence[RuleResult]]


class Evaluator(NamedTuple):
    """An evaluator by its name, and the rule results that it gives.

    ``match`` may leave out misses, of which no decision tells. ``match_whole`` gives them too, to be compared measure
    by measure with what ``match_beside`` says of another situation of the same case.
    """

    name: EvaluatorName
    match: Match
    match_whole: Match
    match_beside: Match


MATCHER = Evaluator("matcher", match_quickly, match, match)


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

    def evaluate(_: Plan, situation: Situation) -> Sequence[RuleResult]:
        return prepared.evaluate(situation)

    return Evaluator("durable", evaluate, evaluate, evaluate)


def standing_evaluator(plan: Plan) -> tuple[Evaluator, Callable[[], None]]:
    """The evaluator ``durable`` that is told only what changes from one situation to the next, and how to end it."""
    from ..durable.prepare import prepare
    from ..durable.standing import Standing

    prepared = prepare(plan)
    standing = Standing(prepared)

    def end() -> None:
        standing.close()
        prepared.close()

    return (
        Evaluator(
            "durable",
            lambda _, situation: standing.evaluate(situation),
            lambda _, situation: standing.evaluate(situation),
            lambda _, situation: prepared.evaluate(situation),
        ),
        end,
    )
