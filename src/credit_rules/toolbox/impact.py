"""What a change of the rules does to real subjects: who gains, loses or has changed which measures, by clause.

Every case is decided by both versions. A measure of a clause is *gained* where only the new version issues it, *lost*
where only the old one does, *changed* where both do but not alike, *unsettled* where neither issues it and only what
keeps it back differs. Cases that no changed measure touches are not decided twice: what is equal there is known.
"""

from __future__ import annotations

from dataclasses import replace
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
from .diff_sides import Narrowed, Sides, spelt

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
    def _parts(self) -> tuple[Plan, Plan]:
        """Of both plans only what is changed."""
        return _only(self.sides.old, self.changed), _only(self.sides.new, self.changed)

    def outcome(self, case: Case, name: str = "<case>") -> Outcome:
        """What the change does to a case; :class:`InputError` where the day decided for is missing."""
        if self.options.as_of is None and case.context.as_of is None:
            raise InputError([Diagnostic("as-of-missing", Span(name), "/context/as_of")])
        narrowed = (self.sides.narrowed(case, self.sides.old), self.sides.narrowed(case, self.sides.new))
        left_out = tuple(dict.fromkeys(narrowed[0].left_out + narrowed[1].left_out))
        if self.sides.alike and not self._touched(narrowed):
            return Outcome((), None, left_out)
        return self.decided(case)

    def decided(self, case: Case) -> Outcome:
        """The same by deciding the case twice, whatever it holds."""
        both = self.sides.decide(case, self.options)
        old, new = Items(both.old, self.sides.old), Items(both.new, self.sides.new)
        steps = (self._step(key, old, new) for key in sorted({*old.found, *new.found}))
        turn = None
        if both.old.indication is not None and both.new.indication is not None:
            turn = Turn(both.new.indication.matter, both.old.indication.result, both.new.indication.result)
        return Outcome(
            tuple(step for step in steps if step is not None),
            turn if turn and turn.old != turn.new else None,
            both.left_out,
        )

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

    def _touched(self, narrowed: tuple[Narrowed, Narrowed]) -> bool:
        """Whether either version gives a changed measure to anybody in the case, or leaves it open."""
        for part, found in zip(self._parts, narrowed, strict=True):
            if not part.rules:
                continue
            situation = situation_of(part, found.case, self.options, "<case>")
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


def _only(plan: Plan, ids: frozenset[str]) -> Plan:
    """The plan with some of its measures alone."""
    kept = [number for number, id in enumerate(plan.ids) if id in ids]
    place = {number: place for place, number in enumerate(kept)}
    by_list = {
        code: found
        for code, numbers in plan.by_list.items()
        if (found := tuple(place[number] for number in numbers if number in place))
    }
    return replace(
        plan,
        rules=tuple(plan.rules[number] for number in kept),
        by_list=by_list,
        always=tuple(place[number] for number in plan.always if number in place),
    )
