"""What changed for one subject between two decisions on it: measures issued, lifted, suspended and so on.

Measures are the same by direction, act and bearer, as decisions merge them (S14).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from ..case.decision import Decision, DepartmentView, MeasureStatus, MeasureView, RecordView, StandingValue
from ..plan.model import DepartmentSpec, Plan
from ..source.rows import NamedTuple
from ..source.values import Direction, Force

Kind = Literal[
    "issued", "lifted", "withheld", "undetermined", "suspended", "resumed", "reduced", "restored", "extended",
    "shortened", "altered",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "issued", "lifted", "withheld", "undetermined", "suspended", "resumed", "reduced", "restored", "extended",
    "shortened", "altered",
)  # fmt: skip
"""What can have happened to a measure, in the order told; ``altered`` is force, standing, beginning or departments."""
Key = tuple[Direction, str, str]
"""Direction, act and bearer."""


class Standing(NamedTuple):
    """How a measure stands on one of the two days."""

    status: MeasureStatus
    force: Force
    standing: StandingValue
    from_: date | None
    until: date | None
    departments: tuple[str, ...]


class RecordTurn(NamedTuple):
    """A record on which a measure rests or rested, with its status on both days; ``None`` where it is not in the case."""

    id: str
    list: str
    old: str | None
    new: str | None


class Change(NamedTuple):
    """What happened to a measure; ``old`` or ``new`` is ``None`` where it is not issued on that day.

    ``departments`` are those of both days by id and name; ``named`` also those that the texts name, which may be others.
    """

    kinds: tuple[Kind, ...]
    id: str
    act: str
    title: str
    direction: Direction
    bearer: str
    roles: tuple[str, ...]
    departments: tuple[tuple[str, str], ...]
    named: frozenset[str]
    old: Standing | None
    new: Standing | None
    records: tuple[RecordTurn, ...]


def changes(old: Decision | None, new: Decision | None, plan: Plan) -> tuple[Change, ...]:
    """What changed, in the order of the decisions; ``None`` where there is no case of the subject."""
    before, after = _measures(old), _measures(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        one, other = before.get(key), after.get(key)
        kinds = tuple(_kinds(key, one, other, new, plan))
        if kinds:
            found.append(_change(kinds, one, other, old, new, plan))
    return tuple(found)


def _measures(decision: Decision | None) -> dict[Key, MeasureView]:
    views = () if decision is None else decision.measures
    return {(view.direction, view.act, view.bearer.id): view for view in views}


def _kinds(
    key: Key, old: MeasureView | None, new: MeasureView | None, decision: Decision | None, plan: Plan
) -> Iterator[Kind]:
    if old is None or new is None:
        yield "issued" if old is None else _gone(key, decision, plan)
        return
    if old.status != new.status:
        if new.status == "suspended":
            yield "suspended"
        elif old.status == "suspended":
            yield "resumed"
        else:
            yield "reduced" if new.status == "reduced" else "restored"
    if old.until != new.until:
        yield "extended" if old.until is not None and (new.until is None or new.until > old.until) else "shortened"
    if _rest(old) != _rest(new):
        yield "altered"


def _rest(view: MeasureView) -> tuple[object, ...]:
    return view.force, view.standing.value, view.from_, tuple(sorted(_departments(view)))


def _gone(key: Key, decision: Decision | None, plan: Plan) -> Kind:
    """Why a measure is no longer issued: withheld or open where the decision says so, else lifted."""
    if decision is None:
        return "lifted"
    direction, act, bearer = key
    acts = {(plan.rules[plan.number[each.id]].direction, each.act, each.bearer.id) for each in decision.withheld}
    if (direction, act, bearer) in acts:
        return "withheld"
    for entry in decision.undetermined:
        rules = [plan.rules[plan.number[id]] for id in entry.ids] if entry.bearer.id == bearer else []
        if any((rule.direction, rule.act) == (direction, act) for rule in rules):
            return "undetermined"
    return "lifted"


def _change(
    kinds: tuple[Kind, ...],
    before: MeasureView | None,
    after: MeasureView | None,
    old: Decision | None,
    new: Decision | None,
    plan: Plan,
) -> Change:
    view = after or before
    assert view is not None
    views = [each for each in (after, before) if each is not None]
    because = dict.fromkeys(id for each in views for id in each.because)
    named = {spec.id for each in views for source in each.sources for spec in _specs(source.id, plan)}
    departments = dict.fromkeys(pair for each in views for pair in _departments(each))
    return Change(
        kinds=kinds,
        id=view.id,
        act=view.act,
        title=view.title,
        direction=view.direction,
        bearer=view.bearer.id,
        roles=view.bearer.roles,
        departments=tuple(departments),
        named=frozenset(named | {id for id, _ in departments}),
        old=None if before is None else _standing(before),
        new=None if after is None else _standing(after),
        records=tuple(_turns(because, old, new)),
    )


def _specs(id: str, plan: Plan) -> tuple[DepartmentSpec, ...]:
    return plan.rules[plan.number[id]].departments


def _departments(view: MeasureView) -> tuple[tuple[str, str], ...]:
    printed: tuple[DepartmentView, ...] = () if isinstance(view.departments, str) else view.departments
    return tuple(dict.fromkeys((each.id, each.name) for each in printed))


def _standing(view: MeasureView) -> Standing:
    names = tuple(name for _, name in _departments(view))
    return Standing(view.status, view.force, view.standing.value, view.from_, view.until, names)


def _turns(ids: dict[str, None], old: Decision | None, new: Decision | None) -> Iterator[RecordTurn]:
    before, after = _records(old), _records(new)
    for id in ids:
        one, other = before.get(id), after.get(id)
        known = other or one
        if known is not None:
            yield RecordTurn(id, known.list, one and one.status, other and other.status)


def _records(decision: Decision | None) -> dict[str, RecordView]:
    return {} if decision is None else {record.id: record for record in decision.records}
