"""The bases of a measure as the law that is registered judges them (S22, S23)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...pack.base import Citation
from ...pack.model import Measure
from ...registry.carrying import Ground, carries, floors_under
from ...registry.citations import Resolved, resolve
from ...registry.condense import cited
from ...registry.vocabulary import InstrumentRule, Vocabulary
from ...source.node import Path
from ...source.values import FloorName
from .checked import Checked
from .conditions import At, every_part, named_lists

REDUCING = ("reduces-right", "adds-duty")


class Basis(NamedTuple):
    """A basis that a measure cites: where it stands, the instrument, and what it is on the measure's first day."""

    path: Path
    citation: Citation
    entry: InstrumentRule
    on: Resolved


def first_day(checked: Checked, measure: Measure) -> date | None:
    """The first day on which the measure applies; ``None`` in a draft."""
    days = [day for day in (checked.starts, measure.from_) if day is not None]
    return max(days) if checked.starts is not None else None


def bases(checked: Checked, measure: Measure, path: Path) -> Iterator[Basis]:
    """Each basis that the measure cites, on the measure's first day."""
    day = first_day(checked, measure)
    if day is None or isinstance(measure.basis, str) or not checked.sound:
        return
    words = checked.registry.vocabulary
    for index, citation in enumerate(measure.basis):
        if (entry := words.instrument.get(citation.instrument)) is not None:
            yield Basis((*path, "basis", index), citation, entry, resolve(cited(citation), entry, day, day))


def reduces(checked: Checked, measure: Measure) -> bool:
    """Whether the measure is a punishment that reduces a right or adds a duty."""
    act = checked.registry.acts.get(measure.act)
    return measure.direction == "punishment" and act is not None and act.impact in REDUCING


def floor_of(checked: Checked, measure: Measure) -> FloorName | None:
    """What the act is in substance, where a statute reserves it."""
    act = checked.registry.acts.get(measure.act)
    return None if act is None else act.floor


def is_carried(checked: Checked, measure: Measure, path: Path, floor: FloorName | None) -> bool:
    """Whether a cited basis, or the document itself, would carry the measure if it were new (S23).

    What is older than the rule that every such measure needs a basis is judged as on the first day of that rule.
    """
    start = first_day(checked, measure)
    if start is None or not checked.sound:
        return True
    words = checked.registry.vocabulary
    day = max([start, *(row.from_ for row in words.floors if row.floor == "measure" and row.from_ is not None)])
    head = checked.loaded.pack.memorandum
    ground = Ground(day, head.place, _fields(checked, measure, words))
    floors = floors_under(floor, (), day, words)
    if carries(head.rank, head.place, (), ground, floors, words) is not None:
        return True
    return any(
        resolve(cited(basis.citation), basis.entry, start, day).version is not None
        and carries(basis.entry.rank, basis.entry.place, basis.entry.enabled_by, ground, floors, words) is not None
        for basis in bases(checked, measure, path)
    )


def lists_named(checked: Checked, measure: Measure) -> frozenset[str]:
    """The lists that the trigger names one by one; empty where it names only a class."""
    trigger = checked.trigger(measure)
    if trigger is None:
        return frozenset()
    return frozenset(name for part in every_part(At(trigger, ())) for name, _ in named_lists(part))


def _fields(checked: Checked, measure: Measure, words: Vocabulary) -> frozenset[str]:
    return frozenset(words.list[code].field for code in lists_named(checked, measure) if code in words.list)
