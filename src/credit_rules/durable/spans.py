"""From which day on so many records count together, and the first day on which they no longer do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ..pack.period import corresponding_day
from ..plan.conditions import Bound, CountRecords
from ..situation.fields import conducts, fields
from ..situation.model import RecordState

Days = tuple[date | None, date | None]
_MEETS: dict[str, Callable[[int, int], bool]] = {
    "at_least": int.__ge__,
    "more_than": int.__gt__,
    "at_most": int.__le__,
    "less_than": int.__lt__,
}


def fields_between(bounds: Sequence[Bound], counted: Sequence[tuple[RecordState, date | None, date | None]]) -> Days:
    """For a number of fields: the records that count, each with its first day and the first day after (S19)."""

    def enough(states: list[RecordState]) -> bool:
        return _meets(bounds, fields(states)[0])

    starts = sorted({since for _, since, _ in counted if since is not None})
    ends = sorted({until for _, _, until in counted if until is not None})
    first = (day for day in starts if enough([state for state, since, _ in counted if not (since and since > day)]))
    last = (day for day in ends if not enough([state for state, _, until in counted if not (until and until <= day)]))
    return next(first, None), next(last, None)


def counts_between(condition: CountRecords, counted: Sequence[RecordState]) -> Days:
    """For a number in a window: it is reached as records take effect, and lost as they leave the window (S5)."""

    def enough(states: list[RecordState]) -> bool:
        return _meets(condition.bounds, _least(condition.distinct, states))

    leaves = {state.id: corresponding_day(state.record.decided_on, condition.within) for state in counted}
    starts = sorted({state.effect for state in counted if state.effect is not None})
    first = (day for day in starts if enough([it for it in counted if it.effect is not None and it.effect <= day]))
    last = (day for day in sorted({*leaves.values()}) if not enough([it for it in counted if leaves[it.id] > day]))
    return next(first, None), next(last, None)


def _meets(bounds: Sequence[Bound], number: int) -> bool:
    return all(_MEETS[operator](number, bound) for operator, bound in bounds)


def _least(distinct: str, states: list[RecordState]) -> int:
    if distinct == "conduct":
        return conducts(states)[0]
    return len({state.list.field for state in states}) if distinct == "field" else len(states)
