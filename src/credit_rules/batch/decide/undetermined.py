"""Unknown measures by what would settle them (S16)."""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ..arrays import in_order
from ..match.missing import missing_of
from ..match.results import Results
from ..match.scene import Scene
from .dimensions import Dimensions
from .forms import AND


class Unknown(NamedTuple):
    """``rows``: case, bearer, what is missing, the reason, and the ``group`` of measures that wait for it; ``rules``:
    the measures of each group; ``ids``: their ids in order."""

    rows: ibis.Table
    rules: ibis.Table
    ids: ibis.Table


def unknown_of(results: Results, dimensions: Dimensions, scene: Scene) -> Unknown:
    """What is unknown of measures that could be issued at all, were their condition true."""
    store = scene.store
    found = missing_of(results, scene)
    keys = ["case", "bearer", "what", "reason"]
    rows = found.group_by(keys).agg(units=found.unit.collect())
    rows = rows.mutate(units=rows.units.sort().map(lambda unit: unit.cast("string")).join(AND))
    rows = rows.join(scene.cast.cases.select("case", "place"), "case")
    rows = rows.join(scene.cast.people.select("case", "natural", bearer="person"), ["case", "bearer"])
    rows = store.keep(rows)
    groups = rows.select("place", "natural", "units").distinct()
    groups = store.keep(groups.mutate(group=ibis.row_number()))
    parts = groups.select("group", "place", "natural", unit=groups.units.split(AND).cast("array<int32>").unnest())
    parts = parts.join(scene.dimensions.rules.select("unit", "rule"), "unit").join(
        dimensions.in_force, ["place", "rule"]
    )
    rules = dimensions.rules.select("rule", "id", "livelihood", "punishes", "remembered")
    parts = parts.join(rules, "rule")
    barred = (parts.livelihood & parts.punishes & parts.natural) | ~parts.mine
    if not dimensions.settings.include_unverified:
        barred = barred | parts.remembered
    parts = store.keep(parts.filter(~barred).select("group", "rule", "id").distinct())
    ids = store.keep(in_order(parts, ["group"], ["rule"], ["id"], "ids"))
    rows = rows.join(groups, ["place", "natural", "units"]).join(ids.select("group"), "group")
    return Unknown(store.keep(rows.select(*keys, "group")), parts.select("group", "rule", "id"), ids)
