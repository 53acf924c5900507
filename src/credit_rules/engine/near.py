"""What came near and does not apply: measures that hang on a list of the case's records, and why they are not given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..case.decision import Decision
from ..plan.model import Plan
from ..registry.places import applies
from ..source.rows import NamedTuple
from .why import Explanation


class Near(NamedTuple):
    """A measure that is not given, and the records of the case on lists that it hangs on."""

    explanation: Explanation
    records: tuple[str, ...]


def near(explanations: Iterable[Explanation], decision: Decision, plan: Plan) -> tuple[Near, ...]:
    """Those of the explanations that concern the case: only records like its own can make the measure apply (S25).

    Left out is what no list of the case could bring about, what another place orders, and an act that its bearer bears
    all the same; what is undetermined or withheld stands in the decision itself.
    """
    return tuple(_near(explanations, decision, plan))


def _near(explanations: Iterable[Explanation], decision: Decision, plan: Plan) -> Iterator[Near]:
    on: dict[int, list[str]] = {}
    for record in decision.records:
        for number in plan.by_list.get(record.list, ()):
            on.setdefault(number, []).append(record.id)
    given = {source.id for measure in decision.measures for source in measure.sources}
    borne = {(measure.act, measure.bearer.id) for measure in decision.measures}
    for each in explanations:
        number = plan.number[each.id]
        if each.outcome not in ("miss", "not-in-force") or number not in on or each.id in given:
            continue
        if (plan.rules[number].act, each.bearer or decision.subject.id) in borne:
            continue
        if each.outcome == "not-in-force" and not _here(each, decision, plan):
            continue
        yield Near(each, tuple(on[number]))


def _here(each: Explanation, decision: Decision, plan: Plan) -> bool:
    return applies(plan.pack[each.pack].place, decision.region, plan.vocabulary.renumbered)
