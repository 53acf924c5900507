"""Whether the lists that a measure rests on have a basis of their own (S23)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from ..plan.conditions import AllOf, AnyOf, CountRecords, InFields
from ..plan.model import Plan, Rule
from ..registry.carrying import founds
from ..registry.vocabulary import FloorRule, ListRule, Vocabulary, in_force
from ..situation.model import Situation
from ..source.rows import NamedTuple
from ..source.values import ListClass

Founded = Literal["sufficient", "unverified", "insufficient"]
ORDER: tuple[Founded, ...] = ("sufficient", "unverified", "insufficient")


FREE: tuple[ListClass, ...] = ("decision", "red", "rating")
"""Classes that need no basis of their own: registers of decisions, and what punishes nobody."""


class Unfounded(NamedTuple):
    """A list without sufficient basis on the day, how it fails, and what asks for the basis."""

    title: str
    value: Founded
    floor: FloorRule


def unfounded_list(
    rule: Rule, lists: Iterable[ListRule], plan: Plan, day: date, region: str | None
) -> Unfounded | None:
    """The list whose basis is wanting among those that the condition rests on; ``None`` where none is, or need be.

    Where any of several lists is enough, one of sufficient basis is; registers of decisions need none.
    """
    words = plan.vocabulary
    floor = _floor(day, words)
    if floor is None:
        return None
    values: dict[str, Founded] = {}
    titles: dict[str, str] = {}
    for entry in lists:
        titles[entry.id] = entry.title
        values[entry.id] = "sufficient" if entry.class_ in FREE else founded(entry, day, region, words)
    value, code = _under(rule.condition, plan, values)
    return None if value == "sufficient" else Unfounded(titles.get(code, code), value, floor)


def unfounded_lists(situation: Situation, words: Vocabulary) -> frozenset[str]:
    """The lists of the case's records that need a basis on the day and have none that is sufficient."""
    day, region = situation.as_of, situation.region
    if _floor(day, words) is None:
        return frozenset()
    entries = {state.list.id: state.list for state in situation.records if state.list.class_ not in FREE}
    return frozenset(id for id, entry in entries.items() if founded(entry, day, region, words) != "sufficient")


def _floor(day: date, words: Vocabulary) -> FloorRule | None:
    """What asks on the day that a list has a basis of its own."""
    return next((row for row in words.floors if row.floor == "list" and in_force(day, row.from_, row.until)), None)


def founded(entry: ListRule, day: date, region: str | None, words: Vocabulary) -> Founded:
    """How well a list is founded on the day and in the place."""
    found = [founds(cited, entry, day, region, words) for cited in entry.basis]
    if "text" in found:
        return "sufficient"
    return "unverified" if any(found) else "insufficient"


def _under(number: int, plan: Plan, values: dict[str, Founded]) -> tuple[Founded, str]:
    """The basis of the lists under a condition: the best of alternatives, the worst of what must go together."""
    condition = plan.conditions[number]
    if isinstance(condition, (AllOf, AnyOf)):
        found = [_under(part, plan, values) for part in condition.parts]
        known = [item for item in found if item[1]] or [("sufficient", "")]
        choose = max if isinstance(condition, AllOf) else min
        return choose(known, key=lambda item: ORDER.index(item[0]))
    lists = [code for code in getattr(condition, "lists", ()) if code in values]
    if not lists:
        return "sufficient", ""
    choose = max if isinstance(condition, (InFields, CountRecords)) else min
    return choose(((values[code], code) for code in lists), key=lambda item: ORDER.index(item[0]))
