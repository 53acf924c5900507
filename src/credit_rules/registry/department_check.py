"""Names inside departments and reforms: whatever one says of another must be there, and no name mean two."""

from __future__ import annotations

from collections import Counter

from ..diagnostics.shown import shown
from ..source.node import Path
from ..source.values import Level
from .department_model import Department, DepartmentName, Printed, Reform, Successor
from .findings import Findings
from .place_check import check_place
from .places import contains
from .registry import Registry


def check_department(entry: Department, path: Path, registry: Registry, found: Findings) -> None:
    """``department-without-successor``, ``unknown-department``, ``unknown-reform``, ``parent-of-itself``,
    ``department-name-ambiguous`` and those of places."""
    _check_gone(entry, path, found)
    titles = registry.titles["departments"]
    for index, row in enumerate(entry.successors):
        here = (*path, "successors", index)
        if found.name("unknown-department", row.id, (*here, "id"), titles) and _leads_back(entry.id, row.id, registry):
            found.add("parent-of-itself", (*here, "id"), found=shown(row.id))
    whole, where = entry.part_of, (*path, "part_of")
    known = whole is not None and found.name("unknown-department", whole, where, titles)
    if whole is not None and known and registry.departments[whole].part_of is not None:
        found.add("parent-of-itself", where, found=shown(whole))
    for field in ("successors", "names", "printed"):
        for index, row in enumerate(getattr(entry, field)):
            _check_row(row, (*path, field, index), registry, found)
    _check_ambiguous(entry, path, registry, found)


def check_reform(entry: Reform, path: Path, registry: Registry, found: Findings) -> None:
    """The places of a reform's days."""
    for index, day in enumerate(entry.days):
        check_place(day.place, (*path, "days", index, "place"), registry, found)


def _check_row(row: DepartmentName | Printed | Successor, path: Path, registry: Registry, found: Findings) -> None:
    for key, name in (("from", "from_"), ("until", "until")):
        when = getattr(row, name, None)
        if isinstance(when, str):
            found.name("unknown-reform", when, (*path, key), registry.titles["reforms"])
    if row.place is not None:
        check_place(row.place, (*path, "place"), registry, found)


def _check_gone(entry: Department, path: Path, found: Findings) -> None:
    """A department that has gone names who does its work since, at every level that it had (S24)."""
    if entry.until is None:
        return
    had = {(level, row.place) for row in entry.names for level in row.level}
    had |= {(row.level, row.place) for row in entry.printed if row.level}
    if not entry.successors or not all(_told(level, place, entry) for level, place in had):
        found.add("department-without-successor", (*path, "until"), found=shown(entry.id), day=str(entry.until))


def _told(level: Level, place: str | None, entry: Department) -> bool:
    """Whether a successor is named for a level, of every place or of the one in which the department was."""
    rows = (row for row in entry.successors if row.level is None or level in row.level)
    return any(row.place is None or (place is not None and contains(row.place, place)) for row in rows)


def _check_ambiguous(entry: Department, path: Path, registry: Registry, found: Findings) -> None:
    others: Counter[tuple[str, str | None]] = Counter()
    first: dict[tuple[str, str | None], str] = {}
    for other in registry.departments.values():
        if other.id > entry.id:
            keys = [(row.name, row.place) for row in other.printed] + [(short, "*") for short in other.short]
            others.update(keys)
            first.update((key, other.id) for key in keys if key not in first)
    for index, row in enumerate(entry.printed):
        if others[row.name, row.place]:
            where = (*path, "printed", index, "name")
            found.add("department-name-ambiguous", where, found=shown(row.name), other=first[row.name, row.place])
    for index, short in enumerate(entry.short):
        if others[short, "*"]:
            where = (*path, "short", index)
            found.add("department-name-ambiguous", where, found=shown(short), other=first[short, "*"])


def _leads_back(start: str, to: str, registry: Registry) -> bool:
    seen: set[str] = set()
    ahead = [to]
    while ahead:
        here = ahead.pop()
        if here == start:
            return True
        if here not in seen and (entry := registry.departments.get(here)) is not None:
            seen.add(here)
            ahead.extend(row.id for row in entry.successors)
    return False
