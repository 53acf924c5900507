"""Whether the roles of a bearer make it answer for a record (S11)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import ibis

from ..joins import beside
from ..truth import FALSE, TRUE, UNKNOWN
from .asking import ask
from .codes import ALWAYS, NEVER, all_of, small, truth
from .counting import admits, held_on
from .dimensions import AS_OF, NOTHING
from .layers import Layer
from .scene import Scene

if TYPE_CHECKING:
    from .judge import Judged


class Reckoned(NamedTuple):
    """By relation and by record: whether the bearer answers for it, false left out.

    ``relations`` has ``held``, ``answers`` and ``asked`` for each relation of the bearer, ``inner`` being the frame in
    which its ``when`` was judged; ``records`` says it of them together, with the period in which the bearer answers.
    """

    relations: ibis.Table
    records: ibis.Table
    when: Judged | None


def reckon(layer: Layer, frames: ibis.Table, scene: Scene) -> Reckoned | None:
    """For every frame of a bearer in roles and every record of its case; ``None`` where no measure is of roles."""
    if not any(spec.roles for spec in scene.units.specs):
        return None
    rows = _rows(frames, scene)
    judged: Judged | None = None
    if layer.when is None:
        rows = rows.mutate(asked=small(TRUE), inner=ibis.literal(NOTHING, "int64"))
    else:
        rows = scene.store.keep(rows)
        asked = rows.filter(rows.node != NOTHING).select("frame", "record", "relation", "node")
        judged, answers = ask(layer.when, asked, frames, scene)
        rows = beside(rows, answers.rename(asked="value"), ["frame", "record", "relation", "node"])
        rows = rows.mutate(
            asked=ibis.ifelse(rows.node == NOTHING, small(TRUE), rows.asked.fill_null(FALSE)),
            inner=rows.inner.fill_null(NOTHING),
        )
    rows = rows.mutate(value=all_of(rows.held, rows.answers, rows.asked))
    relations = scene.store.keep(rows.filter(rows.value > FALSE))
    holds = relations.value == TRUE
    records = relations.group_by("frame", "record").agg(
        value=relations.value.max(),
        since=relations.since.min(where=holds).fill_null(NEVER),
        until=relations.until.max(where=holds).fill_null(ALWAYS),
    )
    return Reckoned(relations, scene.store.keep(records), judged)


def _rows(frames: ibis.Table, scene: Scene) -> ibis.Table:
    dimensions, cast = scene.dimensions, scene.cast
    bearers = frames.filter("of_roles").select("frame", "case", "seat", "spec", "reading", "as_of")
    rows = bearers.join(scene.seats.relations, "seat")
    rows = rows.join(
        cast.relations.select("case", "relation", "role", "since", "until", "disputed", "responsible_for"),
        ["case", "relation"],
    )
    rows = rows.filter(admits(rows)).join(dimensions.specs.select("spec", "at", "when"), "spec")
    rows = rows.join(dimensions.roles.select("spec", "role", must_answer="answers"), ["spec", "role"])
    rows = rows.join(
        cast.records.select("case", "record", "id", "effect", "decided", "conduct_from", "conduct_until"), "case"
    )
    now = rows.at == AS_OF
    return rows.select(
        "frame",
        "record",
        "relation",
        "role",
        held=held_on(rows),
        answers=ibis.cases(
            (~rows.must_answer, small(TRUE)),
            (rows.responsible_for.isnull(), small(UNKNOWN)),
            else_=truth(rows.responsible_for.contains(rows.id)),
        ),
        node=rows.when.fill_null(NOTHING),
        since=ibis.ifelse(now, rows.since, NEVER),
        until=ibis.ifelse(now, rows.until, ALWAYS),
    )
