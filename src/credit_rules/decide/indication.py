"""The indication for the matter that a department is asked to decide (S21)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..case.decision import Indication, MeasureView, Result, Undetermined, Withheld
from ..plan.model import Plan
from ..source.values import Effect, Force
from .matters import matter_and_parents
from .measure import Issued

RESULT_OF: dict[Effect, Result] = {
    "prohibit": "prohibit",
    "revoke": "prohibit",
    "restrict": "restrict",
    "strict-review": "strict-review",
    "reference": "reference",
    "supervise": "reference",
    "prioritise": "prefer",
    "favour": "prefer",
    "simplify": "fast-track",
}
ORDER: tuple[Result, ...] = ("prohibit", "restrict", "strict-review", "reference", "fast-track", "prefer", "neutral")
"""The most severe punishment first, then the most favourable incentive."""

_Place = Literal["counted", "suspended", "insufficient", "other"]


def indicate(
    matter: str,
    issued: Sequence[Issued],
    withheld: Sequence[Withheld],
    undetermined: Sequence[Undetermined],
    subject: str,
    plan: Plan,
) -> Indication:
    """What counted measures say for a matter; everything not counted that concerns it stands beside it.

    Counted are in-force and reduced measures borne by the case's subject, by public actors, of sufficient or practice
    standing. A recommendation never refuses by itself: its prohibit or restrict counts as strict review.
    """
    concerned = matter_and_parents(matter, plan)
    places: dict[_Place, list[Issued]] = {"counted": [], "suspended": [], "insufficient": [], "other": []}
    for item in issued:
        if not concerned.isdisjoint(item.view.matters):
            places[_place(item, concerned, subject)].append(item)
    counted = places["counted"]
    mandatory, recommended = (_strongest(counted, force) for force in ("mandatory", "recommended"))
    softened: Result = "strict-review" if recommended in ("prohibit", "restrict") else recommended

    def concerns(id: str) -> bool:
        key = ("concerns", matter, id)
        if key not in plan.known:
            plan.known[key] = not concerned.isdisjoint(plan.rules[plan.number[id]].matters)
        return bool(plan.known[key])

    return Indication(
        matter=matter,
        result=min((mandatory, softened), key=ORDER.index),
        mandatory=mandatory,
        recommended=recommended,
        measures=tuple(item.view.id for item in counted),
        suspended=tuple(item.view.id for item in places["suspended"]),
        insufficient=tuple(item.view.id for item in places["insufficient"]),
        withheld=_each(entry.id for entry in withheld if concerns(entry.id)),
        undetermined=_each(id for entry in undetermined for id in entry.ids if concerns(id)),
        other=tuple(item.view.id for item in places["other"]),
    )


def _place(item: Issued, concerned: set[str], subject: str) -> _Place:
    """Whether a measure is counted, or where it stands beside what is.

    Only what gives the measure its force says which matters it concerns: a source that is suspended, without standing
    or unread lends it none.
    """
    merged = item.merged
    parts = [part for part in merged.leading if not concerned.isdisjoint(part.rule.matters)]
    spoken = bool(parts)
    parts = parts or [part for part in merged.every if not concerned.isdisjoint(part.rule.matters)]
    if all(part.status == "suspended" for part in parts):
        return "suspended"
    if not any(part.counts for part in parts):
        return "insufficient"
    return "counted" if spoken and _counts(item, subject) else "other"


def _counts(item: Issued, subject: str) -> bool:
    """Of standing, and public, borne by the subject, verified, of an effect that says something, and still resting."""
    view: MeasureView = item.view
    return (
        view.bearer.id == subject
        and view.actor == "public"
        and view.effect in RESULT_OF
        and not item.spent
        and not all(part.rule.provenance == "unverified" for part in item.merged.leading)
    )


def _strongest(counted: Sequence[Issued], force: Force) -> Result:
    results = [RESULT_OF[item.view.effect] for item in counted if item.view.force == force]
    return min(results, key=ORDER.index, default="neutral")


def _each(ids: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))  # type: ignore[call-overload]
