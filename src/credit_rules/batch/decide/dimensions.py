"""What a plan says of its measures, day by day and place by place, as small tables joined to the cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import ibis

from ...decide.indication import ORDER as RESULTS
from ...decide.indication import RESULT_OF
from ...decide.matters import matter_and_parents
from ...decide.withhold import DISHONESTY, HINDERS
from ...plan.options import Options
from ...source.values import Kind
from ..match.codes import ALWAYS, EPOCH, number_of
from ..match.units import Units
from ..store import Store, prepared_tables
from ..tables import Columns
from .placed import Cells, Placed, weighs

COLUMNS: dict[str, Columns] = {
    "rules": {
        "rule": "int32", "id": "string", "rank": "int32", "act": "string", "act_rank": "int32", "direction": "string",
        "punishes": "boolean", "weighs": "boolean", "ordered": "boolean", "public": "boolean", "effect": "string",
        "result": "int32", "hinders": "boolean", "impact": "string", "category": "string", "once": "boolean",
        "livelihood": "boolean", "provenance": "string", "remembered": "boolean", "lifted": "boolean",
        "softened": "boolean", "starts": "int32", "stops": "int32",
    },
    "in_force": {"place": "int32", "rule": "int32", "mine": "boolean"},
    "matters": {"rule": "int32", "matter": "string"},
    "wide": {"matter": "string", "above": "string"},
    "departments": {
        "place": "int32", "rule": "int32", "number": "int32", "view": "int32", "id": "string", "level": "string",
        "part": "string",
    },
    "uncertain": {"place": "int32", "rule": "int32", "printed": "string"},
    "basis": {
        "place": "int32", "rule": "int32", "number": "int32", "instrument": "string", "version": "string",
        "article": "string", "rank": "string", "provenance": "string",
    },
    "lists": {"list_number": "int32", "serious": "boolean", "dishonest": "boolean", "continuing": "boolean"},
    "blocks": {"rule": "int32", "list_number": "int32"},
    "every_field": {"place": "int32"},
    "weighed": {"place": "int32", "rule": "int32", "kinded": "int32", "practised": "boolean"},
    "carrying": {
        "place": "int32", "rule": "int32", "kinded": "int32", "list_number": "int32", "basis": "int32",
        "provides": "boolean", "read": "boolean",
    },
    "founded": {"place": "int32", "list_number": "int32", "founded": "int32"},
}  # fmt: skip


class Dimensions(NamedTuple):
    """What the tables say is said in :class:`Placed` and below.

    ``kinds`` gives the class of a kind that floors tell apart, ``starts`` are the days on which measures begin.
    """

    rules: ibis.Table
    in_force: ibis.Table
    matters: ibis.Table
    wide: ibis.Table
    departments: ibis.Table
    uncertain: ibis.Table
    basis: ibis.Table
    lists: ibis.Table
    blocks: ibis.Table
    every_field: ibis.Table
    weighed: ibis.Table
    carrying: ibis.Table
    founded: ibis.Table
    kinds: dict[Kind | None, int]
    starts: tuple[int, ...]
    settings: Options


def dimensions_of(
    units: Units,
    present: Mapping[int, frozenset[str]],
    options: Options,
    store: Store,
    before: Dimensions | None = None,
) -> Dimensions:
    """The tables of the measures of a plan, in the place of those ``before``.

    ``present`` are the lists that cases of each place have records on.
    """
    rows = _Rows(units, present, options)
    tables = prepared_tables(COLUMNS, rows, before, store)
    starts = sorted({(rule.from_ - EPOCH).days for rule in units.plan.rules})
    return Dimensions(**tables, kinds=rows.kinds, starts=tuple(starts), settings=options)


class _Rows(Placed):
    """The rows of each table."""

    def rules(self) -> Cells:
        """``rank`` and ``act_rank`` order ids and acts; what is ``remembered`` nobody has read (S22a); repair makes a
        recommendation of what is ``softened``, and of what is ``lifted`` nothing (S9)."""
        ranks = {id: rank for rank, id in enumerate(sorted(self.plan.ids))}
        acts = {act: rank for rank, act in enumerate(sorted({rule.act for rule in self.plan.rules}))}
        for number, rule in enumerate(self.plan.rules):
            result = RESULT_OF.get(rule.effect)
            yield (
                number, rule.id, ranks[rule.id], rule.act, acts[rule.act], rule.direction,
                rule.direction == "punishment", weighs(rule), rule.force == "mandatory", rule.actor == "public",
                rule.effect, None if result is None else RESULTS.index(result), rule.effect in HINDERS, rule.impact,
                rule.category, rule.once, rule.livelihood, rule.provenance, rule.provenance == "unverified",
                rule.on_reduce == "lifted", rule.on_reduce == "recommended", number_of(rule.from_),
                number_of(rule.until, ALWAYS),
            )  # fmt: skip

    def matters(self) -> Cells:
        for number, rule in enumerate(self.plan.rules):
            for matter in dict.fromkeys(rule.matters):
                yield number, matter

    def wide(self) -> Cells:
        """Each matter with itself and those above it."""
        for matter in self.words.matters:
            for above in sorted(matter_and_parents(matter, self.plan)):
                yield matter, above

    def lists(self) -> Cells:
        for number, entry in enumerate(self.words.lists):
            yield number, entry.class_ == "serious", entry.class_ in DISHONESTY, entry.continuing_duty

    def blocks(self) -> Cells:
        """The lists that keep an incentive from one who stands on them: those its document names, else serious ones."""
        for rule_number, rule in enumerate(self.plan.rules):
            if rule.direction == "incentive":
                named = rule.blocked_by
                for number, entry in enumerate(self.words.lists):
                    if entry.class_ == "serious" if named is None else entry.id in named:
                        yield rule_number, number
