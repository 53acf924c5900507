"""What the simple conditions say of each frame: their value, whether a true one rests on records, and when it holds.

A false value has no row. ``since`` and ``until`` are a half-open period in days, :data:`NEVER` and :data:`ALWAYS`
where nothing bounds it.
"""

from __future__ import annotations

import ibis

from ...plan.conditions import AfterExit, CleanFor, Compare, HasRelation, HeldBy, OnList
from ..joins import beside
from ..truth import FALSE, TRUE
from .asking import Asked, ask
from .codes import ALWAYS, NEVER, small
from .counting import held
from .dimensions import NOTHING
from .facts import compare_all
from .layers import Layer
from .of_records import holders
from .scene import Scene

VALUE = ("frame", "node", "value", "rests", "since", "until")


def plain(rows: ibis.Table) -> ibis.Table:
    """Rows of ``frame``, ``node`` and ``value`` that rest on no record and hold at all times."""
    return rows.filter(rows.value > FALSE).select(
        "frame",
        "node",
        value=rows.value.cast("int8"),
        rests=small(FALSE),
        since=ibis.literal(NEVER, "int32"),
        until=ibis.literal(ALWAYS, "int32"),
    )


def on_some(rows: ibis.Table, layer: Layer) -> ibis.Table:
    """Whether some record counts; the period of all that do."""
    rows = rows.filter(rows.node.isin(list(layer.of(OnList, AfterExit, HeldBy))))
    holds = rows.value == TRUE
    found = rows.group_by("frame", "node").agg(
        value=rows.value.max(),
        since=rows.since.min(where=holds).fill_null(NEVER),
        until=rows.until.max(where=holds).fill_null(ALWAYS),
    )
    return found.mutate(rests=(found.value == TRUE).cast("int8")).select(*VALUE)


def clean(layer: Layer, needed: ibis.Table, frames: ibis.Table, scene: Scene) -> ibis.Table:
    """Whether the subject has been clean for the period, as its life says (S18)."""
    nodes = layer.of(CleanFor)
    rows = needed.filter(needed.node.isin(list(nodes))).join(frames.select("frame", "case"), "frame")
    period = rows.node.cases(*((node, str(condition.period)) for node, condition in nodes.items()))
    rows = rows.mutate(period=period).join(scene.cast.clean, ["case", "period"])
    return plain(rows)


def compare(layer: Layer, needed: ibis.Table, frames: ibis.Table, scene: Scene) -> ibis.Table:
    """Facts compared with bounds, those of each scope where they stand; an absent one is unknown (S16)."""
    found = [plain(rows) for rows in compare_all(layer.of(Compare), needed, frames, scene)]
    return found[0] if len(found) == 1 else ibis.union(*found)


def exists(
    layer: Layer, needed: ibis.Table, frames: ibis.Table, scene: Scene
) -> tuple[ibis.Table, ibis.Table, Asked | None]:
    """Whether somebody holds a role in the bearer on the as-of day: the values, the relations that count or may, and
    what was asked of them."""
    nodes = needed.filter(needed.node.isin(list(layer.of(HasRelation)))).join(scene.dimensions.nodes, "node")
    rows = holders(nodes, frames, scene)
    rows = rows.filter(held(rows, rows.as_of))
    rows = rows.select("frame", "node", asks="where", relation="relation_")
    asked = None
    if any(condition.where is not None for condition in layer.of(HasRelation).values()):
        assert layer.where is not None
        rows = scene.store.keep(rows.mutate(record=ibis.literal(NOTHING, "int32")))
        wanted = rows.filter(rows.asks != NOTHING).select("frame", "record", "relation", node="asks").distinct()
        asked = ask(layer.where, wanted, frames, scene)
        answers = asked.answers.select("frame", "relation", "value", "inner", asks="node")
        rows = beside(rows, answers, ["frame", "relation", "asks"])
        rows = rows.mutate(value=ibis.ifelse(rows.asks == NOTHING, small(TRUE), rows.value.fill_null(FALSE)))
    else:
        rows = rows.mutate(value=small(TRUE), inner=ibis.null("int64"))
    rows = scene.store.keep(rows.filter(rows.value > FALSE))
    values = rows.group_by("frame", "node").agg(value=rows.value.max())
    return plain(values), rows, asked
