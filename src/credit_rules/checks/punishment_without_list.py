"""A punishment is triggered by a record on a registered list, and by nothing else (S1)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..source.node import Path
from .check import Checked
from .conditions import At, without_record
from .direction_against_effect import turned_round


def punishment_without_list(checked: Checked) -> Iterable[Diagnostic]:
    """A punishment whose condition can hold without a record: it, or the branch that asks for none, issues nothing."""
    told: set[Path] = set()
    for path, measure, _ in checked.written:
        trigger = checked.trigger(measure)
        if measure.direction != "punishment" or trigger is None or turned_round(measure, checked):
            continue
        if measure.when is not None and not without_record(At(measure.when, (*path, "when"))):
            continue
        where = (*path, "triggered_by") if measure.triggered_by is not None else ("triggered_by",)
        for part in without_record(At(trigger, where)):
            if part.path not in told:
                told.add(part.path)
                yield checked.finding("punishment-without-list", part.path)
