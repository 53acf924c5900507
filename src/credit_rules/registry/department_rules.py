"""Departments condensed: every name and succession with its own days, reforms told apart by place and level."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..source.rows import NamedTuple
from ..source.values import Level
from .department_model import Department, DepartmentName, Reform, Successor
from .places import NATIONWIDE, contains, narrowness
from .registry import Registry
from .vocabulary import DepartmentRule, NameRule, SuccessorRule

EVERY: tuple[Level, ...] = ("national", "province", "city", "county")


class Turn(NamedTuple):
    """A day on which something changed, and the earliest on which it can have changed instead."""

    day: date
    earliest: date | None


def department_rule(entry: Department, registry: Registry) -> DepartmentRule:
    """The working part of a department; a function of another one bears the other's names after its own."""
    names = _names(entry, registry)
    if entry.part_of is not None:
        names.extend(_names(registry.departments[entry.part_of], registry))
    successors = [rule for row in entry.successors for rule in _successors(row, entry, registry)]
    return DepartmentRule(entry.id, entry.title, entry.body, entry.remedy, tuple(names), tuple(successors))


def gone_from(entry: Department, level: Level, place: str, registry: Registry) -> date | None:
    """The day from which a department's work at a level of a place is another's; none where it still does it."""
    rows = [row for row in department_rule(entry, registry).successors if row.level == level]
    rows = [row for row in rows if row.place is None or contains(row.place, place)]
    narrow = max((narrowness(row.place or NATIONWIDE) for row in rows), default=0)
    return min((row.from_ for row in rows if narrowness(row.place or NATIONWIDE) == narrow), default=None)


def turn(when: date | str, earliest: date | None, level: Level, place: str, registry: Registry) -> Turn | None:
    """The day that ``from`` or ``until`` means at a level of a place; none where a reform did not reach the level."""
    if isinstance(when, date):
        return Turn(when, earliest)
    reform: Reform = registry.reforms[when]
    days = [day for day in reform.days if level in day.level and contains(day.place, place)]
    if not days:
        return None
    nearest = max(days, key=lambda day: narrowness(day.place))
    return Turn(nearest.from_, earliest or nearest.earliest)


def _names(entry: Department, registry: Registry) -> list[NameRule]:
    found: dict[NameRule, None] = {}
    for row in entry.names:
        for level in row.level:
            for place in _places(row, level, entry.names, registry):
                start = None if row.from_ is None else turn(row.from_, row.earliest, level, place, registry)
                end = None if row.until is None else turn(row.until, None, level, place, registry)
                if (row.from_ is None) == (start is None) and (row.until is None) == (end is None):
                    found[
                        NameRule(
                            (level,),
                            row.name,
                            None if place == NATIONWIDE else place,
                            start.day if start else None,
                            end.day if end else None,
                            start.earliest if start else None,
                        )
                    ] = None
    return _joined(found)


def _joined(rows: Iterable[NameRule]) -> list[NameRule]:
    """Rows that differ in their level only, as one."""
    levels: dict[NameRule, tuple[Level, ...]] = {}
    for row in rows:
        same = row._replace(levels=())
        levels[same] = (*levels.get(same, ()), *row.levels)
    return [row._replace(levels=found) for row, found in levels.items()]


def _successors(row: Successor, entry: Department, registry: Registry) -> Iterable[SuccessorRule]:
    for level in row.level or EVERY:
        for place in _places(row, level, entry.successors, registry):
            if (found := turn(row.from_, row.earliest, level, place, registry)) is not None:
                where = None if place == NATIONWIDE else place
                yield SuccessorRule(row.id, level, where, found.day, found.earliest)


def _places(
    row: DepartmentName | Successor, level: Level, beside: Iterable[DepartmentName | Successor], registry: Registry
) -> tuple[str, ...]:
    """Where a row holds: in its own place, or everywhere and in each place for which its reform has days.

    A place for which the department itself says another day is left to that.
    """
    if row.place is not None:
        return (row.place,)
    told = {other.place for other in beside if other.place and level in (other.level or EVERY)}
    reforms = [registry.reforms[when] for when in (row.from_, getattr(row, "until", None)) if isinstance(when, str)]
    places = {day.place for reform in reforms for day in reform.days if level in day.level}
    return (NATIONWIDE, *sorted(places - told - {NATIONWIDE}))
