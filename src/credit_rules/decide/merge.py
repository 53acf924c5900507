"""Several clauses, one measure: merged, never added (S14)."""

from collections.abc import Sequence
from datetime import date

from ..case.decision import MeasureStatus, SourceView, Standing, StandingValue
from ..plan.model import Plan, Rule
from ..source.rows import NamedTuple
from ..source.values import Force
from .contribution import Contribution, force_of

STATUS_ORDER: tuple[MeasureStatus, ...] = ("in-force", "reduced", "suspended")
STANDING_ORDER: tuple[StandingValue, ...] = ("sufficient", "practice", "unverified", "insufficient")


class Merged(NamedTuple):
    """Contributions of one act on one bearer; what ``leading`` ones say holds, the others stay as sources.

    ``rules`` are the numbers of the measures in the plan that it was merged from, in the order of the sources;
    ``records`` those of every contribution, ``lists_of`` those that give it its force and time.
    """

    every: tuple[Contribution, ...]
    leading: tuple[Contribution, ...]
    status: MeasureStatus
    force: Force
    standing: Standing
    from_: date | None
    until: date | None
    rules: tuple[int, ...]
    records: tuple[str, ...]
    lists_of: tuple[str, ...]

    @property
    def first(self) -> Contribution:
        """The first source, which gives the measure its id."""
        return self.every[0]

    @property
    def counts(self) -> bool:
        """Whether its standing is sufficient or practice (S21)."""
        return self.leading[0].counts


def merge(found: Sequence[Contribution]) -> list[Merged]:
    """Contributions by direction, act and bearer, in the order direction, act, bearer, pack."""
    groups: dict[tuple[str, str, str], list[Contribution]] = {}
    for item in found:
        rank = "0" if item.rule.direction == "punishment" else "1"
        groups.setdefault((rank, item.rule.act, item.bearer), []).append(item)
    return [merged(groups[key]) for key in sorted(groups)]


def merged(group: Sequence[Contribution]) -> Merged:
    """One measure of contributions with the same act, bearer and direction.

    What was only remembered speaks only where nothing else does (S22a). If any of the others has sufficient or practice
    standing only those speak, else all do; the best status among the speaking ones
    holds. Force (strongest), standing (best), ``from`` (earliest) and ``until`` (latest, open-ended last) come only
    from the speaking ones of that status, so that a suspended source lends neither force nor time. Nor does opening a
    verification: where what is left speaks louder or longer than what would speak without it, the latter's force and
    end hold.
    """
    if len(group) == 1:
        return _alone(group[0])
    every = tuple(sorted(group, key=lambda item: (item.rule.pack, item.number, item.result.listed, item.status)))
    read = [item for item in every if item.rule.provenance != "unverified"] or every
    speaking = [item for item in read if item.counts] or read
    status = _best([item.status for item in speaking])
    leading = tuple([item for item in speaking if item.status == status])
    before = _best([item.otherwise for item in speaking])
    unopposed = [item for item in speaking if item.otherwise == before]
    starts = [item.from_ for item in leading]
    ordered = "mandatory" in [item.force for item in leading]
    was_ordered = "mandatory" in [force_of(item.rule, before) for item in unopposed]
    latest, records = _latest(leading), _records(every)
    return Merged(
        every,
        leading,
        status,
        "mandatory" if ordered and was_ordered else "recommended",
        _best_standing(leading),
        None if None in starts else min([day for day in starts if day is not None]),
        latest if len(unopposed) == len(leading) == len(speaking) else _earlier(latest, _latest(unopposed)),
        tuple(dict.fromkeys([item.number for item in every])),
        records,
        records if len(leading) == len(every) else _records(leading),
    )


def _best(found: Sequence[MeasureStatus]) -> MeasureStatus:
    for best in STATUS_ORDER:
        if best in found:
            break
    return best


def _best_standing(found: Sequence[Contribution]) -> Standing:
    """The best of the standings, with the sentence of the first that has it."""
    values = [item.standing.value for item in found]
    for best in STANDING_ORDER:
        if best in values:
            break
    return found[values.index(best)].standing


def _alone(one: Contribution) -> Merged:
    """A measure of one source: what that says."""
    records, only = one.result.records, (one,)
    force = _force_alone(one)
    return Merged(only, only, one.status, force, one.standing, one.from_, one.until, (one.number,), records, records)


def _force_alone(one: Contribution) -> Force:
    """The force that it says; a recommendation that only a verification makes weaker stays one."""
    ordered = one.force == "mandatory" and (
        one.otherwise == one.status or force_of(one.rule, one.otherwise) == "mandatory"
    )
    return "mandatory" if ordered else "recommended"


def _records(group: Sequence[Contribution]) -> tuple[str, ...]:
    found = {item.result.records for item in group}
    return found.pop() if len(found) == 1 else tuple(sorted({id for records in found for id in records}))


def _latest(group: Sequence[Contribution]) -> date | None:
    """The latest end; open-ended is latest."""
    ends = [item.until for item in group]
    return None if None in ends else max([day for day in ends if day is not None])


def _earlier(one: date | None, other: date | None) -> date | None:
    return other if one is None else one if other is None else min(one, other)


def sources(measure: Merged, plan: Plan) -> tuple[SourceView, ...]:
    """Every clause that gives the measure, each with its own status, force, standing and time."""
    every = measure.every
    if len(measure.rules) == len(every):
        return tuple([_source(one.rule, _force_alone(one), one, plan) for one in every])
    by_clause: dict[int, list[Contribution]] = {}
    for item in every:
        by_clause.setdefault(item.number, []).append(item)
    found = [merged(group) for group in by_clause.values()]
    return tuple([_source(one.first.rule, one.force, one, plan) for one in found])


def _source(rule: Rule, force: Force, one: Merged | Contribution, plan: Plan) -> SourceView:
    return SourceView(
        rule.id,
        rule.pack,
        plan.pack[rule.pack].document_no,
        rule.clause,
        rule.wording,
        rule.provenance,
        one.status,
        force,
        one.standing.value,
        one.from_,
        one.until,
    )
