"""What each measure gives for each bearer: status, force and standing, whatever the days (semantics.md, step 4)."""

from __future__ import annotations

import ibis

from ..joins import beside
from ..match.results import REDUCED, SUSPENDED
from ..match.scene import Scene
from .dimensions import Dimensions
from .forms import Forms
from .standing import PRACTICE, lists_of, with_standing

KEYS = ["case", "rule", "position", "bearer", "listed"]


def contributions_of(forms: Forms, dimensions: Dimensions, scene: Scene) -> ibis.Table:
    """A row for each measure that hit, for one bearer because of one listed one; one that repair lifts gives none.

    ``otherwise`` is its status were nothing under verification or in dispute; ``counts`` says that the law of the day
    carries it. What can stand on lists of sufficient basis alone does.
    """
    store, units = scene.store, scene.dimensions
    rows = forms.hits.join(forms.cases.select("case", "place"), "case").join(units.rules, "unit")
    rows = rows.join(dimensions.in_force, ["place", "rule"])
    rows = rows.join(units.units.select("unit", "condition"), "unit")
    rows = rows.join(forms.people.select("case", "kind", "natural", bearer="person"), ["case", "bearer"])
    rows = beside(rows, lists_of(forms, store), ["case", "ground"])
    rows = store.keep(rows.mutate(lists=rows.lists.fill_null("")))
    rows = with_standing(rows, dimensions, scene).mutate(counts=lambda row: row.standing <= PRACTICE)
    rows = store.keep(rows)
    alone = rows.filter(rows.founded & rows.counts)
    whole = rows.filter(~rows.founded)
    found = whole.anti_join(alone, KEYS).union(alone.semi_join(whole, KEYS))
    found = found.join(
        dimensions.rules.select("rule", "punishes", "ordered", "lifted", "softened", "remembered", act="act_rank"),
        "rule",
    )
    reduced = (found.status == REDUCED) | ((found.status == SUSPENDED) & (found.otherwise == REDUCED))
    return store.keep(
        found.filter(~(reduced & found.lifted)).select(
            *KEYS, "status", "otherwise", "roles", "ground", "standing", "counts", "act", "punishes", "ordered",
            "softened", "remembered", "mine", "place", "natural",
        )
    )  # fmt: skip


def ordered(row: ibis.Table, status: ibis.Value) -> ibis.Value:
    """Whether the clause orders at that status: what repair only reduces may become a recommendation (S9)."""
    return row.ordered & ~(row.softened & (status == REDUCED))
