"""The engine on a case that the solver found: what it makes of each measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Literal, NamedTuple

from ...case.decision import Decision
from ...engine.engine import Engine
from ...plan.conditions import AfterExit, AllOf, AnyOf, Condition, NotThat
from ...plan.model import Plan, Rule
from ...plan.options import Options
from ...registry.truth import Truth
from ...situation.situate import situate
from .tree import Part, Posed, asks_for_records
from .witness import LATER, Plain, Witness

Came = Literal["issued", "withheld", "undetermined", "nothing"]


class Shown(NamedTuple):
    """A case, who bears the measures in it, and how the engine decided it."""

    case: Plain
    bearer: str
    decision: Decision

    def came(self, rule: str) -> Came:
        """What became of a measure for the bearer."""
        decision = self.decision
        for measure in decision.measures:
            if measure.bearer.id == self.bearer and any(source.id == rule for source in measure.sources):
                return "issued"
        if any(each.id == rule and each.bearer.id == self.bearer for each in decision.withheld):
            return "withheld"
        open_ = any(rule in each.ids and each.bearer.id == self.bearer for each in decision.undetermined)
        return "undetermined" if open_ else "nothing"

    def holds(self, rule: str) -> Truth:
        """Whether the measure is the bearer's; one that is only withheld is."""
        came = self.came(rule)
        return None if came == "undetermined" else came != "nothing"


def show(witness: Witness, plan: Plan, but: Plan | None = None) -> Shown:
    """The witness as the engine decides it; by another plan where one is given, such as one without a part.

    Measures of unverified source are asked for, since proofs are about conditions.
    """
    case = lasting(witness, plan)
    decision = Engine(but or plan).evaluate(case, Options(include_unverified=True))
    return Shown(case, witness.bearer, decision)


def lasting(witness: Witness, plan: Plan) -> Plain:
    """The case of a witness, with an end of their own for records that would end too early by the term of their list."""
    case = witness.case()
    read = Engine(plan).read(case)
    situation = situate(read, Options(), plan.vocabulary, plan.windows)
    later = date.fromordinal(witness.world.here.as_of.toordinal() + LATER).isoformat()
    meant = {each.name: each for each in witness.world.records}
    records = []
    for record in case.get("records", ()):
        state = situation.record[record["id"]]
        slot = meant[record["id"]]
        end = None if witness.model.holds(slot.current) else date.fromordinal(witness.model.number(slot.left))
        lasts = state.spans[-1:] == ((state.effect, end),) and state.status != "unclear"
        records.append(record if lasts or not slot.list.terms else record | {"expires_on": later})
    return {**case, **({"records": records} if records else {})}


def with_posed(plan: Plan, posed: Posed) -> Plan:
    """The plan with one measure as it is posed: other conditions, bearers or kinds."""
    conditions = list(plan.conditions)
    rule = posed.rule._replace(
        condition=_write(posed.tree, conditions),
        listed=asks_for_records(posed.tree),
        bearers=tuple(
            spec._replace(when=None if when is None else _write(when, conditions))
            for spec, when in zip(posed.rule.bearers, posed.whens, strict=True)
        ),
    )
    rules = [rule if number == posed.number else other for number, other in enumerate(plan.rules)]
    return _changed(plan, rules, tuple(conditions), tuple(sorted({*plan.always, posed.number})))


def without(plan: Plan, number: int) -> Plan:
    """The plan with a measure that is never given."""
    day = plan.rules[number].from_
    rules = [rule._replace(until=day) if place == number else rule for place, rule in enumerate(plan.rules)]
    return _changed(plan, rules, tuple(plan.conditions), plan.always)


def _changed(plan: Plan, rules: list[Rule], conditions: tuple[Condition, ...], always: tuple[int, ...]) -> Plan:
    found = replace(plan, rules=tuple(rules), conditions=conditions, always=always)
    vars(found)["digest"] = "sha256:changed"  # nobody replays it, and to compute it takes longer than all else
    return found


def _write(part: Part, conditions: list[Condition]) -> int:
    """The number of a part in the plan, added to its conditions with all that is in it."""
    condition: Any = part.condition
    if condition is None:
        condition = AfterExit((), "从不") if part.never else NotThat(_added(AfterExit((), "从不"), conditions), "总是")
    elif isinstance(condition, AllOf | AnyOf):
        condition = condition._replace(parts=tuple(_write(each, conditions) for each in part.parts))
    elif isinstance(condition, NotThat):
        condition = condition._replace(part=_write(part.parts[0], conditions))
    elif hasattr(condition, "where"):
        condition = condition._replace(where=None if part.where is None else _write(part.where, conditions))
    return _added(condition, conditions)


def _added(condition: Condition, conditions: list[Condition]) -> int:
    conditions.append(condition)
    return len(conditions) - 1
