"""Why a measure is given, and why another is not (S25)."""

from typing import Literal

from ..case.decision import Decision, ReasonView, SourceView, Withheld, WithheldReason
from ..case.model import Case
from ..decide.departments import is_of
from ..decide.measure import TRUTH
from ..matcher.match import applicable, match
from ..plan.model import Plan, Rule
from ..plan.options import Options
from ..plan.results import RuleResult
from ..source.rows import NamedTuple
from .evaluate import decide_case, situation_of

Outcome = Literal["hit", "miss", "undetermined", "withheld", "not-in-force"]
WITHHELD: dict[WithheldReason, str] = {
    "listed-elsewhere": "不予发出：承担人本身列入失信名单",
    "punishment-prevails": "不予发出：同一事项上的惩戒优先",
    "insufficient-standing": "不予发出：法律依据不足",
    "unverified-source": "不予发出：来源未经核对",
    "livelihood": "不予发出：涉及自然人的基本生活",
}


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
    outcome: Outcome
    reasons: tuple[ReasonView, ...]


def explain(plan: Plan, case: Case, options: Options, version: str, name: str) -> tuple[Explanation, ...]:
    """Every measure of the plan, in its order; with a department asked for, only that department's.

    What hits is told as the decision gives it: issued, suspended, withheld with the reason, or lifted by repair.
    """
    situation = situation_of(plan, case, options, name)
    told = _Told.of(decide_case(plan, case, options._replace(department=None), version, name))
    by_rule: dict[int, list[RuleResult]] = {}
    for result in match(plan, situation, every=True):
        by_rule.setdefault(result.rule, []).append(result)
    found: list[Explanation] = []
    for number, rule in enumerate(plan.rules):
        if options.department is not None and not is_of(rule, options.department, situation, plan):
            continue
        if not applicable(rule, plan, situation):
            pack = plan.pack[rule.pack]
            period = f"{rule.from_}起" + (f"至{rule.until}（不含）" if rule.until else "")
            place = plan.vocabulary.places.get(pack.place, f"地区 {pack.place} ")
            reason = ReasonView(f"只在{period}、{place}内适用", "false", ())
            found.append(_explained(plan, rule, None, "not-in-force", (reason,)))
        elif number not in by_rule:
            reason = ReasonView("本案中没有可能承担该措施的人", "false", ())
            found.append(_explained(plan, rule, None, "miss", (reason,)))
        for result in by_rule.get(number, ()):
            outcome, settled = told.outcome(rule, result)
            found.append(_explained(plan, rule, result.bearer, outcome, (*_reasons(result), *settled)))
    return tuple(found)


class _Told(NamedTuple):
    """What the decision made of each measure and bearer."""

    issued: dict[tuple[str, str], SourceView]
    withheld: dict[tuple[str, str], Withheld]

    @classmethod
    def of(cls, decision: Decision) -> "_Told":
        issued = {(source.id, measure.bearer.id): source for measure in decision.measures for source in measure.sources}
        return cls(issued, {(entry.id, entry.bearer.id): entry for entry in decision.withheld})

    def outcome(self, rule: Rule, result: RuleResult) -> tuple[Outcome, tuple[ReasonView, ...]]:
        if result.outcome != "hit":
            return result.outcome, ()
        key = (rule.id, result.bearer)
        source = self.issued.get(key)
        if source is not None:
            suspended = ReasonView("信息核实或者关系争议期间暂不执行", "true", result.records)
            return "hit", (suspended,) if source.status == "suspended" else ()
        entry = self.withheld.get(key)
        if entry is None:
            return "miss", (ReasonView("信用修复后不再适用", "true", result.records),)
        return "withheld", (ReasonView(WITHHELD[entry.reason], "true", entry.because),)


def _reasons(result: RuleResult) -> tuple[ReasonView, ...]:
    judged = [ReasonView(used.text, TRUTH[used.value], used.uses) for used in result.used]
    settle = [ReasonView(f"需要查明：{missing.what}", "unknown", ()) for missing in result.missing]
    return tuple(dict.fromkeys((*judged, *settle)))


def _explained(
    plan: Plan,
    rule: Rule,
    bearer: str | None,
    outcome: Outcome,
    reasons: tuple[ReasonView, ...],
) -> Explanation:
    number = plan.pack[rule.pack].document_no
    return Explanation(rule.id, rule.title, rule.clause, number, rule.pack, bearer, outcome, reasons)
