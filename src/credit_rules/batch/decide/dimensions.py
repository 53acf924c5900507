"""What a plan says of its measures, day by day and place by place, as small tables joined to the cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import ibis

from ...decide.indication import ORDER as RESULTS
from ...decide.indication import RESULT_OF
from ...decide.matters import matter_and_parents
from ...decide.withhold import DISHONESTY, HINDERS
from ...plan.model import Plan
from ...plan.options import Options
from ...source.values import Kind
from ..match.codes import ALWAYS, EPOCH, number_of
from ..match.units import Units
from ..store import Store
from .placed import Cells, Placed, weighs


class Dimensions(NamedTuple):
    """The tables of :func:`dimensions_of`; ``kinds`` gives the class of a kind that floors tell apart, ``starts`` are
    the days on which measures begin."""

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


def dimensions_of(units: Units, present: Mapping[int, frozenset[str]], options: Options, store: Store) -> Dimensions:
    """The tables of the measures of a plan; ``present`` are the lists that cases of each place have records on."""
    plan = units.plan
    placed = Placed(units, present)
    words = plan.vocabulary
    return Dimensions(
        rules=_table(
            store,
            _rules(plan),
            rule="int32", id="string", rank="int32", act="string", act_rank="int32", direction="string", punishes="boolean",
            weighs="boolean", ordered="boolean", public="boolean", effect="string", result="int32", hinders="boolean",
            impact="string", category="string", once="boolean", livelihood="boolean", provenance="string",
            remembered="boolean", lifted="boolean", softened="boolean", starts="int32", stops="int32",
        ),
        in_force=_table(store, placed.in_force(options.department), place="int32", rule="int32", mine="boolean"),
        matters=_table(
            store,
            ((number, matter) for number, rule in enumerate(plan.rules) for matter in dict.fromkeys(rule.matters)),
            rule="int32", matter="string",
        ),
        wide=_table(
            store,
            ((matter, above) for matter in words.matters for above in sorted(matter_and_parents(matter, plan))),
            matter="string", above="string",
        ),
        departments=_table(
            store, placed.departments(),
            place="int32", rule="int32", number="int32", view="int32", id="string", level="string", part="string",
        ),
        uncertain=_table(store, placed.uncertain(), place="int32", rule="int32", printed="string"),
        basis=_table(
            store, placed.basis(),
            place="int32", rule="int32", number="int32", instrument="string", version="string", article="string",
            rank="string", provenance="string",
        ),
        lists=_table(
            store,
            (
                (number, entry.class_ == "serious", entry.class_ in DISHONESTY, entry.continuing_duty)
                for number, entry in enumerate(words.lists)
            ),
            list_number="int32", serious="boolean", dishonest="boolean", continuing="boolean",
        ),
        blocks=_table(store, _blocks(plan), rule="int32", list_number="int32"),
        every_field=_table(store, placed.every_field(), place="int32"),
        weighed=_table(
            store, placed.weighed(), place="int32", rule="int32", kinded="int32", practised="boolean"
        ),
        carrying=_table(
            store, placed.carrying(),
            place="int32", rule="int32", kinded="int32", list_number="int32", basis="int32", provides="boolean",
            read="boolean",
        ),
        founded=_table(store, placed.founded(), place="int32", list_number="int32", founded="int32"),
        kinds=placed.kinds,
        starts=tuple(sorted({(rule.from_ - EPOCH).days for rule in plan.rules})),
        settings=options,
    )  # fmt: skip


def _table(store: Store, rows: Cells, **columns: str) -> ibis.Table:
    return store.prepared([dict(zip(columns, row, strict=True)) for row in rows], columns)


def _rules(plan: Plan) -> Cells:
    ranks = {id: rank for rank, id in enumerate(sorted(plan.ids))}
    acts = {act: rank for rank, act in enumerate(sorted({rule.act for rule in plan.rules}))}
    for number, rule in enumerate(plan.rules):
        result = RESULT_OF.get(rule.effect)
        yield (
            number, rule.id, ranks[rule.id], rule.act, acts[rule.act], rule.direction, rule.direction == "punishment", weighs(rule),
            rule.force == "mandatory", rule.actor == "public", rule.effect,
            None if result is None else RESULTS.index(result), rule.effect in HINDERS, rule.impact, rule.category,
            rule.once, rule.livelihood, rule.provenance, rule.provenance == "unverified", rule.on_reduce == "lifted",
            rule.on_reduce == "recommended", number_of(rule.from_), number_of(rule.until, ALWAYS),
        )  # fmt: skip


def _blocks(plan: Plan) -> Cells:
    """The lists that keep an incentive from one who stands on them: those its document names, else serious ones."""
    for number, rule in enumerate(plan.rules):
        if rule.direction == "incentive":
            named = rule.blocked_by
            for entry_number, entry in enumerate(plan.vocabulary.lists):
                if entry.class_ == "serious" if named is None else entry.id in named:
                    yield number, entry_number
