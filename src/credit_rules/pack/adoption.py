"""Clauses that restate those of another pack become whole measures, so that every later stage sees measures only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.near_miss import nearest
from ..diagnostics.shown import shown
from ..source.node import pointer
from .loaded import LoadedPack
from .model import AdoptedMeasure, Measure, Pack

INHERITED_DEFAULTS = ("force", "on_reduce")


def adopt(
    packs: Iterable[LoadedPack], *, complete: bool = True
) -> tuple[tuple[LoadedPack, ...], tuple[Diagnostic, ...]]:
    """The packs with each adopted measure made whole, and every one that cannot be, which stays as it is written.

    What its own text says goes before what it adopts. ``complete`` says that every pack could be read; else a measure
    that is not there is no finding. Errors: ``unknown-adopted``, ``adopts-itself``.
    """
    loaded = tuple(packs)
    written = {
        f"{item.pack.memorandum.id}/{measure.id}": (item.pack, measure)
        for item in loaded
        for measure in item.pack.measures
    }
    found: list[Diagnostic] = []
    whole = []
    for item in loaded:
        measures: list[Measure | AdoptedMeasure] = []
        for index, measure in enumerate(item.pack.measures):
            made, fault = _whole(measure, written, ())
            if made is not None:
                measures.append(made)
                continue
            measures.append(measure)
            if fault == "unknown-adopted" and not complete:
                continue
            path = ("measures", index, "adopts")
            name = measure.adopts if isinstance(measure, AdoptedMeasure) else measure.id
            values = {"found": shown(name), "nearest": nearest(name, written) or ""}
            found.append(Diagnostic(fault, item.node.span_at(path), pointer(path), values))
        whole.append(replace(item, pack=item.pack.model_copy(update={"measures": tuple(measures)})))
    return tuple(whole), tuple(found)


def _whole(
    measure: Measure | AdoptedMeasure,
    written: dict[str, tuple[Pack, Measure | AdoptedMeasure]],
    seen: tuple[str, ...],
) -> tuple[Measure | None, str]:
    if isinstance(measure, Measure):
        return measure, ""
    if measure.adopts in seen:
        return None, "adopts-itself"
    if measure.adopts not in written:
        return None, "unknown-adopted"
    pack, original = written[measure.adopts]
    parent, fault = _whole(original, written, (*seen, measure.adopts))
    if parent is None:
        return None, fault
    inherited = {"triggered_by": parent.triggered_by or pack.triggered_by}
    for name in INHERITED_DEFAULTS:
        inherited[name] = getattr(parent, name) or getattr(pack.defaults, name)
    own = {
        name: getattr(measure, name)
        for name in AdoptedMeasure.model_fields
        if name != "adopts" and getattr(measure, name) is not None
    }
    return parent.model_copy(update={"from_": None, "until": None, "note": None, **inherited, **own}), ""
