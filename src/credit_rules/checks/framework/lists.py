"""The lists of the registry that a pack names: what is missing in one is told where the pack names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from ...registry.carrying import founds
from ...registry.condense import cited
from ...registry.model import ListEntry
from ...registry.places import NATIONWIDE
from ...source.node import Path
from ...source.values import ListClass, Rank
from .checked import Checked
from .conditions import every_part, named_lists, written_conditions


class UsedList(NamedTuple):
    """A list of the registry, and where the pack names it first."""

    entry: ListEntry
    path: Path


class _Dated(Protocol):
    @property
    def until(self) -> date | None: ...


D = TypeVar("D", bound=_Dated)


def used_lists(checked: Checked, classes: Iterable[ListClass]) -> Iterator[UsedList]:
    """Each list of these classes that the pack's own conditions name one by one, once; a class names none."""
    wanted, told = set(classes), set()
    for whole in written_conditions(checked):
        for part in every_part(whole):
            for name, path in named_lists(part):
                entry = checked.registry.lists.get(name)
                if entry is not None and entry.class_ in wanted and name not in told:
                    told.add(name)
                    yield UsedList(entry, path)


def not_ended(rows: Iterable[D], checked: Checked) -> list[D]:
    """The rows that hold while the document applies, or begin later."""
    start = checked.starts or date.min
    return [row for row in rows if row.until is None or row.until > start]


def founding_ranks(entry: ListEntry, checked: Checked) -> set[Rank] | None:
    """The ranks of the instruments that found the list in its place (S23); ``None`` where it cannot be judged.

    What is older than the rule that a list needs a basis of its own is judged as on the first day of that rule.
    """
    if checked.starts is None or not checked.sound:
        return None
    words = checked.registry.vocabulary
    day = max([checked.starts, *(row.from_ for row in words.floors if row.floor == "list" and row.from_ is not None)])
    place = checked.loaded.pack.memorandum.place if entry.place == NATIONWIDE else entry.place
    known = (cited(citation) for citation in entry.basis if citation.instrument in words.instrument)
    return {
        words.instrument[one.instrument].rank
        for one in known
        if founds(one, words.list[entry.id], day, place, words) is not None
    }
