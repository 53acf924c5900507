"""The matcher's answer, sooner (record 0026): misses are left out, and reasons are written when they are read.

Where nothing is contested and nobody stands in relation, a conjunction (``conjunctions.py``) on one record is judged by
families. What a measure then says of one record it says of every record that shows it the same, with another name and
other days: the matcher says it once, of a stand-in. All else the matcher judges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, overload

from ..plan.model import Plan
from ..plan.results import RuleResult
from ..situation.model import Situation
from ..source.rows import NamedTuple
from .match import in_force_here, judge_unit
from .unit import Numbers, Unit, Units, unit_of

if TYPE_CHECKING:
    from .cells import Masks
    from .families import Family


AT_ONCE = 15
"""How many places of a family are named at once: so few that most of what is asked for together was so before."""
FEW = (1 << AT_ONCE) - 1
"""The bits of so many places."""


class OfList(NamedTuple):
    """What is asked for when somebody stands on a list: conjunctions on that list alone and those that name other
    lists too, and the rest."""

    families: tuple[Family, ...]
    rest: Units


class Here:
    """What a plan asks for on a day and in a place: whatever the lists, and by list, once it is learnt."""

    def __init__(self, plan: Plan, situation: Situation):
        self.always = _by_unit(plan.always, plan, situation)
        self.learnt: dict[str, OfList] = {}
        self.units: dict[str, Units] = {}
        self.asked: dict[str, int] = {}


class Results(Sequence[RuleResult]):
    """Hits and undetermined measures in the plan's order, as :func:`~credit_rules.matcher.match.match` gives them.

    :attr:`hits` and :attr:`undetermined` are known at once; the results themselves, with reasons, are written when
    somebody looks.
    """

    __slots__ = ("_answers", "_judged", "_situation", "_written")

    def __init__(self, answers: Mapping[Family, Masks], judged: Sequence[RuleResult], situation: Situation | None):
        self._answers, self._judged, self._situation = answers, judged, situation
        self._written: list[RuleResult] | None = None

    @property
    def hits(self) -> list[int]:
        """The numbers of the measures that hit, each once for every bearer, in no order."""
        found = [result.rule for result in self._judged if result.readings[0]] if self._judged else []
        for family, masks in self._answers.items():
            for names, known in family.names:
                few = masks & FEW
                try:
                    found += known[few]
                except KeyError:
                    found += names.learn(few)
                masks >>= AT_ONCE
        return found

    @property
    def undetermined(self) -> list[int]:
        """The numbers of the measures that neither hit nor miss, likewise."""
        from .cells import places

        found = [result.rule for result in self._judged if result.readings[0] is None]
        for family, masks in self._answers.items():
            for place in places(family.undetermined(masks)):
                found += family.numbers[place]
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
            written = [*self._judged]
            if self._situation is not None:
                from .writing import write

                written += write(self._answers, self._situation)
                written.sort(key=itemgetter(0))
            self._written = written
        return self._written


NOTHING = Results({}, (), None)
"""No measure hits, and none is undetermined."""


def match_quickly(plan: Plan, situation: Situation) -> Results:
    """What :func:`~credit_rules.matcher.match.match` says, without the misses."""
    records = situation.records
    if not records and not plan.always:
        return NOTHING
    known = plan.known_of(situation.as_of, situation.region)
    here: Here = known.get(_HERE) or known.setdefault(_HERE, Here(plan, situation))
    left: list[tuple[Unit, Numbers]] = [*here.always]
    answers: dict[Family, Masks] = {}
    if records:
        bearer = situation.party(situation.subject)
        alone = not situation.relations and bearer.status == "active" and situation.uncontested
        learnt, listed, apart = here.learnt if alone else {}, bearer.id, []
        for state in records:
            code = state.record.list
            of = learnt.get(code)
            if of is None or state.doubt is not None or state.subject != listed:
                apart.append(code)
                continue
            if of.rest:
                left += of.rest
            for family in of.families:
                if family.others and not family.others.isdisjoint([each.record.list for each in records]):
                    left += family.units
                elif family in answers:
                    answers[family] |= family.judge(state, bearer, situation)
                else:
                    answers[family] = family.judge(state, bearer, situation)
        for code in {*apart} if apart else ():
            left += _of_list(code, here, plan, situation)
            for family in learnt[code].families if code in learnt else ():
                answers.pop(family, None)
    if not answers and not left:
        return NOTHING
    return Results(answers, _judged(left, plan, situation) if left else (), situation)


def _judged(left: Iterable[tuple[Unit, Numbers]], plan: Plan, situation: Situation) -> list[RuleResult]:
    """What the matcher says of units, each once."""
    units = {unit.number: (unit, numbers) for unit, numbers in left}
    return [result for unit, numbers in units.values() for result in told(unit, numbers, plan, situation)]


def told(unit: Unit, numbers: Numbers, plan: Plan, situation: Situation) -> Iterator[RuleResult]:
    """What the matcher says of a unit, without misses, for each measure that it stands for."""
    for result in judge_unit(unit, plan, situation):
        if result.readings[0] is not False:
            for number in numbers:
                yield RuleResult(number, *result[1:])


_HERE = ("asked for here",)
WORTH_LEARNING = 3
"""How often a list is asked for before its families are made: a process that decides one case needs none."""


def _of_list(code: str, here: Here, plan: Plan, situation: Situation) -> Units:
    """What is asked for on a list, which is learnt once it has been asked for often enough to be worth it."""
    units = here.units.get(code)
    if units is None:
        units = here.units[code] = _by_unit(plan.by_list.get(code, ()), plan, situation)
    here.asked[code] = times = here.asked.get(code, 0) + 1
    if times >= WORTH_LEARNING and code not in here.learnt:
        from .families import families_of

        here.learnt[code] = OfList(*families_of(units, code, plan))
    return units


def _by_unit(numbers: Iterable[int], plan: Plan, situation: Situation) -> Units:
    """The measures in force, by the units that stand for them."""
    found: dict[int, tuple[Unit, list[int]]] = {}
    for number in in_force_here(numbers, plan, situation):
        unit = unit_of(number, plan)
        found.setdefault(unit.number, (unit, []))[1].append(number)
    return tuple((unit, tuple(numbers)) for unit, numbers in found.values())
