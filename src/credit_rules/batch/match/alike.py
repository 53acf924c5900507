"""Cases of which nothing is on record, and nobody in relation, are alike where conditions see the same in them.

One of each sort is judged for all; the others differ from it in the id of the subject, and in the matter.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis

from ...plan.conditions import CleanFor, Compare, HeldBy
from ..joins import beside
from ..store import Store
from .codes import NEVER, days_of
from .facts import tested
from .layers import Layer, layers_of
from .units import Units

PACKED = 39
"""How many truth values fit into a whole number."""


class Alike:
    """Which judged case stands for each case.

    ``every``: ``case_id``, ``subject_id``, ``matter`` and the number of the judged ``case``; ``judged``: ``case_id``,
    ``subject_id``, ``case`` and ``place`` of these.
    """

    def __init__(self, every: ibis.Table, judged: ibis.Table):
        self.every, self.judged = every, judged


def alike_of(states: Mapping[str, ibis.Table], places: ibis.Table, units: Units, store: Store) -> Alike:
    """The cases to judge: all with records or relations, with even numbers, and one of each sort without."""
    found = states["cases"]
    cases = found.join(
        places.rename(day="as_of", where="region"),
        [found.as_of == places.as_of, found.region.identical_to(places.region)],
    ).drop("day", "where")
    named = ibis.union(states["records"].select("case_id"), states["relations"].select("case_id"), distinct=True)
    named = store.keep(named)
    own = cases.semi_join(named, "case_id").select("case_id", "subject_id", "matter", "place")
    own = store.keep(own.mutate(case=ibis.row_number() * 2))
    rows, sort = _sorts(cases.anti_join(named, "case_id"), states, _of_always(units))
    rows = store.keep(rows.select("case_id", "subject_id", "matter", *sort))
    first = rows.group_by(sort).agg(judged=rows.case_id.min(), subject=rows.subject_id.argmin(rows.case_id))
    first = store.keep(first.mutate(case=ibis.row_number() * 2 + 1))
    told = ["case_id", "subject_id", "matter", "case"]
    every = own.select(told).union(rows.join(first.select(*sort, "case"), sort).select(told))
    alone = first.select("subject", "case", "place", case_id="judged").rename(subject_id="subject")
    judged = ["case_id", "subject_id", "case", "place"]
    return Alike(store.keep(every), store.keep(own.select(judged).union(alone.select(judged))))


def _of_always(units: Units) -> Layer:
    """The conditions that are asked without a record on any list."""
    plan = units.plan
    return layers_of((plan.rules[number].condition for number in plan.always), (), plan)


def _sorts(cases: ibis.Table, states: Mapping[str, ibis.Table], layer: Layer) -> tuple[ibis.Table, list[str]]:
    """The cases with all that a condition can see in them, and the names of these columns."""
    compared = [one.comparison for one in layer.of(Compare).values() if one.comparison.scope in ("subject", "context")]
    rows = beside(cases, states["case_facts"], "case_id") if compared else cases
    rows = rows.mutate(kind=rows.kind.fill_null(""), status=rows.status.fill_null("active"))
    sort = ["place", "kind", "status", "has_inquiry"]
    values = [tested(comparison, rows).cast("int64") for comparison in compared]
    for number, start in enumerate(range(0, len(values), PACKED)):
        packed = sum(value * 3**place for place, value in enumerate(values[start : start + PACKED]))
        rows = rows.mutate({f"facts_{number}": packed})
        sort.append(f"facts_{number}")
    periods = dict.fromkeys(str(one.period) for one in layer.of(CleanFor).values())
    for number, period in enumerate(periods):
        clean = states["clean"].filter(states["clean"].period == period)
        value, what = f"clean_{number}", f"unsearched_{number}"
        rows = beside(rows, clean.select("case_id", **{value: "value", what: "unsearched"}), "case_id")
        rows = rows.mutate({value: rows[value].fill_null(0), what: days_of(rows[what], NEVER)})
        sort += [value, what]
    if layer.of(HeldBy):
        covered = ["inquired_roles", "inquired_registers"]
        rows = rows.mutate({name: rows[name].fill_null("-") for name in covered})
        sort += covered
    return rows, sort
