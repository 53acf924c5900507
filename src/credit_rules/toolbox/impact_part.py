"""The part of two plans that a change can reach, so that a case is not decided by hundreds of measures that stay as they are.

What a clause gives depends on its own condition, on the records and, for an incentive, on punishments that prevail over it
(S20); what is indicated for a matter depends on every measure of that matter and of its acts (S14, S21). All else is the
same on both sides where the registries are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cached_property

from ..decide.matters import matter_and_parents
from ..decide.withhold import HINDERS
from ..plan.model import Plan, Rule

Parts = tuple[Plan, Plan]


class Reach:
    """What the measures ``changed`` can reach in two plans of one registry."""

    def __init__(self, old: Plan, new: Plan, changed: Collection[str]):
        self.old, self.new, self.changed = old, new, frozenset(changed)
        self._by_matter: dict[str | None, Parts] = {}

    @cached_property
    def alone(self) -> Parts:
        """Of both plans only the changed measures."""
        return part_of(self.old, self.changed), part_of(self.new, self.changed)

    def decisive(self, matter: str | None) -> Parts:
        """Of both plans the same measures: all that tell what changed for a case of that matter."""
        if matter not in self._by_matter:
            ids = self._needed(matter)
            self._by_matter[matter] = part_of(self.old, ids), part_of(self.new, ids)
        return self._by_matter[matter]

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        """The measures of both sides; one that both have stands twice."""
        return (*self.old.rules, *self.new.rules)

    @cached_property
    def _hindered(self) -> frozenset[str]:
        """The matters on which a changed punishment may prevail over an incentive."""
        return frozenset(
            matter for rule in self._rules if rule.id in self.changed and _hinders(rule) for matter in rule.matters
        )

    def _needed(self, matter: str | None) -> frozenset[str]:
        asked = self._of_matter(matter)
        incentives = set()
        matters: set[str] = set()
        for rule in self._rules:
            wide = self._wide(rule.matters) if rule.direction == "incentive" else set()
            if wide and (rule.id in self.changed or rule.id in asked or wide & self._hindered):
                incentives.add(rule.id)
                matters |= wide
        prevailing = (rule.id for rule in self._rules if _hinders(rule) and not matters.isdisjoint(rule.matters))
        return frozenset({*self.changed, *asked, *incentives, *prevailing})

    def _of_matter(self, matter: str | None) -> frozenset[str]:
        """The measures of a matter, and those that are merged with them."""
        if matter is None:
            return frozenset()
        concerned = self._wide((matter,))
        acts = {(rule.direction, rule.act) for rule in self._rules if not concerned.isdisjoint(rule.matters)}
        return frozenset(rule.id for rule in self._rules if (rule.direction, rule.act) in acts)

    def _wide(self, matters: Iterable[str]) -> set[str]:
        """Matters with those above them; the registry of both sides is the same."""
        return {wide for matter in matters for wide in matter_and_parents(matter, self.new)}


def part_of(plan: Plan, ids: Collection[str]) -> Plan:
    """The plan with some of its measures alone; nobody replays it, so it has no digest of its own."""
    kept = [number for number, id in enumerate(plan.ids) if id in ids]
    place = {number: place for place, number in enumerate(kept)}

    def placed(numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(place[number] for number in numbers if number in place)

    by_list = {code: left for code, numbers in plan.by_list.items() if (left := placed(numbers))}
    rules = tuple(plan.rules[number] for number in kept)
    part = replace(plan, rules=rules, by_list=by_list, always=placed(plan.always))
    vars(part)["digest"] = "sha256:part"
    return part


def _hinders(rule: Rule) -> bool:
    return rule.direction == "punishment" and rule.effect in HINDERS
