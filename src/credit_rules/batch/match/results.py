"""What the units say of each possible bearer: hits with their status, period and records, and what is unknown.

The relational twin of ``matcher/match.py``. A measure is judged in the readings of ``plan/results.py``; a hit tells of
the strictest one in which it is true.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ..joins import beside
from ..truth import FALSE, TRUE, UNKNOWN
from .codes import ALL, UNOPPOSED, UNREDUCED, UNSUSPENDED, small
from .frames import frames_of
from .judge import Judged, judge
from .resting import resting_on, roles_of
from .scene import Scene
from .seats import heads_of

IN_FORCE, REDUCED, SUSPENDED = range(3)
"""The status of a hit; ``otherwise`` is what it were were nothing under verification or in dispute."""
TOLD = (
    "seat",
    "unit",
    "founded",
    "condition",
    "affected",
    "listed_fits",
    "bearer_fits",
    "value",
    "truth",
    "status",
    "otherwise",
    "frame",
)


class Results(NamedTuple):
    """``hits``: seat, unit, case, bearer, listed, status, otherwise, roles, since, until, and the frame and condition
    that tell of it; ``founded`` are those without the records on lists of insufficient basis (S23), where there are
    such and others. ``rests``: the records of a frame and condition. ``unknown``: seats and units that are neither true
    nor false, with the truth of the condition and of the kinds."""

    hits: ibis.Table
    rests: ibis.Table
    unknown: ibis.Table
    judged: Judged


def results_of(scene: Scene) -> Results:
    """Judge every unit that is asked of a seat."""
    store, dimensions = scene.store, scene.dimensions
    heads = store.keep(heads_of(scene.seats, dimensions))
    frames = frames_of(heads, scene.seats, dimensions, store)
    index = frames.select("frame", "seat", "trait", "reading", "founded")
    wanted = heads.join(index, ["seat", "trait", "reading", "founded"]).select("frame", node="condition")
    judged = judge(scene.units.layer, frames, wanted, scene)
    told = store.keep(_told(judged, scene))
    hits = told.filter(told.value == TRUE)
    rests = store.keep(resting_on(hits.select("frame", root="condition").distinct(), judged, scene))
    roles = roles_of(hits, rests, judged, scene)
    return Results(
        store.keep(_hits(hits, roles, judged, scene)),
        rests,
        told.filter((told.value == UNKNOWN) & ~told.founded),
        judged,
    )


def _told(judged: Judged, scene: Scene) -> ibis.Table:
    """What all readings together say of each seat and unit, false ones left out."""
    units = scene.dimensions.units.select("unit", "trait", "condition", "punishes", "affected")
    asked = scene.seats.asked.join(units, "unit").join(scene.seats.seats.select("seat", "mixed"), "seat")
    index = judged.frames.select("frame", "seat", "trait", "reading", "founded")
    values = judged.values.select("frame", "rests", condition="node", truth="value").join(index, "frame")
    rows = asked.join(values, ["seat", "trait", "condition"])
    groundless = rows.punishes & (rows.truth == TRUE) & (rows.rests == FALSE)
    whole = ibis.ifelse(groundless, small(FALSE), ibis.least(rows.truth, rows.listed_fits, rows.bearer_fits))
    rows = rows.mutate(value=whole)
    rows = rows.filter(rows.value > FALSE)
    same = rows.filter(~rows.mixed).mutate(status=small(IN_FORCE), otherwise=small(IN_FORCE))
    return same.select(*TOLD).union(_read(rows.filter(rows.mixed)))


def _read(rows: ibis.Table) -> ibis.Table:
    """One row of the readings of a seat and unit: suspended where nothing but suspended records carries it, reduced
    where nothing but those and reduced ones."""

    def of(reading: int, column: str) -> ibis.Value:
        return rows[column].max(where=rows.reading == reading)

    found = rows.group_by("seat", "unit", "founded", "condition", "affected", "listed_fits", "bearer_fits").agg(
        value=of(ALL, "value").fill_null(FALSE),
        truth=of(ALL, "truth"),
        unsuspended=(of(UNSUSPENDED, "value") == TRUE).fill_null(False),
        unreduced=(of(UNREDUCED, "value") == TRUE).fill_null(False),
        unopposed=(of(UNOPPOSED, "value") == TRUE).fill_null(False),
        of_all=of(ALL, "frame"),
        of_unsuspended=of(UNSUSPENDED, "frame"),
        of_unreduced=of(UNREDUCED, "frame"),
    )
    found = found.filter(found.value > FALSE)
    status = ibis.cases(
        (~found.unsuspended, small(SUSPENDED)), (found.unreduced, small(IN_FORCE)), else_=small(REDUCED)
    )
    frame = ibis.cases(
        ((found.value == UNKNOWN) | ~found.unsuspended, found.of_all),
        (found.unreduced, found.of_unreduced),
        else_=found.of_unsuspended,
    )
    otherwise = ibis.ifelse(found.unopposed, small(IN_FORCE), small(REDUCED))
    return found.mutate(status=status, otherwise=otherwise, frame=frame).select(*TOLD)


def _hits(told: ibis.Table, roles: ibis.Table | None, judged: Judged, scene: Scene) -> ibis.Table:
    periods = judged.values.select("frame", "since", "until", condition="node")
    rows = told.join(periods, ["frame", "condition"])
    rows = rows.join(scene.seats.seats.select("seat", "case", "spec", "bearer", "listed"), "seat")
    if roles is None:
        rows = rows.mutate(roles=ibis.null("string"))
    else:
        rows = beside(rows, roles, ["frame", "condition"])
    return rows.select(
        "case",
        "seat",
        "unit",
        "founded",
        "bearer",
        "listed",
        "status",
        "otherwise",
        "since",
        "until",
        "frame",
        "condition",
        roles=rows.roles.coalesce(ibis.ifelse(rows.affected, "affected-unit", "subject")),
    )
