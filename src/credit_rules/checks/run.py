"""Every check on every pack."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics.diagnostic import Diagnostic
from ..pack.loaded import LoadedPack
from ..registry.registry import Registry


def run_checks(packs: Sequence[LoadedPack], registry: Registry) -> tuple[Diagnostic, ...]:
    """What is wrong with packs whose names resolve."""
    return ()
