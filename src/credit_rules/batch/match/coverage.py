"""What an inquiry would still have to cover for "nobody in a role is listed" to be knowledge (S12)."""

from __future__ import annotations

from typing import Any

import ibis

from ...plan.conditions import HeldBy
from ..arrays import in_order, none_of
from ..joins import beside
from ..truth import UNKNOWN
from .codes import small
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
    store = scene.store
    inquiries = store.keep(_inquiries(scene))
    rows = needed.filter(needed.node.isin(list(layer.of(HeldBy)))).anti_join(values, ["frame", "node"])
    rows = store.keep(rows.join(frames.select("frame", "case"), "frame"))
    holders = store.keep(_holders(rows.drop("case"), frames, inquiries, scene))
    rows = rows.join(inquiries.select("case", "looked_up"), "case")
    rows = rows.join(store.keep(_of_registers(inquiries, scene)), ["node", "looked_up"])
    rows = beside(rows, holders, ["frame", "node"])
    said = rows.of_roles + rows.of_holders.fill_null("") + rows.of_lists
    found = rows.select("frame", "node", what=said.substr(len(AND)))
    return found.filter(found.what != "").mutate(value=small(UNKNOWN))


def _inquiries(scene: Scene) -> ibis.Table:
    """What was looked up in each case; ``looked_up`` is the same where roles and registers are."""
    rows = beside(scene.cast.cases.select("case"), scene.cast.inquiries.mutate(looked=True), "case")
    none, every = none_of("array<string>"), ibis.literal(["*"], "array<string>")
    looked = rows.looked.fill_null(False)
    rows = rows.select(
        "case",
        roles=rows.roles.fill_null(none),
        registers=ibis.ifelse(looked, rows.registers.fill_null(every), every),
        records_of=rows.records_of.fill_null(none),
    )
    return rows.mutate(
        looked_up=rows.roles.sort().join(",").fill_null("") + ";" + rows.registers.sort().join(",").fill_null("")
    )


def _of_registers(inquiries: ibis.Table, scene: Scene) -> ibis.Table:
    """The roles and lists that were not looked up, of each condition."""
    sets = inquiries.group_by("looked_up").agg(
        roles=inquiries.roles.arbitrary(), registers=inquiries.registers.arbitrary()
    )
    rows = sets.cross_join(scene.dimensions.held_by)
    roles = _left(rows.asked_roles, rows.roles)
    lists = ibis.ifelse(rows.registers.contains("*"), none_of("array<string>"), _left(rows.asked_lists, rows.registers))
    return rows.select("node", "looked_up", of_roles=_said("roles", roles), of_lists=_said("registers", lists))


def _holders(rows: ibis.Table, frames: ibis.Table, inquiries: ibis.Table, scene: Scene) -> ibis.Table:
    """Those whose records were not looked up of all who hold a role, on the as-of day where it is reckoned then."""
    found = holders(rows.join(scene.dimensions.nodes, "node"), frames, scene)
    found = found.filter((found.at != AS_OF) | held(found, found.as_of))
    ids = scene.cast.people.select("case", "id", holder="person")
    found = found.join(ids, ["case", "holder"]).join(inquiries.select("case", "records_of"), "case")
    found = found.filter(~found.records_of.contains(found.id))
    found = found.select("frame", "node", said="inquiry.records_of(" + found.id + ")", id=found.id).distinct()
    each = in_order(found, ["frame", "node"], ["id"], ["said"], "said")
    return each.select("frame", "node", of_holders=AND + each.said.join(AND))


def _left(names: Any, covered: Any) -> Any:
    return names.filter(lambda name: ~covered.contains(name))


def _said(key: str, names: Any) -> Any:
    return ibis.ifelse(names.length() > 0, f"{AND}inquiry.{key}(" + names.join(AND) + ")", "")
