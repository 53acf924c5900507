"""Names inside duties, and keys that would narrow nothing."""

from __future__ import annotations

import re

from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..source.node import Path
from .duty_model import NARROWING, OWNERS, DutyEntry
from .findings import Findings
from .registry import Registry

_NARROWING = tuple(dict.fromkeys(key for keys in NARROWING.values() for key in keys))
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LINKS = (
    ("lists", "unknown-list", "lists"),
    ("determined_by", "unknown-department", "departments"),
    ("acts", "unknown-act", "acts"),
    ("matters", "unknown-matter", "matters"),
)


def check_duty(entry: DutyEntry, path: Path, registry: Registry, found: Findings) -> None:
    """``unknown-list``, ``unknown-department``, ``unknown-act``, ``unknown-matter``, ``key-without-effect``."""
    for key, code, field in _LINKS:
        for index, name in enumerate(getattr(entry, key)):
            found.name(code, name, (*path, key, index), registry.titles[field])
    for key in ("owed_by", "to"):
        _check_owner(getattr(entry, key), (*path, key), registry, found)
    known = NARROWING[entry.trigger]
    for key in _NARROWING:
        if key in entry.model_fields_set and key not in known:
            found.add_at_key("key-without-effect", (*path, key), found=key, only="|".join(known))
    if entry.counted_from is not None and entry.period is None:
        found.add_at_key("key-without-effect", (*path, "counted_from"), found="counted_from", only="period")
    if entry.each_quarter_by is not None and entry.period is not None:
        found.add_at_key("key-without-effect", (*path, "period"), found="period", only="each_quarter_by")


def _check_owner(name: str, path: Path, registry: Registry, found: Findings) -> None:
    """Words in Chinese stand for themselves; what looks like a code must be one."""
    departments = registry.titles["departments"]
    if _CODE.fullmatch(name) and name not in OWNERS and name not in departments:
        near = nearest(name, (*OWNERS, *departments)) or ""
        found.add("unknown-department", path, found=shown(name), nearest=near)
