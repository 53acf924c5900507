"""The mutants of a pack compiled with it: one plan holds the whole tree and, after the pack's own measures, every mutated one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...pack.loaded import LoadedPack
from ...plan.compile import compile
from ...plan.conditions import AllOf, AnyOf, NotThat
from ...plan.model import Plan, Rule
from ...registry.registry import Registry
from .mutant import Mutant

APART = "~"
"""Stands between the id of a measure and the number of its mutant."""


@dataclass(frozen=True)
class Planted:
    """The plan; ``stands_for`` tells of the mutated rules of a mutant which rule each stands for (by mutant number)."""

    plan: Plan
    stands_for: dict[int, dict[int, int]]
    mutated: frozenset[int]

    def differs(self, mutant: int) -> bool:
        """Whether the mutant means something else than the pack."""
        pairs = self.stands_for[mutant].items()
        return any(
            meaning(self.plan.rules[new], self.plan) != meaning(self.plan.rules[old], self.plan) for new, old in pairs
        )

    def meant(self, mutant: int) -> tuple[Any, ...]:
        """What the mutant says, so that two that say the same can be told."""
        return tuple(
            (old, meaning(self.plan.rules[new], self.plan)) for new, old in sorted(self.stands_for[mutant].items())
        )

    def called(self, mutant: int) -> dict[str, str]:
        """What the measures of the mutant are called in the plan, by their ids in the pack."""
        rules = self.plan.rules
        names = {rules[old].id: rules[new].id for new, old in self.stands_for[mutant].items()}
        return {old.rpartition("/")[2]: new.rpartition("/")[2] for old, new in names.items()}


def plant(packs: Sequence[LoadedPack], registry: Registry, pack: str, mutants: Sequence[Mutant]) -> Planted:
    """The plan of the packs with the mutants of one of them that change measures."""
    (loaded,) = (each for each in packs if each.pack.memorandum.id == pack)
    measures = loaded.pack.measures
    added = [
        (mutant.number, index, measure.model_copy(update={"id": f"{measure.id}{APART}{mutant.number}"}))
        for mutant in mutants
        for index, measure in mutant.measures
    ]
    grown = loaded.pack.model_copy(update={"measures": (*measures, *(measure for _, _, measure in added))})
    together = [replace(loaded, pack=grown) if each is loaded else each for each in packs]
    plan = unsigned(compile(together, registry, ""))
    first = plan.number[f"{pack}/{measures[0].id}"]
    stands_for: dict[int, dict[int, int]] = {}
    for place, (mutant, index, _) in enumerate(added):
        stands_for.setdefault(mutant, {})[first + len(measures) + place] = first + index
    return Planted(plan, stands_for, frozenset(new for each in stands_for.values() for new in each))


def unsigned(plan: Plan) -> Plan:
    """The plan without a digest: nobody replays what it decides, and to work one out takes longer than all else."""
    vars(plan)["digest"] = "sha256:none"
    return plan


def meaning(rule: Rule, plan: Plan) -> tuple[Any, ...]:
    """What a rule says, whatever it is called and however it is worded."""
    bearers = tuple(
        (frozenset(spec.roles), spec.at, spec.responsible, None if spec.when is None else _condition(spec.when, plan))
        for spec in rule.bearers
    )
    kinds = (frozenset(rule.listed_kinds), frozenset(rule.bearer_kinds))
    said = rule._replace(id="", condition=0, bearers=(), listed_kinds=(), bearer_kinds=(), wording=None, note=None)
    return (
        *(tuple(value.items()) if isinstance(value, dict) else value for value in said),
        _condition(rule.condition, plan),
        bearers,
        kinds,
    )


def _condition(number: int, plan: Plan) -> Any:
    """A condition without its words, parts in no order, a joint of one part as that part."""
    condition = plan.conditions[number]
    if isinstance(condition, AllOf | AnyOf):
        parts = frozenset(
            inner
            for part in (_condition(each, plan) for each in condition.parts)
            for inner in (part[1] if part[0] == condition.op else (part,))
        )
        return next(iter(parts)) if len(parts) == 1 else (condition.op, parts)
    if isinstance(condition, NotThat):
        inner = _condition(condition.part, plan)
        return inner[1] if inner[0] == "not" else ("not", inner)
    fields = condition._replace(text="")._asdict()
    if fields.get("where") is not None:
        fields["where"] = _condition(fields["where"], plan)
    return condition.op, tuple(
        (key, frozenset(value) if key in ("lists", "roles", "grades") else value) for key, value in fields.items()
    )
