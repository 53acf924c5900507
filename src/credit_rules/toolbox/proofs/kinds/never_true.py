"""A condition that no case meets, as a whole, in one of its alternatives, or for one of its bearers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....plan.conditions import OnList
from ....source.node import Path
from ..measured import Borne, every_bearer
from ..proof import Found, Proof
from ..proving import Proving, reposed
from ..solver import disj
from ..tree import ALWAYS, Part, Posed, alternatives, asks_for_records, conjuncts
from ..witness import Witness

ID = "proof-never-true"


class Cause(NamedTuple):
    """What makes a measure impossible, and a case that meets all the rest; ``rest`` is the measure without it."""

    path: Path
    witness: Witness
    rest: Posed | None


def never_true(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Measures, bearers and alternatives that no case reaches."""
    told: set[Path] = set()
    alive: set[Path] = set()
    dead: list[tuple[Part, Borne]] = []
    for posed in proving.measures(loaded):
        able = proving.bearers(posed)
        for borne in every_bearer(posed):
            if borne in able:
                continue
            cause = _cause(borne, proving)
            if cause is None:
                continue
            path = cause.path if not able else (*posed.path, "bearers", borne.bearer)
            if path not in told:
                told.add(path)
                yield _found(proving, loaded, posed, path, cause)
        if not able or posed.adopted:
            continue
        gone = proving.dead(posed)
        alive |= {part.path for _, part in alternatives(posed.tree) if part.path and part.path not in gone}
        dead += [(part, Borne(posed.but(whole, part), able[0].bearer))
                 for whole, part in alternatives(posed.tree) if part.path in gone]  # fmt: skip
    for part, borne in dead:
        assert part.path is not None
        cause = None if part.path in alive | told else _cause(borne, proving)
        if cause is not None:
            told.add(part.path)
            inside = cause.path[: len(part.path)] == part.path
            yield _found(proving, loaded, borne.posed, cause.path if inside else part.path, cause)


def _found(proving: Proving, loaded: LoadedPack, posed: Posed, path: Path, cause: Cause) -> Found:
    rule = posed.rule.id
    confirmed = proving.show(cause.witness, posed).holds(rule) is False
    if cause.rest is not None:
        confirmed = confirmed and proving.show(cause.witness, cause.rest).holds(rule) is True
    shown = proving.show(cause.witness)
    return PROOF.found(loaded, path, shown.case, confirmed, found=rule.rpartition("/")[2])


def _cause(borne: Borne, proving: Proving) -> Cause | None:
    """The first part with which what stands before it cannot hold; parts that ask for records come first."""
    posed, bearer = borne
    steps = sorted(conjuncts(posed.tree), key=lambda part: not asks_for_records(part))
    bare = reposed(posed, listed_kinds=(), bearer_kinds=())
    for number, part in enumerate(steps):
        so_far = _with(bare, steps[: number + 1])
        if not _possible(so_far, bearer, proving):
            return _within(posed, bearer, part, _with(bare, steps[:number]) if number else None, proving)
    for key in ("listed_kinds", "bearer_kinds"):
        after = reposed(bare, **{key: getattr(posed.rule, key)})
        if not _possible(after, bearer, proving):
            return _told((*posed.path, key), bare, bearer, proving)
        bare = after
    return None


def _within(posed: Posed, bearer: int, part: Part, before: Posed | None, proving: Proving) -> Cause | None:
    """The cause in a part: its ``where``, if it could hold without, else the part as a whole."""
    path = part.path or posed.path
    if part.where is not None:
        without = posed.but(part.where, None)
        if _possible(without, bearer, proving):
            return _told(part.where.path or path, without, bearer, proving)
    spared = posed.but(part, None)
    for rest in (spared, before, posed.but(part, _relaxed(part))):
        if rest is not None and _possible(rest, bearer, proving):
            return _told(path, rest, bearer, proving)
    return _told(path, None, bearer, proving, posed)


def _told(
    path: Path, rest: Posed | None, bearer: int, proving: Proving, posed: Posed | None = None
) -> Cause | None:  # fmt: skip
    """The cause with a case: one that has the measure without it, else any record on the lists."""
    if rest is not None:
        witness = proving.search.find([Borne(rest, bearer)], lambda _, values: values[0].true)
    else:
        assert posed is not None
        anybody = Borne(posed, bearer)
        witness = proving.search.find([anybody], lambda world, _: disj(*(each.there for each in world.records)))
    return None if witness is None else Cause(path, witness, rest)


def _relaxed(part: Part) -> Part:
    """Any record on the lists that a part names."""
    lists = tuple(getattr(part.condition, "lists", ()))
    return Part(OnList(lists, (), None, "在名单上"), part.path) if lists else ALWAYS


def _with(posed: Posed, parts: Sequence[Part]) -> Posed:
    kept = set(map(id, parts))
    for part in list(conjuncts(posed.tree)):
        if id(part) not in kept:
            posed = posed.but(part, None)
    return posed


def _possible(posed: Posed, bearer: int, proving: Proving) -> bool:
    return proving.search.exists([Borne(posed, bearer)], lambda _, values: values[0].true)


PROOF = Proof(
    id=ID,
    level="error",
    find=never_true,
    rules=("S1", "S16", "S16a"),
    said=Sentence(
        "措施“{found}”的这个条件没有任何案例能够满足，照此永远不会发出",
        "no case meets this condition of the measure “{found}”, which is therefore never issued on it",
        "请对照所附案例：除这一处外，它满足全部条件。请改正这一处，或者删去。",
        "See the case: it meets everything but this. Mend it, or delete it.",
    ),
    reason=Words(
        "永远不会成立的条件，和没有写一样；作者却以为它在起作用。检查只比较同一事实的界限，这里连名单、角色、日期和次数一起求证。",
        "A condition that never holds is as good as none, while its author believes in it. Checks compare bounds of one "
        "fact; here lists, roles, days and counts are reasoned about together.",
    ),
    limits=Words(
        "只在界限之内求证：每份名单三条记录，每个角色三人；条件要求更多的，按条件放宽。",
        "Within bounds: three records a list, three holders a role, more where a condition counts further.",
    ),
    bad=(
        """
            measures:
              - triggered_by: {on_list: tax-violation}
                when: {all: [{count: [tax-violation], within: 3 years, at_least: 2}, ‸{count: [tax-violation, judgment-debtor], within: 5 years, at_most: 1}]}
        """,
        """
            measures:
              - triggered_by: ‸{on_lists: serious, of_fields: [taxation], fields: {at_least: 2}}
        """,
        """
            measures:
              - triggered_by: {any: [{on_list: tax-violation}, {all: [‸{not: {on_lists: serious}}, {on_list: judgment-debtor}]}]}
        """,
        """
            measures:
              - triggered_by: {on_lists: serious, fields: {at_least: 2}}
                listed_kinds: ‸natural-persons
        """,
    ),
    good="""
        measures:
          - triggered_by: {on_list: tax-violation}
            when: {count: [tax-violation, judgment-debtor], within: 5 years, at_least: 2, distinct: conduct}
    """,
)
