"""Resolving a pack: every name in it is in the registry, and what it says of itself fits together."""

from __future__ import annotations

import re
from datetime import date

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..pack.condition import AfterExit, Condition, Count, OnList, OnLists
from ..pack.model import AdoptedMeasure, DepartmentFunction, DepartmentPart, Measure, Memorandum, Pack, RoleBearers
from ..source.node import Node, Path
from .condition_names import check_condition, check_lists, check_roles
from .conditions import simple_conditions
from .findings import Findings
from .place_check import check_place
from .registry import Registry
from .registry_names import check_citations, check_kinds, check_periods

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_pack_names(pack: Pack, node: Node, registry: Registry) -> tuple[Diagnostic, ...]:
    """Every name in a pack that the registry does not know, and every contradiction that reading alone can see.

    Codes: ``unknown-act``, ``unknown-matter``, ``unknown-department``, ``unknown-instrument``, ``unknown-kind``,
    ``unknown-place``, ``not-a-place-code``, ``id-not-kebab-case``, ``duplicate-measure``, ``repeated-bearer``,
    ``repeated-department``, ``function-of-another``, ``no-trigger``, ``day-unproven``, ``proof-without-need``,
    ``period-ends-before-start``, ``measure-outside-pack``, ``role-asks-for-records``, and those of conditions.
    """
    found = Findings(node)
    _check_memorandum(pack.memorandum, registry, found)
    if pack.triggered_by is not None:
        check_condition(pack.triggered_by, ("triggered_by",), registry, found)
    first: dict[str, str] = {}
    for index, measure in enumerate(pack.measures):
        path: Path = ("measures", index)
        if measure.id in first:
            found.add("duplicate-measure", (*path, "id"), found=shown(measure.id), first=first[measure.id])
        first.setdefault(measure.id, found.place((*path, "id")))
        _check_measure(measure, pack, path, registry, found)
    return tuple(found.found)


def _check_memorandum(head: Memorandum, registry: Registry, found: Findings) -> None:
    path: Path = ("memorandum",)
    if not _ID.fullmatch(head.id):
        found.add("id-not-kebab-case", (*path, "id"), found=shown(head.id))
    check_place(head.place, (*path, "place"), registry, found)
    check_periods(head, path, found)
    if head.from_ == "unknown" and head.proven_by is None and head.status != "draft":
        found.add("day-unproven", (*path, "from"))
    if head.from_ != "unknown" and head.proven_by is not None:
        found.add_at_key("proof-without-need", (*path, "proven_by"))
    if head.proven_by is not None and head.until is not None and head.until <= head.proven_by.day:
        start, until = str(head.proven_by.day), str(head.until)
        found.add("period-ends-before-start", (*path, "until"), start=start, until=until)


def _check_measure(
    measure: Measure | AdoptedMeasure, pack: Pack, path: Path, registry: Registry, found: Findings
) -> None:
    if not _ID.fullmatch(measure.id):
        found.add("id-not-kebab-case", (*path, "id"), found=shown(measure.id))
    if isinstance(measure, Measure):
        _check_own(measure, pack, path, registry, found)
    _check_departments(measure, pack.memorandum.place, path, registry, found)
    check_citations(measure, path, registry, found)
    check_periods(measure, path, found)
    head = pack.memorandum
    starts = measure.from_ or (head.from_ if isinstance(head.from_, date) else None)
    if head.until is not None and measure.from_ is not None and measure.from_ >= head.until:
        found.add("measure-outside-pack", (*path, "from"), day=str(measure.from_), until=str(head.until))
    if measure.until is not None and measure.from_ is None and starts is not None and measure.until <= starts:
        found.add("period-ends-before-start", (*path, "until"), start=str(starts), until=str(measure.until))


def _check_own(measure: Measure, pack: Pack, path: Path, registry: Registry, found: Findings) -> None:
    """What an adopted measure does not say, because it inherits it."""
    found.name("unknown-act", measure.act, (*path, "act"), registry.titles["acts"])
    if measure.triggered_by is None and pack.triggered_by is None:
        found.add("no-trigger", (*path, "id"), found=shown(measure.id))
    for name in ("triggered_by", "when"):
        condition = getattr(measure, name)
        if condition is not None:
            check_condition(condition, (*path, name), registry, found)
    _check_bearers(measure, path, registry, found)
    check_kinds(measure.listed_kinds, (*path, "listed_kinds"), registry, found)
    check_kinds(measure.bearer_kinds, (*path, "bearer_kinds"), registry, found)
    check_lists(measure.blocked_by or (), (*path, "blocked_by"), registry, found)
    for index, matter in enumerate(measure.matters or ()):
        found.name("unknown-matter", matter, (*path, "matters", index), registry.titles["matters"])


def _check_bearers(measure: Measure, path: Path, registry: Registry, found: Findings) -> None:
    for index, bearer in enumerate(measure.bearers):
        here: Path = (*path, "bearers", index)
        if bearer in measure.bearers[:index]:
            found.add("repeated-bearer", here)
        if isinstance(bearer, RoleBearers):
            check_roles(bearer.roles, (*here, "roles"), registry, found)
            if bearer.when is not None:
                check_condition(bearer.when, (*here, "when"), registry, found, "relation")
                _expect_no_records(bearer.when, (*here, "when"), found)


def _expect_no_records(when: Condition, path: Path, found: Findings) -> None:
    """A role is reckoned record by record: its condition cannot ask for records of the listed one in its turn."""
    for visit in simple_conditions(when, path, "relation"):
        form = visit.condition
        if isinstance(form, (OnLists, AfterExit, Count)) or (isinstance(form, OnList) and form.held_by is None):
            found.add("role-asks-for-records", visit.path)


def _check_departments(
    measure: Measure | AdoptedMeasure, place: str, path: Path, registry: Registry, found: Findings
) -> None:
    if isinstance(measure.departments, str):
        return
    seen: set[tuple[str, str | None]] = set()
    for index, item in enumerate(measure.departments):
        here: Path = (*path, "departments", index)
        name = here if isinstance(item, str) else (*here, "name")
        printed = item.name if isinstance(item, DepartmentPart) else item
        function = item.function if isinstance(item, DepartmentFunction) else None
        if (printed, function) in seen:
            found.add("repeated-department", name, found=shown(printed))
        seen.add((printed, function))
        if function is not None and function not in registry.departments:
            found.name("unknown-department", function, (*here, "function"), registry.titles["departments"])
            continue
        try:
            registry.printed_department(printed, place, function)
        except KeyError as unknown:
            if unknown.args[0] == printed:
                near = nearest(printed, registry.department_names(printed)) or ""
                found.add("unknown-department", name, found=shown(printed), nearest=near)
            else:
                found.add("function-of-another", (*here, "function"), found=shown(str(function)), name=shown(printed))
