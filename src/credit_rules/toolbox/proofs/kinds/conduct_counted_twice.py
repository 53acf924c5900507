"""A punishment for repetition that one conduct can bring about, because it stands on two lists (S19)."""

from __future__ import annotations

from collections.abc import Iterator

from ....checks.framework.check import Words
from ....diagnostics.messages import Sentence
from ....pack.loaded import LoadedPack
from ....plan.conditions import CountRecords
from ....source.node import Path
from ..measured import Borne
from ..proof import Found, Proof
from ..proving import Proving
from ..solver import conj, disj, equal, neg
from ..tree import Part, leaves
from ..world import World


def conduct_counted_twice(proving: Proving, loaded: LoadedPack) -> Iterator[Found]:
    """Counts over several lists that would not be reached if each conduct were counted once."""
    told: set[Path] = set()
    for posed in proving.measures(loaded):
        if posed.adopted or posed.rule.direction != "punishment":
            continue
        for part in leaves(posed.tree):
            condition = part.condition
            if not isinstance(condition, CountRecords) or part.path is None or part.path in told:
                continue
            if condition.distinct == "conduct" or len(condition.lists) < 2:
                continue
            once = Part(condition._replace(distinct="conduct"), part.path, where=part.where)
            for borne in proving.bearers(posed):
                fair = posed.but(part, once)
                witness = proving.search.find(
                    [borne, Borne(fair, borne.bearer)],
                    lambda world, values: conj(values[0].true, neg(values[1].true), _one_conduct(world)),
                    whole_conduct=True,
                )
                if witness is None:
                    continue
                told.add(part.path)
                rule = posed.rule.id
                confirmed = (
                    proving.show(witness).holds(rule) is True and proving.show(witness, fair).holds(rule) is not True
                )
                where = (*part.path, "distinct") if condition.distinct == "field" else part.path
                case = proving.show(witness).case
                yield PROOF.found(loaded, where, case, confirmed, found=rule.rpartition("/")[2])
                break


def _one_conduct(world: World) -> object:
    """Every record tells of one conduct, and no two stand on one list."""
    own = list(world.of(world.listed.name))
    return conj(
        *(disj(neg(each.there), equal(each.conduct, 0)) for each in own),
        *(
            disj(neg(one.there), neg(other.there))
            for index, one in enumerate(own)
            for other in own[:index]
            if one.list.id == other.list.id
        ),
    )


PROOF = Proof(
    id="proof-conduct-counted-twice",
    find=conduct_counted_twice,
    rules=("S19",),
    said=Sentence(
        "措施“{found}”可以因同一行为列入几份名单而发出",
        "one conduct that stands on several lists can bring about the measure “{found}”",
        "请写 distinct: conduct；原文确实按记录或者领域计数的，在这一行说明理由。",
        "Write distinct: conduct; where the text does count records or fields, give the reason on the line.",
    ),
    reason=Words(
        "一个行为常常同时列入几份名单；按记录计数，一个行为就成了屡次失信，加重自己。",
        "One conduct is often entered on several lists; counted by record it becomes repetition and aggravates itself.",
    ),
    limits=Words(
        "只看 count 数几份名单的情形；同一名单上的两条记录、要求同时列入两份名单的条件不看。",
        "Looks at counts over several lists; not at two records on one list, nor at conditions that ask for two lists at once.",
    ),
    bad=(
        """
            measures:
              - triggered_by: {on_lists: serious}
                when: ‸{count: [tax-violation, judgment-debtor], within: 3 years, at_least: 2}
        """,
        """
            measures:
              - triggered_by: {all: [{on_list: tax-violation}, {count: [tax-violation, judgment-debtor], within: 2 years, more_than: 1, distinct: ‸field}]}
              - {id: once, act: restrict-subsidy, triggered_by: {on_list: tax-violation}}
        """,
    ),
    good="""
        measures:
          - triggered_by: {on_lists: serious}
            when: {count: [tax-violation, judgment-debtor], within: 3 years, at_least: 2, distinct: conduct}
          - id: of-fields
            triggered_by: {on_lists: serious, fields: {at_least: 2}}
    """,
)
