"""Several clauses, one measure: merged, never added (S14)."""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ..match.results import SUSPENDED
from ..match.scene import Scene
from .contributions import ordered
from .dimensions import Dimensions

STATUSES = 4
"""More than there are statuses."""
MEASURE = ["case", "punishes", "act", "bearer"]


class Merged(NamedTuple):
    """``measures``: numbered over all forms, in each in the order of a decision, with the first clause and what holds;
    ``parts``: the contributions of each with what they are to it; ``sources``: what holds of each clause alone.

    A period is an array of ground, first and last day of the clause; that of several is from the first to the last of
    ``leads``, and ends no later than the last of ``unopposed``.
    """

    measures: ibis.Table
    parts: ibis.Table
    sources: ibis.Table


def merge(kept: ibis.Table, dimensions: Dimensions, scene: Scene) -> Merged:
    """The measures of the forms, of contributions with the same direction, act and bearer."""
    store = scene.store
    if dimensions.settings.department is not None:
        kept = kept.semi_join(kept.filter("mine").select(MEASURE).distinct(), MEASURE)
    numbers = kept.select(MEASURE).distinct()
    order = [numbers.case, numbers.punishes.desc(), numbers.act, numbers.bearer]
    numbers = store.keep(numbers.mutate(measure=ibis.row_number().over(order_by=order)))
    said = dimensions.rules.select("rule", "starts", "stops", "id", "provenance", "public")
    found = store.keep(kept.join(said, "rule").join(numbers, MEASURE))
    parts = store.keep(_speaking(found, ["measure"]))
    measures = _merged(parts, ["measure"]).join(_sets(parts), "measure").join(numbers, "measure")
    clauses = ["measure", "rule"]
    sources = _merged(_speaking(found, clauses), clauses)
    return Merged(
        store.keep(measures),
        parts,
        store.keep(sources.join(dimensions.rules.select("rule", "id", "provenance"), "rule")),
    )


def _sets(parts: ibis.Table) -> ibis.Table:
    """The clauses, roles and grounds that were merged, each in order."""
    found = parts.group_by("measure").agg(
        rules=parts.rule.collect(), roles=parts.roles.collect(), grounds=parts.ground.collect()
    )
    return found.mutate({name: found[name].unique().sort() for name in ("rules", "roles", "grounds")})


def _speaking(rows: ibis.Table, keys: list[str]) -> ibis.Table:
    """Which contributions lead (those that speak, of the best status among them), and which would were nothing under
    verification.

    What was only remembered speaks only where nothing else does; of the others, those of sufficient or practice
    standing, or all where none is.
    """
    voice = (ibis.ifelse(rows.remembered, 2, 0) + ibis.ifelse(rows.counts, 0, 1)).cast("int32") * STATUSES
    rows = rows.mutate(now=voice + rows.status, then=voice + rows.otherwise)
    best = rows.group_by(keys).agg(best=rows.now.min(), best_then=rows.then.min())
    rows = rows.join(best, keys)
    return rows.mutate(
        leads=rows.now == rows.best,
        unopposed=rows.then == rows.best_then,
        before=(rows.best_then % STATUSES).cast("int8"),
    ).drop("now", "then", "best", "best_then")


def _merged(rows: ibis.Table, keys: list[str]) -> ibis.Table:
    """What holds of each group: force (strongest), standing (best), status and periods of what leads."""
    force = ordered(rows, ibis.ifelse(rows.status == SUSPENDED, rows.otherwise, rows.status))
    rows = rows.mutate(force=force, was_ordered=ordered(rows, rows.before))
    period = ibis.struct({"ground": rows.ground, "starts": rows.starts, "stops": rows.stops})
    found = rows.group_by(keys).agg(
        first=rows.rule.min(),
        status=rows.status.min(where=rows.leads),
        standing=rows.standing.min(where=rows.leads),
        ordered=rows.force.any(where=rows.leads),
        was_ordered=rows.was_ordered.any(where=rows.unopposed),
        public=rows.public.any(where=rows.leads),
        counts=rows.counts.any(where=rows.leads),
        read=(~rows.remembered).any(where=rows.leads),
        leads=period.collect(where=rows.leads),
        unopposed=period.collect(where=rows.unopposed),
    )
    force = ibis.ifelse(found.ordered & found.was_ordered, "mandatory", "recommended")
    return found.mutate(force=force).drop("ordered", "was_ordered")
