"""What holds of the measures of a plan on the days and in the places of a batch, worked out once for all its cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from ...decide.departments import departments_on, is_of, uncertain_on
from ...decide.founding import FREE, ORDER, founded
from ...plan.model import Rule
from ...plan.options import Options
from ...registry.carrying import weaker
from ...registry.citations import resolve
from ...registry.vocabulary import in_force
from ...situation.places import most_local
from ...source.values import Kind
from ..match.codes import KINDS
from ..match.layers import parts_of
from ..match.units import Units
from .bases import Bases

Cells = Iterator[tuple[Any, ...]]
WEIGHED = ("reduces-right", "adds-duty")
"""The impacts of measures that need a basis (S23)."""


def weighs(rule: Rule) -> bool:
    """Whether a measure needs a basis that carries it."""
    return rule.direction == "punishment" and rule.impact in WEIGHED


class Placed:
    """Rows by place; ``present`` are the lists on which cases of each place have records."""

    def __init__(self, units: Units, present: Mapping[int, frozenset[str]], options: Options):
        self.units, self.plan, self.words = units, units.plan, units.plan.vocabulary
        self.present, self.options = present, options
        self.numbers = {entry.id: number for number, entry in enumerate(self.words.lists)}

    @cached_property
    def called_for(self) -> dict[int, list[tuple[int, Rule]]]:
        """The measures in force in a place that its lists call for, with those that no list does."""
        plan = self.plan
        found: dict[int, list[tuple[int, Rule]]] = {place: [] for place in range(len(self.units.places))}
        called = {
            place: {
                *plan.always,
                *(rule for code in self.present.get(place, ()) for rule in plan.by_list.get(code, ())),
            }
            for place in found
        }
        for place, rule in self.units.in_force:
            if rule in called[place]:
                found[place].append((rule, plan.rules[rule]))
        return found

    def in_force(self) -> Cells:
        """Place, measure, and whether it is the department's that is asked for."""
        department = self.options.department
        for place, rules in self.called_for.items():
            where: Any = self.units.places[place]
            for number, rule in rules:
                yield place, number, department is None or is_of(rule, department, where, self.plan)

    def departments(self) -> Cells:
        """Who does the work, in the order of the text; ``view`` tells two of one id apart by how they are printed."""
        views: dict[Any, int] = {}
        for place, rules in self.called_for.items():
            day, region = self.units.places[place]
            known: dict[Any, Any] = {}
            for number, rule in rules:
                position = 0
                for spec in rule.departments:
                    if spec not in known:
                        known[spec] = departments_on(spec, day, region, self.words)
                    for view in known[spec]:
                        yield (
                            place,
                            number,
                            position,
                            views.setdefault(view, len(views)),
                            view.id,
                            view.level,
                            view.part,
                        )
                        position += 1

    def uncertain(self) -> Cells:
        """The printed names of departments that nobody has checked for the day (S24)."""
        for place, rules in self.called_for.items():
            day, region = self.units.places[place]
            known: dict[Any, bool] = {}
            for number, rule in rules:
                for spec in rule.departments:
                    if spec not in known:
                        known[spec] = uncertain_on(spec, day, region, self.words)
                printed = dict.fromkeys(spec.printed for spec in rule.departments if known[spec])
                yield from ((place, number, name) for name in printed)

    def basis(self) -> Cells:
        """The cited articles as they stand on the day, in the order of the text (S22)."""
        for place, rules in self.called_for.items():
            day = self.units.places[place].as_of
            for number, rule in rules:
                for position, cited in enumerate(rule.basis):
                    entry = self.words.instrument[cited.instrument]
                    version, article = resolve(cited, entry, rule.from_, day)
                    read = weaker(cited.provenance, version.provenance if version else cited.provenance)
                    yield place, number, position, entry.id, version and version.version, article, entry.rank, read

    def every_field(self) -> Cells:
        """The places whose text asks for the lists of all fields before an incentive (S17)."""
        for place, (day, region) in enumerate(self.units.places):
            local = most_local(self.words.procedures, region, day, self.words.renumbered)
            if any(row.incentives_blocked_by_all_fields for row in local):
                yield (place,)

    def founded(self) -> Cells:
        """Lists without sufficient basis of their own, where the law of the day asks for one (S23)."""
        for place, (day, region) in enumerate(self.units.places):
            asked = any(row.floor == "list" and in_force(day, row.from_, row.until) for row in self.words.floors)
            for code in sorted(self.present.get(place, ())) if asked else ():
                entry = self.words.list[code]
                value = 0 if entry.class_ in FREE else ORDER.index(founded(entry, day, region, self.words))
                if value:
                    yield place, self.numbers[code], value

    @cached_property
    def kinds(self) -> dict[Kind | None, int]:
        """Classes of kinds that no floor tells apart."""
        told: dict[tuple[bool, ...], int] = {}
        return {
            kind: told.setdefault(tuple(kind in floor.kinds for floor in self.words.floors), len(told))
            for kind in (None, *KINDS)
        }

    def weighed(self) -> Cells:
        """Measures that need a basis, and whether the document itself is enough as practice of its time."""
        for place, kinded, bases in self._bases():
            for number, rule in self.called_for[place]:
                if weighs(rule):
                    yield place, number, kinded, bases.practised(rule)

    def carrying(self) -> Cells:
        """The bases whose rank carries a measure on records of a list."""
        for place, kinded, bases in self._bases():
            for number, rule in self.called_for[place]:
                if weighs(rule):
                    known = bases.of(rule)
                    for code in sorted(self._lists_of(rule.condition) & self.present.get(place, frozenset())):
                        for one in bases.on(rule, known, self.words.list[code]):
                            yield place, number, kinded, self.numbers[code], *one

    def _bases(self) -> Iterator[tuple[int, int, Bases]]:
        one_of = {kinded: kind for kind, kinded in reversed(self.kinds.items())}
        for place, where in enumerate(self.units.places):
            for kinded, kind in one_of.items():
                yield place, kinded, Bases(self.plan, where, kind)

    def _lists_of(self, node: int) -> frozenset[str]:
        """The lists on whose records a condition may rest."""
        if node not in self._lists:
            condition = self.plan.conditions[node]
            found = frozenset(getattr(condition, "lists", ()))
            self._lists[node] = found.union(*(self._lists_of(part) for part in parts_of(condition)))
        return self._lists[node]

    @cached_property
    def _lists(self) -> dict[int, frozenset[str]]:
        return {}
