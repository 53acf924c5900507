"""A condition that changes nothing: whatever meets the others meets it too."""

from __future__ import annotations

from collections.abc import Iterator

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....plan.conditions import AllOf, NotThat
from ....source.node import Path
from ..measured import Borne
from ..proof import Found, Proof
from ..proving import Proving
from ..solver import conj, disj, neg
from ..tree import Part, Posed


def always_true(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Parts that every case meets which meets the rest; one of the whole pack only where that is so for each measure."""
    needed: set[Path] = set()
    idle: dict[Path, tuple[Posed, Part]] = {}
    for posed in proving.measures(loaded):
        able = proving.bearers(posed)
        if able and not posed.adopted and posed.tree.path is not None:
            needed.add(posed.tree.path)  # what alone triggers a measure is never idle
        for part in _parts(posed, {each.bearer for each in able}) if able and not posed.adopted else ():
            assert part.path is not None
            if part.path in needed or proving.idle(posed, part.path):
                continue
            without = posed.but(part, None)
            if any(_matters(Borne(without, each.bearer), each, proving) for each in able):
                needed.add(part.path)
            else:
                idle.setdefault(part.path, (posed, part))
    for path, (posed, part) in idle.items():
        if path in needed or any(path[: len(other)] == other != path for other in idle):
            continue
        borne = proving.bearers(posed)[0]
        witness = proving.search.find([borne], lambda _, values: values[0].true)
        if witness is not None:
            rule, without = posed.rule.id, posed.but(part, None)
            confirmed = proving.show(witness).holds(rule) is True is proving.show(witness, without).holds(rule)
            case = proving.show(witness).case
            yield PROOF.found(loaded, path, case, confirmed, found=rule.rpartition("/")[2])


def _matters(without: Borne, whole: Borne, proving: Proving) -> bool:
    """Whether some case tells the measure from the one without the part."""
    return proving.search.has_case(
        [whole, without],
        lambda _, values: disj(
            conj(values[0].true, neg(values[1].true)), conj(values[1].true, neg(values[0].true))
        ),
    )  # fmt: skip


def _parts(posed: Posed, able: set[int]) -> Iterator[Part]:
    """What could be left out: each of several conditions, and each condition on a record or a relation."""
    yield from _droppable(posed.tree, alone=True)
    for bearer, when in enumerate(posed.whens):
        if when is not None and bearer in able:
            yield from _droppable(when, alone=False)


def _droppable(tree: Part, *, alone: bool) -> Iterator[Part]:
    if isinstance(tree.condition, NotThat):
        return
    if not alone and tree.path is not None:
        yield tree
    for part in tree.parts:
        yield from _droppable(part, alone=not isinstance(tree.condition, AllOf))
    if tree.where is not None:
        yield from _droppable(tree.where, alone=False)


PROOF = Proof(
    id="proof-always-true",
    find=always_true,
    rules=("S1", "S16", "S16a"),
    said=Sentence(
        "措施“{found}”的这个条件什么也没有限制：满足其余条件的案例都满足它",
        "this condition of the measure “{found}” narrows nothing: every case that meets the rest meets it too",
        "请核对原文：若原文确有这一限定，应改写成能够限定的条件；否则请删去。",
        "Compare with the text: if it does narrow something, write what it narrows; else delete it.",
    ),
    reason=Words(
        "不起作用的限定让人以为措施的范围比实际的窄。",
        "A limit that limits nothing makes a reader take the measure for narrower than it is.",
    ),
    limits=Words(
        "只看措施是否发出，不看因此列出的记录和期间；“并非”之内的条件和等级不看。",
        "Looks at whether the measure is given, not at the records and the time that it names; not inside “not”, nor at grades.",
    ),
    bad=(
        """
            measures:
              - triggered_by: {on_list: tax-violation}
                when: ‸{any: [{on_lists: serious}, {fact: subject.listed-company, is: true}]}
        """,
        """
            measures:
              - triggered_by:
                  on_list: tax-violation
                  where: {all: [{fact: record.amount, at_least: "1000000.00"}, ‸{fact: record.amount, more_than: "500000.00"}]}
        """,
        """
            measures:
              - triggered_by: {all: [{on_list: tax-violation}, {count: tax-violation, within: 2 years, at_least: 2}, ‸{count: tax-violation, within: 3 years, at_least: 2}]}
        """,
    ),
    good="""
        measures:
          - triggered_by: {on_list: tax-violation, where: {fact: record.amount, at_least: "1000000.00"}}
            when: {any: [{on_list: market-watch}, {fact: subject.listed-company, is: true}]}
    """,
)
