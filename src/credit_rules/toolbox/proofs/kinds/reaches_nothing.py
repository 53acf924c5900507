"""A list that a document names and that reaches no measure of it: whoever stands on that list alone is missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....plan.conditions import AfterExit, AllOf, AnyOf, CountRecords, HeldBy, InFields, OnList
from ....source.node import Path
from ..measured import Borne
from ..proof import Found, Proof
from ..proving import Proving
from ..solver import Bit, conj, disj
from ..tree import Part, Posed, asks_for_records, leaves
from ..world import World

Listing = OnList | HeldBy | CountRecords | InFields | AfterExit


def reaches_nothing(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Serious lists, named one by one, on which alone nobody has a measure of the pack."""
    named: dict[str, list[tuple[Posed, Part]]] = {}
    for posed in proving.measures(loaded):
        for part in _asking(posed, loaded) if not posed.adopted and proving.bearers(posed) else ():
            if part.path is None or proving.idle(posed, part.path):
                continue
            for code in getattr(part.condition, "lists", ()):
                if proving.plan.vocabulary.list[code].class_ == "serious":
                    named.setdefault(code, []).append((posed, part))
    for code, places in named.items():
        # those that name it first, then those that mean it too, by a class or in a condition further down
        able = dict.fromkeys([*(posed for posed, _ in places), *_asking_for(code, loaded, proving)])
        if any(_reached(code, posed, proving) for posed in able):
            continue
        found = _found(proving, loaded, code, places)
        if found is not None:
            yield found


def _asking(posed: Posed, loaded: LoadedPack) -> Iterator[Part]:
    """The lists that the trigger names, but for those that it asks for together with others (chained measures)."""
    trigger = posed.tree.parts[0] if posed.tree.path is None and posed.tree.parts else posed.tree
    open_ = [trigger]
    for part in open_:
        if (
            isinstance(part.condition, OnList | HeldBy)
            and loaded.node.find((*(part.path or ()), "on_list")) is not None
        ):
            yield part
        elif isinstance(part.condition, AnyOf):
            open_ += part.parts
        elif isinstance(part.condition, AllOf):
            records = [inner for inner in part.parts if asks_for_records(inner)]
            open_ += records if len(records) == 1 else []


def _asking_for(code: str, loaded: LoadedPack, proving: Proving) -> Iterator[Posed]:
    """The measures that ask for records on a list, by its name or by a class."""
    for posed in proving.measures(loaded):
        if any(code in getattr(part.condition, "lists", ()) for part in leaves(posed.tree)):
            yield posed


def _reached(code: str, posed: Posed, proving: Proving) -> bool:
    """Whether somebody has the measure who stands on that list, and on no other."""
    alone = posed
    for part in list(leaves(posed.tree)):
        condition = part.condition
        if isinstance(condition, Listing):
            lists = tuple(each for each in condition.lists if each == code)
            alone = alone.but(part, Part(condition._replace(lists=lists), part.path, where=part.where))
    return any(
        proving.search.has_case([Borne(alone, borne.bearer)], lambda world, values: conj(values[0].true, _on_it(world)))
        for borne in proving.bearers(posed)
    )


def _found(
    proving: Proving, loaded: LoadedPack, code: str, places: Sequence[tuple[Posed, Part]]
) -> Found | None:  # fmt: skip
    """The finding, with a subject that stands on that list alone."""
    posed, part = places[0]
    listed = posed.but(posed.tree, Part(OnList((code,), (), None, "在名单上")))

    for bearer in range(len(posed.rule.bearers)):
        witness = proving.search.find([Borne(listed, bearer)], lambda world, _: _on_it(world))
        if witness is None:
            continue
        shown = proving.show(witness)
        confirmed = all(shown.holds(each.rule.id) is not True for each in _asking_for(code, loaded, proving))
        return PROOF.found(loaded, _place(part, code), shown.case, confirmed, found=code)
    return None


def _on_it(world: World) -> Bit:
    """Whether a record stands, of those that there may be."""
    return disj(*(conj(each.there, each.here, each.current) for each in world.records))


def _place(part: Part, code: str) -> Path:
    """Where the list is named."""
    assert part.path is not None
    return (*part.path, "on_list", getattr(part.condition, "lists", ()).index(code))


PROOF = Proof(
    id="proof-reaches-nothing",
    find=reaches_nothing,
    rules=("S1",),
    said=Sentence(
        "名单“{found}”写在这里，可是只在这份名单上的主体，本文件没有一项措施够得到",
        "the list “{found}” is named here, yet no measure of the document reaches whoever stands on it alone",
        "请核对原文：是否漏写了一项措施，或者写错了名单；原文确实要求同时列入几份名单的，在这一行说明理由。",
        "Compare with the text whether a measure is missing or another list is meant; where the text asks for several lists at once, give the reason on the line.",
    ),
    reason=Words(
        "文件点名的严重失信名单什么也触发不了，名单上的主体就漏掉了，而读的人以为已经写到。",
        "Where a serious list that the document names triggers nothing, its subjects are missed, while a reader believes them covered.",
    ),
    limits=Words(
        "只看触发条件（triggered_by）用 on_list 逐一点名的 serious 类名单，以本文件之内的措施为限；同时要求几份名单的（连锁措施）不算点名。",
        "Looks at lists of class serious that a trigger names one by one with on_list, and at the measures of the document itself; a trigger that asks for several lists at once (chained measures) names none.",
    ),
    bad=(
        """
            measures:
              - triggered_by: {on_list: ‸judgment-debtor}
                when: {count: tax-violation, within: 3 years, at_least: 1}
        """,
        """
            triggered_by: {any: [{on_list: tax-violation}, {on_list: ‸judgment-debtor}]}
            measures:
              - {id: serious, when: {on_list: tax-violation, grade: serious}}
              - {id: again, act: restrict-subsidy, when: {count: tax-violation, within: 2 years, at_least: 1}}
        """,
    ),
    good="""
        measures:
          - {id: of-debtors, triggered_by: {on_list: judgment-debtor}}
          - id: of-both
            act: restrict-subsidy
            triggered_by: {all: [{on_list: tax-violation}, {on_list: judgment-debtor}]}
          - {id: of-tax, act: restrict-subsidy, triggered_by: {on_list: tax-violation}, bearers: [{roles: [legal-representative], at: listing}]}
    """,
)
