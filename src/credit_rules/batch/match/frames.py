"""What a condition is judged against: a seat, the traits of the measure, a reading, perhaps one record or relation."""

from __future__ import annotations

import ibis

from ..store import Store
from .dimensions import NOTHING, Dimensions
from .seats import Seats

FRAME = (
    "frame",
    "case",
    "seat",
    "spec",
    "trait",
    "reading",
    "founded",
    "bearer",
    "listed",
    "listed_kind",
    "natural",
    "adult",
    "as_of",
    "of_roles",
    "punish",
    "heavy",
    "once",
    "outlasts",
    "life",
    "began",
    "record",
    "relation",
)


def frames_of(heads: ibis.Table, seats: Seats, dimensions: Dimensions, store: Store) -> ibis.Table:
    """The frames of the heads, which look at no one record or relation."""
    found = heads.select("seat", "trait", "reading", "founded").distinct()
    found = found.join(seats.seats.drop("place", "mixed", "partly", "bearer_kind"), "seat").join(
        dimensions.traits, "trait"
    )
    found = found.join(dimensions.specs.select("spec", "of_roles"), "spec")
    return store.keep(
        found.mutate(frame=ibis.row_number(), record=nothing("int32"), relation=nothing("int64")).select(*FRAME)
    )


def about(rows: ibis.Table, frames: ibis.Table, store: Store) -> ibis.Table:
    """The frames in which a ``where`` or ``when`` is judged.

    ``rows`` name a frame and a ``record`` or ``relation`` to look at; what they do not name (``NOTHING``) stays;
    ``outer``, ``record_`` and ``relation_`` lead back to the rows.
    """
    rows = rows.select(outer="frame", record_="record", relation_="relation").distinct()
    found = rows.join(frames, rows.outer == frames.frame)
    return store.keep(
        found.mutate(
            frame=ibis.row_number(),
            record=ibis.ifelse(found.record_ == NOTHING, found.record, found.record_),
            relation=ibis.ifelse(found.relation_ == NOTHING, found.relation, found.relation_),
        ).select(*FRAME, "outer", "record_", "relation_")
    )


def nothing(type: str) -> ibis.Scalar:
    """No record, or no relation."""
    return ibis.literal(NOTHING, type)
