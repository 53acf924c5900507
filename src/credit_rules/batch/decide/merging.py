"""Several clauses, one measure: merged, never added (S14)."""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ..match.results import SUSPENDED
from ..match.scene import Scene
from .contributions import ordered
from .dimensions import Dimensions
from .forms import Forms

MEASURE = ["case", "punishes", "act", "bearer"]


class Merged(NamedTuple):
    """``measures``: number in the form (in the order of a decision), first rule, what holds; ``parts``: the
    contributions of each with what they are to it; ``sources``: what holds of each clause alone.

    A period is an array of ground, first and last day of the clause; that of several is from the first to the last of
    ``leads``, and ends no later than the last of ``unopposed``.
    """

    measures: ibis.Table
    parts: ibis.Table
    sources: ibis.Table


def merge(kept: ibis.Table, forms: Forms, dimensions: Dimensions, scene: Scene) -> Merged:
    """The measures of the forms, of contributions with the same direction, act and bearer."""
    store = scene.store
    days = dimensions.rules.select("rule", "starts", "stops", "id", "provenance", "public")
    parts = store.keep(_speaking(kept.join(days, "rule"), MEASURE))
    measures = store.keep(_merged(parts, MEASURE).join(_sets(parts), MEASURE))
    if dimensions.settings.department is not None:
        mine = parts.filter("mine").select(MEASURE).distinct()
        measures = measures.semi_join(mine, MEASURE)
    order = [measures.punishes.desc(), measures.act, measures.bearer]
    number = ibis.row_number().over(group_by=measures.case, order_by=order).cast("int32")
    measures = store.keep(measures.mutate(measure=number))
    parts = store.keep(parts.join(measures.select(*MEASURE, "measure"), MEASURE))
    clauses = ["case", "measure", "rule"]
    sources = _merged(_speaking(parts.drop("leads", "unopposed", "before"), clauses), clauses)
    return Merged(
        measures, parts, store.keep(sources.join(dimensions.rules.select("rule", "id", "provenance"), "rule"))
    )


def _sets(parts: ibis.Table) -> ibis.Table:
    """The clauses, roles and grounds that were merged, each in order."""
    found = parts.group_by(MEASURE).agg(
        rules=parts.rule.collect(distinct=True),
        roles=parts.roles.collect(distinct=True),
        grounds=parts.ground.collect(distinct=True),
    )
    return found.mutate({name: found[name].sort() for name in ("rules", "roles", "grounds")})


def _speaking(rows: ibis.Table, keys: list[str]) -> ibis.Table:
    """Which contributions lead (those that speak, of the best status among them), and which would were nothing under
    verification.

    What was only remembered speaks only where nothing else does; of the others, those of sufficient or practice
    standing, or all where none is.
    """
    rows = rows.mutate(voice=ibis.ifelse(rows.remembered, 2, 0) + ibis.ifelse(rows.counts, 0, 1))
    group = [rows[key] for key in keys]
    rows = rows.mutate(speaks=rows.voice == rows.voice.min().over(group_by=group))
    group = [rows[key] for key in keys]
    best = rows.status.min(where=rows.speaks).over(group_by=group)
    before = rows.otherwise.min(where=rows.speaks).over(group_by=group)
    return rows.mutate(
        leads=rows.speaks & (rows.status == best), unopposed=rows.speaks & (rows.otherwise == before), before=before
    ).drop("voice", "speaks")


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
        leads=period.collect(where=rows.leads, distinct=True),
        unopposed=period.collect(where=rows.unopposed, distinct=True),
    )
    force = ibis.ifelse(found.ordered & found.was_ordered, "mandatory", "recommended")
    return found.mutate(force=force).drop("ordered", "was_ordered")
