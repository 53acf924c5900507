"""Parts of two files compared, by a function that a process of its own can make for itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..plan.model import Plan
from ..plan.options import Options
from .changes_tally import Changes, Comparing, Pair, compared
from .diff_sides import Sides


def comparing(
    plan: str, old: Options, new: Options, old_name: str, new_name: str, department: str | None
) -> Callable[[Sequence[Pair]], Changes]:
    """What to do with pairs of cases: the plan comes as JSON, the names stand for the files in messages."""
    rules = Plan.from_json(plan)
    how = Comparing(Sides(rules, rules), old, new, old_name, new_name, department)
    return lambda pairs: compared(how, pairs)
