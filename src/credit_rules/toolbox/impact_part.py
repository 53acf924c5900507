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
        """Of both plans every measure that tells what changed for a case of that matter."""
        if matter not in self._by_matter:
            old, new = (self._needed(plan, matter) for plan in (self.old, self.new))
            self._by_matter[matter] = part_of(self.old, old), part_of(self.new, new)
        return self._by_matter[matter]

    @cached_property
    def _hindered(self) -> frozenset[str]:
        """The matters on which a changed punishment, of either side, may prevail over an incentive."""
        rules = [rule for plan in (self.old, self.new) for rule in plan.rules if rule.id in self.changed]
        return frozenset(matter for rule in rules if _hinders(rule) for matter in rule.matters)

    def _needed(self, plan: Plan, matter: str | None) -> frozenset[str]:
        asked = self._of_matter(plan, matter)
        wide = {rule.id: _wide(rule, plan) for rule in plan.rules if rule.direction == "incentive"}
        incentives = [id for id, found in wide.items() if id in self.changed or id in asked or found & self._hindered]
        matters = {each for id in incentives for each in wide[id]}
        prevailing = (rule.id for rule in plan.rules if _hinders(rule) and not matters.isdisjoint(rule.matters))
        return frozenset({*self.changed, *asked, *incentives, *prevailing})

    @staticmethod
    def _of_matter(plan: Plan, matter: str | None) -> frozenset[str]:
        """The measures of a matter, and those that are merged with them."""
        if matter is None:
            return frozenset()
        concerned = matter_and_parents(matter, plan)
        acts = {(rule.direction, rule.act) for rule in plan.rules if not concerned.isdisjoint(rule.matters)}
        return frozenset(rule.id for rule in plan.rules if (rule.direction, rule.act) in acts)


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


def _wide(rule: Rule, plan: Plan) -> set[str]:
    return {wide for matter in rule.matters for wide in matter_and_parents(matter, plan)}
