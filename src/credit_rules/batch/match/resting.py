"""The records that make a condition true, and the roles that make a bearer answer for them."""

from __future__ import annotations

import ibis

from ...plan.conditions import InFields
from ..joins import beside
from ..truth import TRUE, UNKNOWN
from .dimensions import NONE
from .judge import Judged
from .scene import Scene

AND = ","
"""Between roles, which are ids."""


def below(heads: ibis.Table, judged: Judged, value: int, scene: Scene) -> ibis.Table:
    """All nodes under each head (``frame``, ``root``) that can be reached through nodes of one value.

    Through true ones the way does not lead past *not*: what is not so rests on nothing.
    """
    edges = scene.dimensions.edges
    if value == TRUE:
        edges = edges.filter(edges.joins != NONE)
    fitting = judged.values.filter(judged.values.value == value).select("frame", part="node")
    last = heads.mutate(node=heads.root)
    found = [last]
    for _ in judged.layer.heights:
        last = last.join(edges, "node").select("frame", "root", "part").join(fitting, ["frame", "part"])
        last = last.rename(node="part").distinct()
        found.append(last)
    return (ibis.union(*found) if len(found) > 1 else found[0]).select("frame", "root", "node").distinct()


def resting_on(heads: ibis.Table, judged: Judged, scene: Scene) -> ibis.Table:
    """The records that make each head (``frame``, ``root``) true: ``frame``, ``condition``, ``record``."""
    nodes = below(heads, judged, TRUE, scene)
    if judged.counted is None:
        return nodes.filter(False).select("frame", condition="root", record="node")
    rows = judged.counted.rows
    several = rows.node.isin(list(judged.layer.of(InFields))) & (rows.value == UNKNOWN)
    rows = rows.filter((rows.value == TRUE) | several).select("frame", "node", "record")
    return nodes.join(rows, ["frame", "node"]).select("frame", "record", condition="root").distinct()


def roles_of(hits: ibis.Table, rests: ibis.Table, judged: Judged, scene: Scene) -> ibis.Table | None:
    """As what bearers in roles bear: the roles that make them answer for the records, else all that they hold.

    ``roles`` in order, joined by commas, for each ``frame`` and ``condition``; ``None`` where nobody bears by a role.
    """
    if judged.reckoned is None:
        return None
    bearing = judged.frames.filter("of_roles").select("frame", "seat")
    heads = hits.select("frame", "condition").distinct().join(bearing, "frame")
    answering = judged.reckoned.relations
    answering = answering.filter(answering.value == TRUE).select("frame", "record", "role")
    named = rests.join(answering, ["frame", "record"]).select("frame", "condition", "role").distinct()
    held = scene.seats.relations.join(scene.seats.seats.select("seat", "case"), "seat")
    held = held.join(scene.cast.relations.select("case", "relation", "role"), ["case", "relation"])
    held = _joined(held.select("seat", "role").distinct(), "seat", all_roles="role")
    found = beside(heads, _joined(named, "frame", "condition", some_roles="role"), ["frame", "condition"])
    found = found.join(held, "seat")
    return found.select("frame", "condition", roles=found.some_roles.coalesce(found.all_roles))


def _joined(rows: ibis.Table, *keys: str, **named: str) -> ibis.Table:
    """One column as a text of its values in order."""
    ((name, column),) = named.items()
    lists = rows.group_by(keys).agg(values=rows[column].collect())
    return lists.select(*keys, **{name: lists.values.sort().join(AND)})
