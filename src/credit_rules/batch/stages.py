"""A batch decided: situations to the tables of the decision, stage by stage.

What a plan says on the days and in the places of a batch is prepared once (:func:`prepare`) and serves every partition
of it (:func:`decide_tables`). Between the stages tables are kept; no row is looked at in Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from ..plan.model import Plan
from ..plan.options import Options
from .decide.contributions import contributions_of
from .decide.dimensions import Dimensions as Deciding
from .decide.dimensions import dimensions_of as deciding_of
from .decide.forms import forms_of
from .decide.indicating import indicate
from .decide.issuing import issue
from .decide.merging import merge
from .decide.outputs import Decided, tables_of
from .decide.undetermined import unknown_of
from .decide.warning import warn, warn_of_records
from .decide.withholding import withhold
from .match.alike import alike_of
from .match.cast import cast_of
from .match.dimensions import Dimensions as Matching
from .match.dimensions import dimensions_of as matching_of
from .match.results import results_of
from .match.scene import Scene
from .match.seats import seats_of
from .match.units import Units, units_of
from .store import Store, Tables

Contexts = Mapping[tuple[date, str | None], Iterable[str]]
"""The days and regions of the cases of a batch, with the lists on which those cases have records."""


OFTEN = ("relations",)
"""The tables that several stages look at and that cost something to work out."""


class Prepared(NamedTuple):
    """A plan prepared for a batch."""

    units: Units
    matching: Matching
    deciding: Deciding


def contexts_of(states: Tables, store: Store) -> Contexts:
    """The contexts of a batch, read from what the life of its records says (``tables.states``)."""
    cases = states["cases"].select("case_id", "as_of", "region")
    rows = cases.left_join(states["records"].select("case_id", "list"), "case_id").select("as_of", "region", "list")
    found: dict[tuple[date, str | None], set[str]] = {}
    for row in store.rows(rows.distinct()):
        lists = found.setdefault((row["as_of"], row["region"]), set())
        if row["list"] is not None:
            lists.add(row["list"])
    return found


def prepare(plan: Plan, contexts: Contexts, options: Options, store: Store, before: Prepared | None = None) -> Prepared:
    """Prepare a plan for the cases of some contexts; in the place of what was prepared ``before`` of the same plan with
    the same options, so that nothing but the tables of the plan has to be made anew.

    :class:`~credit_rules.batch.match.layers.Unsupported` names what of the plan cannot be said in tables.
    """
    units = units_of(plan, contexts)
    present: dict[int, set[str]] = {}
    for (as_of, region), lists in contexts.items():
        present.setdefault(units.place(as_of, region), set()).update(lists)
    lists_at = {place: frozenset(lists) for place, lists in present.items()}
    matching = matching_of(units, store, before and before.matching)
    return Prepared(units, matching, deciding_of(units, lists_at, options, store, before and before.deciding))


def decide_tables(states: Tables, prepared: Prepared, store: Store) -> Tables:
    """The tables of the decision (``tables.OUTPUTS``), not worked out yet, of the cases of ``states``.

    ``states`` are the tables of ``tables.states``, and ``inquiries`` as it was read.
    """
    key = f"decided_{prepared.matching.units.op().name}"
    return store.repeat(key, states, lambda tables: _decided(tables, prepared, store))


def _decided(states: Tables, prepared: Prepared, store: Store) -> Tables:
    units, matching, deciding = prepared
    states = {**states, **{name: store.keep(states[name]) for name in OFTEN}}
    alike = alike_of(states, matching.places, units, store)
    cast = cast_of(states, alike.judged, matching.lists, deciding.founded, units, store)
    scene = Scene(units, matching, cast, seats_of(cast, matching, store), store)
    results = results_of(scene)
    forms = forms_of(results, scene)
    parted = withhold(contributions_of(forms, deciding, scene), forms, deciding, scene)
    merged = merge(parted.kept, deciding, scene)
    issued = issue(merged, forms, deciding, scene)
    unknown = unknown_of(results, deciding, scene)
    decided = Decided(
        forms,
        issued,
        parted,
        unknown,
        warn(forms, merged, issued, parted, deciding, scene),
        warn_of_records(forms, parted, deciding, scene),
        indicate(alike.every, forms, merged, issued, parted, unknown, deciding, scene),
    )
    return tables_of(states, alike.every, decided, deciding, scene)
