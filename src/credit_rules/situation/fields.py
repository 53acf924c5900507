"""How many fields, or conducts, a set of records stands for, as a range (S16, S19).

Two records surely tell of one conduct where they rest on one document or name the same days of conduct, surely of two
where both name days and they differ; else it is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..registry.truth import Truth
from .model import RecordState


def same_conduct(one: RecordState, other: RecordState) -> Truth:
    """Whether two records tell of one conduct."""
    a, b = one.record, other.record
    if a.document.number == b.document.number and a.determined_by == b.determined_by:
        return True
    if a.conduct is None or b.conduct is None or a.conduct.from_ is None or b.conduct.from_ is None:
        return None
    if a.conduct.from_ != b.conduct.from_:
        return False
    return None if None in (a.conduct.until, b.conduct.until) else a.conduct.until == b.conduct.until


def conducts(records: Sequence[RecordState]) -> tuple[int, int]:
    """The least and the greatest number of distinct conducts."""
    return _range(records, len)


def fields(records: Sequence[RecordState]) -> tuple[int, int]:
    """The least and the greatest number of fields that can each be given a conduct of its own."""
    return _range(records, _matched)


Group = list[RecordState]
MOST_TRIED = 4096
"""How many ways of joining doubtful records are tried; beyond, doubtful ones are left out of the least number."""


def _range(records: Sequence[RecordState], measure: Callable[[list[Group]], int]) -> tuple[int, int]:
    groups = _groups(records)
    apart = [group for group in groups if all(_differ(group, other) for other in groups if other is not group)]
    doubtful = [group for group in groups if group not in apart]
    least = min((measure(joined) for joined in _joinings(apart, doubtful)), default=0)
    return least, measure(groups)


def _groups(records: Sequence[RecordState]) -> list[Group]:
    """Records that surely tell of one conduct together, the others apart."""
    groups: list[Group] = []
    for record in records:
        joined = [group for group in groups if any(same_conduct(record, member) for member in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([record, *(member for group in joined for member in group)])
    return groups


def _differ(one: Group, other: Group) -> bool:
    return any(same_conduct(a, b) is False for a in one for b in other)


def _joinings(apart: list[Group], doubtful: list[Group]) -> Iterator[list[Group]]:
    """Every way in which doubtful groups may be one with another group that they do not surely differ from."""
    if not doubtful or (len(apart) + 1) ** len(doubtful) > MOST_TRIED:
        yield apart if apart or not doubtful else doubtful[:1]
        return
    first, rest = doubtful[0], doubtful[1:]
    fitting = [group for group in apart if not _differ(group, first)]
    for group in fitting:
        yield from _joinings([[*group, *first] if other is group else other for other in apart], rest)
    if not fitting:
        yield from _joinings([*apart, first], rest)


def _matched(groups: list[Group]) -> int:
    """How many fields can be matched with different conducts (augmenting paths)."""
    taken: dict[str, int] = {}

    def place(index: int, tried: set[str]) -> bool:
        for field in sorted({record.list.field for record in groups[index]}):
            if field in tried:
                continue
            tried.add(field)
            if field not in taken or place(taken[field], tried):
                taken[field] = index
                return True
        return False

    return sum(place(index, set()) for index in range(len(groups)))
