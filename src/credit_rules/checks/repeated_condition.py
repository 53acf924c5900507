"""A part that stands twice under ``all`` or ``any``, or a denial denied: the second says nothing."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..pack.condition import All, Any_, Not
from .check import Checked
from .conditions import every_part, parts_of, written_conditions


def repeated_condition(checked: Checked) -> Iterable[Diagnostic]:
    """Equal parts side by side, and ``not`` of ``not``."""
    for whole in written_conditions(checked):
        for part in every_part(whole):
            if isinstance(part.condition, Not) and isinstance(part.condition.not_, Not):
                yield checked.finding("double-not", (*part.path, "not"))
            if isinstance(part.condition, All | Any_):
                parts = list(parts_of(part))
                for index, one in enumerate(parts):
                    if any(one.condition == other.condition for other in parts[:index]):
                        yield checked.finding("repeated-condition", one.path)
