"""What blocks an incentive does not concern a punishment (S17)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from .check import Checked
from .direction_against_effect import turned_round


def blocked_by_on_punishment(checked: Checked) -> Iterable[Diagnostic]:
    """``blocked_by`` on a measure that is no incentive."""
    for path, measure, _ in checked.written:
        punishes = measure.direction == "punishment" and not turned_round(measure, checked)
        if punishes and measure.blocked_by is not None:
            yield checked.finding_at_key("blocked-by-on-punishment", (*path, "blocked_by"), found=measure.id)
