"""Which place contains which, by GB/T 2260 codes (S2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from ..registry.places import NATIONWIDE, applies, narrowness
from ..registry.vocabulary import ListRule, Recognised, in_force
from ..source.values import Level


class Placed(Protocol):
    """Anything dated that applies in a place."""

    @property
    def place(self) -> str: ...
    @property
    def from_(self) -> date | None: ...
    @property
    def until(self) -> date | None: ...


P = TypeVar("P", bound=Placed)


def most_local(rules: Iterable[P], region: str | None, day: date, renumbered: dict[str, str]) -> tuple[P, ...]:
    """The rules in force on the day that apply in the region, the narrowest place first."""
    found = [
        rule for rule in rules if in_force(day, rule.from_, rule.until) and applies(rule.place, region, renumbered)
    ]
    return tuple(sorted(found, key=lambda rule: -narrowness(rule.place)))


def reaches(
    entry: ListRule, region: str | None, day: date, recognised: Iterable[Recognised], renumbered: dict[str, str]
) -> bool:
    """Whether a list counts in the region: inside its own place, or where a dated entry recognises it (S2)."""
    if applies(entry.place, region, renumbered):
        return True
    return any(
        row.list == entry.id and in_force(day, row.from_, row.until) and applies(row.place, region, renumbered)
        for row in recognised
    )


LEVELS: tuple[Level, ...] = ("national", "province", "city", "county")


def level_of(region: str | None) -> Level:
    """The level of a code: 000000 the nation, 360000 a province, 360300 a city, 360302 a county."""
    return LEVELS[narrowness(region or NATIONWIDE)]
