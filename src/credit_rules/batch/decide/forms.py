"""Cases that differ only in ids and days are of one form, and decided once (S14-S23 look at neither).

People and records are numbers in the order of their ids, days are those of a *ground*: the records that make a measure
true and the period in which they do.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ..joins import beside
from ..match.results import Results
from ..match.scene import Scene

HIT = ("case", "founded", "unit", "bearer", "listed", "status", "otherwise", "roles", "ground")
AND = "/"  # no sign with a meaning in patterns: engines split by patterns


class Forms(NamedTuple):
    """``form_of``: the form of each case with hits, which is one of its cases. The others are of the forms alone.

    ``hits``: what is true of whom on which ground (``founded``: with the records on lists of insufficient basis left
    out); ``grounds``: their records; ``records``, ``people``, ``cases``: what deciding looks at in them. ``days`` has
    the period of each ground of every case, in the order of the grounds.
    """

    form_of: ibis.Table
    hits: ibis.Table
    grounds: ibis.Table
    records: ibis.Table
    people: ibis.Table
    cases: ibis.Table
    days: ibis.Table


def forms_of(results: Results, scene: Scene) -> Forms:
    """The forms of the cases that were judged."""
    store, cast = scene.store, scene.cast
    heads = store.keep(_heads(results))
    grounds = store.keep(_grounds(heads))
    keys = ["case", "since", "until", "resting"]
    hits = store.keep(heads.join(grounds.select(*keys, "ground"), keys).select(*HIT))
    based = grounds.select("case", "ground", "resting")
    based = based.filter(based.resting != "")
    resting = based.select("case", "ground", record=based.resting.split(AND).cast("array<int32>").unnest())
    cases = cast.cases.select("case", "place", "subject", "has_inquiry").semi_join(hits, "case")
    seen = cast.records.select("case", "record", "listed", "list_number", "gone", "verification_open", "hinders")
    asked = resting.select("case", "record").union(seen.filter(seen.hinders).select("case", "record"), distinct=True)
    records = seen.join(asked, ["case", "record"]).semi_join(hits, "case")
    people = cast.people.select("case", "person", "kind", "natural")
    people = people.semi_join(hits.select("case", person="bearer"), ["case", "person"])
    shapes = ibis.union(
        _said(hits, "h", "founded", "unit", "bearer", "listed", "status", "otherwise", "roles", "ground"),
        _said(based, "g", "ground", "resting"),
        _said(records, "r", "record", "listed", "list_number", "gone", "verification_open", "hinders"),
        _said(people, "p", "person", "kind"),
        _said(cases, "c", "place", "subject", "has_inquiry"),
    )
    shapes = shapes.group_by("case").agg(parts=shapes.said.collect())
    shapes = shapes.select("case", shape=shapes.parts.sort().join(";"))
    form_of = store.keep(shapes.select("case", form=shapes.case.min().over(group_by=shapes.shape)))
    chosen = form_of.select(case="form").distinct()
    chosen = store.keep(chosen)
    days = grounds.group_by("case").agg(
        days=ibis.struct({name: grounds[name] for name in ("ground", "since", "until")}).collect()
    )
    return Forms(
        form_of,
        store.keep(hits.semi_join(chosen, "case")),
        store.keep(resting.semi_join(chosen, "case")),
        store.keep(records.semi_join(chosen, "case")),
        people.semi_join(chosen, "case"),
        cases.semi_join(chosen, "case"),
        store.keep(days.mutate(days=days.days.sort())),
    )


def _heads(results: Results) -> ibis.Table:
    """Hits with the records they rest on as text."""
    rests = results.rests.group_by("frame", "condition").agg(records=results.rests.record.collect())
    texts = rests.records.sort().map(lambda record: record.cast("string"))
    rests = rests.select("frame", "condition", resting=texts.join(AND))
    hits = beside(results.hits, rests, ["frame", "condition"])
    return hits.select(
        "case", "founded", "unit", "bearer", "listed", "status", "otherwise", "roles", "since", "until",
        resting=hits.resting.fill_null(""),
    )  # fmt: skip


def _grounds(heads: ibis.Table) -> ibis.Table:
    """Grounds numbered in each case by the first unit that has them, whatever their days are."""
    keys = ["case", "resting", "since", "until"]
    found = heads.group_by(keys).agg(
        unit=heads.unit.min(), bearer=heads.bearer.min(), listed=heads.listed.min(), founded=heads.founded.min()
    )
    order = [found[name] for name in ("founded", "unit", "bearer", "listed", "resting", "since", "until")]
    number = ibis.row_number().over(group_by=found.case, order_by=order).cast("int32")
    return found.select(*keys, ground=number)


def _said(table: ibis.Table, mark: str, *columns: str) -> ibis.Table:
    """The columns of each row as one text."""
    text = ibis.literal(mark)
    for column in columns:
        text = text + "," + table[column].cast("string").fill_null("")
    return table.select("case", said=text)
