"""All conjunctions on one list at once: for each thing that a case shows, which of them it lets through.

A record shows a family of measures a *cell* of each dimension: its grade, its life, each fact that somebody compares.
A cell is known by two sets of measures, as bits: those whose demand there holds, and those whose demand may hold. What
hits is in all of the first, what is not a miss is in all of the second (S16). Which cells there are, and what each lets
through, is learnt from the cases by the matcher's own tests; nothing of a case is kept but the cell.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ..plan.model import Plan, TermSpec
from ..registry.operators import ORDERED, Comparison, read_value
from ..registry.truth import Truth, all_of
from ..situation.model import RecordState
from .conjunctions import Conjunction, Fact, comparisons_of, conjunction_of, fits, holds
from .records import concerns, graded, of_age, own_term_end, status_of
from .stand_in import Said
from .unit import Numbers, Unit, Units
from .view import Candidate, Shown, View

ELSE = ("else",)
"""The cell of the values that nobody names."""

KEPT = 4096
"""How many amounts or days are kept of a fact, which nobody has to read again."""
Bits = int
Masks = tuple[Bits, Bits]
"""Whose demand holds, and whose may."""


class Scale:
    """A fact and all bounds that it is compared with.

    Values between the same two bounds are one cell; where there is no order, so are all that nobody names.
    """

    def __init__(self, comparisons: Sequence[Comparison]):
        self.type = comparisons[0].type
        bounds: set[Any] = {bound for one in comparisons for bound in one.bounds}
        self.named = frozenset(bounds)
        self.marks: list[Any] | None = sorted(bounds) if self.type in ORDERED else None

    def cell(self, value: object) -> Hashable:
        """Where a value lies; ``None``: it is not known."""
        if value is None:
            return None
        typed: Any = read_value(self.type, value)
        if self.marks is None:
            return typed if typed in self.named else ELSE
        return 2 * bisect_left(self.marks, typed) + (typed in self.named)


class Dimension:
    """One thing that a case shows, in which cell it lies, and what a measure demands there.

    ``known`` is what the cells seen let through; ``as_written`` the same for values that need not be read again, some
    amounts and days among them, but no text.
    """

    def __init__(
        self, value: Callable[[Shown], Hashable], demand: Callable[[Conjunction, Shown], Truth], scale: Scale | None
    ):
        self.value, self.demand, self.scale = value, demand, scale
        self.known: dict[Hashable, Masks] = {}
        self.as_written: dict[Hashable, Masks] = {}

    def learn(self, value: Hashable, shown: Shown, members: Sequence[Conjunction]) -> Masks:
        """What a value lets through that was not seen before, or is not kept."""
        cell = value if self.scale is None else self.scale.cell(value)
        masks = self.known.get(cell)
        if masks is None:
            holding = possible = 0
            for place, one in enumerate(members):
                truth = self.demand(one, shown)
                holding |= (truth is True) << place
                possible |= (truth is not False) << place
            masks = self.known[cell] = holding, possible
        if self.scale is None or value is None or (isinstance(value, str) and self.scale.type != "text"):
            if len(self.as_written) >= KEPT:
                self.as_written.clear()
            self.as_written[value] = masks
        return masks


Facts = Mapping[str, Any]
FACTS_OF: dict[str, Callable[[Shown], Facts]] = {
    "record": lambda shown: shown.state.record.facts,
    "subject": lambda shown: shown.bearer.facts,
    "context": lambda shown: shown.situation.context_facts,
}


class Family:
    """Conjunctions that are asked for when somebody stands on a list, each with the measures that it stands for.

    ``others``: the further lists that they name; ``said``: what has been said of a stand-in.
    """

    def __init__(self, members: Sequence[tuple[Conjunction, Numbers]], code: str, plan: Plan):
        self.members = tuple(one for one, _ in members)
        self.numbers = tuple(numbers for _, numbers in members)
        self.plan = plan
        self.others = frozenset(named for one in self.members for named in one.lists) - {code}
        self.everybody = (1 << len(members)) - 1
        self.said: dict[tuple[int, tuple[int, ...]], Said] = {}
        dimensions = [Dimension(self._life(), self._counts, None)]
        if any(one.grades for one in self.members):
            dimensions.append(Dimension(lambda shown: shown[0].grade, _of_grade, None))
        if any(one.unit.rule.listed_kinds or one.unit.rule.bearer_kinds for one in self.members):
            dimensions.append(Dimension(lambda shown: shown[1].kind, _of_kind, None))
        self._own = tuple((one.value, one.as_written, one) for one in dimensions)
        facts = dict.fromkeys(demand.fact for one in self.members for demand in one.demands)
        of_facts = {fact: self._of_fact(fact) for fact in facts}
        self._of_facts = tuple(
            (of, tuple((name, one.as_written, one) for (scope, name), one in of_facts.items() if scope == whose))
            for whose, of in FACTS_OF.items()
            if any(scope == whose for scope, _ in facts)
        )
        self.dimensions = (*dimensions, *of_facts.values())

    @property
    def units(self) -> Iterator[tuple[Unit, Numbers]]:
        """Its members as the matcher judges them."""
        return zip((one.unit for one in self.members), self.numbers, strict=True)

    def judge(self, shown: Shown) -> Masks:
        """Who hits, and who does not miss."""
        holding = possible = self.everybody
        for value_of, known, dimension in self._own:
            value = value_of(shown)
            masks = known.get(value) or dimension.learn(value, shown, self.members)
            holding &= masks[0]
            possible &= masks[1]
        for facts_of, asked in self._of_facts:
            facts = facts_of(shown)
            for name, known, dimension in asked:
                value = facts.get(name)
                masks = known.get(value) or dimension.learn(value, shown, self.members)
                holding &= masks[0]
                possible &= masks[1]
        return holding, possible

    def unsure(self, shown: Shown) -> tuple[Bits, ...]:
        """Of whom it is unknown, dimension by dimension, whether their demand holds."""
        found = [each.learn(each.value(shown), shown, self.members) for each in self.dimensions]
        return tuple([may ^ holds for holds, may in found])

    def _life(self) -> Callable[[Shown], Hashable]:
        """All of a record's life, and of its bearer's age, that decides whether it can count (``records.py``)."""
        rules = [one.unit.rule for one in self.members]
        terms = tuple(dict.fromkeys(rule.term for rule in rules if rule.term is not None))
        begins = sorted({rule.from_ for rule in rules if rule.once or rule.term is not None})

        def cell(shown: Shown) -> Hashable:
            state, person = shown.state, shown.bearer.kind == "natural-person"
            if not begins and not terms and not person and state.reaches and state.record.tier != "minor":
                return state.status
            began = _began(state, begins) if begins else 0
            ended = _ended(state, terms, shown.situation.as_of) if terms else ()
            slight = state.record.tier == "minor"
            return (state.status, state.reaches, slight, of_age(shown.bearer, state), began, ended)

        return cell

    def _counts(self, one: Conjunction, shown: Shown) -> Truth:
        """Whether the record can count, as far as its life and its bearer's age say."""
        bearer = shown.bearer.id
        candidate = Candidate(bearer, bearer, one.seat, ())
        view = View(self.plan, shown.situation, one.unit.rule, candidate, "all", [], ())
        return all_of((status_of(shown.state, view)[0], concerns(shown.state, view, _never).value))

    def _of_fact(self, fact: Fact) -> Dimension:
        scope, name = fact
        asked = [demand for one in self.members for demand in one.demands if demand.fact == fact]
        scale = Scale([one for demand in asked for one in comparisons_of(demand, self.plan)])
        facts_of, plan = FACTS_OF[scope], self.plan

        def demanded(one: Conjunction, shown: Shown) -> Truth:
            value = facts_of(shown).get(name)
            return all_of([holds(each.condition, value, plan) for each in one.demands if each.fact == fact])

        return Dimension(lambda shown: facts_of(shown).get(name), demanded, scale)


def _never(_: int, view: View) -> Any:
    """Nothing is asked of the relations of one that bears a measure by its own listing."""
    raise AssertionError(view)


def _of_grade(one: Conjunction, shown: Shown) -> Truth:
    return graded(shown.state, one.grades)[0]


def _of_kind(one: Conjunction, shown: Shown) -> Truth:
    return fits(one.unit.rule, shown.bearer.kind)


def _began(state: RecordState, begins: Sequence[date]) -> int:
    """How many of the days on which measures began lie before the end of its effect."""
    ends = [end for _, end in state.spans]
    if None in ends:
        return len(begins)
    return bisect_left(begins, max((end for end in ends if end is not None), default=date.min))


def _ended(state: RecordState, terms: Iterable[TermSpec], as_of: date) -> Hashable:
    ends = [own_term_end(state, term) for term in terms]
    return tuple([end is not None and as_of >= end for end in ends])


def families_of(units: Units, code: str, plan: Plan) -> tuple[tuple[Family, ...], Units]:
    """The units that are asked for when somebody stands on a list: conjunctions on that list alone, conjunctions that
    name other lists too, and the rest."""
    own: list[tuple[Conjunction, Numbers]] = []
    shared: list[tuple[Conjunction, Numbers]] = []
    rest: list[tuple[Unit, Numbers]] = []
    for unit, numbers in units:
        one = conjunction_of(unit, plan)
        if one is None:
            rest.append((unit, numbers))
        else:
            (own if set(one.lists) == {code} else shared).append((one, numbers))
    return tuple(Family(members, code, plan) for members in (own, shared) if members), tuple(rest)
