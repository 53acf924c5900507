"""What banks, insurers, credit agencies, associations and media do is their own affair (S15; LF 8.25)."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from .check import Checked


def autonomous_mandatory(checked: Checked) -> Iterable[Diagnostic]:
    """A measure of an autonomous actor is never mandatory: nobody can force it to punish."""
    for path, measure, adopted in checked.measures:
        inherited = adopted and checked.loaded.node.find((*path, "force")) is None
        if measure.actor == "autonomous" and measure.force == "mandatory" and not inherited:
            yield checked.finding("autonomous-mandatory", (*path, "force"), found=measure.id)
