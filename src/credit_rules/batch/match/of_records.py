"""The records that conditions look at, each judged for the bearer: rows that the values of the conditions rest on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import ibis

from ...plan.conditions import AfterExit, CountRecords, HeldBy
from ..days import corresponding_day, days_back
from ..joins import beside
from ..truth import FALSE, TRUE, UNKNOWN, Truth
from .asking import Asked, ask
from .codes import ALWAYS, NEVER, Number, all_of, day_of, days_of, small, truth, within_mask
from .counting import (
    Row,
    admits,
    ends_on,
    held_on,
    of_age,
    own_ends_of,
    reaches,
    reads,
    slight,
    starts_on,
    status_of,
)  # fmt: skip
from .dimensions import NOTHING
from .layers import OF_RECORDS, Layer
from .reckoning import Reckoned
from .scene import Scene

UNPROVEN = ("procedure", "stale-record")
"""The doubts on which a record of the past may not count."""


class Counted(NamedTuple):
    """``rows``: records that count or may, with the truth of each part of why; ``where``: what was asked of them.

    The parts are ``status``, ``grades``, ``where``, ``answers`` (the roles of the bearer), ``age``, and ``on_day``
    where the record is that of somebody in a role of the bearer (``relation``). ``since`` and ``until`` are the period
    in which a record counts.
    """

    rows: ibis.Table
    where: Asked | None


def count(
    layer: Layer, needed: ibis.Table, frames: ibis.Table, reckoned: Reckoned | None, scene: Scene
) -> Counted | None:
    """Every record that a condition of the layer looks at, for every frame that needs it; false ones are left out."""
    store = scene.store
    own_ends = store.keep(own_ends_of(frames, scene))
    looks = [_of_listed(layer, needed, frames, reckoned, own_ends, scene)] if layer.of(*OF_RECORDS) else []
    looks += [_of_holders(layer, needed, frames, own_ends, scene)] if layer.of(HeldBy) else []
    if not looks:
        return None
    rows = looks[0] if len(looks) == 1 else ibis.union(*looks)
    rows = rows.mutate(value=all_of(rows.status, rows.grades, rows.answers, rows.age, rows.on_day))
    rows = store.keep(rows.filter(rows.value > FALSE))
    if layer.where is None:
        return Counted(rows.mutate(where=small(TRUE), inner=ibis.null("int64")), None)
    wanted = rows.filter(rows.asks != NOTHING).select("frame", "record", node="asks").distinct()
    wanted = store.keep(wanted.mutate(relation=ibis.literal(NOTHING, "int64")))
    asked = ask(layer.where, wanted, frames, scene)
    answers = asked.answers.select("frame", "record", "inner", asks="node", where="value")
    rows = beside(rows, answers, ["frame", "record", "asks"])
    rows = rows.mutate(where=ibis.ifelse(rows.asks == NOTHING, small(TRUE), rows.where.fill_null(FALSE)))
    rows = rows.mutate(value=all_of(rows.value, rows.where))
    return Counted(store.keep(rows.filter(rows.value > FALSE)), asked)


def _of_listed(
    layer: Layer,
    needed: ibis.Table,
    frames: ibis.Table,
    reckoned: Reckoned | None,
    own_ends: ibis.Table,
    scene: Scene,
) -> ibis.Table:
    """Records of the listed one."""
    rows = _nodes(layer.of(*OF_RECORDS), needed, scene).join(frames, "frame")
    rows = rows.join(scene.cast.records.rename(record_="record"), ["case", "listed"])
    rows = rows.semi_join(scene.dimensions.node_lists, ["node", "list_number"])
    rows = beside(rows.filter(reads(rows)), own_ends.rename(record_="record"), ["case", "trait", "record_"])
    answers, since, until = small(TRUE), ibis.literal(NEVER, "int32"), ibis.literal(ALWAYS, "int32")
    if reckoned is not None:
        held = reckoned.records.rename(record_="record", held="value", held_since="since", held_until="until")
        rows = beside(rows, held, ["frame", "record_"])
        answers = ibis.ifelse(rows.of_roles, rows.held.fill_null(FALSE), small(TRUE))
        since, until = rows.held_since.fill_null(NEVER), rows.held_until.fill_null(ALWAYS)
    of = _Of(layer, rows)
    return rows.select(
        "frame",
        "node",
        record="record_",
        relation=ibis.literal(NOTHING, "int64"),
        status=of.status(),
        grades=within_mask(rows.grade, rows.grades),
        asks="where",
        answers=answers,
        age=ibis.ifelse(slight(rows), small(FALSE), of_age(rows)),
        on_day=small(TRUE),
        since=of.since(since),
        until=of.until(until),
    )


class _Of:
    """What the record of a row says by the kind of condition that looks at it."""

    def __init__(self, layer: Layer, row: Row):
        self.row = row
        self.left, self.windows = list(layer.of(AfterExit)), list(layer.of(CountRecords))

    def by_kind(self, left: Number, window: Number, triggering: Number) -> Number:
        branches = [(self.row.node.isin(self.left), left)] if self.left else []
        branches += [(self.row.node.isin(self.windows), window)] if self.windows else []
        return ibis.cases(*branches, else_=triggering) if branches else triggering

    def status(self) -> Truth:
        """Triggering; or left by rectification and monitored; or decided in the window, whatever became of it."""
        row = self.row
        monitored = row.delisted & reaches(row) & (row.as_of < row.monitored_until)
        first = days_of(days_back(day_of(row.as_of), row.months, row.days))
        inside = row.in_history & reaches(row) & (first <= row.decided) & (row.decided <= row.as_of)
        proven = ibis.ifelse(row.doubt.isin(UNPROVEN), small(UNKNOWN), small(TRUE))
        return self.by_kind(truth(monitored), ibis.ifelse(inside, proven, small(FALSE)), status_of(row))

    def since(self, answers: Number) -> Number:
        row = self.row
        left = ibis.ifelse(row.ends == ALWAYS, NEVER, row.ends)
        return self.by_kind(left, row.effect, ibis.greatest(starts_on(row), answers))

    def until(self, answers: Number) -> Number:
        """The first day on which it no longer counts, or stands in the window."""
        row = self.row
        leaves = days_of(corresponding_day(row.decided_on, row.months, row.days))
        return self.by_kind(row.monitored_until, leaves, ibis.least(ends_on(row), answers))


def _of_holders(layer: Layer, needed: ibis.Table, frames: ibis.Table, own_ends: ibis.Table, scene: Scene) -> ibis.Table:
    """Records of those who hold a role in the bearer (S12)."""
    rows = holders(_nodes(layer.of(HeldBy), needed, scene), frames, scene)
    rows = rows.drop("listed", "record", "relation").rename(listed="holder", relation="relation_")
    rows = rows.join(scene.dimensions.node_lists, "node")
    rows = rows.join(scene.cast.records, ["case", "listed", "list_number"])
    rows = beside(rows.filter(reads(rows)), own_ends, ["case", "trait", "record"])
    return rows.select(
        "frame",
        "node",
        "record",
        "relation",
        status=status_of(rows),
        grades=within_mask(rows.grade, rows.grades),
        asks="where",
        answers=small(TRUE),
        age=ibis.ifelse(slight(rows), small(FALSE), of_age(rows)),
        on_day=held_on(rows),
        since=ibis.greatest(starts_on(rows), rows.since),
        until=ends_on(rows),
    )


def holders(nodes: ibis.Table, frames: ibis.Table, scene: Scene) -> ibis.Table:
    """The relations by which somebody holds a role that a node names in the bearer, as far as the reading admits."""
    rows = nodes.join(frames, "frame").join(scene.dimensions.node_roles, ["node"])
    held = scene.cast.relations.select(
        "case", "role", "holder", "since", "until", "disputed", relation_="relation", bearer="unit"
    )
    rows = rows.join(held, ["case", "bearer", "role"])
    return rows.filter(admits(rows))


def _nodes(nodes: Iterable[int], needed: ibis.Table, scene: Scene) -> ibis.Table:
    """What is needed of some nodes, with what the plan says of them."""
    return needed.filter(needed.node.isin(list(nodes))).join(scene.dimensions.nodes, "node")
