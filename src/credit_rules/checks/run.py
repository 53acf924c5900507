"""Every check on every pack."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics.diagnostic import Diagnostic
from ..pack.loaded import LoadedPack
from ..registry.registry import Registry
from .autonomous_mandatory import autonomous_mandatory
from .check import Check, Checked
from .department_gone import department_gone
from .direction_against_effect import direction_against_effect
from .pack_twice import pack_twice
from .superseded_still_open import superseded_still_open

CHECKS: tuple[Check, ...] = (
    autonomous_mandatory,
    department_gone,
    direction_against_effect,
    pack_twice,
    superseded_still_open,
)


def run_checks(packs: Sequence[LoadedPack], registry: Registry) -> tuple[Diagnostic, ...]:
    """What the checks find on packs that bind; their names need not all resolve."""
    every = tuple(packs)
    return tuple(finding for loaded in every for check in CHECKS for finding in check(Checked(loaded, every, registry)))
