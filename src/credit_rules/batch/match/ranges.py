"""How many records, conducts or fields there are, compared: a range where it is not known which count (S16, S19)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ibis
from ibis import _

from ...case.model import Conduct
from ...plan.conditions import Bound, CountRecords, InFields
from ...registry.operators import OPERATORS
from ...situation import fields as situation
from ...source.rows import NamedTuple
from ..joins import beside
from ..truth import FALSE, TRUE, UNKNOWN, Truth
from .codes import ALWAYS, KINDS, NEVER, Number, all_of, small, truth
from .layers import Layer
from .of_records import Counted
from .scene import Scene

ITEM = {
    "record": "int32",
    "document": "string",
    "determined_by": "string",
    "conduct_from": "int32",
    "conduct_until": "int32",
    "field": "string",
}
"""What tells conducts apart (``situation/fields.py``)."""
MANY = f"array<struct<{', '.join(f'{name}: {type}' for name, type in ITEM.items())}>>"


class _Document(NamedTuple):
    number: str


class _Record(NamedTuple):
    document: _Document
    determined_by: str
    conduct: Conduct | None


class _List(NamedTuple):
    field: str


class _State(NamedTuple):
    record: _Record
    list: _List


@ibis.udf.scalar.python(signature=((MANY, MANY, "boolean"), "array<int64>"))  # type: ignore[untyped-decorator]
def _span(sure: list[dict[str, Any]], possible: list[dict[str, Any]], of_fields: bool) -> list[int]:
    """The least number that the sure ones stand for and the greatest that all may stand for."""
    measure: Any = situation.fields if of_fields else situation.conducts
    return [measure([_state(item) for item in sure])[0], measure([_state(item) for item in possible])[1]]


def _state(item: Mapping[str, Any]) -> _State:
    first, last = item["conduct_from"], item["conduct_until"]
    conduct = None if first is None and last is None else Conduct(first, last)
    return _State(_Record(_Document(item["document"]), item["determined_by"], conduct), _List(item["field"]))


class Measured(NamedTuple):
    """What one condition counts: ``fields`` each with a conduct of its own, ``conduct``, ``record``, ``field``."""

    what: str
    bounds: Sequence[Bound]


def measured(layer: Layer) -> dict[int, Measured]:
    """The counting conditions of a layer."""
    found = {node: Measured("fields", one.bounds) for node, one in layer.of(InFields).items()}
    return found | {node: Measured(one.distinct, one.bounds) for node, one in layer.of(CountRecords).items()}


def ranges(layer: Layer, needed: ibis.Table, frames: ibis.Table, counted: Counted, scene: Scene) -> ibis.Table:
    """The values of the counting conditions; the records of a true one are those in ``counted`` that are sure, of
    several fields those that may count too."""
    nodes, store = measured(layer), scene.store
    kinds = frames.select("frame", "case", "listed_kind")
    wanted = needed.filter(needed.node.isin(list(nodes))).join(kinds, "frame")
    unfit = wanted.node.isin(list(layer.of(InFields))) & (wanted.listed_kind != KINDS.index("enterprise"))
    wanted = store.keep(wanted.mutate(unfit=unfit.fill_null(False)))
    items = counted.rows.join(wanted.filter(~wanted.unfit).select("frame", "node", "case"), ["frame", "node"])
    known = scene.cast.records.select(
        "case", "record", "determined_by", "conduct_from", "conduct_until", "field", document="document_number"
    )
    items = store.keep(
        items.select("frame", "node", "case", "record", "value", "since", "until").join(known, ["case", "record"])
    )
    sizes = _sizes(items, ["frame", "node"], nodes, scene)
    found = beside(wanted, sizes, ["frame", "node"]).mutate(
        low=lambda row: row.low.fill_null(0), high=lambda row: row.high.fill_null(0)
    )
    value = _within(found, nodes, found.low, found.high)
    kindless = found.node.isin(list(layer.of(InFields))) & found.listed_kind.isnull()
    found = found.mutate(value=ibis.ifelse(kindless & (value > FALSE), small(UNKNOWN), value))
    found = store.keep(found.filter(found.value > FALSE).select("frame", "node", "value"))
    return beside(found, _periods(items, found, layer, nodes, scene), ["frame", "node"]).select(
        "frame",
        "node",
        "value",
        rests=_.rests.fill_null(FALSE),
        since=_.since.fill_null(NEVER),
        until=_.until.fill_null(ALWAYS),
    )


def _periods(
    items: ibis.Table, found: ibis.Table, layer: Layer, nodes: Mapping[int, Measured], scene: Scene
) -> ibis.Table:
    """Of the true conditions that rest on records: from which day on enough count together, and the first day on
    which they no longer do."""
    pair = ["frame", "node"]
    holding = items.join(found.filter(found.value == TRUE).select(*pair), pair)
    resting = holding.filter(holding.node.isin(list(layer.of(InFields))) | (holding.value == TRUE))
    sure = scene.store.keep(holding.filter(holding.value == TRUE))
    starts = sure.select(*pair, day="since")
    since = _first(starts, sure, lambda day, row: row.since <= day, True, nodes, scene)
    ends = sure.filter(sure.until != ALWAYS).select(*pair, day="until")
    until = _first(ends, sure, lambda day, row: row.until > day, False, nodes, scene)
    rests = resting.select(*pair).distinct().mutate(rests=small(1))
    return beside(beside(rests, since.rename(since="day"), pair), until.rename(until="day"), pair)


def _first(
    days: ibis.Table,
    sure: ibis.Table,
    counts: Callable[[Number, Any], Any],
    enough: bool,
    nodes: Mapping[int, Measured],
    scene: Scene,
) -> ibis.Table:
    """The first of the days on which the sure records that count then are enough, or on which they are not."""
    days = days.distinct()
    rows = days.left_join(
        sure, [days.frame == sure.frame, days.node == sure.node, counts(days.day, sure)], rname="{name}_"
    )
    rows = rows.select("frame", "node", "day", "value", *ITEM)
    sizes = _sizes(rows, ["frame", "node", "day"], nodes, scene)
    held = _within(sizes, nodes, sizes.low, sizes.low) == TRUE
    found = sizes.filter(held if enough else ~held)
    return found.group_by("frame", "node").agg(day=found.day.min())


def _sizes(rows: ibis.Table, keys: list[str], nodes: Mapping[int, Measured], scene: Scene) -> ibis.Table:
    """The least and the greatest number of what the conditions count; tried out only where several may be one."""
    one, sure = rows.record.notnull(), rows.value == TRUE
    item = ibis.struct({name: rows[name] for name in ITEM})
    tried = [node for node, one in nodes.items() if one.what in ("fields", "conduct")]
    grouped = rows.group_by(keys).agg(
        records=rows.record.count(where=sure),
        all_records=rows.record.count(),
        fields=rows.field.nunique(where=sure),
        all_fields=rows.field.nunique(),
        sure=item.collect(where=one & sure),
        possible=item.collect(where=one),
    )
    by_field = grouped.node.isin([node for node, one in nodes.items() if one.what == "field"])
    grouped = scene.store.keep(
        grouped.mutate(
            low=ibis.ifelse(by_field, grouped.fields, grouped.records),
            high=ibis.ifelse(by_field, grouped.all_fields, grouped.all_records),
        ).select(*keys, "low", "high", "sure", "possible")
    )
    several = grouped.node.isin(tried) & (grouped.high > 1)
    plain = grouped.filter(~several).select(*keys, "low", "high")
    if not tried:
        return plain
    fields = [node for node in tried if nodes[node].what == "fields"]
    hard = grouped.filter(several)
    none = ibis.literal([], MANY)
    span = _span(hard.sure.fill_null(none).sort(), hard.possible.fill_null(none).sort(), hard.node.isin(fields))
    hard = scene.store.keep(hard.select(*keys, span=span))
    return plain.union(hard.select(*keys, low=hard.span[0], high=hard.span[1]))


def _within(row: Any, nodes: Mapping[int, Measured], low: Number, high: Number) -> Truth:
    """A count known as a range, compared: sure only where both ends agree (S16)."""
    branches = [(row.node == node, _all(one.bounds, low, high)) for node, one in nodes.items()]
    return ibis.cases(*branches, else_=small(FALSE))


def _all(bounds: Sequence[Bound], low: Number, high: Number) -> Truth:
    ends = [(OPERATORS[key].test(low, bound), OPERATORS[key].test(high, bound)) for key, bound in bounds]
    return all_of(*(ibis.ifelse(one == other, truth(one), small(UNKNOWN)) for one, other in ends))
