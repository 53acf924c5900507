"""Names inside the registry: whatever one entry says of another must be there."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, get_args

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..pack.base import Citation, PackModel
from ..pack.condition import All, Condition, Fact
from ..source.node import Node, Path
from ..source.values import Kind
from .condition_names import check_condition
from .findings import Findings
from .model import Department, Entry, FactEntry, Instrument, ListEntry, RegistryFile
from .places import NATIONWIDE, is_place_code
from .registry import Registry

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KINDS = get_args(Kind)


def check_registry_names(file: RegistryFile, node: Node, registry: Registry) -> tuple[Diagnostic, ...]:
    """Every mistake in the entries of one registry file, given the whole registry.

    Codes: ``id-not-kebab-case``, ``not-a-place-code``, ``period-ends-before-start``, ``unknown-instrument``,
    ``unknown-list``, ``unknown-matter``, ``unknown-department``, ``unknown-place``, ``unknown-kind``,
    ``unknown-field``, ``parent-of-itself``, ``choices-missing``, ``choices-refused``, ``department-name-ambiguous``,
    ``term-condition-too-rich`` and those of conditions.
    """
    found = Findings(node)
    for field in RegistryFile.model_fields:
        if field != "format":
            for index, entry in enumerate(getattr(file, field)):
                _check_entry(entry, field, (field, index), registry, found)
    return tuple(found.found)


def check_kinds(names: tuple[str, ...] | None, path: Path, registry: Registry, found: Findings) -> None:
    """``unknown-kind`` for names that are neither a kind nor a set of kinds."""
    for index, name in enumerate(names or ()):
        if name not in _KINDS and name not in registry.kinds:
            near = nearest(name, (*registry.kinds, *_KINDS)) or ""
            found.add("unknown-kind", (*path, index), found=shown(name), nearest=near)


def check_place(code: str, path: Path, registry: Registry, found: Findings) -> None:
    """``not-a-place-code`` and ``unknown-place``."""
    if not is_place_code(code):
        found.add("not-a-place-code", path, found=shown(code))
    elif code != NATIONWIDE and registry.places:
        found.name("unknown-place", code, path, registry.titles["places"])


def check_citations(value: Any, path: Path, registry: Registry, found: Findings) -> None:
    """``unknown-instrument`` for every citation in ``value``, however deep."""
    if isinstance(value, Citation):
        found.name("unknown-instrument", value.instrument, (*path, "instrument"), registry.titles["instruments"])
    elif isinstance(value, PackModel):
        for name, info in type(value).model_fields.items():
            check_citations(getattr(value, name), (*path, info.alias or name), registry, found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            check_citations(item, (*path, index), registry, found)


def check_periods(value: Any, path: Path, found: Findings) -> None:
    """``period-ends-before-start`` for every dated thing in ``value``: ``until`` must come after ``from``."""
    if isinstance(value, PackModel):
        start, until = getattr(value, "from_", None), getattr(value, "until", None)
        if isinstance(start, date) and isinstance(until, date) and until <= start:
            found.add("period-ends-before-start", (*path, "until"), start=str(start), until=str(until))
        for name, info in type(value).model_fields.items():
            check_periods(getattr(value, name), (*path, info.alias or name), found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            check_periods(item, (*path, index), found)


def _check_entry(entry: Entry, field: str, path: Path, registry: Registry, found: Findings) -> None:
    if field == "places":
        if not is_place_code(entry.id):
            found.add("not-a-place-code", (*path, "id"), found=shown(entry.id))
    elif not _ID.fullmatch(entry.id):
        found.add("id-not-kebab-case", (*path, "id"), found=shown(entry.id))
    check_periods(entry, path, found)
    check_citations(entry, path, registry, found)
    place = getattr(entry, "place", None)
    if place is not None:
        check_place(place, (*path, "place"), registry, found)
    match entry:
        case ListEntry():
            _check_terms(entry, path, registry, found)
        case FactEntry():
            if (entry.type == "choice") != bool(entry.choices):
                code = "choices-missing" if entry.type == "choice" else "choices-refused"
                found.add(code, path if entry.type == "choice" else (*path, "choices"), found=entry.id)
        case Instrument():
            pass
        case _:
            _check_links(entry, path, registry, found)


def _check_links(entry: Any, path: Path, registry: Registry, found: Findings) -> None:
    links = (
        ("list", "unknown-list", "lists"),
        ("parent", "unknown-matter", "matters"),
        ("renumbered_to", "unknown-place", "places"),
    )
    for name, code, field in links:
        word = getattr(entry, name, None)
        if word is None or not found.name(code, word, (*path, name), registry.titles[field]):
            continue
        if name != "list" and _leads_back(entry.id, name, getattr(registry, field)):
            found.add("parent-of-itself", (*path, name), found=shown(word))
    for index, matter in enumerate(getattr(entry, "matters", ())):
        found.name("unknown-matter", matter, (*path, "matters", index), registry.titles["matters"])
    if isinstance(entry, Department) and entry.until is not None and entry.successor is None:
        found.add("department-without-successor", (*path, "until"), found=shown(entry.id), day=str(entry.until))
    if getattr(entry, "successor", None) is not None:
        where = (*path, "successor", "id")
        known = found.name("unknown-department", entry.successor.id, where, registry.titles["departments"])
        if known and _succeeds_itself(entry.id, registry):
            found.add("parent-of-itself", where, found=shown(entry.successor.id))
    if isinstance(kinds := getattr(entry, "kinds", None), tuple) and hasattr(entry, "article"):
        check_kinds(kinds, (*path, "kinds"), registry, found)
    for name in getattr(entry, "fields", ()):
        if name not in registry.list_fields:
            near, where = nearest(name, registry.list_fields) or "", (*path, "fields", name)
            known_fields = "|".join(registry.list_fields)
            found.add_at_key("unknown-field", where, found=shown(name), nearest=near, known=known_fields)
    for index, printed in enumerate(getattr(entry, "printed", ())):
        _check_printed(entry, printed, (*path, "printed", index), registry, found)


def _check_printed(entry: Any, printed: Any, path: Path, registry: Registry, found: Findings) -> None:
    if printed.place is not None:
        check_place(printed.place, (*path, "place"), registry, found)
    for other in registry.departments.values():
        if other.id > entry.id and any((p.name, p.place) == (printed.name, printed.place) for p in other.printed):
            found.add("department-name-ambiguous", (*path, "name"), found=shown(printed.name), other=other.id)


def _check_terms(entry: ListEntry, path: Path, registry: Registry, found: Findings) -> None:
    for index, term in enumerate(entry.terms):
        for number, case in enumerate(term.cases):
            here = (*path, "terms", index, "cases", number, "when")
            if _is_plain(case.when):
                check_condition(case.when, here, registry, found, "record")
            else:
                found.add("term-condition-too-rich", here)


def _is_plain(condition: Condition) -> bool:
    """Whether a condition asks facts of the record only, one or all of several."""
    parts = condition.all if isinstance(condition, All) else (condition,)
    return all(isinstance(part, Fact) and part.fact.startswith("record.") for part in parts)


def _leads_back(start: str, name: str, entries: dict[str, Any]) -> bool:
    seen, here = {start}, getattr(entries.get(start), name, None)
    while here is not None and here not in seen:
        seen.add(here)
        here = getattr(entries.get(here), name, None)
    return here == start


def _succeeds_itself(start: str, registry: Registry) -> bool:
    seen: set[str] = set()
    here: str | None = start
    while here is not None and here not in seen:
        seen.add(here)
        entry = registry.departments.get(here)
        here = entry.successor.id if entry is not None and entry.successor is not None else None
    return here == start
