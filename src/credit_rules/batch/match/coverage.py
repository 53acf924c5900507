"""What an inquiry would still have to cover for "nobody in a role is listed" to be knowledge (S12)."""

from __future__ import annotations

from typing import Any

import ibis

from ...plan.conditions import HeldBy
from ..joins import beside
from .codes import UNKNOWN, small
from .counting import held
from .dimensions import AS_OF
from .layers import Layer
from .of_records import holders
from .scene import Scene

AND = "、"


def uncovered(layer: Layer, needed: ibis.Table, frames: ibis.Table, values: ibis.Table, scene: Scene) -> ibis.Table:
    """Frames and conditions in which nobody in a role is found, and ``what`` keeps them unknown.

    ``values`` are those in which somebody is, or may be. Where all is covered there is no row.
    """
    conditions = layer.of(HeldBy)
    rows = needed.filter(needed.node.isin(list(conditions))).anti_join(values, ["frame", "node"])
    people = _holders(rows, frames, scene)
    asked = scene.store.prepared(
        [
            {"node": node, "asked_roles": list(one.roles), "asked_lists": list(one.lists)}
            for node, one in conditions.items()
        ],
        {"node": "int32", "asked_roles": "array<string>", "asked_lists": "array<string>"},
    )
    rows = rows.join(frames.select("frame", "case"), "frame").join(asked, "node")
    rows = beside(rows, people, ["frame", "node"])
    rows = beside(rows, scene.cast.inquiries.mutate(looked=True), "case")
    none, every = ibis.literal([], "array<string>"), ibis.literal(["*"], "array<string>")
    looked = rows.looked.fill_null(False)
    roles = _left(rows.asked_roles, rows.roles.fill_null(none))
    persons = _left(rows.people.fill_null(none), rows.records_of.fill_null(none))
    registers = ibis.ifelse(looked, rows.registers.fill_null(every), every)
    lists = ibis.ifelse(registers.contains("*"), none, _left(rows.asked_lists, registers))
    said = _said("roles", roles) + _each("records_of", persons) + _said("registers", lists)
    found = rows.select("frame", "node", what=said.substr(len(AND)))
    return found.filter(found.what != "").mutate(value=small(UNKNOWN))


def _holders(rows: ibis.Table, frames: ibis.Table, scene: Scene) -> ibis.Table:
    """Whose records the inquiry must cover: those who hold a role, on the as-of day where it is reckoned then."""
    found = holders(rows.join(scene.dimensions.nodes, "node"), frames, scene)
    found = found.filter((found.at != AS_OF) | held(found, found.as_of))
    ids = scene.cast.people.select("case", "id", holder="person")
    found = found.join(ids, ["case", "holder"]).select("frame", "node", "id").distinct()
    return (
        found.group_by("frame", "node").agg(people=found.id.collect()).mutate(people=lambda table: table.people.sort())
    )


def _left(names: Any, covered: Any) -> Any:
    return names.filter(lambda name: ~covered.contains(name))


def _said(key: str, names: Any) -> Any:
    return ibis.ifelse(names.length() > 0, f"{AND}inquiry.{key}(" + names.join(AND) + ")", "")


def _each(key: str, names: Any) -> Any:
    apart = names.map(lambda name: f"inquiry.{key}(" + name + ")")
    return ibis.ifelse(names.length() > 0, AND + apart.join(AND), "")
