"""The cases of the conformance suite by the registry that they need, as few registries as there can be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from credit_rules import Case, Options, Plan
from credit_rules.pack.period import Period
from credit_rules.plan.compile import compile
from credit_rules.registry.read_case import read_case
from tests.conformance.form import cases, pattern_cases
from tests.conformance.running import as_json, options_of, registry_with

WINDOWS = (Period(3, "years"), Period(1, "years"), Period(18, "months"), Period(90, "days"))
Entries = dict[tuple[str, str], Any]


class Suite:
    """Some cases of the suite with a registry that holds all that they need. Packs are left out: life asks for none."""

    def __init__(self) -> None:
        self.entries: Entries = {}
        self.written: dict[str, tuple[Any, Options]] = {}

    def takes(self, entries: Entries) -> bool:
        return all(self.entries.get(key, entry) == entry for key, entry in entries.items())

    def plan(self) -> Plan:
        by_field: dict[str, list[Any]] = {}
        for (field, _), entry in self.entries.items():
            by_field.setdefault(field, []).append(entry)
        registry = registry_with(as_json([{"format": 1, **by_field}] if by_field else []))
        return replace(compile((), registry, "sha256:suite"), windows=WINDOWS)

    def cases(self, plan: Plan) -> Iterator[tuple[str, Case]]:
        """Every case that is valid, its options in the place of what it says itself."""
        for name, (written, options) in self.written.items():
            case, _, _ = read_case(as_json(written), name, plan.vocabulary)
            if case is not None:
                yield name, placed(case, options)


def placed(case: Case, options: Options) -> Case:
    """A case that says itself what the options choose."""
    days = {name: getattr(options, name) for name in ("as_of", "known_at", "region", "matter")}
    chosen = {name: value for name, value in days.items() if value is not None}
    return case._replace(context=case.context._replace(**chosen))


def suites() -> list[Suite]:
    """The suite by registries, the largest first."""
    found: list[Suite] = []
    every = [case for case in (*cases(), *pattern_cases()) if (case.error or {}).get("in", "case") == "case"]
    for number, case in enumerate(sorted(every, key=lambda case: -len(as_json(case.registry)))):
        entries = dict(_entries(case.registry))
        suite = next((one for one in found if one.takes(entries)), None)
        if suite is None:
            suite = Suite()
            found.append(suite)
        suite.entries |= entries
        suite.written[f"{number}-{case.slug}"] = case.case, options_of(case.options)
    return sorted(found, key=lambda suite: -len(suite.written))


def _entries(registry: tuple[dict[str, Any], ...]) -> Iterator[tuple[tuple[str, str], Any]]:
    for part in registry:
        for field, entries in part.items():
            for entry in entries if field != "format" else ():
                yield (field, entry.get("id") or json.dumps(entry, sort_keys=True)), entry
