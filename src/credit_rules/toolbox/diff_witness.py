"""Cases on which two versions of a measure differ, found by the solver and decided by the engine on both sides.

For a measure whose meaning is written differently a case is looked for that only the old version reaches (*lost*), one
that only the new one reaches (*gained*), else one that only one of them leaves open (*unsettled*); where the measure
itself is another, one in which both are given (*changed*). Where there is none, both mean the same within the bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Literal

from ..plan.conditions import CleanFor, Compare
from ..plan.model import Plan
from ..plan.options import Options
from ..source.rows import NamedTuple
from .diff import Change
from .diff_items import Items, State, differing
from .diff_sides import Sides
from .diff_version import Version, any_of, plan_of_both, shapes, versions_of
from .proofs.confirm import lasting
from .proofs.kleene import Value
from .proofs.measured import Borne
from .proofs.search import Search, Wanted
from .proofs.solver import Bit, conj, disj, neg
from .proofs.witness import Plain, Witness
from .proofs.world import USUAL, Bounds, World

Effect = Literal["lost", "gained", "unsettled", "changed"]
Outcome = Literal["differs", "same-meaning", "undecided"]
MEANING = (
    "act", "direction", "force", "condition", "bearers", "bearer_kinds", "listed_kinds", "term", "from", "until",
)  # fmt: skip
"""The fields of a measure for whose change a case is looked for."""
APPLIES = ("place", "from", "until")
"""The same of a document."""
_ITSELF = ("act", "direction", "force", "term")
"""What a case in which both versions are given can show."""
Pair = Callable[[Value, Value], Bit]


class Example(NamedTuple):
    """A case, what each side makes of the measure for its bearer, and in which fields that differs where both give it.

    ``confirmed``: the engine decides it as the solver says. ``left_out`` are names that one side does not know.
    """

    effect: Effect
    measure: str
    case: Plain
    bearer: str
    old: State
    new: State
    fields: tuple[str, ...]
    confirmed: bool
    left_out: tuple[str, ...]


class Witnessed(NamedTuple):
    """What was found of one change: cases that the engine confirms.

    ``registry`` are the entries that the measure looks at and that differ themselves; they are told apart. ``disputed``:
    the engine decides a case otherwise than the solver says, and no such entry accounts for it: a fault of the program.
    """

    outcome: Outcome
    bounds: Bounds
    examples: tuple[Example, ...] = ()
    registry: tuple[str, ...] = ()
    disputed: bool = False


class Witnesses:
    """The search in two versions at once; measures that are written alike are looked at once."""

    def __init__(self, old: Plan, new: Plan, bounds: Bounds = USUAL):
        self.sides, self.bounds = Sides(old, new), bounds
        self._found: dict[tuple[object, ...], tuple[tuple[Effect, Witness], ...] | None] = {}

    def of(self, change: Change) -> Witnessed | None:
        """What there is to show of a change; ``None`` where its kind is not looked at."""
        changed = [field.field for field in change.fields]
        if change.of == "measures" and not set(changed).isdisjoint(MEANING):
            return self.measure(change.id, changed)
        if change.of == "packs" and not set(changed).isdisjoint(APPLIES):
            return self.document(change.id)
        return None

    def measure(self, id: str, changed: Sequence[str]) -> Witnessed:
        """Cases on which the two versions of a measure differ; ``changed`` are its fields that do."""
        old, new = versions_of(id, self.sides, self._plan)
        itself = any(field in _ITSELF for field in changed)
        key = (*old.meaning, *new.meaning, itself)
        if key not in self._found:
            self._found[key] = self._searched(old, new, itself)
        found, registry = self._found[key], self._registry((old, new))
        if found is None:
            return Witnessed("undecided", self.bounds, (), registry)
        every = (self._shown(effect, witness, id) for effect, witness in found)
        telling = tuple(one for one in every if one.fields or one.old != one.new or one.effect in ("lost", "gained"))
        if not telling:
            return Witnessed("same-meaning", self.bounds, (), registry)
        sure = tuple(one for one in telling if one.confirmed)
        disputed = len(sure) < len(telling) and self.sides.alike
        return Witnessed("differs" if sure else "undecided", self.bounds, sure, registry, disputed)

    def document(self, id: str) -> Witnessed:
        """The same of a document that applies elsewhere or at another time, by the first measure that shows it."""
        shared = (rule.id for rule in self.sides.new.rules if rule.pack == id and rule.id in self.sides.old.number)
        found = Witnessed("same-meaning", self.bounds)
        for measure in shared:
            found = self.measure(measure, APPLIES)
            if found.outcome != "same-meaning":
                break
        return found

    @cached_property
    def _plan(self) -> Plan:
        return plan_of_both(self.sides)

    @cached_property
    def _finder(self) -> Search:
        return Search(self._plan, self.bounds)

    def _searched(self, old: Version, new: Version, itself: bool) -> tuple[tuple[Effect, Witness], ...] | None:
        """``None`` where the solver has a case that no calendar has, or gives up."""
        try:
            return tuple(self._search(old, new, itself))
        except RuntimeError:
            return None

    def _search(self, old: Version, new: Version, itself: bool) -> Iterator[tuple[Effect, Witness]]:
        apart = any(self._able(old, new, _told_apart))
        lost, gained = (self._only(one, other, apart) for one, other in ((old, new), (new, old)))
        if lost is not None:
            yield "lost", lost
        if gained is not None:
            yield "gained", gained
        if apart and lost is None and gained is None:
            unsettled = self._meet(old, new, _unsettled)
            if unsettled is not None:
                yield "unsettled", unsettled
        if itself and (changed := self._meet(old, new, _both_given)) is not None:
            yield "changed", changed

    def _only(self, one: Version, other: Version, meet: bool) -> Witness | None:
        """A case that one version reaches and the other does not: surely not rather than perhaps.

        ``meet``: there may be one where both apply.
        """
        if meet and any(self._able(one, other, _only_first)):
            for pair in (_surely_only_first, _only_first):
                found = self._meet(one, other, pair)
                if found is not None:
                    return found
        return self._apart(one, other)

    def _able(self, one: Version, other: Version, pair: Pair) -> Iterator[bool]:
        """For each shape of a case whether there is one on a day and in a place in which both apply."""
        return (self._finder.has_case(asked, wanted) for asked, wanted in _asked(one, other, pair))

    def _meet(self, one: Version, other: Version, pair: Pair) -> Witness | None:
        """A case on a day and in a place in which both apply."""
        found = (self._finder.find(asked, wanted) for asked, wanted in _asked(one, other, pair))
        return next((witness for witness in found if witness is not None), None)

    def _apart(self, one: Version, other: Version) -> Witness | None:
        """A case on a day or in a place in which only the one version applies."""
        for bearers, where in one.without(other):
            for shape in shapes(bearers):
                asked = [each for each in bearers if each.shape == shape]
                found = self._finder.find(asked, lambda _, values: any_of(values).true, where=where)
                if found is not None:
                    return found
        return None

    def _shown(self, effect: Effect, witness: Witness, id: str) -> Example:
        """The case as both sides decide it; also measures of unverified source are asked for."""
        plain = lasting(witness, self._plan)
        both = self.sides.decide(self.sides.read(plain, "<case>"), Options(include_unverified=True))
        key = (id, witness.bearer)
        old, new = Items(both.old, self.sides.old).whole(key), Items(both.new, self.sides.new).whole(key)
        fields = differing(old, new) if old.state == new.state == "issued" else ()
        given = [each.state in ("issued", "withheld") for each in (old, new)]
        confirmed = {
            "lost": given == [True, False],
            "gained": given == [False, True],
            "unsettled": given == [False, False] and old.state != new.state,
            "changed": all(given),
        }[effect]
        return Example(effect, id, plain, witness.bearer, old.state, new.state, fields, confirmed, both.left_out)

    def _registry(self, versions: Iterable[Version]) -> tuple[str, ...]:
        """What the measure looks at of the registry and that differs between the sides."""
        if self.sides.alike:
            return ()
        before, after = self.sides.old.vocabulary, self.sides.new.vocabulary
        conditions = [condition for each in versions for condition in each.conditions]
        lists = {code for one in conditions for code in getattr(one, "lists", ())}
        if any(isinstance(one, CleanFor) for one in conditions):
            lists |= {entry.id for words in (before, after) for entry in words.lists if entry.negative}
        compared = {(one.comparison.scope, one.comparison.fact) for one in conditions if isinstance(one, Compare)}
        facts: Any = [(f"facts/{scope}.{name}", before.fact, after.fact, (scope, name)) for scope, name in compared]
        known: Any = [(f"lists/{code}", before.list, after.list, code) for code in lists]
        return tuple(sorted(name for name, one, other, key in (*facts, *known) if one.get(key) != other.get(key)))


def _asked(one: Version, other: Version, pair: Pair) -> Iterator[tuple[list[Borne], Wanted]]:
    """For each shape of a case what to ask the solver for: the bearers of both, those of the shape first."""
    bearers = (*one.bearers, *other.bearers)
    number = len(one.bearers)
    for shape in shapes(bearers):
        order = sorted(range(len(bearers)), key=lambda place: bearers[place].shape != shape)

        def wanted(_: World, values: Sequence[Value], order: list[int] = order) -> Bit:
            by_place = dict(zip(order, values, strict=True))
            first, rest = range(number), range(number, len(bearers))
            return pair(any_of(by_place[place] for place in first), any_of(by_place[place] for place in rest))

        yield [bearers[place] for place in order], wanted


def _only_first(one: Value, other: Value) -> Bit:
    return conj(one.true, neg(other.true))


def _surely_only_first(one: Value, other: Value) -> Bit:
    return conj(one.true, other.false)


def _told_apart(one: Value, other: Value) -> Bit:
    return disj(_only_first(one, other), _only_first(other, one), _unsettled(one, other))


def _both_given(one: Value, other: Value) -> Bit:
    return conj(one.true, other.true)


def _unsettled(one: Value, other: Value) -> Bit:
    return disj(conj(one.unknown, other.false), conj(one.false, other.unknown))
