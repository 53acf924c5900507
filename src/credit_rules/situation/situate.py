"""A resolved case, the two days and the windows that a plan asks for, to a situation. A pure function."""

from __future__ import annotations

from datetime import date

from ..case.model import Case, FactValue, Record
from ..pack.period import Period
from ..plan.options import Options
from ..registry.vocabulary import ListRule, Vocabulary, in_force
from ..source.days import parse_day
from .clean import cleanness
from .life import Day, effect_on, live, see
from .model import Notice, RecordState, Situation
from .people import parties_of
from .places import reaches
from .seen import Seen


def situate(
    case: Case, options: Options, vocabulary: Vocabulary, windows: tuple[Period, ...], undone: bool = False
) -> Situation:
    """The situation of a case whose names resolve.

    The as-of day must be given, in the options or in the case. With ``undone`` annulments are taken as unknown, to
    tell what rested on a record that was found wrong (S8).
    """
    context = case.context
    as_of = options.as_of or context.as_of
    if as_of is None:
        raise ValueError("the as-of day is missing")
    known_at = options.known_at or context.known_at or as_of
    region, notices = _region(case, options)
    day = Day(as_of, known_at, region, vocabulary, options.evidence == "strict")
    records, found = _records(case, day, undone)
    return Situation(
        subject=case.subject.id,
        as_of=as_of,
        known_at=known_at,
        region=region,
        matter=options.matter or context.matter,
        parties=parties_of(case),
        records=records,
        relations=tuple(
            sorted(
                (
                    relation._replace(of=relation.of or case.subject.id)
                    for relation in case.relations
                    if (relation.recorded_on or relation.since) <= known_at
                ),
                key=lambda relation: (relation.id, relation.of, relation.role, relation.since, str(relation)),
            )
        ),
        inquiry=case.inquiry,
        context_facts=context.facts,
        clean={
            str(period): cleanness(case.subject.id, records, case.inquiry, period, _established_on(case), day)
            for period in windows
        },
        notices=(*notices, *found),
    )


def _region(case: Case, options: Options) -> tuple[str | None, tuple[Notice, ...]]:
    """The region of the deciding department; without one the subject's, warned about (S2)."""
    region = options.region or case.context.region
    if region is not None:
        return region, ()
    if case.subject.region is not None:
        message = f"没有给出作出决定的部门所在地，按主体所在地（{case.subject.region}）适用规则"
        return case.subject.region, (Notice("region-assumed", message),)
    return None, (Notice("region-missing", "没有给出地区，只适用全国性规则"),)


def _records(case: Case, day: Day, undone: bool) -> tuple[tuple[RecordState, ...], tuple[Notice, ...]]:
    seen: list[tuple[str, Seen]] = []
    for record in sorted(case.records, key=lambda record: record.id):
        known = see(record, day)
        if known is None:
            continue
        if undone:
            known = Seen(known.record, known.visible, known.acting, False, known.annulment_known_on)
        seen.append((record.subject or case.subject.id, known))
    states: list[RecordState] = []
    notices: list[Notice] = []
    for listed, known in seen:
        rule = day.vocabulary.list[known.record.list]
        rules = day.vocabulary
        here = in_force(day.as_of, rule.from_, rule.until) and reaches(
            rule, day.region, day.as_of, rules.recognitions, rules.renumbered
        )
        repeated = any(
            _earlier(other.record, known.record, listed == who) and _in_history(other, rule, day) for who, other in seen
        )
        state, found = live(known, listed, rule, here, repeated, day)
        states.append(state)
        notices.extend(found)
    return tuple(states), tuple(notices)


def _in_history(seen: Seen, rule: ListRule, day: Day) -> bool:
    """Neither annulled nor pending: what a repetition sees (S5)."""
    effect = effect_on(seen, rule, day)
    return not seen.annulled and effect is not None and effect <= day.as_of


def _earlier(other: Record, record: Record, same_subject: bool) -> bool:
    return same_subject and other.list == record.list and other.decided_on < record.decided_on


def _established_on(case: Case) -> date | None:
    value: FactValue = case.subject.facts.get("established-on")
    return None if value is None else parse_day(value)
