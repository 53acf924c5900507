"""Why a measure is given, and why another is not (S25)."""

from typing import Literal, NamedTuple

from ..case.decision import ReasonView
from ..case.model import Case
from ..decide.measure import TRUTH
from ..matcher.match import applicable, match
from ..plan.model import Plan, Rule
from ..plan.options import Options
from ..plan.results import RuleResult
from .evaluate import situation_of


class Explanation(NamedTuple):
    """One measure and one possible bearer: the outcome and every condition judged.

    ``bearer`` is ``None`` where nobody in the case could bear it, or it is not in force that day and place.
    """

    id: str
    title: str
    clause: str
    document_no: str | None
    pack: str
    bearer: str | None
    outcome: Literal["hit", "miss", "undetermined", "not-in-force"]
    reasons: tuple[ReasonView, ...]


def explain(plan: Plan, case: Case, options: Options, name: str) -> tuple[Explanation, ...]:
    """Every measure of the plan, in its order."""
    situation = situation_of(plan, case, options, name)
    by_rule: dict[int, list[RuleResult]] = {}
    for result in match(plan, situation, every=True):
        by_rule.setdefault(result.rule, []).append(result)
    found: list[Explanation] = []
    for number, rule in enumerate(plan.rules):
        if not applicable(rule, plan, situation):
            pack = plan.pack[rule.pack]
            period = f"{rule.from_}起" + (f"至{rule.until}（不含）" if rule.until else "")
            reason = ReasonView(f"只在{period}、地区 {pack.place} 内适用", "false", ())
            found.append(_explained(plan, rule, None, "not-in-force", (reason,)))
        elif number not in by_rule:
            reason = ReasonView("本案中没有可能承担该措施的人", "false", ())
            found.append(_explained(plan, rule, None, "miss", (reason,)))
        for result in by_rule.get(number, ()):
            found.append(_explained(plan, rule, result.bearer, result.outcome, _reasons(result)))
    return tuple(found)


def _reasons(result: RuleResult) -> tuple[ReasonView, ...]:
    judged = [ReasonView(used.text, TRUTH[used.value], used.uses) for used in result.used]
    settle = [ReasonView(f"需要查明：{missing.what}", "unknown", ()) for missing in result.missing]
    return tuple(dict.fromkeys((*judged, *settle)))


def _explained(
    plan: Plan,
    rule: Rule,
    bearer: str | None,
    outcome: Literal["hit", "miss", "undetermined", "not-in-force"],
    reasons: tuple[ReasonView, ...],
) -> Explanation:
    number = plan.pack[rule.pack].document_no
    return Explanation(rule.id, rule.title, rule.clause, number, rule.pack, bearer, outcome, reasons)
