"""Another pack that the head of this one names: it is loaded, and it is another."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from .check import Checked


def unknown_pack(checked: Checked) -> Iterable[Diagnostic]:
    """What ``supersedes`` and ``restates`` name; a pack that supersedes itself would never apply."""
    head = checked.loaded.pack.memorandum
    others = [loaded.pack.memorandum.id for loaded in checked.packs if loaded is not checked.loaded]
    for key in ("supersedes", "restates"):
        names: tuple[str, ...] = getattr(head, key)
        for index, name in enumerate(names):
            path = ("memorandum", key, index)
            if name == head.id and name not in others:
                yield checked.finding("pack-names-itself", path, found=shown(name), key=key)
            elif name in names[:index]:
                yield checked.finding("repeated-name", path, found=shown(name))
            elif name not in checked.by_id and checked.complete:
                near = nearest(name, others) or ""
                yield checked.finding("unknown-pack", path, found=shown(name), nearest=near)
