"""Values between the bounds of two measures of one clause that reach neither (S16a)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ..kleene import Value
from ..measured import Borne, every_bearer
from ..proof import Found, Proof
from ..proving import Proving
from ..scales import Bounded, Scale, bounded, on_scale, shown, title
from ..solver import Bit, conj
from ..tree import Posed
from ..witness import Witness
from ..world import World


def gap(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Gaps on each scale that several measures of a clause divide, one finding a gap."""
    clauses: dict[tuple[str, str], list[Posed]] = {}
    for posed in proving.measures(loaded):
        if not posed.adopted:
            clauses.setdefault((posed.rule.clause, posed.rule.direction), []).append(posed)
    for siblings in clauses.values():
        scales: dict[Scale, list[Bounded]] = {}
        for posed in siblings if len(siblings) > 1 else ():
            for each in bounded(posed, proving.plan):
                scales.setdefault(each.scale, []).append(each)
        for measures in scales.values():
            for below, above in _apart(measures):
                found = _found(proving, loaded, siblings, below, above)
                if found is not None:
                    yield found


def _apart(measures: Sequence[Bounded]) -> Iterator[tuple[Bounded, Bounded]]:
    """Neighbours on a scale, of different measures, with values between them."""
    top: Bounded | None = None
    for each in sorted(measures, key=lambda each: (each.low, each.high)):
        if top is not None and top.posed is not each.posed and top.high + 1 < each.low:
            yield top, each
        top = each if top is None or each.high > top.high else top


def _found(
    proving: Proving, loaded: LoadedPack, siblings: Sequence[Posed], below: Bounded, above: Bounded
) -> Found | None:  # fmt: skip
    """The gap with a case in it, which meets all else that both measures ask for and reaches no measure of the clause."""
    for borne in every_bearer(above.free):
        witness = _between(borne, siblings, below, above, proving)
        if witness is None:
            continue
        decided = proving.show(witness)
        confirmed = all(decided.holds(posed.rule.id) is False for posed in siblings)
        names = {
            "found": title(above, proving.plan),
            "low": shown(below, below.high, proving.plan),
            "high": shown(above, above.low, proving.plan),
            "below": below.posed.rule.id.rpartition("/")[2],
            "above": above.posed.rule.id.rpartition("/")[2],
        }
        return PROOF.found(loaded, above.place, decided.case, confirmed, **names)
    return None


def _between(
    borne: Borne, siblings: Sequence[Posed], below: Bounded, above: Bounded, proving: Proving
) -> Witness | None:  # fmt: skip
    like = [each for each in every_bearer(below.free) if each.shape == borne.shape]
    every = [each for posed in siblings for each in every_bearer(posed) if each.shape == borne.shape]

    def wanted(world: World, values: Sequence[Value]) -> Bit:
        inside = on_scale(above, Borne(above.posed, borne.bearer), world, below.high, above.low)
        return conj(values[0].true, values[1].true, *(value.false for value in values[2:]), inside)

    return proving.search.find([borne, like[0], *every], wanted) if like else None


PROOF = Proof(
    id="proof-gap",
    find=gap,
    rules=("S16a",),
    said=Sentence(
        "“{below}”到 {low} 为止，“{above}”从 {high} 起，其间的值（{found}）够不到本条的任何措施",
        "“{below}” ends at {low}, “{above}” begins at {high}, and values between ({found}) reach no measure of the clause",
        "请核对原文的界限，尤其是“以上”“不满”是否含本数（S16a）。",
        "Compare with the bounds of the text, and whether they include the number (S16a).",
    ),
    reason=Words(
        "分档的条款本应一档接一档；档与档之间空出的值，多半是以上、不满写反，或者数字抄错。",
        "A clause that goes by steps has them adjoin; a value between two steps mostly comes of a bound turned round or a number miscopied.",
    ),
    limits=Words(
        "只看同一条款、同一方向的措施之间，以及任何情况下都必须成立的界限；金额以分为最小单位，等级依次为一般、较重、严重。",
        "Looks between measures of one clause and one direction, at bounds that must hold in any case; amounts in fen, grades in the order general, heavier, serious.",
    ),
    bad=(
        """
            measures:
              - {id: small, triggered_by: {on_list: tax-violation, where: {fact: record.amount, less_than: "500000.00"}}}
              - {id: large, act: restrict-subsidy, triggered_by: {on_list: tax-violation, where: {fact: record.amount, more_than: ‸"500000.00"}}}
        """,
        """
            measures:
              - {id: once, triggered_by: {all: [{on_list: tax-violation}, {count: tax-violation, within: 3 years, distinct: conduct, at_most: 1}]}}
              - {id: often, act: restrict-subsidy, triggered_by: {all: [{on_list: tax-violation}, {count: tax-violation, within: 3 years, distinct: conduct, at_least: ‸3}]}}
        """,
        """
            measures:
              - {id: general, triggered_by: {on_list: tax-violation, grade: general}}
              - {id: serious, act: restrict-subsidy, triggered_by: {on_list: tax-violation, grade: ‸serious}}
        """,
    ),
    good="""
        measures:
          - {id: small, triggered_by: {on_list: tax-violation, where: {fact: record.amount, less_than: "500000.00"}}}
          - {id: large, act: restrict-subsidy, triggered_by: {on_list: tax-violation, where: {fact: record.amount, at_least: "500000.00"}}}
    """,
)
