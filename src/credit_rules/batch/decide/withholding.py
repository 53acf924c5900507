"""Contributions that are not issued, each with its reason (S11a, S17, S20, S22a, S23)."""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ..arrays import none_of
from ..joins import beside
from ..match.results import IN_FORCE
from ..match.scene import Scene
from .dimensions import Dimensions
from .forms import Forms
from .standing import INSUFFICIENT, UNVERIFIED


class Withheld(NamedTuple):
    """``kept``: the contributions that are issued; ``withheld``: case, rule, bearer, reason, the records because of
    which (in order), and whether the verification of one is open."""

    kept: ibis.Table
    withheld: ibis.Table


def withhold(found: ibis.Table, forms: Forms, dimensions: Dimensions, scene: Scene) -> Withheld:
    """The contributions of the forms parted, in the order of a decision (steps 5 and 6)."""
    store, options = scene.store, dimensions.settings
    rules = dimensions.rules.select("rule", "livelihood", "effect", "hinders")
    rows = found.join(rules, "rule")
    strict = ibis.literal(options.standing == "withhold")
    remembered = rows.remembered & ibis.literal(not options.include_unverified)
    reason = ibis.cases(
        (strict & (rows.standing == INSUFFICIENT), "insufficient-standing"),
        (strict & (rows.standing == UNVERIFIED), "unverified-source"),
        (remembered, "unverified-source"),
        (rows.livelihood & rows.punishes & rows.natural, "livelihood"),
    )
    rows = store.keep(rows.mutate(reason=reason))
    own = rows.filter(rows.reason.notnull())
    own = beside(own.select("case", "rule", "bearer", "reason", "ground"), forms.grounds, ["case", "ground"])
    left = rows.filter(rows.reason.isnull()).drop("reason")
    listed = store.keep(_listed_elsewhere(left, forms, dimensions))
    left = store.keep(left.anti_join(listed, ["case", "rule", "bearer"]))
    punished = store.keep(_punished(left, forms, dimensions))
    kept = left.anti_join(punished, ["case", "rule", "bearer"])
    columns = ["case", "rule", "bearer", "reason", "record"]
    because = ibis.union(
        own.select(columns),
        listed.mutate(reason=ibis.literal("listed-elsewhere")).select(columns),
        punished.mutate(reason=ibis.literal("punishment-prevails")).select(columns),
        distinct=True,
    )
    because = beside(because, forms.records.select("case", "record", "verification_open"), ["case", "record"])
    withheld = because.group_by("case", "rule", "bearer", "reason").agg(
        because=because.record.collect(), open=because.verification_open.any().fill_null(False)
    )
    return Withheld(
        store.keep(kept.drop("livelihood", "effect")),
        store.keep(withheld.mutate(because=withheld.because.sort().fill_null(none_of("array<int32>")))),
    )


def _listed_elsewhere(left: ibis.Table, forms: Forms, dimensions: Dimensions) -> ibis.Table:
    """The records of the bearer of an incentive that keep it from one who is not on a clean list (S17)."""
    incentives = left.filter(~left.punishes).select("case", "place", "rule", "bearer").distinct()
    records = forms.records.filter("hinders").join(dimensions.lists, "list_number")
    rows = incentives.join(
        records.select("case", "record", "list_number", "dishonest", bearer="listed"), ["case", "bearer"]
    )
    rows = beside(rows, dimensions.blocks.mutate(named=True), ["rule", "list_number"])
    rows = beside(rows, dimensions.every_field.mutate(every=True), "place")
    blocks = rows.named.fill_null(False) | (rows.every.fill_null(False) & rows.dishonest)
    return rows.filter(blocks).select("case", "rule", "bearer", "record")


def _punished(left: ibis.Table, forms: Forms, dimensions: Dimensions) -> ibis.Table:
    """The records of punishments in force that prevail over an incentive on the same matter (S20)."""
    incentives = left.filter(~left.punishes).select("case", "rule", "bearer").distinct()
    matters = dimensions.matters.join(dimensions.wide, "matter").select("rule", matter="above").distinct()
    asked = incentives.join(matters, "rule")
    prevails = left.punishes & (left.status == IN_FORCE) & left.counts & left.hinders & ~left.remembered
    prevailing = left.filter(prevails).select("case", "bearer", "ground", other="rule")
    prevailing = prevailing.join(dimensions.matters.rename(other="rule"), "other")
    rows = asked.join(prevailing.select("case", "bearer", "matter", "ground").distinct(), ["case", "bearer", "matter"])
    rows = rows.select("case", "rule", "bearer", "ground").distinct().join(forms.grounds, ["case", "ground"])
    return rows.select("case", "rule", "bearer", "record").distinct()
