"""Contributions that are not issued, each with its reason (S11a, S17, S20, S22a, S23)."""

from __future__ import annotations

from collections.abc import Callable

from ..case.decision import BearerId, Withheld, WithheldReason
from ..plan.model import Plan, Rule
from ..plan.options import Options
from ..situation.model import RecordState, Situation
from ..situation.places import most_local
from ..source.values import ListClass
from .contribution import Contribution
from .matters import matter_and_parents

DISHONESTY: tuple[ListClass, ...] = ("serious", "dishonesty")
"""The lists of dishonest subjects; watch lists, ratings and registers of decisions are none (S17)."""
HINDERS = ("prohibit", "restrict", "revoke", "strict-review")
"""The effects that meet an incentive (S20)."""


Verdict = tuple[WithheldReason, tuple[str, ...]] | None
"""Why a contribution is withheld, and because of which records; ``None``: it is not."""


def withhold(
    plan: Plan, situation: Situation, options: Options, found: list[Contribution]
) -> tuple[list[Contribution], tuple[Withheld, ...]]:
    """What is issued, and what is withheld, in the order of a decision (steps 5 and 6)."""
    out: dict[tuple[str, str, WithheldReason], Withheld] = {}

    def by_itself(item: Contribution) -> Verdict:
        return (
            _by_standing(item, options)
            or _unverified(item, options)
            or _livelihood(item, situation)
            or _listed_elsewhere(item, plan, situation)
        )

    found = _keep(found, by_itself, situation, out)
    if any(item.rule.direction == "incentive" for item in found):
        prevailing = [item for item in found if _prevails(item)]
        found = _keep(found, lambda item: _punished(item, prevailing, plan), situation, out)
    return found, tuple(out[key] for key in sorted(out))


def issuable(rule: Rule, bearer: str, situation: Situation, options: Options) -> bool:
    """Whether a measure could be issued at all, were its condition true; what could not is not undetermined either."""
    person = situation.party(bearer).kind == "natural-person"
    barred = rule.livelihood and rule.direction == "punishment" and person
    return not barred and (rule.provenance != "unverified" or options.include_unverified)


def _keep(
    found: list[Contribution],
    step: Callable[[Contribution], Verdict],
    situation: Situation,
    out: dict[tuple[str, str, WithheldReason], Withheld],
) -> list[Contribution]:
    kept = []
    for item in found:
        verdict = step(item)
        if verdict is None:
            kept.append(item)
            continue
        reason, because = verdict
        open_ = any(id in situation.record and situation.record[id].verification for id in because)
        key = (item.rule.id, item.bearer, reason)
        entry = Withheld(item.rule.id, item.rule.act, BearerId(item.bearer), reason, because, "open" if open_ else None)
        if key in out:
            merged = tuple(sorted({*out[key].because, *because}))
            entry = entry._replace(because=merged, verification=out[key].verification or entry.verification)
        out[key] = entry
    return kept


def _by_standing(item: Contribution, options: Options) -> Verdict:
    if options.standing != "withhold":
        return None
    if item.standing.value == "insufficient":
        return "insufficient-standing", item.result.records
    return ("unverified-source", item.result.records) if item.standing.value == "unverified" else None


def _unverified(item: Contribution, options: Options) -> Verdict:
    if item.rule.provenance != "unverified" or options.include_unverified:
        return None
    return "unverified-source", item.result.records


def _livelihood(item: Contribution, situation: Situation) -> Verdict:
    """Acts on a person's livelihood are never issued as punishment (S11a)."""
    if not item.rule.livelihood or item.rule.direction != "punishment":
        return None
    return ("livelihood", item.result.records) if situation.party(item.bearer).kind == "natural-person" else None


def _listed_elsewhere(item: Contribution, plan: Plan, situation: Situation) -> Verdict:
    """An incentive needs a clean list: no live, reduced or contested record of the bearer itself (S17)."""
    if item.rule.direction != "incentive":
        return None
    words = plan.vocabulary
    local = most_local(words.procedures, situation.region, situation.as_of, words.renumbered)
    every_field = any(row.incentives_blocked_by_all_fields for row in local)
    named = item.rule.blocked_by

    def blocks(state: RecordState) -> bool:
        if state.status not in ("live", "reduced", "under-verification") or not state.reaches or state.doubt:
            return False
        if every_field and state.list.class_ in DISHONESTY:
            return True
        return state.list.id in named if named is not None else state.list.class_ == "serious"

    because = tuple(state.id for state in situation.by_subject.get(item.bearer, ()) if blocks(state))
    return ("listed-elsewhere", because) if because else None


def _prevails(item: Contribution) -> bool:
    return (
        item.rule.direction == "punishment"
        and item.status == "in-force"
        and item.counts
        and item.rule.effect in HINDERS
        and item.rule.provenance != "unverified"
    )


def _punished(item: Contribution, prevailing: list[Contribution], plan: Plan) -> Verdict:
    """A punishment in force prevails over an incentive for the same bearer on the same matter (S20)."""
    if item.rule.direction != "incentive":
        return None
    matters = {wide for matter in item.rule.matters for wide in matter_and_parents(matter, plan)}
    because = {
        id
        for other in prevailing
        if other.bearer == item.bearer and set(other.rule.matters) & matters
        for id in other.result.records
    }
    return ("punishment-prevails", tuple(sorted(because))) if because else None
