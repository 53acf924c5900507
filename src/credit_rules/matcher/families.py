"""All conjunctions on one list at once: for each thing that a case shows, which of them it lets through.

A record shows a family of measures how it stands - its life, its grade, the kind of its bearer - and the facts that
somebody compares. What each of these lets through (``cells.py``) is asked of the matcher's own functions the first time
that a case shows it; nothing of a case is kept but that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import and_
from typing import Any

from ..plan.model import Plan, TermSpec
from ..registry.truth import Truth, all_of
from ..situation.model import Party, RecordState, Situation
from .cells import Bits, Masks, Names, Readings, Values, keep, masks_of
from .conjunctions import Conjunction, Fact, comparisons_of, conjunction_of, fits, holds
from .quick import AT_ONCE
from .records import concerns, graded, of_age, own_term_end, status_of, too_slight
from .stand_in import Said
from .unit import Numbers, Unit, Units
from .view import Candidate, Shown, View

Facts = Mapping[str, Any]
FACTS_OF: dict[str, Callable[[Shown], Facts]] = {
    "record": lambda shown: shown.state.record.facts,
    "subject": lambda shown: shown.bearer.facts,
    "context": lambda shown: shown.situation.context_facts,
}


class Family:
    """Conjunctions that are asked for when somebody stands on a list, each with the measures that it stands for.

    ``others``: the further lists that they name; ``names``: their measures, a few places at once; ``said``: what has
    been said of a stand-in.
    """

    def __init__(self, members: Sequence[tuple[Conjunction, Numbers]], code: str, plan: Plan):
        self.members = tuple(one for one, _ in members)
        self.numbers = tuple(numbers for _, numbers in members)
        self.plan, self.list = plan, code
        self.others = frozenset(named for one in self.members for named in one.lists) - {code}
        names = [Names(self.numbers[first : first + AT_ONCE]) for first in range(0, len(members), AT_ONCE)]
        self.names = tuple((one, one.known) for one in names)
        self.size = len(self.names) * AT_ONCE
        self.said: dict[tuple[int, tuple[int, ...]], Said] = {}
        self.standings: dict[Hashable, Masks] = {}
        self._parts: dict[Hashable, tuple[Masks, ...]] = {}
        facts = dict.fromkeys(demand.fact for one in self.members for demand in one.demands)
        self.values = {fact: self._values(fact) for fact in facts}
        self._of_record, self._of_subject, self._of_context = (
            tuple((name, values.known) for (whose, name), values in self.values.items() if whose == scope)
            for scope in FACTS_OF
        )
        rules = [one.unit.rule for one in self.members]
        self._weighs = any(too_slight("minor", rule) for rule in rules)
        self._terms = tuple(dict.fromkeys(rule.term for rule in rules if rule.term is not None))
        self._begins = sorted({rule.from_ for rule in rules if rule.once or rule.term is not None})

    @property
    def units(self) -> Iterator[tuple[Unit, Numbers]]:
        """Its members as the matcher judges them."""
        return zip((one.unit for one in self.members), self.numbers, strict=True)

    def judge(self, state: RecordState, bearer: Party, situation: Situation) -> Masks:
        """Who hits, and who does not miss."""
        record = state.record
        standing = (state.status, state.reaches, self._weighs and record.tier, state.grade, bearer.kind)
        masks = self.standings.get(standing)
        if masks is None:
            masks = self._stand(standing, Shown(state, bearer, situation))
        try:
            for name, known in self._of_record:
                masks &= known[record.facts.get(name)]
            for name, known in self._of_context:
                masks &= known[situation.context_facts.get(name)]
            for name, known in self._of_subject:
                masks &= known[bearer.facts.get(name)]
        except KeyError:
            return reduce(and_, self._facts(Shown(state, bearer, situation)), masks)
        return masks

    def hits(self, masks: Masks) -> Bits:
        """Who hits."""
        return masks & (1 << self.size) - 1

    def undetermined(self, masks: Masks) -> Bits:
        """Who neither hits nor misses."""
        return masks >> self.size & ~masks

    def unsure(self, shown: Shown) -> tuple[Bits, ...]:
        """Of whom it is unknown, thing by thing, whether their demand holds."""
        state = shown.state
        standing = (state.status, state.reaches, self._weighs and state.record.tier, state.grade, shown.bearer.kind)
        stands = self._stands(self._with_days(standing, shown), shown)
        return tuple([self.undetermined(masks) for masks in (*stands, *self._facts(shown))])

    def _stand(self, standing: Hashable, shown: Shown) -> Masks:
        """What a record lets through by how it stands, where that is not known yet, or rests on days too."""
        standing = self._with_days(standing, shown)
        masks = self.standings.get(standing)
        if masks is None:
            masks = reduce(and_, self._stands(standing, shown))
            keep(self.standings, standing, masks)
        return masks

    def _stands(self, standing: Hashable, shown: Shown) -> tuple[Masks, ...]:
        """What a record's life and its bearer's age, its grade, and its bearer's kind let through, each by itself."""
        found = self._parts.get(standing)
        if found is None:
            asked = (self._counts, _of_grade, _of_kind)
            found = tuple([masks_of([demand(one, shown) for one in self.members], self.size) for demand in asked])
            keep(self._parts, standing, found)
        return found

    def _with_days(self, standing: Hashable, shown: Shown) -> Hashable:
        """How a record stands, with all else of its life and of its bearer's age that decides whether it can count."""
        if not (self._begins or self._terms or shown.bearer.kind == "natural-person"):
            return standing
        state = shown.state
        began = _began(state, self._begins) if self._begins else 0
        ended = _ended(state, self._terms, shown.situation.as_of) if self._terms else ()
        return standing, of_age(shown.bearer, state), began, ended

    def _facts(self, shown: Shown) -> Iterator[Masks]:
        """What each fact that somebody compares lets through."""
        for (whose, name), values in self.values.items():
            value = FACTS_OF[whose](shown).get(name)
            masks = values.known.get(value)
            yield values.learn(value) if masks is None else masks

    def _counts(self, one: Conjunction, shown: Shown) -> Truth:
        """Whether the record can count, as far as its life and its bearer's age say."""
        bearer = shown.bearer.id
        candidate = Candidate(bearer, bearer, one.seat, ())
        view = View(self.plan, shown.situation, one.unit.rule, candidate, "all", [], ())
        return all_of((status_of(shown.state, view)[0], concerns(shown.state, view, _never).value))

    def _values(self, fact: Fact) -> Values:
        plan, asked = self.plan, [[each for each in one.demands if each.fact == fact] for one in self.members]
        compared = [one for demands in asked for demand in demands for one in comparisons_of(demand, plan)]
        type = compared[0].type
        readings: Readings = plan.known.setdefault(("readings", type), Readings(type))

        def demand(value: Any) -> Masks:
            truths = (all_of([holds(each.condition, value, plan) for each in demands]) for demands in asked)
            return masks_of(truths, self.size)

        return Values(compared, readings, demand)


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
