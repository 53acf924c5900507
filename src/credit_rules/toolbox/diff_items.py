"""What a decision says of each clause and bearer, so that two decisions can be compared clause by clause.

A merged measure (S14) names the clauses that give it as sources; each is told with its own force, standing and time, and
with what its clause alone orders, so that a change in one document is not told of the others that order the same.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from ..case.decision import Decision
from ..decide.departments import departments_on
from ..plan.model import DepartmentSpec, Plan
from ..source.rows import NamedTuple

State = Literal["issued", "withheld", "undetermined", "none"]
OF_DECISION = ("status", "force", "standing", "from", "until")
OF_CLAUSE = ("act", "effect", "actor", "departments", "matters", "basis")
FIELDS = (*OF_DECISION, *OF_CLAUSE)
"""What is compared of a clause that is issued, in the order told."""
Key = tuple[str, str]
"""The id of a measure, ``pack/measure``, and the identifier of who bears it."""


class Item(NamedTuple):
    """What becomes of a measure for a bearer; ``values`` has fields as JSON where it is issued."""

    state: State
    values: dict[str, Any]


NOTHING = Item("none", {})


class Items:
    """Every measure that a decision issues, withholds or leaves open, by bearer; the first of these that is so."""

    def __init__(self, decision: Decision, plan: Plan):
        self.decision, self.plan = decision, plan
        self.found: dict[Key, Item] = {}
        self._names: dict[DepartmentSpec, frozenset[str]] = {}
        for entry in decision.undetermined:
            for id in entry.ids:
                self.found[id, entry.bearer.id] = Item("undetermined", {})
        for held in reversed(decision.withheld):
            self.found[held.id, held.bearer.id] = Item("withheld", {"reason": held.reason})
        for measure in decision.measures:
            for source in measure.sources:
                values = (source.status, source.force, source.standing, _day(source.from_), _day(source.until))
                self.found[source.id, measure.bearer.id] = Item("issued", dict(zip(OF_DECISION, values, strict=True)))

    def short(self, key: Key) -> Item:
        """What the decision itself says: :data:`OF_DECISION` of what is issued."""
        return self.found.get(key, NOTHING)

    def whole(self, key: Key) -> Item:
        """The same with what the clause itself orders on the day and in the place: :data:`FIELDS`."""
        item = self.short(key)
        if item.state != "issued":
            return item
        rule = self.plan.rules[self.plan.number[key[0]]]
        ordered = {
            "act": rule.act,
            "effect": rule.effect,
            "actor": rule.actor,
            "departments": sorted({name for spec in rule.departments for name in self._called(spec)}),
            "matters": sorted(rule.matters),
            "basis": sorted({f"{cited.instrument} {cited.article}" for cited in rule.basis}),
        }
        return Item(item.state, {**item.values, **ordered})

    def _called(self, spec: DepartmentSpec) -> frozenset[str]:
        if spec not in self._names:
            day, region = self.decision.as_of, self.decision.region
            views = departments_on(spec, day, region, self.plan.vocabulary)
            self._names[spec] = frozenset(view.name for view in views)
        return self._names[spec]


def differing(old: Item, new: Item) -> tuple[str, ...]:
    """The fields in which two issued measures differ, in order."""
    return tuple(name for name in FIELDS if old.values.get(name) != new.values.get(name))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
