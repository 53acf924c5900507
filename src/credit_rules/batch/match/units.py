"""Measures that are judged alike, as numbers: who may bear, what of a measure judging looks at, which condition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from ...matcher.match import in_reach
from ...plan.model import BearerSpec, Plan, Rule, TermSpec
from ...registry.places import applies
from ...registry.vocabulary import in_force
from ...situation.places import level_of
from .codes import KINDS, mask
from .layers import Layer, layers_of


class Trait(NamedTuple):
    """What judging a record looks at in a measure beside its condition and its bearers (``matcher/records.py``)."""

    punish: bool
    heavy: bool
    once: bool
    outlasts: bool
    term: TermSpec | None
    began: date | None


class Unit(NamedTuple):
    """Measures that are judged alike of one kind of bearer. ``affected``: a unit bears because of its people (S12)."""

    spec: int
    trait: int
    condition: int
    listed_kinds: int
    bearer_kinds: int
    affected: bool


class Place(NamedTuple):
    """A day and a region; of several regions in which the same applies, the first."""

    as_of: date
    region: str | None


@dataclass(frozen=True)
class Units:
    """The units of a plan, in the order of its measures, and the places in which a batch is decided."""

    plan: Plan
    specs: tuple[BearerSpec, ...]
    traits: tuple[Trait, ...]
    units: tuple[Unit, ...]
    rules: tuple[tuple[int, int, int], ...]
    """Unit, measure, and which of the measure's bearers."""
    places: tuple[Place, ...]
    place_of: dict[Place, int]

    def place(self, as_of: date, region: str | None) -> int:
        """The number of a day and region."""
        return self.place_of[Place(as_of, region)]

    @cached_property
    def layer(self) -> Layer:
        """The conditions of the units."""
        whens = (spec.when for spec in self.specs if spec.when is not None)
        return layers_of((unit.condition for unit in self.units), whens, self.plan)

    @cached_property
    def in_force(self) -> tuple[tuple[int, int], ...]:
        """Place and measure, where the measure is in force there on the day (S2, S3)."""
        found = []
        for number, place in enumerate(self.places):
            reached = {pack.id for pack in self.plan.packs if _reached(pack, place, self.plan)}
            for index, rule in enumerate(self.plan.rules):
                if rule.pack in reached and in_force(place.as_of, rule.from_, rule.until):
                    found.append((number, index))
        return tuple(found)


def _reached(pack: Any, place: Place, plan: Plan) -> bool:
    return in_reach(pack, place, plan)  # type: ignore[arg-type]


def units_of(plan: Plan, contexts: Iterable[tuple[date, str | None]]) -> Units:
    """The units of a plan and the places of a batch; ``contexts`` are the days and regions that its cases have."""
    specs: dict[BearerSpec, int] = {}
    traits: dict[Trait, int] = {}
    units: dict[Unit, int] = {}
    rules: list[tuple[int, int, int]] = []
    for number, rule in enumerate(plan.rules):
        if rule.direction == "punishment" and not rule.listed:
            continue
        trait = traits.setdefault(_trait(rule), len(traits))
        for position, spec in enumerate(rule.bearers):
            unit = Unit(
                specs.setdefault(spec, len(specs)),
                trait,
                rule.condition,
                mask(rule.listed_kinds, KINDS),
                mask(rule.bearer_kinds, KINDS),
                rule.reverse and not spec.roles,
            )
            rules.append((units.setdefault(unit, len(units)), number, position))
    places: dict[tuple[Any, ...], int] = {}
    place_of: dict[Place, int] = {}
    first: list[Place] = []
    known = _places_named(plan)
    for as_of, region in contexts:
        place = Place(as_of, region)
        if place in place_of:
            continue
        alike = (
            as_of,
            region is None,
            level_of(region),
            *(applies(one, region, plan.vocabulary.renumbered) for one in known),
        )
        if alike not in places:
            places[alike] = len(places)
            first.append(place)
        place_of[place] = places[alike]
    return Units(plan, tuple(specs), tuple(traits), tuple(units), tuple(rules), tuple(first), place_of)


def _trait(rule: Rule) -> Trait:
    outlasts = rule.term is not None and rule.term.outlasts is not None
    return Trait(
        punish=rule.direction == "punishment",
        heavy=rule.impact in ("reduces-right", "adds-duty"),
        once=rule.once,
        outlasts=outlasts,
        term=None if rule.term is None else rule.term._replace(outlasts=None),
        began=rule.from_ if rule.once or outlasts else None,
    )


def _places_named(plan: Plan) -> tuple[str, ...]:
    """Every place that something in the plan is bound to."""
    words = plan.vocabulary
    found = {pack.place for pack in plan.packs}
    for rows in (words.lists, words.recognitions, words.procedures, words.instruments):
        found.update(row.place for row in rows)
    for entry in words.departments:
        found.update(row.place for row in entry.names if row.place is not None)
        found.update(row.place for row in entry.successors if row.place is not None)
    return tuple(sorted(found))
