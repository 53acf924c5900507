"""What the third network concluded, as the rule results that a decision is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..plan.conditions import AllOf, AnyOf, NotThat
from ..plan.model import BearerSpec, Plan, Rule
from ..plan.results import Missing, RuleResult, Used
from ..registry.truth import Truth
from .concluding import Concluding
from .facts import Valued
from .grounds import TRUTH, Ground, Grounds
from .judged import Judged
from .looked_at import Spot, uses
from .nodes import Node, Reckoning
from .pairs import ALL, UNOPPOSED, UNREDUCED, UNSUSPENDED, Pair

Conclusions = dict[tuple[int, BearerSpec, int, int], int]
"""By measure, kind of bearer, pair and reading: whether the measure hits (2) or may (1)."""


class Results:
    """The results on one situation, in the order of the plan."""

    def __init__(self, plan: Plan, judged: Judged, concluding: Concluding, found: Conclusions):
        self.plan, self.judged, self.concluding, self.found = plan, judged, concluding, found
        self.grounds = Grounds(judged)
        self.situation = judged.situated.situation
        self._used: dict[tuple[int, Spot], tuple[Used, ...]] = {}

    def all(self) -> Iterator[RuleResult]:
        """One for each measure that applies and that the records may concern, and each of its possible bearers."""
        plan, valid = self.plan, self.judged.observed.valid
        lists = {state.list.id for state in self.situation.records}
        numbers = {*plan.always, *(number for code in lists for number in plan.by_list.get(code, ()))}
        for number in sorted(numbers):
            rule = plan.rules[number]
            if self.concluding.validity[number] in valid:
                for spec in rule.bearers:
                    for pair in self.judged.pairs.in_order(spec):
                        yield self._result(number, rule, spec, pair)

    def _value(self, number: int, spec: BearerSpec, pair: int, reading: int) -> Truth:
        return TRUTH[self.found.get((number, spec, pair, self.judged.pairs.readings[reading]), 0)]

    def _result(self, number: int, rule: Rule, spec: BearerSpec, pair: Pair) -> RuleResult:
        numbered = self.judged.pairs.number[pair]
        readings: list[Truth] = []
        told = ALL
        for reading in (ALL, UNSUSPENDED, UNREDUCED):
            readings.append(self._value(number, spec, numbered, reading))
            if not readings[-1]:
                break
            told = reading
        readings += [False] * (3 - len(readings))
        unopposed = readings[2]
        if readings[0] and self.situation.contested:
            unopposed = self._value(number, spec, numbered, UNOPPOSED)
        spot = Spot(numbered, self.judged.pairs.readings[told])
        node, reckoning = self.concluding.node[(number, spec)], self.concluding.reckoning[(number, spec)]
        ground = self._ground(rule, node, spot, pair, readings[0])
        return RuleResult(
            rule=number,
            bearer=self._id(pair.bearer),
            roles=self._roles(rule, reckoning, spot, self.judged.pairs.of[spec][pair], ground.records),
            listed=self._id(pair.listed),
            readings=(readings[0], readings[1], readings[2]),
            unopposed=unopposed,
            records=ground.records,
            since=ground.since,
            until=ground.until,
            missing=tuple(dict.fromkeys(ground.missing)) if readings[0] is None else (),
            used=self._used_by(rule, node, spot, pair),
        )

    def _id(self, party: int) -> str:
        return self.judged.situated.party_id(party)

    def _kinds(self, rule: Rule, pair: Pair) -> Iterator[tuple[str, str, Truth]]:
        """What is asked of the kinds of the listed and of the bearer."""
        for names, party, text in (
            (rule.listed_kinds, pair.listed, "主体类型符合"),
            (rule.bearer_kinds, pair.bearer, "承受人类型符合"),
        ):
            if names:
                key = (self.judged.nodes.kind_sets[names], party)
                yield text, self._id(party), TRUTH[self.judged.observed.kinds.get(key, 0)]

    def _ground(self, rule: Rule, node: Node, spot: Spot, pair: Pair, value: Truth) -> Ground:
        if value is False:
            return Ground(False)
        ground = self.grounds.of(node, spot)
        if value:
            return ground
        kinds = (Missing(f"{id}.kind", "kind") for _, id, fits in self._kinds(rule, pair) if fits is None)
        return Ground(None, missing=(*ground.missing, *kinds))

    def _used_by(self, rule: Rule, node: Node, spot: Spot, pair: Pair) -> tuple[Used, ...]:
        kinds = [Used(text, fits, (id,)) for text, id, fits in self._kinds(rule, pair)]
        if any(kind.value is False for kind in kinds):
            return tuple(dict.fromkeys(kinds))
        return tuple(dict.fromkeys((*kinds, *self._conditions(node, spot))))

    def _conditions(self, node: Node, spot: Spot) -> tuple[Used, ...]:
        """The simple conditions that a condition is made of, each with its value and what it looked at."""
        key = (node.number, spot)
        if key not in self._used:
            if isinstance(node.condition, (AllOf, AnyOf, NotThat)):
                found = tuple(used for part in node.parts for used in self._conditions(part, spot))
            else:
                value = self.grounds.value(node, spot)
                found = (Used(node.condition.text, value, uses(node, spot, value, self.judged)),)
            self._used[key] = found
        return self._used[key]

    def _roles(
        self, rule: Rule, reckoning: Reckoning | None, spot: Spot, relations: list[int], records: tuple[str, ...]
    ) -> tuple[str, ...]:
        """As what it is borne: the roles that make one answer for the records (S11); an affected unit (S12)."""
        if reckoning is None:
            return ("affected-unit",) if rule.reverse else ("subject",)
        reckoned = self.judged.reckoned[reckoning.number]
        answers = {
            relation
            for id in records
            for relation, value in reckoned.get((*spot[:2], self.judged.situated.record_number[id]), {}).items()
            if value == 2
        }
        held = {self.judged.situated.relations[number].role for number in answers}
        return tuple(sorted(held or {self.judged.situated.relations[number].role for number in relations}))


def conclusions(concluding: Concluding, matched: Iterable[tuple[str, Iterable[tuple[Any, ...]]]]) -> Conclusions:
    """What the matches of the third network say."""
    found: Conclusions = {}
    for name, frames in matched:
        number, spec, value, carried = concluding.concludes[name]
        for frame in frames:
            where, met = frame[0], next(fact for fact in frame if isinstance(fact, Valued))
            as_met = met.carried if carried else min(met.value, 2)
            key = (number, spec, where.pair, where.reading)
            found[key] = max(found.get(key, 0), value or as_met)
    return found
