"""What a change of the rules does to real subjects: who gains, loses or has changed which measures, by clause.

Every case is decided by both versions. A measure of a clause is *gained* where only the new version issues it, *lost*
where only the old one does, *changed* where both do but not alike, *unsettled* where neither issues it and only what
keeps it back differs. Where the registry is the same, a case that no changed measure touches is not decided at all, and
another only by what the change can reach: all else is known to be equal.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from ..case.model import Case
from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.span import Span
from ..engine.evaluate import situation_of
from ..matcher.match import match
from ..plan.model import Plan
from ..plan.options import Options
from ..source.rows import NamedTuple
from .diff_items import Item, Items, Key, differing
from .diff_sides import Sides, spelt
from .impact_part import Reach

Way = Literal["gained", "lost", "changed", "unsettled"]
WAYS: tuple[Way, ...] = ("gained", "lost", "changed", "unsettled")
USUAL = Options()


class Step(NamedTuple):
    """What becomes of one measure for one bearer; ``fields`` are those that differ where it is changed."""

    measure: str
    bearer: str
    way: Way
    old: Item
    new: Item
    fields: tuple[str, ...]


class Turn(NamedTuple):
    """The indication for the matter of a case, by both versions."""

    matter: str
    old: str
    new: str


class Outcome(NamedTuple):
    """What the change does to one case; ``left_out`` are the names in it that one version does not know."""

    steps: tuple[Step, ...]
    turn: Turn | None
    left_out: tuple[str, ...]


class Impact:
    """Two versions of the rules, ready to decide cases by both."""

    def __init__(self, old: Plan, new: Plan, options: Options = USUAL):
        self.sides, self.options = Sides(old, new), options

    @cached_property
    def changed(self) -> frozenset[str]:
        """The measures that are not written alike on both sides; what only one side has among them."""
        old, new = self.sides.old, self.sides.new
        before, after = _written(old), _written(new)
        return frozenset(id for id in {*before, *after} if before.get(id) != after.get(id))

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self.sides.old, self.sides.new, self.changed)

    def outcome(self, case: Case, name: str = "<case>") -> Outcome:
        """What the change does to a case; :class:`InputError` where the day decided for is missing."""
        if self.options.as_of is None and case.context.as_of is None:
            raise InputError([Diagnostic("as-of-missing", Span(name), "/context/as_of")])
        if not self.sides.alike:
            return self.decided(case)
        if not self._touched(case):
            return Outcome((), None, ())
        return self._between(case, *self._reach.decisive(self.options.matter or case.context.matter))

    def decided(self, case: Case) -> Outcome:
        """The same by deciding the case twice in full, whatever it holds."""
        return self._between(case, self.sides.old, self.sides.new)

    def _between(self, case: Case, before: Plan, after: Plan) -> Outcome:
        both = self.sides.decide(case, self.options, before, after)
        old, new = Items(both.old, before), Items(both.new, after)
        steps = (self._step(key, old, new) for key in sorted({*old.found, *new.found}))
        turn = None
        if both.old.indication is not None and both.new.indication is not None:
            turn = Turn(both.new.indication.matter, both.old.indication.result, both.new.indication.result)
        found = tuple(step for step in steps if step is not None)
        return Outcome(found, turn if turn and turn.old != turn.new else None, both.left_out)

    def _step(self, key: Key, old: Items, new: Items) -> Step | None:
        if old.short(key) == new.short(key) and self.sides.alike and key[0] not in self.changed:
            return None  # what a clause orders that is written alike is the same
        before, after = old.whole(key), new.whole(key)
        if before == after:
            return None
        issued = (before.state == "issued", after.state == "issued")
        if all(issued):
            return Step(*key, "changed", before, after, differing(before, after))
        way: Way = "lost" if issued[0] else "gained" if issued[1] else "unsettled"
        return Step(*key, way, before, after, ())

    def _touched(self, case: Case) -> bool:
        """Whether either version gives a changed measure to anybody in the case, or leaves it open."""
        for part in self._reach.alone:
            if part.rules:
                situation = situation_of(part, case, self.options, "<case>")
                if any(result.outcome != "miss" for result in match(part, situation)):
                    return True
        return False


def _written(plan: Plan) -> dict[str, tuple[Any, ...]]:
    """Each measure as it is written, with its conditions in it and its document."""
    known: dict[int, tuple[Any, ...]] = {}

    def condition(number: int | None) -> tuple[Any, ...] | None:
        if number is None:
            return None
        if number not in known:
            known[number] = spelt(number, plan)
        return known[number]

    found: dict[str, tuple[Any, ...]] = {}
    for rule in plan.rules:
        pack = plan.pack[rule.pack]._replace(digest="")
        whens = tuple(condition(spec.when) for spec in rule.bearers)
        bare = rule._replace(condition=0, bearers=tuple(spec._replace(when=None) for spec in rule.bearers))
        found[rule.id] = (bare, condition(rule.condition), whens, pack)
    return found
