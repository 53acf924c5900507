"""A measure that records carry which have left their list, although its clause names no such status (S5, S10)."""

from __future__ import annotations

from collections.abc import Iterator

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....plan.conditions import CountRecords
from ....plan.model import Plan
from ....source.node import Path
from ..measured import Borne
from ..proof import Found, Proof
from ..proving import Proving, reposed
from ..solver import conj, disj, neg
from ..tree import NEVER, Part, leaves


def status_not_allowed(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Counts that carry a measure although every record has left its list.

    A register of decisions is left aside: a decision does not end, and the clause says itself how far back to look.
    """
    told: set[Path] = set()
    for posed in proving.measures(loaded):
        for part in leaves(posed.tree):
            if posed.adopted or part.path is None or part.path in told or not _of_lists(part, proving.plan):
                continue
            for borne in proving.bearers(posed):
                lasting = reposed(posed, once=False, term=None)
                without = Borne(lasting.but(part, NEVER), borne.bearer)
                witness = proving.search.find(
                    [Borne(lasting, borne.bearer), without],
                    lambda world, values: conj(
                        values[0].true,
                        neg(values[1].true),
                        *(
                            disj(neg(each.there), conj(neg(each.current), neg(each.monitored)))
                            for each in world.records
                        ),
                    ),
                )
                if witness is None:
                    continue
                told.add(part.path)
                shown = proving.show(witness)
                rule = posed.rule.id
                confirmed = shown.holds(rule) is True and all(
                    record.status in ("delisted", "stayed") for record in shown.decision.records
                )
                yield PROOF.found(loaded, part.path, shown.case, confirmed, found=rule.rpartition("/")[2])
                break


def _of_lists(part: Part, plan: Plan) -> bool:
    """Whether a part counts records on lists that a subject enters and leaves."""
    condition = part.condition
    return isinstance(condition, CountRecords) and any(
        plan.vocabulary.list[code].class_ != "decision" for code in condition.lists
    )


PROOF = Proof(
    id="proof-status-not-allowed",
    find=status_not_allowed,
    rules=("S5", "S10"),
    said=Sentence(
        "措施“{found}”可以只凭已经移出名单的记录发出",
        "the measure “{found}” can rest on records alone that have left their list",
        "请同时要求现在仍在名单上（on_list）；原文确实规定退出以后的措施的，用 after_exit，或者在这一行说明理由。",
        "Ask for a record still on the list too (on_list); where the text does order a measure after exit, use after_exit, or give the reason on the line.",
    ),
    reason=Words(
        "次数统计看得到已经移出、修复、到期的记录；只写次数，主体移出全部名单以后措施还会发出。移出名单的，措施当日结束。",
        "A count sees records that were lifted, repaired or have expired; with a count alone the measure goes on after the "
        "subject has left every list. What rests on a listing ends the day it does.",
    ),
    limits=Words(
        "登记决定的名录（class: decision）不在此列：决定没有移出，往前看多久由条文自己写明。",
        "Registers of decisions (class: decision) are left aside: decisions do not leave, and the clause says how far back it looks.",
    ),
    bad=(
        """
            measures:
              - triggered_by: ‸{count: [tax-violation, judgment-debtor], within: 3 years, at_least: 2, distinct: conduct}
        """,
        """
            measures:
              - triggered_by: {any: [{on_list: judgment-debtor}, ‸{count: tax-violation, within: 1 year, at_least: 1}]}
                bearers: [{roles: [legal-representative], at: listing}]
        """,
    ),
    good="""
        measures:
          - triggered_by: {all: [{on_list: tax-violation}, {count: [tax-violation, judgment-debtor], within: 3 years, at_least: 2, distinct: conduct}]}
    """,
)
