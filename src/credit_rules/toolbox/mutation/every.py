"""Every mutant of a pack, in the order of its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...pack.loaded import LoadedPack
from ...pack.model import Measure, Pack
from ...registry.places import NATIONWIDE, contains
from ...registry.registry import Registry
from ...source.node import Path
from .attributes import of_attributes, of_basis, of_days, of_departments, of_force, of_reduction
from .bearers import of_bearers, of_kinds
from .conditions import denied, left_out, of_condition
from .heads import of_head
from .mutant import Change, Mutant


def every_mutant(loaded: LoadedPack, registry: Registry) -> tuple[Mutant, ...]:
    """The mutants of what the pack itself writes; of an adopted measure that is what it says otherwise.

    The pack has its adopted measures made whole.
    """
    pack = loaded.pack
    registry = _within_reach(registry, pack.memorandum.place)
    found: list[tuple[Change, tuple[tuple[int, Measure], ...], Pack | None]] = []
    for change in of_head(pack):
        found.append((change, (), change.new))
    for change in _of_pack(pack, loaded, registry):
        found.append((change, change.new, None))
    for index, measure in enumerate(pack.measures):
        if isinstance(measure, Measure):
            for change in _of_measure(index, measure, loaded, registry):
                found.append((change, ((index, change.new),), None))
    return tuple(
        Mutant(
            number,
            change.fault,
            change.path,
            loaded.node.span_at(change.path),
            change.said,
            change.wanted,
            measures,
            head,
        )
        for number, (change, measures, head) in enumerate(found)
    )


def _within_reach(registry: Registry, place: str) -> Registry:
    """The registry without the lists of other places, which nobody would name here by mistake."""
    lists = {
        id: entry
        for id, entry in registry.lists.items()
        if entry.place == NATIONWIDE or contains(entry.place, place) or contains(place, entry.place)
    }
    return replace(registry, lists=lists)


def _of_pack(pack: Pack, loaded: LoadedPack, registry: Registry) -> Iterator[Change]:
    """What holds for measures that say nothing else: the trigger, what is left after repair; ``new`` is the measures."""
    own = [
        (index, measure)
        for index, measure in enumerate(pack.measures)
        if isinstance(measure, Measure) and not _adopted(loaded, index)
    ]
    triggered = [pair for pair in own if pair[1].triggered_by is None]
    if pack.triggered_by is not None and triggered:
        for change in of_condition(pack.triggered_by, ("triggered_by",), registry):
            if change.new is not None:
                yield change.within(_each(triggered, "triggered_by", change.new))
    silent = [pair for pair in own if pair[1].on_reduce is None]
    if silent:
        for change in of_reduction(pack.defaults.on_reduce, ("defaults", "on_reduce")):
            yield change.within(_each(silent, "on_reduce", change.new))


def _each(measures: list[tuple[int, Measure]], key: str, new: object) -> tuple[tuple[int, Measure], ...]:
    return tuple((index, measure.model_copy(update={key: new})) for index, measure in measures)


def _of_measure(index: int, measure: Measure, loaded: LoadedPack, registry: Registry) -> Iterator[Change]:
    path: Path = ("measures", index)
    pack = loaded.pack
    if not _adopted(loaded, index):
        for key in ("triggered_by", "when"):
            yield from _of_condition(measure, key, path, registry)
        yield from of_kinds(measure, path)
        yield from of_bearers(measure, path, registry)
        yield from of_attributes(measure, path, pack, registry)
        return
    if _writes(loaded, index, "force"):
        yield from of_force(measure, path, pack)
    yield from of_departments(measure, path)
    if _writes(loaded, index, "basis"):
        yield from of_basis(measure, path, registry)
    yield from of_days(measure, path)


def _of_condition(measure: Measure, key: str, path: Path, registry: Registry) -> Iterator[Change]:
    form = getattr(measure, key)
    if form is None:
        return
    here: Path = (*path, key)
    if key == "when":
        yield left_out(form, here).within(measure.model_copy(update={"when": None}))
        for change in denied(form, here):
            yield change.within(measure.model_copy(update={"when": change.new}))
    for change in of_condition(form, here, registry):
        if change.new is not None or key == "when":
            yield change.within(measure.model_copy(update={key: change.new}))


def _adopted(loaded: LoadedPack, index: int) -> bool:
    return loaded.node.find(("measures", index, "adopts")) is not None


def _writes(loaded: LoadedPack, index: int, key: str) -> bool:
    return loaded.node.find(("measures", index, key)) is not None
