"""The matcher's answer, sooner (record 0026): misses are left out, and reasons are written when they are read.

Where nothing is contested and nobody stands in relation, a conjunction (``conjunctions.py``) on one record is judged by
families. What a measure then says of one record it says of every record that shows it the same, with another name and
other days: the matcher says it once, of a stand-in. All else the matcher judges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, overload

from ..plan.model import Plan
from ..plan.results import RuleResult
from ..situation.model import Party, RecordState, Situation
from ..source.rows import NamedTuple
from .match import in_force_here, judge_unit
from .unit import Numbers, Unit, Units, unit_of
from .view import Shown

if TYPE_CHECKING:
    from .families import Bits, Family


class OfList(NamedTuple):
    """What is asked for when somebody stands on a list: conjunctions on that list alone and those that name other
    lists too, and the rest."""

    families: tuple[Family, ...]
    rest: Units


class Answer(NamedTuple):
    """What a family says of records of one list: hits, and what is neither hit nor miss."""

    family: Family
    looks: list[Shown]
    hits: Bits
    open: Bits


class Results(Sequence[RuleResult]):
    """Hits and undetermined measures in the plan's order, as :func:`~credit_rules.matcher.match.match` gives them.

    :attr:`hits` are known at once; the results themselves, with reasons, are written when somebody looks.
    """

    __slots__ = ("_answers", "_judged", "_plan", "_written")

    def __init__(self, plan: Plan, answers: list[Answer], judged: list[RuleResult]):
        self._plan, self._answers, self._judged = plan, answers, judged
        self._written: list[RuleResult] | None = None

    @property
    def hits(self) -> list[int]:
        """The numbers of the measures that hit, each once for every bearer, in no order."""
        found = [result.rule for result in self._judged if result.readings[0]]
        for answer in self._answers:
            bits, numbers = answer.hits, answer.family.numbers
            while bits:
                last = bits & -bits
                found += numbers[last.bit_length() - 1]
                bits ^= last
        return found

    @overload
    def __getitem__(self, place: int) -> RuleResult: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[RuleResult]: ...
    def __getitem__(self, place: int | slice) -> RuleResult | Sequence[RuleResult]:
        return self._all()[place]

    def __iter__(self) -> Iterator[RuleResult]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> list[RuleResult]:
        if self._written is None:
            written = [*self._judged, *chain.from_iterable(_written(answer, self._plan) for answer in self._answers)]
            written.sort(key=itemgetter(0))
            self._written = written
        return self._written


def _written(answer: Answer, plan: Plan) -> Iterator[RuleResult]:
    """An answer measure by measure.

    Of a hit on one record the matcher always says the same; of what is open, by what is unknown. What rests on several
    records it says each time.
    """
    family, shown = answer.family, answer.looks[0]
    hits = [*_places(answer.hits)]
    if len(answer.looks) > 1:
        for place in (*hits, *_places(answer.open)):
            yield from _told(family.members[place].unit, family.numbers[place], plan, shown.situation)
        return
    for place in hits:
        yield from _said(answer, place, (), plan)
    unsure = family.unsure(shown) if answer.open else ()
    for place in _places(answer.open):
        yield from _said(answer, place, tuple([bits >> place & 1 for bits in unsure]), plan)


def _said(answer: Answer, place: int, unknown: tuple[int, ...], plan: Plan) -> list[RuleResult]:
    """What a measure says of a record, by what was said of a stand-in of which the same is unknown."""
    from .stand_in import say, tell

    family, shown = answer.family, answer.looks[0]
    unit, key = family.members[place].unit, (place, unknown)
    said = family.said.get(key)
    if said is None:
        said = family.said[key] = say(unit, shown.state, plan, shown.situation)
    return tell(said, unit, family.numbers[place], shown.state, shown.situation)


def _places(bits: Bits) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        last = bits & -bits
        yield last.bit_length() - 1
        bits ^= last


def match_quickly(plan: Plan, situation: Situation) -> Results:
    """What :func:`~credit_rules.matcher.match.match` says, without the misses."""
    known = plan.known_of(situation.as_of, situation.region)
    always = known.get(_ALWAYS)
    left: list[tuple[Unit, Numbers]] = [*(_always(plan, situation) if always is None else always)]
    answers: list[Answer] = []
    if not situation.records and not left:
        return Results(plan, answers, [])
    lists: dict[str, list[RecordState]] = {}
    for state in situation.records:
        lists.setdefault(state.list.id, []).append(state)
    bearer = situation.party(situation.subject)
    alone = not situation.relations and bearer.status == "active" and situation.uncontested
    for code, states in lists.items():
        of = known.get((_OF_LIST, code))
        if of is None:
            of = _of_list(code, plan, situation)
        left += of.rest
        for family in of.families:
            answer = None
            if alone and (not family.others or family.others.isdisjoint(lists)):
                answer = _answer(family, states, bearer, situation)
            if answer is None:
                left += family.units
            elif answer.looks:
                answers.append(answer)
    units = {unit.number: (unit, numbers) for unit, numbers in left}.values() if left else ()
    judged = [result for unit, numbers in units for result in _told(unit, numbers, plan, situation)]
    return Results(plan, answers, judged)


def _answer(family: Family, states: Sequence[RecordState], bearer: Party, situation: Situation) -> Answer | None:
    """What a family says of the subject's records among those of a list; ``None`` where the matcher has to say it."""
    looks = []
    hits = possible = 0
    for state in states:
        if state.subject != bearer.id:
            continue
        if state.doubt is not None:
            return None
        shown = Shown(state, bearer, situation)
        holding, may_hold = family.judge(shown)
        hits |= holding
        possible |= may_hold
        looks.append(shown)
    return Answer(family, looks, hits, possible & ~hits)


def _told(unit: Unit, numbers: Numbers, plan: Plan, situation: Situation) -> Iterator[RuleResult]:
    """What the matcher says of a unit, without misses, for each measure that it stands for."""
    for result in judge_unit(unit, plan, situation):
        if result.readings[0] is not False:
            for number in numbers:
                yield RuleResult(number, *result[1:])


_ALWAYS, _OF_LIST, _UNITS = ("always",), "of list", "units of list"
WORTH_LEARNING = 3
"""How often a list is asked for before its families are made: a process that decides one case needs none."""


def _always(plan: Plan, situation: Situation) -> Units:
    """What is asked for whatever the lists."""
    found = _by_unit(plan.always, plan, situation)
    plan.known_of(situation.as_of, situation.region)[_ALWAYS] = found
    return found


def _of_list(code: str, plan: Plan, situation: Situation) -> OfList:
    """What is asked for on a list: families once the list has been asked for often enough to be worth it."""
    known, key = plan.known_of(situation.as_of, situation.region), ("times asked", code)
    units = known.get((_UNITS, code))
    if units is None:
        units = known[_UNITS, code] = _by_unit(plan.by_list.get(code, ()), plan, situation)
    known[key] = times = known.get(key, 0) + 1
    if times < WORTH_LEARNING:
        return OfList((), units)
    from .families import families_of

    found = known[_OF_LIST, code] = OfList(*families_of(units, code, plan))
    return found


def _by_unit(numbers: Iterable[int], plan: Plan, situation: Situation) -> Units:
    """The measures in force, by the units that stand for them."""
    found: dict[int, tuple[Unit, list[int]]] = {}
    for number in in_force_here(numbers, plan, situation):
        unit = unit_of(number, plan)
        found.setdefault(unit.number, (unit, []))[1].append(number)
    return tuple((unit, tuple(numbers)) for unit, numbers in found.values())
