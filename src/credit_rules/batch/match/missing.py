"""What would settle an unknown measure, and why it is unknown (S16).

What keeps a simple condition unknown keeps the measure unknown where every condition from it to the top is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable

import ibis

from ...plan.conditions import CleanFor, Compare, InFields
from ..joins import beside
from ..truth import UNKNOWN
from .asking import Asked
from .judge import Judged
from .ranges import measured
from .resting import below
from .results import Results
from .scene import Scene

SAID = ("frame", "root", "what", "reason")


def missing_of(results: Results, scene: Scene) -> ibis.Table:
    """Case, unit, bearer, what is missing and the reason, for every unknown measure, each once."""
    unknown = scene.store.keep(
        results.unknown.join(scene.seats.seats.select("seat", "case", "bearer", "listed"), "seat")
    )
    heads = unknown.filter(unknown.truth == UNKNOWN).select("frame", root="condition").distinct()
    said = missing(heads, results.judged, scene).rename(condition="root")
    of_conditions = unknown.filter(unknown.truth == UNKNOWN).join(said, ["frame", "condition"])
    columns = ["case", "unit", "bearer", "what", "reason"]
    found = [of_conditions.select(columns)]
    for fits, who in (("listed_fits", "listed"), ("bearer_fits", "bearer")):
        ids = scene.cast.people.select("case", "id", **{who: "person"})
        rows = unknown.filter(unknown[fits] == UNKNOWN).join(ids, ["case", who])
        found.append(rows.select("case", "unit", "bearer", what=rows.id + ".kind", reason=ibis.literal("kind")))
    return ibis.union(*found, distinct=True)


def missing(heads: ibis.Table, judged: Judged, scene: Scene) -> ibis.Table:
    """``what`` and ``reason`` for each head (``frame``, ``root``) that is unknown."""
    nodes = scene.store.keep(below(heads, judged, UNKNOWN, scene))
    found = [*_of_records(nodes, judged, scene), *_of_relations(nodes, judged, scene)]
    layer = judged.layer
    frames = judged.frames.select("frame", "case", "listed", "record", "relation")
    if layer.of(CleanFor):
        periods = {node: str(one.period) for node, one in layer.of(CleanFor).items()}
        rows = _nodes(nodes, periods).join(frames, "frame")
        rows = rows.mutate(period=rows.node.cases(*periods.items()))
        rows = rows.join(scene.cast.clean_missing, ["case", "period"])
        found.append(rows.select("frame", "root", "reason", what="missing"))
    if layer.of(Compare):
        found.append(_of_facts(nodes, judged, scene))
    if judged.uncovered is not None:
        rows = nodes.join(judged.uncovered.drop("value"), ["frame", "node"])
        found.append(rows.select("frame", "root", "what", reason=ibis.literal("inquiry")))
    if not found:
        return nodes.filter(False).select("frame", "root", what=ibis.literal(""), reason=ibis.literal(""))
    return scene.store.keep(ibis.union(*(one.select(*SAID) for one in found), distinct=True))


def _nodes(nodes: ibis.Table, wanted: Iterable[int]) -> ibis.Table:
    return nodes.filter(nodes.node.isin(list(wanted)))


def _of_records(nodes: ibis.Table, judged: Judged, scene: Scene) -> Iterable[ibis.Table]:
    """Doubts about records that may count."""
    if judged.counted is None:
        return
    layer, cast = judged.layer, scene.cast
    several = list(layer.of(InFields))
    frames = judged.frames.select("frame", "case", "listed", "listed_kind", "bearer")
    rows = nodes.join(judged.counted.rows, ["frame", "node"]).join(frames, "frame")
    if several:
        kindless = rows.node.isin(several) & rows.listed_kind.isnull()
        rows = rows.filter(~kindless)
        unknown = _nodes(nodes, several).join(frames.filter(frames.listed_kind.isnull()), "frame")
        named = unknown.join(cast.people.select("case", "id", listed="person"), ["case", "listed"])
        yield _said(named, named.id + ".kind", "kind")
    records = cast.records.select("case", "record", "id", "doubt", "doubt_what", "conduct_from", "conduct_until")
    rows = scene.store.keep(rows.join(records, ["case", "record"]))
    bare = rows.conduct_from.isnull() | rows.conduct_until.isnull()
    by_conduct = [node for node, one in measured(layer).items() if one.what in ("fields", "conduct")]
    if by_conduct:
        yield _said(rows.filter(rows.node.isin(by_conduct) & bare), rows.id + ".conduct", "missing-fact")
    rows = rows.filter(rows.value == UNKNOWN)
    yield _said(rows.filter(rows.status == UNKNOWN), rows.doubt_what, rows.doubt)
    yield _said(rows.filter(rows.grades == UNKNOWN), rows.id + ".grade", "missing-fact")
    yield _said(rows.filter(rows.on_day == UNKNOWN), rows.id + ".conduct", "role")
    young = rows.filter(rows.age == UNKNOWN).drop("id")
    young = young.join(cast.people.select("case", "id", bearer="person"), ["case", "bearer"])
    yield _said(young, young.id + ".birth_date", "age")
    yield from _asked(rows, judged.counted.where, scene)
    yield from _of_roles(rows.filter(rows.answers == UNKNOWN), judged, scene)


def _of_roles(rows: ibis.Table, judged: Judged, scene: Scene) -> Iterable[ibis.Table]:
    """What is not known of the roles by which a bearer may answer for a record."""
    if judged.reckoned is None:
        return
    found = judged.reckoned.relations
    found = found.filter(found.value == UNKNOWN).select(
        "frame", "record", "held", "asked", relation_="relation", inner_="inner", when="node", answer="answers"
    )
    rows = rows.join(found, ["frame", "record"])
    yield _said(rows.filter(rows.held == UNKNOWN), rows.id + ".conduct", "role")
    silent = rows.filter(rows.answer == UNKNOWN)
    ids = scene.cast.relations.select("case", "holder_id", relation_="relation")
    silent = silent.join(ids, ["case", "relation_"])
    yield _said(silent, "relation(" + silent.holder_id + ").responsible_for", "role")
    if judged.reckoned.when is not None:
        asked = rows.filter(rows.asked == UNKNOWN).select("frame", "root", inner="inner_", asks="when")
        yield _inner(asked, judged.reckoned.when, scene)


def _of_relations(nodes: ibis.Table, judged: Judged, scene: Scene) -> Iterable[ibis.Table]:
    """Relations of which it is not known whether they are of those that count."""
    if judged.existing is None:
        return
    rows = nodes.join(judged.existing.rows, ["frame", "node"])
    rows = rows.filter(rows.value == UNKNOWN).mutate(where=rows.value)
    yield from _asked(rows, judged.existing.where, scene)


def _asked(rows: ibis.Table, where: Asked | None, scene: Scene) -> Iterable[ibis.Table]:
    if where is None:
        return
    rows = rows.filter(rows["where"] == UNKNOWN).select("frame", "root", "node", "inner")
    nodes = scene.dimensions.nodes.select("node", asks="where")
    yield _inner(rows.join(nodes, "node").select("frame", "root", "inner", "asks"), where.judged, scene)


def _inner(rows: ibis.Table, judged: Judged, scene: Scene) -> ibis.Table:
    """What is missing below, said of the heads above."""
    rows = scene.store.keep(rows.distinct())
    said = missing(rows.select(frame="inner", root="asks").distinct(), judged, scene)
    said = said.rename(inner="frame", asks="root")
    return rows.join(said, ["inner", "asks"]).select(*SAID)


def _of_facts(nodes: ibis.Table, judged: Judged, scene: Scene) -> ibis.Table:
    conditions = {node: one.comparison for node, one in judged.layer.of(Compare).items()}
    frames, cast = judged.frames.select("frame", "case", "record", "relation"), scene.cast
    rows = _nodes(nodes, conditions).join(frames, "frame")
    rows = beside(rows, cast.records.select("case", "record", record_id="id"), ["case", "record"])
    rows = beside(rows, cast.relations.select("case", "relation", "holder_id"), ["case", "relation"])
    whats = {}
    for node, comparison in conditions.items():
        match comparison.scope:
            case "record":
                whats[node] = (rows.record_id + f".facts.{comparison.fact}").fill_null(comparison.name)
            case "relation":
                place = "relation(" + rows.holder_id + f").facts.{comparison.fact}"
                whats[node] = place.fill_null(comparison.name)
            case "context":
                whats[node] = ibis.literal(f"context.facts.{comparison.fact}")
            case _:
                whats[node] = ibis.literal(comparison.name)
    what = ibis.cases(*((rows.node == node, said) for node, said in whats.items()))
    return _said(rows, what, "missing-fact")


def _said(rows: ibis.Table, what: ibis.Value, reason: ibis.Value | str) -> ibis.Table:
    return rows.select("frame", "root", what=what, reason=ibis.literal(reason) if isinstance(reason, str) else reason)
