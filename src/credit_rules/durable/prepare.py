"""Preparing a plan: its conditions and measures as definitions, checked against what the library can take."""

from __future__ import annotations

from ..plan.model import Plan
from .evaluator import Evaluator
from .host import expect_installed
from .refusals import Refusal, as_input_error


def prepare(plan: Plan) -> Evaluator:
    """The evaluator of a plan, ready for its first situation.

    :class:`~credit_rules.InputError` with one clear sentence where durable-rules cannot be had (it needs the extra
    ``durable`` and a Python before 3.13), and where the plan holds what this evaluator does not take, by its name.
    """
    try:
        expect_installed()
        return Evaluator(plan).prepare()
    except Refusal as refusal:
        raise as_input_error(refusal) from None
