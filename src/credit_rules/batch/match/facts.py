"""Facts compared with bounds (S16, S16a)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import ibis

from ...plan.conditions import Compare
from ...registry.operators import Comparison
from ..joins import beside
from ..tables import column_of
from ..truth import FALSE, Truth, compared
from .codes import small
from .scene import Scene


def tested(comparison: Comparison, facts: Any) -> Truth:
    """A comparison on a table with the columns of the facts; an absent fact is unknown."""
    prefix = "context_fact_" if comparison.scope == "context" else "fact_"
    return compared(comparison, facts[column_of(comparison.fact, prefix)])


def compare_all(
    nodes: Mapping[int, Compare], needed: ibis.Table, frames: ibis.Table, scene: Scene
) -> Iterator[ibis.Table]:
    """The value of each comparison in each frame that needs it, scope by scope."""
    cast = scene.cast
    holders = {
        "subject": (cast.people.rename(listed="person"), ["case", "listed"]),
        "record": (cast.records.drop("listed"), ["case", "record"]),
        "relation": (cast.relations, ["case", "relation"]),
        "context": (cast.cases, ["case"]),
    }
    for scope, (table, keys) in holders.items():
        mine = {node: one.comparison for node, one in nodes.items() if one.comparison.scope == scope}
        if not mine:
            continue
        prefix = "context_fact_" if scope == "context" else "fact_"
        columns = sorted({column_of(comparison.fact, prefix) for comparison in mine.values()})
        rows = needed.filter(needed.node.isin(list(mine))).join(frames.select("frame", *keys), "frame")
        rows = beside(rows, table.select(*keys, *columns), keys)
        branches = [(rows.node == node, tested(comparison, rows)) for node, comparison in mine.items()]
        yield rows.select("frame", "node", value=ibis.cases(*branches, else_=small(FALSE)))
