"""A merged measure with all that does not depend on ids and days: sources, departments, basis, matters (S22, S24).

What depends only on which clauses, roles or grounds were merged is worked out once for each set of them.
"""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ...decide.merge import STANDING_ORDER, STATUS_ORDER
from ..arrays import in_order, none_of, word
from ..joins import beside
from ..match.resting import AND
from ..match.scene import Scene
from ..store import Store
from .dimensions import Dimensions
from .forms import Forms
from .merging import KIND, Merged

BASIS = ("instrument", "version", "article", "rank", "provenance")
SOURCE = ("id", "provenance", "status", "force", "standing", "leads", "unopposed")


class Issued(NamedTuple):
    """``measures``: the measures of the forms, with numbers for people, records and grounds; ``kinds``: what holds of
    all measures of a kind (``merging.py``); ``clauses``: what the clauses say that were merged; ``sources``: each
    clause of a kind with what holds of it alone.
    """

    measures: ibis.Table
    kinds: ibis.Table
    clauses: ibis.Table
    sources: ibis.Table

    def whole(self, *columns: str) -> ibis.Table:
        """The measures with these columns of their kinds; ``spent``: done once, on records that all left their list."""
        rows = self.measures.join(self.kinds, "kind")
        return rows.mutate(spent=rows.once & rows.gone).select(*self.measures.columns, *columns)


def issue(merged: Merged, forms: Forms, dimensions: Dimensions, scene: Scene) -> Issued:
    """The measures of the forms as they are written, save ids and days."""
    store = scene.store
    named = ("rule", "act", "id", "direction", "punishes", "effect", "impact", "category", "once", "result", "hinders")
    found = store.keep(merged.kinds.join(dimensions.rules.select(*named).rename(first="rule"), "first"))
    clauses = _of_clauses(found, dimensions, store)
    found = found.join(clauses.select("place", "rules", "clauses"), ["place", "rules"])
    found = found.join(_of_roles(found, store), "roles")
    footings = found.select("grounds").distinct()
    footings = store.keep(footings.mutate(footing=ibis.row_number()))
    found = found.join(footings, "grounds")
    found = found.mutate(
        status=word(found.status, STATUS_ORDER),
        standing=word(found.standing, STANDING_ORDER),
        actor=ibis.ifelse(found.public, "public", "autonomous"),
        human_review=found.punishes,
    ).drop("rules", "roles", "grounds", "place")
    kinds = store.keep(found)
    measures = merged.measures.select("measure", "case", "bearer", "kind").join(kinds.select("kind", "footing"), "kind")
    measures = measures.join(_of_footings(measures, footings, forms, store), ["case", "footing"]).drop("footing")
    return Issued(store.keep(measures), kinds, clauses.drop("place", "rules"), store.keep(_sources(merged)))


def _of_clauses(measures: ibis.Table, dimensions: Dimensions, store: Store) -> ibis.Table:
    """Matters, departments and basis of each set of clauses in a place, each once, in the order of the text."""
    sets = measures.select("place", "rules").distinct()
    sets = store.keep(sets.mutate(clauses=ibis.row_number()))
    parts = store.keep(sets.select("clauses", "place", rule=sets.rules.unnest()))
    matters = parts.join(dimensions.matters, "rule").select("clauses", "matter").distinct()
    told = {
        "matters": in_order(matters, ["clauses"], (), ("matter",), "matters"),
        "departments": _each_once(parts, dimensions.departments, ("view", "id", "level", "part"), 1, "departments"),
        "legal_basis": _each_once(parts, dimensions.basis, BASIS, 0, "legal_basis"),
    }
    for name, table in told.items():
        sets = beside(sets, table, "clauses")
        sets = sets.mutate({name: sets[name].fill_null(none_of(sets[name].type()))})
    return store.keep(sets)


def _each_once(parts: ibis.Table, known: ibis.Table, columns: tuple[str, ...], hidden: int, name: str) -> ibis.Table:
    """What the clauses say in their order, each once; the first ``hidden`` columns only tell two apart."""
    rows = parts.join(known, ["place", "rule"])
    rows = rows.mutate(position=rows.rule.cast("int64") * 10_000 + rows.number)
    rows = rows.group_by("clauses", *columns).agg(position=rows.position.min())
    return in_order(rows, ["clauses"], ("position",), columns[hidden:], name)


def _of_roles(measures: ibis.Table, store: Store) -> ibis.Table:
    """As what the bearer bears: every role of every contribution."""
    sets = store.keep(measures.select("roles").distinct())
    rows = sets.select("roles", role=sets.roles.join(AND).split(AND).unnest()).distinct()
    return store.keep(in_order(rows, ["roles"], (), ("role",), "bearer_roles"))


def _of_footings(measures: ibis.Table, footings: ibis.Table, forms: Forms, store: Store) -> ibis.Table:
    """The records of every contribution, whether one is under verification, and whether all have left their list."""
    keys = ["case", "footing"]
    sets = store.keep(measures.select(keys).distinct())
    rows = sets.join(footings.select("footing", ground=footings.grounds.unnest()), "footing")
    rows = rows.join(forms.grounds, ["case", "ground"]).select(*keys, "record").distinct()
    seen = forms.records.select("case", "record", "gone", "verification_open")
    rows = rows.join(seen, ["case", "record"])
    found = rows.group_by(keys).agg(
        because=rows.record.collect(), open=rows.verification_open.any(), gone=rows.gone.all()
    )
    found = beside(sets, found, keys)
    return store.keep(
        found.mutate(
            because=found.because.sort().fill_null(none_of("array<int32>")),
            open=found.open.fill_null(False),
            gone=found.gone.fill_null(False),
        )
    )


def _sources(merged: Merged) -> ibis.Table:
    rows = merged.sources
    rows = rows.mutate(status=word(rows.status, STATUS_ORDER), standing=word(rows.standing, STANDING_ORDER))
    return in_order(rows, KIND, ("rule",), SOURCE, "sources")
