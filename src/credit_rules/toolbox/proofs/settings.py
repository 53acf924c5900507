"""The days and places to look at: in each stretch of time in which nothing of law or rule changes, a few days.

What a measure says of a case depends on the days of the case only by their order among each other and beside the turning
points of the rules, so that one day of each stretch stands for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ...pack.period import Period, day_after_period
from ...plan.conditions import CleanFor, Compare, CountRecords
from ...plan.model import Plan
from ...registry.places import NATIONWIDE, applies, narrowness
from ...registry.vocabulary import ListRule, in_force
from ...situation.doubt import PROCEDURE_FROM
from ...situation.places import reaches
from .tree import Posed, leaves

DAY = timedelta(days=1)
ROOM = timedelta(days=400)
"""How long after a turning point a day is taken that leaves room for what came before."""
LATEST = date(2100, 1, 1)


class Setting(NamedTuple):
    """The day decided for, and the place of the deciding department."""

    as_of: date
    region: str | None


def settings(asked: Sequence[Posed], lists: Iterable[ListRule], plan: Plan) -> tuple[Setting, ...]:
    """Where all of the measures are in force: the roomiest first; none where they never are together."""
    start = max(posed.rule.from_ for posed in asked)
    end = min((posed.rule.until for posed in asked if posed.rule.until is not None), default=LATEST)
    known = list(lists)
    regions = tuple(_regions(asked, known, plan))
    if start >= end or not regions:
        return ()
    days = _days(start, end, asked, known, plan)
    return tuple(Setting(day, region) for region in regions for day in days)


def reach_here(entry: ListRule, here: Setting, plan: Plan) -> bool:
    """Whether records on the list count on that day in that place (S2)."""
    words = plan.vocabulary
    alive = in_force(here.as_of, entry.from_, entry.until)
    return alive and reaches(entry, here.region, here.as_of, words.recognitions, words.renumbered)


def latest_start(ends: Callable[[date], date], as_of: date) -> int:
    """The last day from which on a time is over on ``as_of``; ``ends`` gives the first day after it, and never goes back."""
    low, high = date.min.toordinal(), as_of.toordinal()
    while low < high:
        middle = (low + high + 1) // 2
        if ends(date.fromordinal(middle)) <= as_of:
            low = middle
        else:
            high = middle - 1
    return low


def _days(start: date, end: date, asked: Sequence[Posed], lists: Sequence[ListRule], plan: Plan) -> list[date]:
    turns = {start, PROCEDURE_FROM, *_turns(asked, lists, plan)}
    turns |= {day_after_period(turn, period) for turn in tuple(turns) for period in _periods(asked)}
    inside = sorted({start, *(day for turn in turns for day in (turn, turn + DAY) if start <= day < end)})
    found = []
    for first, after in zip(inside, [*inside[1:], end], strict=True):
        roomy = min(first + ROOM, first + (after - first) // 2)
        found += [first, roomy]
    best = max(found[:2] if len(found) == 2 else found, key=lambda day: min(day - start, ROOM))
    return list(dict.fromkeys([best, *found]))


def _turns(asked: Sequence[Posed], lists: Sequence[ListRule], plan: Plan) -> Iterator[date]:
    rows = [row for row in plan.vocabulary.recognitions if any(row.list == entry.id for entry in lists)]
    for first, last in [
        *((entry.from_, entry.until) for entry in lists),
        *((row.from_, row.until) for row in rows),
        *((posed.rule.from_, posed.rule.until) for posed in asked),
    ]:
        yield from (day for day in (first, last) if day is not None)
    for posed in asked:
        for part in leaves(posed.tree):
            if isinstance(part.condition, Compare):
                yield from (bound for bound in part.condition.comparison.bounds if isinstance(bound, date))


def _periods(asked: Sequence[Posed]) -> set[Period]:
    found = {posed.rule.term.period for posed in asked if posed.rule.term is not None}
    for posed in asked:
        for part in leaves(posed.tree):
            if isinstance(part.condition, CountRecords):
                found.add(part.condition.within)
            elif isinstance(part.condition, CleanFor):
                found.add(part.condition.period)
    return {period for period in found if period is not None}


def _regions(asked: Sequence[Posed], lists: Sequence[ListRule], plan: Plan) -> Iterator[str | None]:
    """The place in which all of the documents apply, and the places in it in which a local list counts."""
    words = plan.vocabulary
    places = sorted({plan.pack[posed.rule.pack].place for posed in asked}, key=narrowness)
    local = {entry.place for entry in lists if entry.place != NATIONWIDE}
    local |= (
        {row.place for row in words.recognitions if any(row.list == entry.id for entry in lists)} if local else set()
    )
    anywhere = next((place for place in sorted(words.places) if place != NATIONWIDE), None)
    first = places[-1] if places[-1] != NATIONWIDE else anywhere
    for region in dict.fromkeys([first, *sorted(local)]):
        if all(applies(place, region, words.renumbered) for place in places):
            yield region
