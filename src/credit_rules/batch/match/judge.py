"""The value of every condition in every frame that needs it: simple ones first, then what stands on them (S16).

The relational twin of ``matcher/judge.py``.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ...plan.conditions import CleanFor, Compare, CountRecords, HasRelation, HeldBy, InFields
from ..joins import beside
from ..truth import FALSE, TRUE
from .asking import Asked
from .codes import ALWAYS, NEVER, small
from .coverage import uncovered
from .dimensions import EVERY, NONE, SOME
from .layers import OF_RECORDS, Layer
from .leaves import VALUE, clean, compare, exists, on_some, plain
from .of_records import Counted, count
from .ranges import ranges
from .reckoning import Reckoned, reckon
from .scene import Scene


class Existing(NamedTuple):
    """The relations on which ``exists`` rests or may, and what was asked of them."""

    rows: ibis.Table
    where: Asked | None


class Judged(NamedTuple):
    """``values`` of conditions that are not false; the rest is what they were judged by."""

    layer: Layer
    frames: ibis.Table
    values: ibis.Table
    reckoned: Reckoned | None
    counted: Counted | None
    existing: Existing | None
    uncovered: ibis.Table | None


def judge(layer: Layer, frames: ibis.Table, wanted: ibis.Table, scene: Scene) -> Judged:
    """Judge the conditions of ``wanted`` (``frame``, ``node``)."""
    store = scene.store
    needed = wanted.rename(root="node").join(scene.dimensions.below, "root").select("frame", "node").distinct()
    needed = store.keep(needed)
    reckoned = reckon(layer, frames, scene) if layer.of(*OF_RECORDS) or layer is scene.units.layer else None
    counted = count(layer, needed, frames, reckoned, scene)
    found: list[ibis.Table] = [] if layer.nodes else [plain(needed.mutate(value=small(FALSE)))]
    missing = existing = None
    if counted is not None:
        listed = store.keep(on_some(counted.rows, layer))
        found.append(listed)
        if layer.of(HeldBy):
            missing = store.keep(uncovered(layer, needed, frames, listed, scene))
            found.append(plain(missing))
        if layer.of(InFields, CountRecords):
            found.append(ranges(layer, needed, frames, counted, scene))
    if layer.of(CleanFor):
        found.append(clean(layer, needed, frames, scene))
    if layer.of(Compare):
        found.append(compare(layer, needed, frames, scene))
    if layer.of(HasRelation):
        values, rows, asked = exists(layer, needed, frames, scene)
        existing = Existing(rows, asked)
        found.append(values)
    values = store.keep(ibis.union(*found) if len(found) > 1 else found[0])
    for height in layer.heights:
        composed = _composed(height, needed, values, scene)
        values = store.keep(values.union(composed))
    return Judged(layer, frames, values, reckoned, counted, existing, missing)


def _composed(height: tuple[int, ...], needed: ibis.Table, values: ibis.Table, scene: Scene) -> ibis.Table:
    """The conditions of a height from the values of their parts."""
    rows = needed.filter(needed.node.isin(list(height))).join(scene.dimensions.edges, "node")
    parts = values.rename(part="node")
    joined = beside(rows, parts, ["frame", "part"])
    joined = joined.mutate(value=joined.value.fill_null(FALSE))
    holds = joined.value == TRUE
    found = joined.group_by("frame", "node", "joins").agg(
        least=joined.value.min(),
        most=joined.value.max(),
        rests=joined.rests.max(where=holds).fill_null(FALSE),
        first=joined.since.min(where=holds),
        last_start=joined.since.max(where=holds),
        first_end=joined.until.min(where=holds),
        last=joined.until.max(where=holds),
    )
    value = found.joins.cases((EVERY, found.least), (SOME, found.most), (NONE, small(TRUE) - found.least))
    found = found.mutate(value=value.cast("int8"))
    found = found.filter(found.value > FALSE)
    true, every = found.value == TRUE, found.joins == EVERY
    bounded = true & (found.joins != NONE)
    return found.select(
        "frame",
        "node",
        "value",
        rests=ibis.ifelse(bounded, found.rests, small(FALSE)),
        since=ibis.ifelse(bounded, ibis.ifelse(every, found.last_start, found.first), ibis.literal(NEVER, "int32")),
        until=ibis.ifelse(bounded, ibis.ifelse(every, found.first_end, found.last), ibis.literal(ALWAYS, "int32")),
    ).select(*VALUE)
