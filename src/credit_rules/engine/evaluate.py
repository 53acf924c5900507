"""One case through the stages: situate, match, decide."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..case.decision import Decision
from ..case.model import Case
from ..decide.decide import decide
from ..decide.founding import unfounded_lists
from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.span import Span
from ..matcher.match import in_reach
from ..plan.model import Plan
from ..plan.options import Options
from ..plan.results import RuleResult
from ..situation.model import Notice, Situation
from ..situation.situate import situate
from ..source.rows import NamedTuple
from .evaluators import MATCHER, Evaluator


def decide_case(
    plan: Plan,
    case: Case,
    options: Options,
    version: str,
    name: str,
    found: Sequence[Diagnostic] = (),
    by: Evaluator = MATCHER,
) -> Decision:
    """The decision on a case whose names resolve; ``found`` are the warnings of reading it."""
    situation = situation_of(plan, case, options, name)
    matched = match_case(plan, case, options, situation, by)
    return decide_matched(plan, case, options, situation, matched, version, found, by)


class Matched(NamedTuple):
    """The rule results on a situation, and those that a decision compares them with (:func:`decide`)."""

    results: Sequence[RuleResult]
    founded: Sequence[RuleResult]
    undone: Sequence[RuleResult]


def match_case(plan: Plan, case: Case, options: Options, situation: Situation, by: Evaluator = MATCHER) -> Matched:
    """What an evaluator says of a case in its situation."""
    undone = _undone(plan, case, options, situation, by)
    founded = _founded_alone(plan, situation)
    if founded is None:
        return Matched(by.match(plan, situation), (), undone)
    return Matched(by.match_whole(plan, situation), by.match_beside(plan, founded), undone)


def decide_matched(
    plan: Plan,
    case: Case,
    options: Options,
    situation: Situation,
    matched: Matched,
    version: str,
    found: Sequence[Diagnostic] = (),
    by: Evaluator = MATCHER,
) -> Decision:
    """The decision on what was matched; ``found`` are the warnings of reading the case."""
    results, founded, undone = matched
    noticed = [Notice(item.code, item.message()) for item in found]
    if not any(in_reach(pack, situation, plan) for pack in plan.packs):
        place = situation.region or "（未给出）"
        noticed.append(Notice("no-pack-here", f"没有任何规则包适用于地区 {place}、{situation.as_of}"))
    return decide(plan, case.subject, situation, results, founded, undone, options, version, noticed, by.name)


def situation_of(plan: Plan, case: Case, options: Options, name: str) -> Situation:
    """The situation of a case; :class:`InputError` where no as-of day is given or an option names nothing known."""
    if options.as_of is None and case.context.as_of is None:
        raise InputError([Diagnostic("as-of-missing", Span(name), "/context/as_of")])
    _expect_known("unknown-matter", options.matter, plan.vocabulary.matters, "--matter")
    _expect_known("unknown-department-id", options.department, plan.vocabulary.department, "--department")
    return situate(case, options, plan.vocabulary, plan.windows)


def _founded_alone(plan: Plan, situation: Situation) -> Situation | None:
    """The situation with records on lists of sufficient basis alone, where there are such and others (S14, S23)."""
    lacking = unfounded_lists(situation, plan.vocabulary)
    if not lacking or lacking >= {state.list.id for state in situation.records}:
        return None
    records = (state._replace(reaches=False) if state.list.id in lacking else state for state in situation.records)
    return replace(situation, records=tuple(records))


def _undone(plan: Plan, case: Case, options: Options, situation: Situation, by: Evaluator) -> Sequence[RuleResult]:
    """What would have rested on annulled records the day before the error was known (S8)."""
    known = [state.annulment_known_on for state in situation.records if state.annulment_known_on is not None]
    if not known:
        return ()
    if min(known) == date.min:
        return ()
    day = min(situation.as_of, min(known) - timedelta(days=1))
    before = situate(case, options._replace(as_of=day, known_at=None), plan.vocabulary, plan.windows, undone=True)
    return by.match_beside(plan, before)


def _expect_known(code: str, word: str | None, known: Collection[str], name: str) -> None:
    if word is None or word in known:
        return
    from ..diagnostics.near_miss import nearest

    raise InputError([Diagnostic(code, Span(name), values={"found": word, "nearest": nearest(word, known) or ""})])
