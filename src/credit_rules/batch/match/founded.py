"""What would be true without the records on lists of insufficient basis (S14, S23)."""

from __future__ import annotations

from collections.abc import Mapping

import ibis

from ..joins import beside
from .results import Results, results_of
from .scene import Scene


def founded_alone(
    states: Mapping[str, ibis.Table], judged: ibis.Table, lacking: ibis.Table, scene: Scene
) -> Results | None:
    """The results of the cases that have records on such lists and on others; ``None`` where no case has both.

    ``lacking`` names the lists by ``place`` and ``list_number``.
    """
    store, cast, seats = scene.store, scene.cast, scene.seats
    lists = scene.dimensions.lists.select("list_number", list="code")
    rows = states["records"].select("case_id", "list").join(lists, "list").join(judged, "case_id")
    rows = beside(rows, lacking.select("place", "list_number").mutate(lacks=True), ["place", "list_number"])
    rows = rows.mutate(lacks=rows.lacks.fill_null(False))
    both = rows.group_by("case").agg(some=rows.lacks.any(), every=rows.lacks.all())
    both = store.keep(both.filter(both.some & ~both.every).select("case"))
    if not store.some(both):
        return None
    here = cast.records.semi_join(both, "case").join(cast.cases.select("case", "place"), "case")
    here = beside(here, lacking.select("place", "list_number").mutate(lacks=True), ["place", "list_number"])
    records = store.keep(here.mutate(reaches=here.reaches & here.lacks.isnull()).drop("lacks", "place"))
    own = store.keep(seats.seats.semi_join(both, "case"))
    asked = store.keep(seats.asked.semi_join(own, "seat"))
    return results_of(scene._replace(cast=cast._replace(records=records), seats=seats._replace(seats=own, asked=asked)))
