"""The standing of every measure on the lists that it rests on (S23)."""

from __future__ import annotations

import ibis

from ...decide.merge import STANDING_ORDER
from ...plan.conditions import CountRecords, InFields
from ..joins import beside
from ..match.codes import KINDS
from ..match.dimensions import EVERY, NONE
from ..match.scene import Scene
from ..store import Store
from .dimensions import Dimensions
from .forms import AND, Forms

SUFFICIENT, PRACTICE, UNVERIFIED, INSUFFICIENT = range(len(STANDING_ORDER))
WELL, PERHAPS, BADLY = range(3)
"""How well a list is founded (``decide/founding.py``)."""


def lists_of(forms: Forms, store: Store) -> ibis.Table:
    """The lists that each ground rests on, as one text: ``case``, ``ground``, ``lists``."""
    lists = forms.grounds.join(forms.records.select("case", "record", "list_number"), ["case", "record"])
    lists = lists.select("case", "ground", "list_number").distinct()
    found = lists.group_by("case", "ground").agg(numbers=lists.list_number.collect())
    texts = found.numbers.sort().map(lambda number: number.cast("string")).join(AND)
    return store.keep(found.select("case", "ground", lists=texts))


def with_standing(rows: ibis.Table, dimensions: Dimensions, scene: Scene) -> ibis.Table:
    """Rows with ``rule``, ``place``, ``kind``, ``condition`` and ``lists``, and their ``standing``."""
    store = scene.store
    branches = [(number, dimensions.kinds[kind]) for number, kind in enumerate(KINDS)]
    kinded = rows.kind.cases(*branches, else_=dimensions.kinds[None]).cast("int32")
    rows = rows.mutate(kinded=kinded)
    keys = ["rule", "place", "kinded", "lists"]
    weighed = rows.join(dimensions.weighed, ["rule", "place", "kinded"])
    asked = store.keep(weighed.select(*keys, "condition", "practised").distinct())
    sets = _sets(asked, store)
    bases = asked.select(*keys).join(sets, "lists")
    bases = bases.join(dimensions.carrying, ["rule", "place", "kinded", "list_number"])
    bases = bases.group_by(*keys, "basis", "size").agg(
        lists_carried=bases.list_number.count(), provides=bases.provides.any(), read=bases.read.all()
    )
    bases = bases.filter((bases.lists_carried == bases.size) & bases.provides)
    carriers = bases.group_by(keys).agg(carried=bases.provides.any(), verified=bases.read.any())
    founded = _founded(asked.select("condition", "place", "lists").distinct(), sets, dimensions, scene)
    found = beside(beside(asked, carriers, keys), founded, ["condition", "place", "lists"])
    lacking = found.founded.fill_null(WELL)
    standing = ibis.cases(
        (found.verified.fill_null(False) & (lacking == WELL), SUFFICIENT),
        (found.practised, PRACTICE),
        (found.carried.fill_null(False) & (lacking <= PERHAPS), UNVERIFIED),
        else_=INSUFFICIENT,
    )
    values = store.keep(found.select(*keys, standing=standing.cast("int8")))
    rows = beside(rows, values, keys)
    return rows.mutate(standing=rows.standing.fill_null(SUFFICIENT)).drop("kinded")


def _sets(asked: ibis.Table, store: Store) -> ibis.Table:
    """The lists of each set, and how many there are."""
    sets = asked.select("lists").distinct()
    sets = sets.mutate(numbers=sets.lists.split(AND))
    return store.keep(
        sets.select("lists", size=sets.numbers.length(), list_number=sets.numbers.cast("array<int32>").unnest())
    )


def _founded(asked: ibis.Table, sets: ibis.Table, dimensions: Dimensions, scene: Scene) -> ibis.Table:
    """How well the lists under each condition are founded: the best of alternatives, the worst of what must go
    together. Where there is no row they are founded well."""
    store, plan = scene.store, scene.dimensions
    badly = asked.join(sets, "lists").join(dimensions.founded, ["place", "list_number"])
    asked = store.keep(asked.semi_join(badly, ["condition", "place", "lists"]))
    worst = [*scene.units.layer.of(InFields, CountRecords)]
    nodes = asked.join(plan.below.rename(condition="root"), "condition")
    leaves = nodes.join(plan.node_lists, "node").join(sets, ["lists", "list_number"])
    leaves = beside(leaves, dimensions.founded, ["place", "list_number"])
    leaves = leaves.mutate(founded=leaves.founded.fill_null(WELL))
    keys = ["condition", "place", "lists"]
    leaves = leaves.group_by(*keys, "node").agg(least=leaves.founded.min(), most=leaves.founded.max())
    most = leaves.node.isin(worst)
    values = store.keep(leaves.select(*keys, "node", founded=ibis.ifelse(most, leaves.most, leaves.least)))
    edges = plan.edges.filter(plan.edges.joins != NONE)
    for height in scene.units.layer.heights:
        parts = nodes.filter(nodes.node.isin(list(height))).join(edges, "node")
        parts = parts.join(values.rename(part="node"), [*keys, "part"])
        whole = parts.group_by(*keys, "node", "joins").agg(least=parts.founded.min(), most=parts.founded.max())
        founded = ibis.ifelse(whole.joins == EVERY, whole.most, whole.least)
        values = store.keep(values.union(whole.select(*keys, "node", founded=founded)))
    return values.filter(values.node == values.condition).select(*keys, "founded")
