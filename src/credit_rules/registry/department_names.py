"""Every name by which a text may call a department, and what it means there (S24)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..source.rows import NamedTuple
from ..source.values import Level
from .department_model import Department, DepartmentName
from .model import Place
from .place_names import county_level_city, filled
from .places import NATIONWIDE, contains, narrowness

LEVELS: tuple[Level, ...] = ("national", "province", "city", "county")
TIERS: tuple[tuple[str, Level], ...] = (("省", "province"), ("市", "city"), ("县", "county"), ("区", "county"))
"""What a text of a province, city or county prints before the short name of one of its departments."""


class Called(NamedTuple):
    """A name, the level that it means (none: that of the text's place), and the only place that prints it so."""

    name: str
    level: Level | None
    place: str | None


Meant = tuple[Department, Called]


def department_names(departments: Iterable[Department], places: Iterable[Place]) -> Mapping[str, tuple[Meant, ...]]:
    """The departments by every name: as printed, by their short names in every place, by their official names.

    A function of another department stands here by its own names only, never by the other's.
    """
    found: dict[str, list[Meant]] = {}
    known = {place.id: place.title for place in places if place.id != NATIONWIDE}
    for department in departments:
        rows = [Called(printed.name, printed.level, printed.place) for printed in department.printed]
        for short in department.short:
            rows.extend(_short(short, known))
        for official in department.names:
            rows.extend(_official(official, known))
        for called in dict.fromkeys(rows):
            found.setdefault(called.name, []).append((department, called))
    return {name: tuple(meant) for name, meant in found.items()}


def _short(short: str, known: Mapping[str, str]) -> Iterable[Called]:
    for tier, level in TIERS:
        yield Called(f"{tier}{short}", level, None)
    for code, title in known.items():
        level = LEVELS[narrowness(code)]
        for place in ("{place}", "{district}"):
            yield Called(filled(f"{place}{short}", code, known), level, code)
        if county_level_city(code, title):
            yield Called(f"市{short}", level, code)


def _official(official: DepartmentName, known: Mapping[str, str]) -> Iterable[Called]:
    for level in official.level:
        if "{" not in official.name:
            yield Called(official.name, level, official.place)
            continue
        for code in known:
            if LEVELS[narrowness(code)] == level and (official.place is None or contains(official.place, code)):
                for pattern in (official.name, official.name.replace("{place}", "{district}")):
                    yield Called(filled(pattern, code, known), level, code)
