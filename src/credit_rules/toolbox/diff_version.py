"""One version of a measure beside another, as the solver looks at both: in one plan that has the words of both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ..plan.conditions import Condition
from ..plan.model import Plan, Rule
from ..registry.places import applies
from .diff_sides import Sides, spelt
from .proofs.kleene import FALSE, Value, some
from .proofs.measured import Borne, every_bearer
from .proofs.search import Where
from .proofs.settings import LATEST, Setting
from .proofs.tree import Posed, leaves, pose_unplaced
from .proofs.world import Shape

BEFORE = "old:"
"""What stands before the id of a document of the old side, beside the new one in one plan."""


def plan_of_both(sides: Sides) -> Plan:
    """The documents of both sides with the words of both, those of the old one under ids of their own.

    Only for the solver: its rules are those of the new side, and conditions are there for what they compare facts with.
    """
    old, new = sides.old, sides.new
    packs = (*new.packs, *(pack._replace(id=BEFORE + pack.id) for pack in old.packs))
    return replace(new, packs=packs, conditions=(*new.conditions, *old.conditions), vocabulary=sides.words)


def versions_of(id: str, sides: Sides, plan: Plan) -> tuple[Version, Version]:
    """The old and the new version of a measure in the plan of both."""
    old, new = (pose_unplaced(side.number[id], side) for side in (sides.old, sides.new))
    renamed = replace(old, rule=old.rule._replace(pack=BEFORE + old.rule.pack))
    return Version(renamed, plan, _meaning(old, sides.old)), Version(new, plan, _meaning(new, sides.new))


@dataclass(frozen=True)
class Version:
    """A measure as one side has it; ``meaning`` is equal where the search would find the same."""

    posed: Posed
    plan: Plan
    meaning: tuple[object, ...]

    @cached_property
    def bearers(self) -> tuple[Borne, ...]:
        """The measure by each of its bearers."""
        return tuple(every_bearer(self.posed))

    @property
    def conditions(self) -> Iterator[Condition]:
        """Its simple conditions."""
        trees = (self.posed.tree, *self.posed.whens)
        found = (part.condition for tree in trees if tree is not None for part in leaves(tree))
        return (each for each in found if each is not None)

    def without(self, other: Version) -> Iterator[tuple[tuple[Borne, ...], Where]]:
        """It in each stretch of time in which the other version is not in force, and where that one does not apply."""
        rule, rest = self.posed.rule, other.posed.rule
        for start, end in _stretches(rule, rest):
            until = None if end == LATEST else end
            yield tuple(every_bearer(replace(self.posed, rule=rule._replace(from_=start, until=until)))), _anywhere
        place = self.plan.pack[rest.pack].place
        if place != self.plan.pack[rule.pack].place:

            def elsewhere(here: Setting) -> bool:
                return not applies(place, here.region, self.plan.vocabulary.renumbered)

            yield self.bearers, elsewhere


def shapes(bearers: Iterable[Borne]) -> tuple[Shape, ...]:
    """The shapes of the cases in which some bearers can have a measure."""
    return tuple(dict.fromkeys(each.shape for each in bearers))


def any_of(values: Iterable[Value]) -> Value:
    """Given to the bearer by any of the ways to bear it."""
    found = list(values)
    return some(found) if found else FALSE


def _anywhere(_: Setting) -> bool:
    return True


def _stretches(rule: Rule, rest: Rule) -> Iterator[tuple[date, date]]:
    """When the one is in force before the other is, and after it no longer is."""
    end, rest_end = rule.until or LATEST, rest.until or LATEST
    for first, last in ((rule.from_, min(end, rest.from_)), (max(rule.from_, rest_end), end)):
        if first < last:
            yield first, last


def _meaning(posed: Posed, plan: Plan) -> tuple[object, ...]:
    rule = posed.rule
    whens = tuple(None if spec.when is None else spelt(spec.when, plan) for spec in rule.bearers)
    bearers = tuple(spec._replace(when=None) for spec in rule.bearers)
    return (
        spelt(rule.condition, plan), bearers, whens, rule.listed_kinds, rule.bearer_kinds, rule.direction, rule.once,
        rule.term, rule.impact, rule.from_, rule.until, plan.pack[rule.pack].place,
    )  # fmt: skip
