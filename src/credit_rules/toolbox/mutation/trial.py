"""Whether the cases of a pack notice a mutant.

Each case is matched once against a plan that holds the pack and all its mutants. Where a mutant hits and misses as the
pack does, and says nothing else of the measure, the decision is the same, so that only the other cases are decided
again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...decide.departments import is_of
from ...engine.evaluate import Matched
from ...pack.loaded import LoadedPack
from ...plan.compile import compile
from ...plan.model import Rule
from ...plan.results import RuleResult
from ...registry.registry import Registry
from ..case_file import CaseFile
from ..prepared_cases import Prepared, prepare
from .mutant import Mutant
from .planted import Planted, unsigned

JUDGED = ("condition", "listed", "reverse", "listed_kinds", "bearers", "bearer_kinds", "id", "wording", "note")
"""What of a rule shows only in whether and for whom it hits."""
ByRule = dict[int, tuple[RuleResult, ...]]


class Results(NamedTuple):
    """The results on a case, rule by rule, in each of the readings that a decision needs."""

    results: ByRule
    founded: ByRule
    undone: ByRule

    @classmethod
    def of(cls, matched: Matched) -> Results:
        """What was matched, by rule."""
        return cls(*map(_by_rule, matched))

    def joined(self, stands_for: dict[int, int], mutated: frozenset[int]) -> Matched:
        """The results of the pack with those of a mutant in the place of its own; other mutants are left out.

        They keep the number of the mutated rule, by which a decision finds what it says.
        """
        return Matched(*(_joined(found, stands_for, mutated) for found in self))

    def same(self, new: int, old: int) -> bool:
        """Whether two rules hit and miss alike."""
        return all(list(map(_seen, found.get(new, ()))) == list(map(_seen, found.get(old, ()))) for found in self)

    def touches(self, rule: int) -> bool:
        """Whether anybody may bear the rule in the case."""
        return any(result.readings[0] is not False for found in self for result in found.get(rule, ()))


@dataclass(frozen=True)
class Trial:
    """The cases of a pack, matched against its mutants."""

    planted: Planted
    cases: tuple[tuple[Prepared, Results], ...]

    @classmethod
    def of(cls, planted: Planted, files: Sequence[CaseFile]) -> Trial:
        """The cases matched; :class:`~credit_rules.InputError` where one cannot be read."""
        ready = prepare(files, planted.plan)
        return cls(planted, tuple((case, Results.of(case.match())) for case in ready))

    def failing(self) -> Iterator[Prepared]:
        """The cases that fail without any mutant: they tell nothing."""
        for case, results in self.cases:
            if not case.passes(results.joined({}, self.planted.mutated)):
                yield case

    def killed(self, mutant: Mutant) -> bool:
        """Whether a case fails with the mutant."""
        stands_for = self.planted.stands_for[mutant.number]
        rules = self.planted.plan.rules
        beside = {new: differ_beside(rules[new], rules[old]) for new, old in stands_for.items()}
        called = self.planted.called(mutant.number)
        for case, results in sorted(self.cases, key=lambda each: _promise(each[0], called, mutant)):
            if mutant.fault == "department" and not self._shows_departments(case, stands_for):
                continue
            if not any(
                not results.same(new, old) or (beside[new] and (results.touches(old) or results.touches(new)))
                for new, old in stands_for.items()
            ):
                continue
            if not case.passes(results.joined(stands_for, self.planted.mutated), called):
                return True
        return False

    def _shows_departments(self, case: Prepared, stands_for: dict[int, int]) -> bool:
        """Whether what a case promises depends on the departments in which the rules differ."""
        if any(each.departments for each in case.written.issued):
            return True
        wanted, plan, situation = case.options.department, self.planted.plan, case.situation
        return wanted is not None and any(
            is_of(plan.rules[new], wanted, situation, plan) != is_of(plan.rules[old], wanted, situation, plan)
            for new, old in stands_for.items()
        )


def killed_head(
    mutant: Mutant, packs: Sequence[LoadedPack], registry: Registry, loaded: LoadedPack, cases: Sequence[Prepared]
) -> bool:
    """The same for a mutant of the head of a document, with which everything is compiled and matched anew."""
    assert mutant.head is not None
    wrong = [replace(each, pack=mutant.head) if each is loaded else each for each in packs]
    plan = unsigned(compile(wrong, registry, ""))
    return any(not other.passes(other.match()) for other in (case.for_plan(plan) for case in cases))


def differ_beside(new: Rule, old: Rule) -> bool:
    """Whether two rules differ in what a hit comes to."""
    return any(getattr(new, name) != getattr(old, name) for name in Rule._fields if name not in JUDGED)


def _promise(case: Prepared, names: Mapping[str, str], mutant: Mutant) -> tuple[bool, bool]:
    """The cases that speak of the measures first, where departments are at fault those that name any."""
    silent = mutant.fault == "department" and not any(each.departments for each in case.written.issued)
    return silent, case.names.isdisjoint(names)


def _by_rule(results: Sequence[RuleResult]) -> ByRule:
    found: dict[int, list[RuleResult]] = {}
    for result in results:
        found.setdefault(result.rule, []).append(result)
    return {rule: tuple(each) for rule, each in found.items()}


def _joined(found: ByRule, stands_for: dict[int, int], mutated: frozenset[int]) -> list[RuleResult]:
    replaced = {old: new for new, old in stands_for.items()}
    rules = {stands_for.get(rule, rule) for rule in found if rule not in mutated or rule in stands_for}
    return [result for rule in sorted(rules) for result in found.get(replaced.get(rule, rule), ())]


def _seen(result: RuleResult) -> RuleResult:
    """What of a result a decision shows, beside its reasons."""
    return result._replace(rule=0, used=())
