"""What the articles that a measure cites provide, as far as somebody read them into the registry (S22)."""

from __future__ import annotations

from typing import NamedTuple

from ...checks.framework.bases import bases
from ...pack.loaded import LoadedPack
from ...pack.model import Measure
from ...pack.period import Period
from ...registry.citations import provisions_of
from .proving import Proving
from .tree import Posed


class Provided(NamedTuple):
    """An article in words, whom it names, and for how long at most; ``longest`` ``None``: it sets no longest time."""

    title: str
    roles: tuple[str, ...]
    longest: Period | None


def provided(posed: Posed, proving: Proving, loaded: LoadedPack) -> tuple[Provided, ...]:
    """What provides the act of a measure; nothing where no article that it cites was read, or none provides it.

    Each article is taken as it stands on the first day on which it and the measure are both in force.
    """
    checked = proving.checked(loaded)
    measure = loaded.pack.measures[posed.path[1]]  # type: ignore[index]
    assert isinstance(measure, Measure)
    found = []
    for basis in bases(checked, measure, posed.path):
        version = basis.on.version
        starts = [day for day in (posed.rule.from_, version.from_ if version else None) if day is not None]
        for row in provisions_of(basis.entry.id, basis.on.article, max(starts), proving.registry.provisions.values()):
            if posed.rule.act in row.acts:
                longest = None if row.for_life else row.longest
                found.append(Provided(f"《{basis.entry.title}》{basis.on.article}", row.roles, longest))
    return tuple(found)
