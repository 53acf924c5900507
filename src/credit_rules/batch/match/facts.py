"""Facts compared with bounds (S16, S16a)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import ibis

from ...plan.conditions import Compare
from ...registry.operators import Comparison, FactType
from ..joins import beside
from ..tables import FACT_TYPES, column_of
from .codes import FALSE, UNKNOWN, Truth, small, truth
from .scene import Scene

TESTS: dict[str, Any] = {
    "is": lambda fact, bounds: fact == bounds[0],
    "is_not": lambda fact, bounds: fact != bounds[0],
    "one_of": lambda fact, bounds: fact.isin(bounds),
    "at_least": lambda fact, bounds: fact >= bounds[0],
    "more_than": lambda fact, bounds: fact > bounds[0],
    "at_most": lambda fact, bounds: fact <= bounds[0],
    "less_than": lambda fact, bounds: fact < bounds[0],
}
"""The operators of ``registry/operators.py`` on columns."""


def tested(comparison: Comparison, facts: Any) -> Truth:
    """A comparison on a table with the columns of the facts; an absent fact is unknown."""
    prefix = "context_fact_" if comparison.scope == "context" else "fact_"
    fact = facts[column_of(comparison.fact, prefix)]
    bounds = [_literal(comparison.type, bound) for bound in comparison.bounds]
    return ibis.ifelse(fact.isnull(), small(UNKNOWN), truth(TESTS[comparison.operator](fact, bounds)))


def _literal(kind: FactType, bound: Any) -> Any:
    return ibis.literal(bound, FACT_TYPES[kind])


def compared(
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
