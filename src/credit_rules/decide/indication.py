"""The indication for the matter that a department is asked to decide (S21)."""

from __future__ import annotations

from collections.abc import Sequence

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
    about = [item for item in issued if concerned & set(item.view.matters)]
    suspended = [item.view.id for item in about if item.view.status == "suspended"]
    rest = [item for item in about if item.view.status != "suspended"]
    insufficient = [item.view.id for item in rest if not item.merged.counts]
    rest = [item for item in rest if item.merged.counts]
    counted = [item for item in rest if _counts(item, subject)]
    mandatory, recommended = (_strongest(counted, force) for force in ("mandatory", "recommended"))
    softened: Result = "strict-review" if recommended in ("prohibit", "restrict") else recommended

    def concerns(id: str) -> bool:
        return bool(concerned & set(plan.rules[plan.number[id]].matters))

    return Indication(
        matter=matter,
        result=min((mandatory, softened), key=ORDER.index),
        mandatory=mandatory,
        recommended=recommended,
        measures=tuple(item.view.id for item in counted),
        suspended=tuple(suspended),
        insufficient=tuple(insufficient),
        withheld=_each(entry.id for entry in withheld if concerns(entry.id)),
        undetermined=_each(id for entry in undetermined for id in entry.ids if concerns(id)),
        other=tuple(item.view.id for item in rest if item not in counted),
    )


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
