"""A measure that adds nothing, because another of its document is given wherever it is, with at least its force (S14)."""

from __future__ import annotations

from collections.abc import Iterator

from ....case.decision import Decision
from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....plan.model import Rule
from ....source.values import OnReduce, Provenance
from ..confirm import show, without
from ..measured import every_bearer
from ..proof import Found, Proof
from ..proving import Proving
from ..solver import conj, neg
from ..tree import Posed

ON_REDUCE: tuple[OnReduce, ...] = ("lifted", "recommended", "unchanged")
PROVENANCE: tuple[Provenance, ...] = ("unverified", "secondary", "text")
"""From the weakest."""


def shadowed(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Measures under the shadow of another; of two that say the same, the later."""
    measures = proving.measures(loaded)
    gone: set[str] = set()
    for posed in reversed(measures):
        for other in measures:
            if other is posed or other.rule.id in gone or not _could_shadow(other.rule, posed.rule):
                continue
            if _covers(other, posed, proving) and (found := _found(proving, loaded, posed, other)) is not None:
                gone.add(posed.rule.id)
                yield found
                break


def _could_shadow(other: Rule, rule: Rule) -> bool:
    """Whether nothing that stands beside the condition makes a measure more than the other."""
    ends = other.until is None or (rule.until is not None and rule.until <= other.until)
    return (
        (other.act, other.direction, other.actor) == (rule.act, rule.direction, rule.actor)
        and (other.force == "mandatory" or rule.force == "recommended")
        and ON_REDUCE.index(other.on_reduce) >= ON_REDUCE.index(rule.on_reduce)
        and PROVENANCE.index(other.provenance) >= PROVENANCE.index(rule.provenance)
        and other.from_ <= rule.from_
        and ends
        and set(rule.matters) <= set(other.matters)
        and set(rule.departments) <= set(other.departments)
        and set(rule.basis) <= set(other.basis)
        and (rule.guard, rule.parameters, rule.menu) == (other.guard, other.parameters, other.menu)
        and rule.blocked_by == other.blocked_by
        and other.term in (None, rule.term)
    )


def _covers(other: Posed, posed: Posed, proving: Proving) -> bool:
    """Whether each bearer of a measure has the other in every case."""
    able = proving.bearers(posed)
    for borne in able:
        alike = [each for each in every_bearer(other) if each.shape == borne.shape]
        if not alike or proving.search.has_case(
            [borne, *alike], lambda _, values: conj(values[0].true, *(neg(value.true) for value in values[1:]))
        ):
            return False
    return bool(able)


def _found(proving: Proving, loaded: LoadedPack, posed: Posed, other: Posed) -> Found | None:
    witness = proving.search.find([proving.bearers(posed)[0]], lambda _, values: values[0].true)
    if witness is None:
        return None
    both = proving.show(witness)
    alone = show(witness, proving.plan, without(proving.plan, posed.number))
    confirmed = both.holds(posed.rule.id) is True and both.holds(other.rule.id) is True
    confirmed = confirmed and _given(both.decision, posed.rule) == _given(alone.decision, posed.rule)
    names = {"found": posed.rule.id.rpartition("/")[2], "other": other.rule.id.rpartition("/")[2]}
    return PROOF.found(loaded, (*posed.path, "id"), both.case, confirmed, **names)


def _given(decision: Decision, rule: Rule) -> list[object]:
    """What is issued of an act, but for its sources."""
    return [
        (each.bearer.id, each.status, each.force, each.from_, each.until, each.matters, each.standing.value)
        for each in decision.measures
        if each.act == rule.act
    ]


PROOF = Proof(
    id="proof-shadowed",
    find=shadowed,
    rules=("S14", "S15"),
    said=Sentence(
        "措施“{found}”什么也没有增加：凡是它发出的，“{other}”都发出，行为、承受人相同，强度不低于它",
        "the measure “{found}” adds nothing: wherever it is issued “{other}” is, the same act on the same bearer with at least its force",
        "请核对原文：两款的条件、承受人或者部门是否真的一样；原文确实重复的，在这一行说明理由。",
        "Compare with the text whether conditions, bearers and departments are the same indeed; where the text repeats itself, give the reason on the line.",
    ),
    reason=Words(
        "被遮蔽的措施改与不改都看不出差别；多半是条件写宽了，或者写错了名单。",
        "A measure in the shadow of another can be changed without anything coming of it; mostly a condition is too wide, or names the wrong list.",
    ),
    limits=Words(
        "只比较同一份文件的措施：下级文件重申上级文件是常态，合并时列为来源（S14）。多出部门、依据、事项、范围、前提或者期限的，不算被遮蔽。",
        "Compares measures of one document: that a document restates the one above it is normal, and merged as a source (S14). What adds a department, a basis, a matter, an extent, a guard or time is not shadowed.",
    ),
    bad=(
        """
            measures:
              - {id: of-all, triggered_by: {on_lists: serious}}
              - {id: ‸of-tax, triggered_by: {on_list: tax-violation}}
        """,
        """
            measures:
              - {id: ‸of-large, force: recommended, wording: 可以, triggered_by: {on_list: tax-violation, where: {fact: record.amount, at_least: "1000000.00"}}}
              - {id: of-any, triggered_by: {any: [{on_list: tax-violation}, {on_list: judgment-debtor}]}, bearers: [subject, {roles: [director], at: listing}]}
        """,
    ),
    good="""
        measures:
          - {id: of-tax, triggered_by: {on_list: tax-violation}}
          - {id: of-debtors, triggered_by: {on_list: judgment-debtor}}
          - {id: of-directors, triggered_by: {on_lists: serious}, bearers: [{roles: [director], at: listing}]}
    """,
)
