"""Rule results to the decision, in the order of semantics.md (steps 4 to 8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..case.decision import (
    BearerId,
    Decision,
    Digest,
    EngineView,
    PackDigest,
    RecordView,
    SubjectView,
    Undetermined,
    UndeterminedReason,
)  # fmt: skip
from ..case.model import Subject
from ..plan.model import Plan
from ..plan.options import Options
from ..plan.results import RuleResult
from ..situation.life import Day
from ..situation.model import Notice, RecordState, Situation
from .contribution import contributions
from .departments import is_of
from .duties import duties
from .indication import indicate
from .measure import issue
from .merge import merge
from .warnings import warnings
from .withhold import issuable, withhold

STATEMENT = (
    "本提示不是行政决定，是否采取措施由有权部门依法决定；未确定、暂不执行和未发出的事项，不得据此拒绝或者拖延办理。"
)


def decide(
    plan: Plan,
    subject: Subject,
    situation: Situation,
    results: Sequence[RuleResult],
    founded: Sequence[RuleResult],
    undone: Sequence[RuleResult],
    options: Options,
    version: str,
    noticed: Sequence[Notice] = (),
    evaluator: Literal["matcher", "durable", "batch"] = "matcher",
) -> Decision:
    """The decision on a situation.

    ``founded`` are the results with records on lists of insufficient basis left out, in the same order, asked for only
    where there are such and others (S23).
    ``undone`` are the results with annulments taken as unknown, asked for only where a record was annulled (S8);
    ``noticed`` is what reading the case found worth a warning.
    """
    day = Day(situation.as_of, situation.known_at, situation.region, plan.vocabulary, options.evidence == "strict")
    hits = contributions(plan, situation, results, founded)
    kept, withheld = withhold(plan, situation, options, hits)
    issued = [issue(measure, plan, situation, day) for measure in merge(kept)]
    undetermined = _undetermined(plan, situation, results, options)
    if options.department is not None:
        wanted = options.department
        issued = [
            item for item in issued if any(is_of(part.rule, wanted, situation, plan) for part in item.merged.every)
        ]
    measures = tuple(item.view for item in issued)
    owed = duties(plan, situation, undone, issued, day)
    packs = dict.fromkeys(source.pack for measure in measures for source in measure.sources)
    return Decision(
        format=1,
        statement=STATEMENT,
        subject=SubjectView(subject.id, subject.kind, subject.name),
        as_of=situation.as_of,
        known_at=situation.known_at,
        region=situation.region,
        records=tuple(_record(state) for state in situation.records),
        measures=measures,
        withheld=withheld,
        undetermined=undetermined,
        warnings=warnings((*situation.notices, *owed.notices, *noticed), situation, kept, issued),
        duties=owed.duties,
        indication=None
        if situation.matter is None
        else indicate(situation.matter, issued, withheld, undetermined, situation.subject, plan),
        packs=tuple(PackDigest(id, plan.pack[id].digest) for id in sorted(packs)),
        registry=Digest(plan.registry_digest),
        plan=Digest(plan.digest),
        engine=EngineView(version, evaluator, options.modes()),
    )


def _record(state: RecordState) -> RecordView:
    return RecordView(
        id=state.id,
        subject=state.subject,
        list=state.list.id,
        status=state.status,
        from_=state.effect,
        until=state.until,
        verification="open" if state.verification and state.in_history else None,
    )


def _undetermined(
    plan: Plan, situation: Situation, results: Sequence[RuleResult], options: Options
) -> tuple[Undetermined, ...]:
    """Unknown measures by what would settle them: neither a punishment nor a refusal rests on them (S16)."""
    found: dict[tuple[str, UndeterminedReason, str], dict[str, None]] = {}
    for result in [result for result in results if result.readings[0] is None]:
        rule = plan.rules[result.rule]
        if not issuable(rule, result.bearer, situation, options):
            continue
        if options.department is not None and not is_of(rule, options.department, situation, plan):
            continue
        for missing in result.missing:
            found.setdefault((missing.what, missing.reason, result.bearer), {})[rule.id] = None
    return tuple(
        Undetermined(what, reason, tuple(ids), BearerId(bearer))
        for (what, reason, bearer), ids in sorted(found.items())
    )
