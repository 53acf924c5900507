"""A clause that repeats one of the place above adopts its measure, so that the meaning stands in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from ..pack.condition import Condition
from ..pack.loaded import LoadedPack
from ..pack.model import AdoptedMeasure, Measure, Pack
from ..registry.places import contains
from .check import Checked

OWN = frozenset(AdoptedMeasure.model_fields) | {"triggered_by", "on_reduce", "provenance"}
"""What an adopting measure says itself, and what it takes over from the other pack's head."""


class _Original(NamedTuple):
    id: str
    measure: Measure
    trigger: Condition | None
    on_reduce: str


def copy_could_adopt(checked: Checked) -> Iterable[Diagnostic]:
    """A measure with act, bearers, trigger and wording of one in a pack that ``restates`` names."""
    pack = checked.loaded.pack
    originals = [one for name in pack.memorandum.restates for one in _of(checked.by_id.get(name), pack)]
    for path, measure, _ in checked.written:
        own = _Original(measure.id, measure, checked.trigger(measure), measure.on_reduce or pack.defaults.on_reduce)
        for other in originals:
            if _repeats(own, other):
                yield checked.finding(
                    "copy-could-adopt", (*path, "id"), "warning", found=shown(measure.id), adopts=other.id
                )
                break


def _of(loaded: LoadedPack | None, pack: Pack) -> Iterator[_Original]:
    if loaded is None or loaded.pack is pack:
        return
    head = loaded.pack.memorandum
    if not contains(head.place, pack.memorandum.place):
        return
    for measure in loaded.pack.measures:
        if isinstance(measure, Measure):
            trigger = measure.triggered_by or loaded.pack.triggered_by
            on_reduce = measure.on_reduce or loaded.pack.defaults.on_reduce
            yield _Original(f"{head.id}/{measure.id}", measure, trigger, on_reduce)


def _repeats(one: _Original, other: _Original) -> bool:
    inherited = (name for name in (*Measure.model_fields, "wording") if name not in OWN or name == "wording")
    return (one.trigger, one.on_reduce) == (other.trigger, other.on_reduce) and all(
        getattr(one.measure, name) == getattr(other.measure, name) for name in inherited
    )
