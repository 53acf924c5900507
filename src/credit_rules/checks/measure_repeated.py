"""A measure written twice under one clause: together they are one measure, with the departments of both (S14)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from ..pack.model import Measure
from .check import Checked

FREE = frozenset({"id", "departments", "basis", "wording", "provenance", "note", "triggered_by", "force", "bearers"})
"""What may differ without making another measure of it; the last three are compared as they take effect."""


def measure_repeated(checked: Checked) -> Iterable[Diagnostic]:
    """The same act on the same bearers, under the same clause and conditions, once more."""
    first: dict[Any, str] = {}
    for path, measure, _ in checked.written:
        key = repr(_told(measure, checked))
        if key in first:
            yield checked.finding("measure-repeated", (*path, "id"), found=shown(measure.id), first=first[key])
        first.setdefault(key, measure.id)


def _told(measure: Measure, checked: Checked) -> Any:
    fixed = [getattr(measure, name) for name in Measure.model_fields if name not in FREE]
    force = measure.force or checked.loaded.pack.defaults.force
    return fixed, checked.trigger(measure), force, sorted(map(repr, measure.bearers))
