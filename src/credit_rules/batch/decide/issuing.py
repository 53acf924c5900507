"""A merged measure with all that does not depend on ids and days: sources, departments, basis, matters (S22, S24)."""

from __future__ import annotations

import ibis

from ...decide.merge import STANDING_ORDER, STATUS_ORDER
from ..joins import beside
from ..match.resting import AND
from ..match.scene import Scene
from .arrays import in_order, none_of, word
from .dimensions import Dimensions
from .forms import Forms
from .merging import Merged

KEY = ["case", "measure"]


def issue(merged: Merged, forms: Forms, dimensions: Dimensions, scene: Scene) -> ibis.Table:
    """The measures of the forms as they are written, but with numbers for people, records and grounds.

    ``spent``: done once, on records that have all left their list.
    """
    store = scene.store
    rules = merged.parts.select(*KEY, "rule").distinct()
    places = forms.cases.select("case", "place")
    rules = store.keep(rules.join(places, "case"))
    first = dimensions.rules.select(
        "rule", "id", "direction", "effect", "impact", "category", "once", "result", "hinders"
    ).rename(first="rule")
    found = merged.measures.join(first, "first")
    found = beside(found, _matters(rules, dimensions), KEY)
    found = beside(
        found, _of_rules(rules, dimensions.departments, ("view",), ("id", "level", "part"), "departments"), KEY
    )
    found = beside(
        found,
        _of_rules(
            rules,
            dimensions.basis,
            ("instrument", "version", "article", "rank", "provenance"),
            ("instrument", "version", "article", "rank", "provenance"),
            "legal_basis",
        ),
        KEY,
    )
    found = beside(beside(beside(found, _sources(merged), KEY), _roles(merged), KEY), _because(merged, forms), KEY)
    return store.keep(
        found.mutate(
            status=word(found.status, STATUS_ORDER),
            standing=word(found.standing, STANDING_ORDER),
            actor=ibis.ifelse(found.public, "public", "autonomous"),
            matters=found.matters.fill_null(none_of("array<string>")),
            departments=found.departments.fill_null(none_of(found.departments.type())),
            legal_basis=found.legal_basis.fill_null(none_of(found.legal_basis.type())),
            because=found.because.fill_null(none_of(found.because.type())),
            verification=ibis.ifelse(found.open.fill_null(False), "open", ibis.null("string")),
            spent=found.once & found.gone.fill_null(False),
            human_review=found.punishes,
        )
    )


def _matters(rules: ibis.Table, dimensions: Dimensions) -> ibis.Table:
    rows = rules.join(dimensions.matters, "rule").select(*KEY, "matter").distinct()
    return in_order(rows, KEY, (), ("matter",), "matters")


def _of_rules(
    rules: ibis.Table, known: ibis.Table, told_by: tuple[str, ...], columns: tuple[str, ...], name: str
) -> ibis.Table:
    """What the clauses of a measure say in their order, each once: told apart by some columns."""
    rows = rules.join(known, ["place", "rule"])
    rows = rows.mutate(position=rows.rule.cast("int64") * 10_000 + rows.number)
    kept = {column: rows[column].arbitrary() for column in columns if column not in told_by}
    rows = rows.group_by(*KEY, *told_by).agg(position=rows.position.min(), **kept)
    return in_order(rows, KEY, ("position",), columns, name)


def _sources(merged: Merged) -> ibis.Table:
    rows = merged.sources
    rows = rows.mutate(
        status=word(rows.status, STATUS_ORDER),
        standing=word(rows.standing, STANDING_ORDER),
    )
    columns = ("id", "provenance", "status", "force", "standing", "leads", "unopposed")
    return in_order(rows, KEY, ("rule",), columns, "sources")


def _roles(merged: Merged) -> ibis.Table:
    rows = merged.parts.select(*KEY, "roles").distinct()
    rows = rows.select(*KEY, role=rows.roles.split(AND).unnest()).distinct()
    return in_order(rows, KEY, (), ("role",), "bearer_roles")


def _because(merged: Merged, forms: Forms) -> ibis.Table:
    """The records of every contribution, whether one is under verification, and whether all have left their list."""
    rows = merged.parts.select(*KEY, "ground").distinct().join(forms.grounds, ["case", "ground"])
    rows = (
        rows.select(*KEY, "record")
        .distinct()
        .join(forms.records.select("case", "record", "gone", "verification_open"), ["case", "record"])
    )
    found = rows.group_by(KEY).agg(
        because=rows.record.collect(), open=rows.verification_open.any(), gone=rows.gone.all()
    )
    return found.mutate(because=found.because.sort())
