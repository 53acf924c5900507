"""A condition that no case meets, as a whole, in one of its alternatives, or for one of its bearers."""

from __future__ import annotations

from collections.abc import Iterator

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....source.node import Path
from ..cause import Cause, cause_of
from ..measured import Borne, every_bearer
from ..proof import Found, Proof
from ..proving import Proving
from ..tree import Part, Posed, alternatives


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
            cause = cause_of(borne, proving)
            if cause is None:
                continue
            own: Path = (*posed.path, "bearers", borne.bearer)
            path = own if able and cause.path[: len(own)] != own else cause.path
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
        cause = None if part.path in alive | told else cause_of(borne, proving)
        if cause is not None:
            told.add(part.path)
            inside = cause.path[: len(part.path)] == part.path
            yield _found(proving, loaded, borne.posed, cause.path if inside else part.path, cause)


def _found(proving: Proving, loaded: LoadedPack, posed: Posed, path: Path, cause: Cause) -> Found:
    rule = posed.rule.id
    confirmed = proving.show(cause.witness, posed).holds(rule) is not True
    if cause.rest is not None:
        confirmed = confirmed and proving.show(cause.witness, cause.rest).holds(rule) is True
    shown = proving.show(cause.witness)
    return PROOF.found(loaded, path, shown.case, confirmed, found=rule.rpartition("/")[2])


PROOF = Proof(
    id="proof-never-true",
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
        """
            measures:
              - triggered_by: {on_list: tax-violation}
                bearers: [subject, {roles: [shareholder], at: listing, when: ‸{fact: relation.share, more_than: 100 %}}]
            ---
            facts:
              - {id: share, title: 持股比例, on: relation, type: share}
        """,
    ),
    good="""
        measures:
          - triggered_by: {on_list: tax-violation}
            when: {count: [tax-violation, judgment-debtor], within: 5 years, at_least: 2, distinct: conduct}
    """,
)
