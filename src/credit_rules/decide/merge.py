"""Several clauses, one measure: merged, never added (S14)."""

from collections.abc import Sequence
from datetime import date

from ..case.decision import MeasureStatus, SourceView, Standing
from ..plan.model import Plan
from ..source.rows import NamedTuple
from ..source.values import Force
from .contribution import Contribution, force_of

STATUS_ORDER: tuple[MeasureStatus, ...] = ("in-force", "reduced", "suspended")
STANDING_ORDER = ("sufficient", "practice", "unverified", "insufficient")


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
    read = [item for item in every if item.rule.provenance != "unverified"] or list(every)
    speaking = [item for item in read if item.counts] or read
    status = min((item.status for item in speaking), key=STATUS_ORDER.index)
    leading = tuple(item for item in speaking if item.status == status)
    before = min((item.otherwise for item in speaking), key=STATUS_ORDER.index)
    unopposed = [item for item in speaking if item.otherwise == before]
    starts = [item.from_ for item in leading]
    ordered = any(item.force == "mandatory" for item in leading)
    was_ordered = any(force_of(item.rule, before) == "mandatory" for item in unopposed)
    return Merged(
        every=every,
        leading=leading,
        status=status,
        force="mandatory" if ordered and was_ordered else "recommended",
        standing=min((item.standing for item in leading), key=lambda value: STANDING_ORDER.index(value.value)),
        from_=None if None in starts else min(day for day in starts if day is not None),
        until=_earlier(_latest(leading), _latest(unopposed)),
        rules=tuple(dict.fromkeys(item.number for item in every)),
        records=_records(every),
        lists_of=_records(leading),
    )


def _alone(one: Contribution) -> Merged:
    """A measure of one source: what that says; a recommendation that only a verification makes weaker stays one."""
    ordered = one.force == "mandatory" and force_of(one.rule, one.otherwise) == "mandatory"
    force: Force = "mandatory" if ordered else "recommended"
    records = one.result.records
    return Merged(
        (one,), (one,), one.status, force, one.standing, one.from_, one.until, (one.number,), records, records
    )


def _records(group: Sequence[Contribution]) -> tuple[str, ...]:
    return tuple(sorted({id for item in group for id in item.result.records}))


def _latest(group: Sequence[Contribution]) -> date | None:
    """The latest end; open-ended is latest."""
    ends = [item.until for item in group]
    return None if None in ends else max(day for day in ends if day is not None)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def sources(measure: Merged, plan: Plan) -> tuple[SourceView, ...]:
    """Every clause that gives the measure, each with its own status, force, standing and time."""
    if len(measure.rules) == 1:
        return (_source(measure, plan),)
    by_clause: dict[str, list[Contribution]] = {}
    for item in measure.every:
        by_clause.setdefault(item.rule.id, []).append(item)
    return tuple([_source(merged(group), plan) for group in by_clause.values()])


def _source(one: Merged, plan: Plan) -> SourceView:
    rule = one.first.rule
    return SourceView(
        id=rule.id,
        pack=rule.pack,
        document_no=plan.pack[rule.pack].document_no,
        clause=rule.clause,
        wording=rule.wording,
        provenance=rule.provenance,
        status=one.status,
        force=one.force,
        standing=one.standing.value,
        from_=one.from_,
        until=one.until,
    )
