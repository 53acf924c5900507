"""Cases of which nothing is on record, and nobody in relation, are alike where conditions see the same in them.

One of each sort is judged for all; the others differ from it in the id of the subject, and in the matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from ...plan.conditions import CleanFor, Compare, HeldBy
from ..joins import beside
from ..store import Store
from .facts import tested
from .layers import Layer, layers_of
from .units import Units

PACKED = 39
"""How many truth values fit into a whole number."""


class Alike:
    """Which judged case stands for each case.

    ``every``: ``case_id``, ``subject_id``, ``matter`` and the number of the judged ``case``; ``judged``: ``case_id``,
    ``case`` and ``place`` of these.
    """

    def __init__(self, every: ibis.Table, judged: ibis.Table):
        self.every, self.judged = every, judged


def alike_of(states: Mapping[str, ibis.Table], places: ibis.Table, units: Units, store: Store) -> Alike:
    """The cases to judge: all with records or relations, and one of each sort without."""
    found = states["cases"]
    cases = found.join(
        places.rename(day="as_of", where="region"),
        [found.as_of == places.as_of, found.region.identical_to(places.region)],
    ).drop("day", "where")
    named = ibis.union(states["records"].select("case_id"), states["relations"].select("case_id"), distinct=True)
    named = store.keep(named)
    own = cases.semi_join(named, "case_id").select("case_id", "subject_id", "matter", "place", judged="case_id")
    layer = _of_always(units)
    rows, sort = _sorts(cases.anti_join(named, "case_id"), states, layer)
    rows = store.keep(rows.select("case_id", "subject_id", "matter", *sort))
    first = store.keep(rows.group_by(sort).agg(judged=rows.case_id.min()))
    shared = rows.join(first, sort).select("case_id", "subject_id", "matter", "place", "judged")
    every = store.keep(own.union(shared))
    judged = every.filter(every.case_id == every.judged).select("case_id", "place")
    judged = store.keep(judged.mutate(case=ibis.row_number()))
    numbers = judged.select("case", judged="case_id")
    every = every.join(numbers, "judged").drop("judged", "place")
    return Alike(store.keep(every), judged)


def _of_always(units: Units) -> Layer:
    """The conditions that are asked without a record on any list."""
    plan = units.plan
    return layers_of((plan.rules[number].condition for number in plan.always), (), plan)


def _sorts(cases: ibis.Table, states: Mapping[str, ibis.Table], layer: Layer) -> tuple[ibis.Table, list[str]]:
    """The cases with all that a condition can see in them, and the names of these columns."""
    said: dict[str, Any] = {"kind": cases.kind.fill_null(""), "status": cases.status.fill_null("active")}
    rows = cases.mutate(said)
    sort = ["place", "kind", "status", "has_inquiry"]
    compared = [
        tested(one.comparison, rows).cast("int64")
        for one in layer.of(Compare).values()
        if one.comparison.scope in ("subject", "context")
    ]
    for number, start in enumerate(range(0, len(compared), PACKED)):
        packed = sum(value * 3**place for place, value in enumerate(compared[start : start + PACKED]))
        rows = rows.mutate({f"facts_{number}": packed})
        sort.append(f"facts_{number}")
    periods = dict.fromkeys(str(one.period) for one in layer.of(CleanFor).values())
    for number, period in enumerate(periods):
        clean = states["clean"].filter(states["clean"].period == period)
        missing = states["clean_missing"].filter(states["clean_missing"].period == period)
        value, what = f"clean_{number}", f"missing_{number}"
        rows = beside(rows, clean.select("case_id", **{value: "value"}), "case_id")
        rows = beside(rows, missing.select("case_id", **{what: "missing"}), "case_id")
        rows = rows.mutate({value: rows[value].fill_null(0), what: rows[what].fill_null("")})
        sort += [value, what]
    if layer.of(HeldBy):
        inquiries = states["inquiries"]
        covered = {name: inquiries[name].join(",").fill_null("") for name in ("roles", "registers")}
        rows = beside(rows, inquiries.select("case_id", **covered), "case_id")
        rows = rows.mutate({name: rows[name].fill_null("-") for name in covered})
        sort += list(covered)
    return rows, sort
