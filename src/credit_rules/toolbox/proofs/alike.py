"""Lists, and roles, that conditions treat alike: a few stand for all, so that cases stay small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...plan.conditions import AfterExit, CountRecords, HasRelation, HeldBy, InFields, OnList
from ...plan.model import Plan, Rule
from ...registry.vocabulary import ListRule
from .settings import Setting, reach_here

Asking = OnList | InFields | AfterExit | CountRecords | HeldBy


def stand_for(about: Sequence[Asking], here: Setting, plan: Plan, incentives: Sequence[Rule] = ()) -> Iterator[str]:
    """Lists that stand for all that the conditions treat alike: two where records are counted, else one.

    Of incentives it counts too whether a record on the list withholds them (S17).

    Where fields are counted, one a field, as many as the greatest number asked for and one more. Preferred are lists
    that wait for no publicity and count everywhere.
    """
    lists = plan.vocabulary.list
    fields = any(isinstance(each, InFields) or getattr(each, "distinct", "") == "field" for each in about)
    counted = any(isinstance(each, CountRecords | InFields) for each in about)
    most = max((bound for each in about for _, bound in getattr(each, "bounds", ())), default=0)
    alike: dict[tuple[object, ...], list[str]] = {}
    for code in dict.fromkeys(code for condition in about for code in condition.lists):
        entry = lists[code]
        which = tuple(number for number, condition in enumerate(about) if code in condition.lists)
        seen = (
            which,
            reach_here(entry, here, plan),
            entry.negative,
            entry.class_ == "rating",
            _blocks(entry, incentives),
        )
        alike.setdefault(seen, []).append(code)
    for same in alike.values():
        same.sort(key=lambda code: (lists[code].publicity_window is not None, lists[code].place, code))
        if fields:
            by_field = {lists[code].field: code for code in reversed(same)}
            yield from list(by_field.values())[: max(3, most + 1)]
        else:
            yield from same[: 2 if counted else 1]


def _blocks(entry: ListRule, incentives: Sequence[Rule]) -> tuple[object, ...]:
    """What tells a list from another where incentives may be withheld because of it: its class, and who names it."""
    named = tuple(entry.id in rule.blocked_by for rule in incentives if rule.blocked_by is not None)
    return (entry.class_, named) if incentives else ()


def roles_alike(asked: Sequence[HeldBy | HasRelation]) -> tuple[str, ...]:
    """A role for each set of roles that the same conditions look at."""
    alike: dict[tuple[int, ...], str] = {}
    for role in dict.fromkeys(role for condition in asked for role in condition.roles):
        alike.setdefault(tuple(number for number, condition in enumerate(asked) if role in condition.roles), role)
    return tuple(alike.values())
