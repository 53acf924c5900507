"""Two documents that order opposite things of one subject, or the same for different times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ....checks.framework.check import Words
from ....decide.withhold import DISHONESTY
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....plan.model import Plan, Rule, TermSpec
from ....registry.places import applies
from ....situation.places import most_local
from ....source.values import Effect
from ..confirm import Shown
from ..proof import Found, Proof
from ..proving import Proving
from ..solver import Bit, conj, neg
from ..tree import Posed
from ..world import World

OPPOSITE: frozenset[tuple[Effect, Effect]] = frozenset(
    {("supervise", "fewer-inspections"), ("publicise", "honour"), ("admonish", "honour")}
)
"""Effects of a punishment and of an incentive that undo one another and that nothing settles: S20 lets ``prohibit``,
``restrict``, ``revoke`` and ``strict-review`` prevail, S21 a ``reference`` over a preference."""

Kind = Literal["effects", "terms"]


def contradiction(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Measures of this pack that contradict those of another; told at the measure that applies from the later day.

    Both must be ordered (``mandatory``) of public actors and meet on a matter, for the same bearer on the same day in
    the same place. Contradictory are opposite effects (:data:`OPPOSITE`) where the incentive is not withheld for want
    of a clean list (S17), and one act with terms of its own that differ. One finding a measure, naming one measure of
    each other pack, with the case of the first.
    """
    for posed in proving.measures(loaded):
        effects: list[Found] = []
        for other_pack in proving.packs:
            for other in proving.measures(other_pack) if other_pack is not loaded else ():
                kind = _contradict(posed.rule, other.rule, proving.plan) if _later(posed.rule, other.rule) else None
                found = None if kind is None else _found(kind, proving, loaded, posed, other)
                if found is not None and kind == "terms":
                    yield found
                elif found is not None:
                    effects.append(found)
                    break
        if effects:
            first = effects[0].diagnostic
            others = "|".join(each.diagnostic.values["other"] for each in effects)
            diagnostic = replace(first, values={**first.values, "other": others})
            yield Found(diagnostic, effects[0].case, all(each.confirmed for each in effects))


def _later(rule: Rule, other: Rule) -> bool:
    return (rule.from_, rule.id) > (other.from_, other.id)


def _contradict(rule: Rule, other: Rule, plan: Plan) -> Kind | None:
    """Whether two measures could contradict each other, as far as their heads tell."""
    if any(each.force != "mandatory" or each.actor != "public" for each in (rule, other)):
        return None
    start = max(rule.from_, other.from_)
    if any(each.until is not None and each.until <= start for each in (rule, other)):
        return None
    here, there = (plan.pack[each.pack].place for each in (rule, other))
    if not (applies(here, there, plan.vocabulary.renumbered) or applies(there, here, plan.vocabulary.renumbered)):
        return None
    if rule.act == other.act and rule.direction == other.direction:
        terms = (rule.term, other.term)
        differ = None not in terms and _length(rule.term) != _length(other.term)
        return "terms" if differ and not rule.once else None
    if rule.direction == other.direction:
        return None
    punishment, incentive = (rule, other) if rule.direction == "punishment" else (other, rule)
    meet = bool(set(rule.matters) & set(other.matters)) or not (rule.matters or other.matters)
    return "effects" if meet and (punishment.effect, incentive.effect) in OPPOSITE else None


def _found(kind: Kind, proving: Proving, loaded: LoadedPack, posed: Posed, other: Posed) -> Found | None:
    for borne in proving.bearers(posed):
        for beside in proving.bearers(other):
            if beside.shape != borne.shape:
                continue
            witness = proving.search.find(
                [borne, beside],
                lambda world, values: conj(
                    values[0].true, values[1].true, *_clean(world, (posed.rule, other.rule), proving.plan)
                ),
            )
            if witness is None:
                continue
            shown = proving.show(witness)
            names = {"found": posed.rule.id.rpartition("/")[2], "other": other.rule.id}
            if kind == "terms":
                names |= {"term": _length(posed.rule.term), "there": _length(other.rule.term)}
            where = (*posed.path, "term" if kind == "terms" else "act")
            return PROOF.found(loaded, where, shown.case, _stand(kind, shown, posed.rule, other.rule), **names)
    return None


def _length(term: TermSpec | None) -> str:
    """A term as packs write it."""
    if term is None or term.life:
        return "life"
    return "next-calendar-year" if term.next_year else str(term.period)


def _clean(world: World, rules: tuple[Rule, Rule], plan: Plan) -> Iterator[Bit]:
    """That no record of the bearer itself withholds the incentive (S17)."""
    words, here = plan.vocabulary, world.here
    every_field = any(
        row.incentives_blocked_by_all_fields
        for row in most_local(words.procedures, here.region, here.as_of, words.renumbered)
    )
    for rule in rules:
        if rule.direction != "incentive" or world.shape != "own":
            continue
        for each in world.of(world.listed.name):
            named = each.list.id in rule.blocked_by if rule.blocked_by is not None else each.list.class_ == "serious"
            if named or (every_field and each.list.class_ in DISHONESTY):
                yield neg(conj(each.there, each.here, each.current, neg(each.doubt)))


def _stand(kind: Kind, shown: Shown, rule: Rule, other: Rule) -> bool:
    """Whether the engine issues both, and where they are one act, with different ends."""
    if not (shown.came(rule.id) == shown.came(other.id) == "issued"):
        return False
    if kind == "effects":
        return True
    ends = {
        source.id: source.until
        for measure in shown.decision.measures
        for source in measure.sources
        if measure.bearer.id == shown.bearer
    }
    return ends[rule.id] != ends[other.id]


PROOF = Proof(
    id="proof-contradiction",
    find=contradiction,
    rules=("S14", "S17", "S20"),
    said=Sentence(
        "措施“{found}”与“{other:list}”对同一主体互相矛盾[：期限是 {term}，那里是 {there}]",
        "the measure “{found}” contradicts “{other:list}” for one and the same subject[: its term is {term}, there it is {there}]",
        "请核对两份文件：是否一份已经取代另一份（supersedes），或者条件、承受人写宽了；确实矛盾的，在这一行说明由谁依据什么取舍。",
        "Compare the documents: whether one supersedes the other, or a condition or bearer is too wide; where they do contradict, say on the line who decides by what.",
    ),
    reason=Words(
        "两份文件命令相反的事，或者对同一行为规定不同的期限，办事的人无所适从；决定只能并列，不能由文件的先后替他选。激励遇上禁止、限制、撤销、从严的，已由“惩戒优先”解决；遇上审慎性参考的，事项提示已取参考：都不算矛盾。",
        "Where two documents order opposite things, or one thing for different times, an officer cannot obey both; a decision only sets them side by side. An incentive that meets a prohibition, restriction, revocation or strict review is settled, for the punishment prevails, and so is one that meets a reference, for the indication takes that.",
    ),
    limits=Words(
        "只看强制性措施、公共部门、两份文件；承受人须都因自己的记录或者都因同一单位的职务承受。",
        "Looks at mandatory measures of public actors in two documents, both borne for the bearer's own records, or both by roles in one unit.",
    ),
    bad=(
        """
            memorandum: {id: first, document_no: 示府字〔2023〕1号, from: 2023-01-01}
            triggered_by: {on_list: tax-a}
            measures:
              - {id: fewer, act: inspect-less, direction: incentive}
            ---
            memorandum: {id: second}
            measures:
              - {id: more, act: ‸supervise, triggered_by: {on_list: market-watch}}
            ---
            acts:
              - {id: inspect-less, title: 减少检查, effect: fewer-inspections, impact: benefit}
        """,
        """
            memorandum: {id: first, document_no: 示府字〔2023〕1号, from: 2023-01-01}
            measures:
              - {id: one-year, act: restrict-subsidy, term: {period: 1 year}}
            ---
            memorandum: {id: second}
            measures:
              - {id: two-years, act: restrict-subsidy, triggered_by: {on_lists: serious}, term: ‸{period: 2 years}}
        """,
    ),
    good="""
        memorandum: {id: first, document_no: 示府字〔2023〕1号, from: 2023-01-01}
        triggered_by: {on_list: tax-a}
        measures:
          - {id: fewer, act: inspect-less, direction: incentive}
        ---
        memorandum: {id: second}
        measures:
          - {id: more, act: supervise, triggered_by: {on_list: tax-violation}}
          - {id: strict, act: restrict-subsidy, triggered_by: {on_list: tax-violation}, term: {period: 1 year}}
        ---
        acts:
          - {id: inspect-less, title: 减少检查, effect: fewer-inspections, impact: benefit}
    """,
)
