"""An incentive that takes something away, or a punishment that gives (S15)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..pack.model import Measure
from .check import Checked

BENEFITS = ("prioritise", "simplify", "fewer-inspections", "favour", "honour")
BURDENS = ("prohibit", "restrict", "revoke", "strict-review", "supervise", "admonish", "refer")


def direction_against_effect(checked: Checked) -> Iterable[Diagnostic]:
    """The act's effect in the registry contradicts the direction that the pack gives the measure."""
    for path, measure, _ in checked.written:
        if turned_round(measure, checked):
            yield checked.finding("direction-against-effect", (*path, "act"), found=measure.act)


def turned_round(measure: Measure, checked: Checked) -> bool:
    """Whether the direction of a measure contradicts its act; what rests on the direction is then told by nobody else."""
    act = checked.registry.acts.get(measure.act)
    return act is not None and act.effect in (BENEFITS if measure.direction == "punishment" else BURDENS)
