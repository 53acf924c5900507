"""A place named by its code is one of the registry's."""

from __future__ import annotations

from ..diagnostics.shown import shown
from ..source.node import Path
from .findings import Findings
from .places import NATIONWIDE, is_place_code
from .registry import Registry


def check_place(code: str, path: Path, registry: Registry, found: Findings) -> None:
    """``not-a-place-code`` and ``unknown-place``."""
    if not is_place_code(code):
        found.add("not-a-place-code", path, found=shown(code))
    elif code != NATIONWIDE and registry.places:
        found.name("unknown-place", code, path, registry.titles["places"])
