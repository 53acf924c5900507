"""Names inside the registry: whatever one entry says of another must be there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any, get_args

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..pack.base import Citation, PackModel
from ..pack.condition import All, Condition, Fact
from ..source.node import Node, Path
from ..source.values import Kind
from .banned_data import banned_word
from .condition_names import check_condition
from .department_check import check_department, check_reform
from .department_model import Department, Reform
from .duty_check import check_duty
from .duty_model import DutyEntry
from .entry import Entry
from .findings import Findings
from .model import FactEntry, Instrument, ListEntry, Provision, RegistryFile
from .place_check import check_place
from .places import is_place_code
from .registry import Registry

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KINDS = get_args(Kind)


def check_registry_names(file: RegistryFile, node: Node, registry: Registry) -> tuple[Diagnostic, ...]:
    """Every mistake in the entries of one registry file, given the whole registry.

    Codes: ``id-not-kebab-case``, ``not-a-place-code``, ``period-ends-before-start``, ``unknown-instrument``,
    ``unknown-list``, ``unknown-matter``, ``unknown-department``, ``unknown-place``, ``unknown-kind``,
    ``unknown-field``, ``unknown-version``, ``versions-overlap``, ``parent-of-itself``,
    ``choices-missing``, ``choices-refused``,
    ``department-name-ambiguous``, ``unknown-reform``, ``unknown-act``, ``key-without-effect``,
    ``term-condition-too-rich``, ``banned-data`` and those of conditions.
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


def check_citations(value: Any, path: Path, registry: Registry, found: Findings) -> None:
    """``unknown-instrument`` and ``unknown-version`` for every citation in ``value``, however deep."""
    if isinstance(value, Citation):
        where = (*path, "instrument")
        if found.name("unknown-instrument", value.instrument, where, registry.titles["instruments"]):
            versions = {row.version: row.version for row in registry.instruments[value.instrument].versions}
            if value.version is not None:
                found.name("unknown-version", value.version, (*path, "version"), versions)
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
            if (banned := banned_word(entry)) is not None:
                found.add("banned-data", (*path, "title"), found=shown(entry.title), word=banned[0], why=banned[1])
        case Instrument():
            _check_versions(entry, path, registry, found)
        case Provision():
            _check_provision(entry, path, registry, found)
        case Department():
            check_department(entry, path, registry, found)
        case DutyEntry():
            check_kinds(entry.kinds, (*path, "kinds"), registry, found)
            check_duty(entry, path, registry, found)
        case Reform():
            check_reform(entry, path, registry, found)
        case _:
            _check_links(entry, path, registry, found)


def _check_versions(entry: Instrument, path: Path, registry: Registry, found: Findings) -> None:
    """The versions follow one another, the oldest first, and never overlap (S3)."""
    if entry.repealed_by is not None:
        found.name("unknown-instrument", entry.repealed_by, (*path, "repealed_by"), registry.titles["instruments"])
    for index, (older, newer) in enumerate(pairwise(entry.versions), start=1):
        if newer.from_ is None or older.until is None or newer.from_ < older.until:
            where = (*path, "versions", index)
            found.add("versions-overlap", where, found=newer.version, older=older.version)


def _check_provision(entry: Provision, path: Path, registry: Registry, found: Findings) -> None:
    found.name("unknown-instrument", entry.instrument, (*path, "instrument"), registry.titles["instruments"])
    roles = {"subject": "subject", **registry.titles["roles"]}
    named = (("acts", "unknown-act", "acts"), ("lists", "unknown-list", "lists"))
    for name, code, field in named:
        for index, word in enumerate(getattr(entry, name)):
            found.name(code, word, (*path, name, index), registry.titles[field])
    for index, word in enumerate(entry.roles):
        found.name("unknown-role", word, (*path, "roles", index), roles)


def _check_links(entry: Any, path: Path, registry: Registry, found: Findings) -> None:
    links = (
        ("list", "unknown-list", "lists"),
        ("listed_as", "unknown-measure-class", "measure_classes"),
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
    if isinstance(kinds := getattr(entry, "kinds", None), tuple) and hasattr(entry, "article"):
        check_kinds(kinds, (*path, "kinds"), registry, found)
    for key in ("fields", "special_for"):
        _check_fields(getattr(entry, key, ()), (*path, key), registry, found)


def _check_fields(named: Iterable[str], path: Path, registry: Registry, found: Findings) -> None:
    for index, name in enumerate(named):
        if name not in registry.list_fields:
            near, known = nearest(name, registry.list_fields) or "", "|".join(registry.list_fields)
            add, key = (found.add_at_key, name) if isinstance(named, dict) else (found.add, index)
            add("unknown-field", (*path, key), found=shown(name), nearest=near, known=known)


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
