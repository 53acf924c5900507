"""Whether one record can count against one bearer (S5, S10, S11)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ..case.model import Relation
from ..pack.period import day_after_period
from ..plan.model import Rule, TermSpec
from ..plan.results import Missing
from ..registry.truth import Truth, all_of
from ..situation.model import Party, RecordState
from ..source.values import Tier
from .view import Judgement, View

Judge = Callable[[int, View], Judgement]
Part = tuple[Truth, tuple[Missing, ...]]

HELD = Judgement(True)
"""Its own record: no role has to make the bearer answer for it."""


def record_counts(
    state: RecordState, view: View, grades: Iterable[str], where: int | None, judge: Judge, relations: bool = True
) -> Judgement:
    """Whether a record triggers the measure for the bearer, and the first day on which it can.

    It must be live (S5), or have been, where the act is done once or the measure outlasts the listing (S10); of one of
    the grades; as ``where`` says; held by the bearer's role on the day reckoned; and not of a minor (S11).
    """
    parts = [status_of(state, view)]
    if parts[0][0] is False:
        return Judgement(False, uses=(state.id,))
    if grades:
        parts.append(graded(state, tuple(grades)))
    if where is not None:
        found = judge(where, view.about(record=state))
        parts.append((found.value, found.missing))
    concerned = concerns(state, view, judge, relations)
    parts.append((concerned.value, concerned.missing))
    value = all_of([part[0] for part in parts])
    if value is None:
        missing = tuple([item for part, items in parts if part is None for item in items])
        return Judgement(None, missing=missing, uses=(state.id,))
    if not value:
        return Judgement(False, uses=(state.id,))
    since = state.current_from or view.situation.as_of
    if concerned.since is not None and concerned.since > since:
        since = concerned.since
    until = ends_on(state, view.rule)
    if concerned.until is not None and (until is None or concerned.until < until):
        until = concerned.until
    return Judgement(True, (state.id,), since, until, uses=(state.id,))


def concerns(state: RecordState, view: View, judge: Judge, relations: bool = True) -> Judgement:
    """Whether a record is the bearer's to answer for: by a role on the day reckoned, and not as a minor (S11).

    Minor conduct (轻微) reduces no right and adds no duty.
    """
    held = _reckoned(state, view, judge) if relations and view.candidate.relations else HELD
    age, missing = _of_age(state, view) if view.rule.direction == "punishment" else (True, ())
    value = all_of((held.value, age, not too_slight(state.record.tier, view.rule)))
    if value:
        return held
    settle = (*held.missing, *(missing if age is None else ())) if value is None else ()
    return Judgement(value, missing=settle)


def too_slight(tier: Tier | None, rule: Rule) -> bool:
    """Whether conduct was found minor and the measure would reduce a right or add a duty (decision 0015)."""
    return tier == "minor" and rule.impact in ("reduces-right", "adds-duty")


def ends_on(state: RecordState, rule: Rule) -> date | None:
    """The first day on which the record no longer carries the measure, as far as it is known.

    An act done once has no such day; a measure that outlasts the listing ends with its own term, any other with the
    record or its own term, whichever is first (S10).
    """
    if rule.once:
        return None
    end = None if rule.term is None else own_term_end(state, rule.term)
    if rule.term is not None and rule.term.outlasts is not None and (end is not None or rule.term.life):
        return end
    return state.until if end is None else end if state.until is None else min(state.until, end)


def own_term_end(state: RecordState, term: TermSpec) -> date | None:
    """The first day after the measure's own term, counted from the record's effect or decision; ``None`` without such
    a term, or for life."""
    if state.effect is None:
        return None
    if term.next_year:
        return date(min(state.effect.year + 2, date.max.year), 1, 1)
    start = state.record.decided_on if term.from_decision else state.effect
    return None if term.period is None else day_after_period(start, term.period)


def status_of(state: RecordState, view: View) -> Part:
    rule, term = view.rule, view.rule.term
    afterwards = rule.once or (term is not None and term.outlasts is not None)
    if afterwards:
        afterwards = any(end is None or end > rule.from_ for _, end in state.spans)
    value = state.counts(afterwards)
    end = None if term is None else own_term_end(state, term)
    if end is not None and view.situation.as_of >= end:
        return False, ()
    return value, () if state.doubt is None else (state.doubt,)


def graded(state: RecordState, grades: tuple[str, ...]) -> Part:
    """A grade absent on a graded list is unknown (S16)."""
    if not grades:
        return True, ()
    if state.grade is None:
        return None, (Missing(f"{state.id}.grade", "missing-fact"),)
    return state.grade in grades, ()


def _reckoned(state: RecordState, view: View, judge: Judge) -> Judgement:
    """Whether a relation named held on the day reckoned and answers for the record; since and until when it does."""
    found = [reckon(relation, state, view, judge) for relation in view.candidate.relations if view.admits(relation)]
    held = [item for item in found if item.value]
    if held:
        ends = [item.until for item in held]
        return Judgement(
            True,
            since=min(item.since or date.min for item in held),
            until=None if None in ends else max(end for end in ends if end is not None),
        )
    if any(item.value is None for item in found):
        return Judgement(None, missing=tuple(part for item in found for part in item.missing))
    return Judgement(False)


def reckon(relation: Relation, state: RecordState, view: View, judge: Judge) -> Judgement:
    """Whether one relation makes its holder answer for the record (S11)."""
    spec = view.candidate.spec
    parts = [held_on(relation, spec.at, state, view), _answers(relation, state, view)]
    if spec.when is not None:
        found = judge(spec.when, view.about(record=state, relation=relation))
        parts.append((found.value, found.missing))
    value = all_of(part[0] for part in parts)
    missing = tuple(item for part, items in parts if part is None for item in items) if value is None else ()
    now = spec.at == "as-of"
    return Judgement(value, (), relation.since if now else None, relation.until if now else None, missing)


def held_on(relation: Relation, at: str, state: RecordState, view: View) -> Part:
    """Whether the role was held on the day reckoned: conduct, listing or as-of (S11)."""
    if at == "as-of":
        return _held(relation, view.situation.as_of), ()
    if at == "listing":
        return (_held(relation, state.effect), ()) if state.effect else (False, ())
    conduct = state.record.conduct
    first = conduct.from_ if conduct else None
    last = conduct.until if conduct else None
    missing = (Missing(f"{state.id}.conduct", "role"),)
    if first is None or last is None:
        known = first or last
        if known is not None and _held(relation, known):
            return True, ()
        ended_before = first is not None and relation.until is not None and relation.until <= first
        began_after = relation.since > (last or state.record.decided_on)
        return (False, ()) if ended_before or began_after else (None, missing)
    return relation.since <= last and (relation.until is None or relation.until > first), ()


def _held(relation: Relation, day: date) -> bool:
    return relation.since <= day and (relation.until is None or day < relation.until)


def _answers(relation: Relation, state: RecordState, view: View) -> Part:
    """Direct responsibility is a finding about records; where it is asked for and not stated it is unknown."""
    if not (view.candidate.spec.responsible or view.plan.vocabulary.roles.get(relation.role)):
        return True, ()
    if relation.responsible_for is None:
        return None, (Missing(f"relation({relation.id}).responsible_for", "role"),)
    return state.id in relation.responsible_for, ()


def _of_age(state: RecordState, view: View) -> Part:
    """No punishment on a person under 18 on the day of listing or of conduct; unknown age settles nothing."""
    bearer = view.situation.party(view.candidate.bearer)
    value = of_age(bearer, state)
    return value, (Missing(f"{bearer.id}.birth_date", "age"),) if value is None else ()


def of_age(bearer: Party, state: RecordState) -> Truth:
    """Whether a bearer was of age, or is no person, on the days of listing and conduct (S11)."""
    if bearer.kind != "natural-person":
        return True
    if bearer.adult_from is None:
        return None
    conduct = state.record.conduct
    days = (state.effect, conduct.from_ if conduct else None)
    return all(bearer.adult_from <= day for day in days if day is not None)
