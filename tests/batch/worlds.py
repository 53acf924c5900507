"""The conformance suite in few batches: the packs of many cases in one plan, where each asks for its own cases.

Preparing a plan and working out its stages costs an engine such as Spark the same for one case as for a thousand. So
the plans of the suite are put side by side: each measure asks besides for the number of the plan it came from, which is
a fact of the context of that plan's cases, and is false for all others. What a case gets is what it got alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from credit_rules import Case, Options, Plan
from credit_rules.plan.compile import _index, compile
from credit_rules.plan.conditions import AllOf, AnyOf, Compare, Condition, NotThat
from credit_rules.plan.model import Rule
from credit_rules.registry.operators import Comparison
from credit_rules.registry.read_case import read_case
from credit_rules.registry.registry import Registry
from tests.conformance.form import Case as Written
from tests.conformance.form import cases, pattern_cases
from tests.conformance.running import Refused, as_json, engine_of, loaded, options_of, registry_with

MARK = "plan-of-the-suite"
ENTRY = {"id": MARK, "title": "用例组", "on": "context", "type": "count", "provenance": "text", "source": "虚构"}
Entries = dict[tuple[str, str], Any]


@dataclass
class World:
    """Cases of the suite with the same options, and a registry that holds all that they need."""

    options: str
    entries: Entries = field(default_factory=lambda: {("facts", MARK): ENTRY})
    written: dict[str, list[Written]] = field(default_factory=dict)
    """Cases by their packs as JSON."""

    def takes(self, options: str, entries: Entries) -> bool:
        return options == self.options and all(self.entries.get(key, entry) == entry for key, entry in entries.items())

    def registry(self) -> Registry:
        by_field: dict[str, list[Any]] = {}
        for (name, _), entry in self.entries.items():
            by_field.setdefault(name, []).append(entry)
        return registry_with(as_json([{"format": 1, **by_field}]))

    def plan(self) -> Plan:
        """All plans side by side."""
        registry = self.registry()
        beside = _Beside()
        plans = [compile(loaded(packs, registry), registry, "sha256:suite") for packs in self.written]
        for number, plan in enumerate(plans):
            beside.add(number, plan)
        by_list, always = _index(beside.rules, tuple(beside.conditions))
        return replace(
            plans[0],
            packs=tuple(pack._replace(id=_named(number, pack.id)) for number, plan in enumerate(plans) for pack in plan.packs),
            rules=tuple(beside.rules),
            conditions=tuple(beside.conditions),
            by_list=by_list,
            always=always,
            windows=tuple(sorted({window for plan in plans for window in plan.windows}, key=str)),
        )  # fmt: skip

    def cases(self, plan: Plan) -> Iterator[tuple[str, Case, Written]]:
        """Every case that is valid, with the number of its plan, as it is read and as it was written."""
        for number, written in enumerate(self.written.values()):
            for place, one in enumerate(written):
                name = f"{number}.{place} {one.file}: {one.name}"
                case, _, _ = read_case(as_json(one.case), name, plan.vocabulary)
                if case is not None:
                    facts = {**case.context.facts, MARK: number}
                    yield name, case._replace(context=case.context._replace(facts=facts)), one

    def chosen(self) -> Options:
        return options_of(json.loads(self.options))


class _Beside:
    """Rules and conditions of several plans; equal conditions are one."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.conditions: list[Condition] = []
        self.numbers: dict[Condition, int] = {}

    def add(self, number: int, plan: Plan) -> None:
        text = f"{MARK} {number}"
        own = self.number(Compare(Comparison("context", MARK, "count", "is", (number,), text), text))
        for rule in plan.rules:
            condition = self.moved(rule.condition, plan)
            bearers = tuple(
                one._replace(when=None if one.when is None else self.moved(one.when, plan)) for one in rule.bearers
            )
            self.rules.append(
                rule._replace(
                    id=_named(number, rule.id),
                    pack=_named(number, rule.pack),
                    condition=self.number(AllOf((own, condition), rule.id)),
                    bearers=bearers,
                    blocked_by=rule.blocked_by,
                )
            )

    def moved(self, number: int, plan: Plan) -> int:
        condition = plan.conditions[number]
        match condition:
            case AllOf(parts=parts) | AnyOf(parts=parts):
                condition = condition._replace(parts=tuple(self.moved(part, plan) for part in parts))
            case NotThat(part=part):
                condition = condition._replace(part=self.moved(part, plan))
        where = getattr(condition, "where", None)
        if where is not None:
            condition = condition._replace(where=self.moved(where, plan))  # type: ignore[union-attr]
        return self.number(condition)

    def number(self, condition: Condition) -> int:
        if condition not in self.numbers:
            self.numbers[condition] = len(self.conditions)
            self.conditions.append(condition)
        return self.numbers[condition]


def _named(number: int, id: str) -> str:
    """An id of a pack or measure in the plan of that number; they keep the order that they had alone."""
    return f"p{number:03}-{id}"


def alone(id: Any) -> Any:
    """The id that it was."""
    return id.split("-", 1)[1]


def worlds() -> list[World]:
    """The whole suite, the largest world first."""
    found: list[World] = []
    every = [one for one in (*cases(), *pattern_cases()) if one.error is None and one.findings is None]
    for one in sorted(every, key=lambda case: -len(as_json(case.registry))):
        try:
            engine_of(as_json(one.registry), as_json(one.packs))
        except Refused:
            continue
        options, entries = as_json(one.options), dict(_entries(one.registry))
        world = next((each for each in found if each.takes(options, entries)), None)
        if world is None:
            world = World(options)
            found.append(world)
        world.entries |= entries
        world.written.setdefault(as_json(one.packs), []).append(one)
    return sorted(found, key=lambda world: -sum(map(len, world.written.values())))


def _entries(registry: Iterable[dict[str, Any]]) -> Iterator[tuple[tuple[str, str], Any]]:
    for part in registry:
        for name, entries in part.items():
            for entry in entries if name != "format" else ():
                yield (name, entry.get("id") or json.dumps(entry, sort_keys=True, default=str)), entry
