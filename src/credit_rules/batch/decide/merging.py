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
SAID = ["place", "rule", "status", "otherwise", "standing", "roles", "ground"]
"""What merging looks at in a contribution; all else is said by the clause."""
OF_CLAUSE = ["counts", "ordered", "softened", "remembered"]
KIND = ["kind"]


class Merged(NamedTuple):
    """``measures``: numbered over all forms, in each in the order of a decision, each of a kind: what is merged of the
    same clauses in the same way. The others are of the kinds.

    ``kinds``: the first clause and what holds; ``parts``: the contributions of each with what they are to it;
    ``sources``: what holds of each clause alone. A period is an array of ground, first and last day of the clause;
    that of several is from the first to the last of ``leads``, and ends no later than the last of ``unopposed``.
    """

    measures: ibis.Table
    kinds: ibis.Table
    parts: ibis.Table
    sources: ibis.Table


def merge(kept: ibis.Table, dimensions: Dimensions, scene: Scene) -> Merged:
    """The measures of the forms, of contributions with the same direction, act and bearer."""
    store = scene.store
    if dimensions.settings.department is not None:
        kept = kept.semi_join(kept.filter("mine").select(MEASURE).distinct(), MEASURE)
    sayings = kept.select(*SAID, *OF_CLAUSE).distinct()
    sayings = store.keep(sayings.mutate(saying=ibis.row_number()))
    rows = kept.join(sayings.select(*SAID, "saying"), SAID).select(*MEASURE, "saying").distinct()
    measures = rows.group_by(MEASURE).agg(said=rows.saying.collect())
    order = [measures.case, measures.punishes.desc(), measures.act, measures.bearer]
    measures = store.keep(measures.mutate(said=measures.said.sort(), measure=ibis.row_number().over(order_by=order)))
    sets = measures.select("said").distinct()
    sets = store.keep(sets.mutate(kind=ibis.row_number()))
    terms = dimensions.rules.select("rule", "starts", "stops", "public")
    found = sets.select("kind", saying=sets.said.unnest()).join(sayings, "saying").join(terms, "rule")
    found = store.keep(found)
    parts = store.keep(_speaking(found, KIND))
    kinds = _merged(parts, KIND).join(_sets(parts), "kind")
    clauses = ["kind", "rule"]
    sources = _merged(_speaking(found, clauses), clauses)
    return Merged(
        store.keep(measures.join(sets, "said").drop("said")),
        store.keep(kinds),
        parts,
        store.keep(sources.join(dimensions.rules.select("rule", "id", "provenance"), "rule")),
    )


def _sets(parts: ibis.Table) -> ibis.Table:
    """The place, and the clauses, roles and grounds that were merged, each in order."""
    found = parts.group_by(KIND).agg(
        place=parts.place.min(),
        rules=parts.rule.collect(),
        roles=parts.roles.collect(),
        grounds=parts.ground.collect(),
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
