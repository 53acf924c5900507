"""What one measure gives for one bearer: status, force, standing and period (semantics.md, step 4)."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from ..case.decision import MeasureStatus, Standing
from ..plan.model import Plan, Rule
from ..plan.results import RuleResult
from ..situation.model import Situation
from ..source.rows import NamedTuple
from ..source.values import Force
from .standing import standing_of


class Contribution(NamedTuple):
    """A measure that hit, for one bearer because of one listed subject.

    ``otherwise`` is its status were nothing under verification or in dispute.
    """

    number: int
    rule: Rule
    result: RuleResult
    status: MeasureStatus
    otherwise: MeasureStatus
    force: Force
    standing: Standing
    from_: date | None
    until: date | None

    @property
    def bearer(self) -> str:
        """Who bears it."""
        return self.result.bearer

    @property
    def counts(self) -> bool:
        """Whether the law of the day carries it: of sufficient or practice standing (S14, S21)."""
        return self.standing.value in ("sufficient", "practice")


def contributions(
    plan: Plan, situation: Situation, results: Sequence[RuleResult], founded: Sequence[RuleResult] = ()
) -> list[Contribution]:
    """The hits as contributions; one that repair lifts gives none.

    ``founded`` are the same results with records on lists of insufficient basis left out, where that differs: what can
    stand on these alone does, so that no such list lends it force or time (S14).
    """
    found = []
    for result, alone in zip_longest(results, founded):
        if not result.readings[0]:
            continue
        rule = plan.rules[result.rule]
        if alone is not None and alone.readings[0]:
            stands = standing_of(rule, alone, plan, situation).value in ("sufficient", "practice")
            result = alone if stands else result
        status = _status(result)
        otherwise: MeasureStatus = "in-force" if result.unopposed else "reduced"
        reduced = status == "reduced" or (status == "suspended" and otherwise == "reduced")
        if status is None or (reduced and rule.on_reduce == "lifted"):
            continue
        force = force_of(rule, otherwise if status == "suspended" else status)
        standing = standing_of(rule, result, plan, situation)
        since, until = result.since, result.until
        if since is not None and since < rule.from_:
            since = rule.from_
        if until is None or (rule.until is not None and rule.until < until):
            until = rule.until
        found.append(Contribution(result.rule, rule, result, status, otherwise, force, standing, since, until))
    return found


def force_of(rule: Rule, status: MeasureStatus) -> Force:
    """The force of a measure of that status: what repair only reduces may become a recommendation (S9)."""
    return "recommended" if status == "reduced" and rule.on_reduce == "recommended" else rule.force


def _status(result: RuleResult) -> MeasureStatus | None:
    """Suspended where nothing but suspended records carries it, reduced where nothing but those and reduced ones."""
    taken, unsuspended, unreduced = result.readings
    if not taken:
        return None
    if not unsuspended:
        return "suspended"
    return "in-force" if unreduced else "reduced"
