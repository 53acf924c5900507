"""How many fields, or conducts, a set of records stands for, as a range (S16, S19).

Two records surely tell of one conduct where they rest on one document or name the same days of conduct, surely of two
where both name days and they differ; else it is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..registry.truth import Truth
from .model import RecordState


def same_conduct(one: RecordState, other: RecordState) -> Truth:
    """Whether two records tell of one conduct."""
    a, b = one.record, other.record
    if a.document.number == b.document.number and a.determined_by == b.determined_by:
        return True
    if a.conduct is None or b.conduct is None or a.conduct.from_ is None or b.conduct.from_ is None:
        return None
    return a.conduct == b.conduct


def conducts(records: Sequence[RecordState]) -> tuple[int, int]:
    """The least and the greatest number of distinct conducts."""
    return len(_groups(records, merge_unknown=True)), len(_groups(records, merge_unknown=False))


def fields(records: Sequence[RecordState]) -> tuple[int, int]:
    """The least and the greatest number of fields that can each be given a conduct of its own."""
    return (
        _matched(_groups(records, merge_unknown=True)),
        _matched(_groups(records, merge_unknown=False)),
    )


def _groups(records: Sequence[RecordState], merge_unknown: bool) -> list[list[RecordState]]:
    """Records grouped by conduct; with ``merge_unknown`` those that may be one conduct are taken as one."""
    same: Callable[[RecordState, RecordState], bool] = (
        (lambda a, b: same_conduct(a, b) is not False) if merge_unknown else (lambda a, b: same_conduct(a, b) is True)
    )
    groups: list[list[RecordState]] = []
    for record in records:
        joined = [group for group in groups if any(same(record, member) for member in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([record, *(member for group in joined for member in group)])
    return groups


def _matched(groups: list[list[RecordState]]) -> int:
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
