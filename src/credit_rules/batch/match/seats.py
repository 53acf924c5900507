"""Who may bear which measures because of whom (S11), before any condition is judged."""

from __future__ import annotations

from typing import NamedTuple

import ibis

from ..store import Store
from .cast import Cast
from .codes import ALL, within_mask
from .dimensions import Dimensions


class Seats(NamedTuple):
    """Possible bearers: ``seats``, by which relations they are (``relations``), what is asked of each (``asked``).

    ``asked`` holds units whose kinds are not unfit: ``listed_fits`` and ``bearer_fits`` are truth values.
    """

    seats: ibis.Table
    relations: ibis.Table
    asked: ibis.Table


def seats_of(cast: Cast, dimensions: Dimensions, store: Store) -> Seats:
    """The seats of the cases: the subject by its own listing, or by a role in a listed unit; and persons in roles of
    the subject, because of the subject's records. One that is deceased or deregistered bears nothing."""
    own = dimensions.specs.filter(~dimensions.specs.of_roles).select("spec")
    of_subject = cast.cases.cross_join(own).select("case", "spec", bearer="subject", listed="subject")
    subjects = cast.cases.select("case", "subject")
    held = cast.relations.join(subjects, "case")
    held = held.filter((held.holder == held.subject) | (held.unit == held.subject)).join(dimensions.roles, "role")
    of_roles = held.select("case", "spec", bearer="holder", listed="unit").distinct()
    bearers = cast.people.filter("active").select("case", "natural", "adult", bearer="person", bearer_kind="kind")
    listed = cast.people.select("case", listed="person", listed_kind="kind")
    pairs = of_subject.union(of_roles).join(bearers, ["case", "bearer"]).join(listed, ["case", "listed"])
    cases = cast.cases.select("case", "place", "as_of", "mixed", "partly")
    seats = store.keep(pairs.join(cases, "case").mutate(seat=ibis.row_number()))
    mine = seats.select("case", "spec", "seat", holder="bearer", unit="listed")
    relations = held.select("case", "spec", "holder", "unit", "relation").join(mine, ["case", "spec", "holder", "unit"])
    return Seats(seats, store.keep(relations.select("seat", "relation")), store.keep(_asked(seats, cast, dimensions)))


def _asked(seats: ibis.Table, cast: Cast, dimensions: Dimensions) -> ibis.Table:
    """Units in force, of fitting kinds, that the records of the listed one call for or that need none."""
    records = cast.records
    live = records.filter(records.reaches & ~records.rating & ~records.dead)
    called = (
        (live.select("case", "listed", "list_number").distinct().join(dimensions.called, "list_number"))
        .select("case", "listed", "unit")
        .distinct()
    )
    units = dimensions.units
    short = seats.select("seat", "case", "spec", "listed", "place", "listed_kind", "bearer_kind")
    by_list = called.join(units, "unit").join(short, ["case", "listed", "spec"])
    without = dimensions.always.join(units, "unit").join(short, "spec")
    columns = ["seat", "place", "unit", "listed_kinds", "bearer_kinds", "listed_kind", "bearer_kind"]
    both = by_list.select(columns).union(without.select(columns)).join(dimensions.in_force, ["place", "unit"])
    fitting = both.select(
        "seat",
        "unit",
        listed_fits=within_mask(both.listed_kind, both.listed_kinds),
        bearer_fits=within_mask(both.bearer_kind, both.bearer_kinds),
    )
    return fitting.filter((fitting.listed_fits > 0) & (fitting.bearer_fits > 0))


def heads_of(seats: Seats, dimensions: Dimensions) -> ibis.Table:
    """What is to be judged: seat, trait, reading, whether on lists of sufficient basis alone, and the condition."""
    asked = seats.asked.join(dimensions.units, "unit").select("seat", "trait", "condition").distinct()
    seen = seats.seats.select("seat", "mixed", "partly")
    wanted = asked.join(seen, "seat").cross_join(dimensions.readings)
    wanted = wanted.filter((wanted.mixed | (wanted.reading == ALL)) & (wanted.partly | ~wanted.founded))
    return wanted.select("seat", "trait", "reading", "founded", "condition")
