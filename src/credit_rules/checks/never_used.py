"""What the head of a pack says for all measures, and none of them takes up."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..pack.model import Measure
from .check import Checked


def never_used(checked: Checked) -> Iterable[Diagnostic]:
    """A ``triggered_by`` of the pack where every measure has its own, or a default that every measure goes before."""
    pack = checked.loaded.pack
    measures = [measure for _, measure, _ in checked.measures]
    if not measures or len(measures) < len(pack.measures):
        return
    if pack.triggered_by is not None and all(measure.triggered_by is not None for measure in measures):
        yield checked.finding_at_key("trigger-unused", ("triggered_by",))
    for name, taken in (
        ("force", any(measure.force is None and measure.actor == "public" for measure in measures)),
        ("on_reduce", any(measure.on_reduce is None for measure in measures)),
        ("part", any(_without_part(measure) for measure in measures)),
    ):
        if getattr(pack.defaults, name) is not None and name in pack.defaults.model_fields_set and not taken:
            yield checked.finding_at_key("default-unused", ("defaults", name), found=name)


def _without_part(measure: Measure) -> bool:
    return any(isinstance(item, str) for item in measure.departments if not isinstance(measure.departments, str))
