"""The registries as a plan carries them: plain frozen data, no YAML and no models behind it.

Each type is the working part of the registry entry of the same name (``registry/model.py``); titles and notes that no
decision needs stay behind.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from ..pack.period import Period
from ..source.values import Ground, Kind, Level, ListClass, Provenance, Rank, Remedy
from .operators import Comparison, FactType

NEGATIVE: tuple[ListClass, ...] = ("serious", "dishonesty", "decision")
"""The classes whose records are bad credit records (S18); watch lists and ratings are not."""


def in_force(day: date, from_: date | None, until: date | None) -> bool:
    """Whether a day lies in the half-open period ``[from_, until)``; an absent end is open (S3)."""
    return (from_ is None or from_ <= day) and (until is None or day < until)


class Cited(NamedTuple):
    """An article of an instrument."""

    instrument: str
    article: str
    provenance: Provenance


class TermCase(NamedTuple):
    """The term where every comparison holds; ``term`` ``None`` is open-ended."""

    when: tuple[Comparison, ...]
    term: Period | None


class TermRule(NamedTuple):
    """The term of a list in a period of the rule (S6)."""

    from_: date | None
    until: date | None
    clock: Literal["effect", "decided", "published"]
    cases: tuple[TermCase, ...]
    otherwise: Period | None
    on_repetition: Period | None


class ExitWay(NamedTuple):
    """A way in which a record of the list ends (S26)."""

    way: Literal["repair", "rectification", "delisting"]
    through: str
    basis: Cited | None


class ListRule(NamedTuple):
    """What a list says about its records."""

    id: str
    title: str
    class_: ListClass
    field: str
    place: str
    from_: date | None
    until: date | None
    determined_by: str
    continuing_duty: bool
    basis: tuple[Cited, ...]
    requires_notice: bool
    publicity_window: Period | None
    terms: tuple[TermRule, ...]
    greatest_age: Period | None
    no_suspension: tuple[Ground, ...]
    repair_reduces: Cited | None
    unrepairable: Cited | None
    exits: tuple[ExitWay, ...]

    @property
    def negative(self) -> bool:
        """Whether its records are bad credit records (S18)."""
        return self.class_ in NEGATIVE


class Recognised(NamedTuple):
    """A list of one place that counts in another, in a period (S2)."""

    list: str
    place: str
    from_: date | None
    until: date | None


class NameRule(NamedTuple):
    """A department's name at a level, in a place, in a period; ``{place}`` stands for the place's name."""

    level: Level
    name: str
    place: str | None
    from_: date | None
    until: date | None


class DepartmentRule(NamedTuple):
    """A department by its function: its names, when it ceased, and who does the work since (S24)."""

    id: str
    title: str
    remedy: Remedy
    until: date | None
    names: tuple[NameRule, ...]
    successor: str | None
    successor_from: date | None


class FactRule(NamedTuple):
    """A declared fact."""

    scope: Literal["subject", "relation", "record", "context"]
    name: str
    title: str
    type: FactType
    choices: tuple[str, ...]


class VersionRule(NamedTuple):
    version: str
    from_: date | None
    until: date | None


class InstrumentRule(NamedTuple):
    """An instrument and its versions (S22)."""

    id: str
    title: str
    number: str | None
    rank: Rank
    place: str
    provenance: Provenance
    versions: tuple[VersionRule, ...]


class ProcedureRule(NamedTuple):
    """What a place's instrument provides for records and bearers there (S6, S7, S9, S17)."""

    id: str
    title: str
    place: str
    from_: date | None
    until: date | None
    verification: Cited | None
    verification_period: Period | None
    repair_reduces: Cited | None
    rectified_delists: Cited | None
    confirmation_required: Cited | None
    incentives_blocked_by_all_fields: Cited | None


class PublicityPeriod(NamedTuple):
    """The least publicity before repair, by tier and for some fields, in a period (S9)."""

    title: str
    from_: date | None
    until: date | None
    least: dict[str, Period | None]
    fields: dict[str, Period]
    basis: Cited


class RankRule(NamedTuple):
    """Whether a rank carries a rights-reducing measure and a nationwide list (S23)."""

    rank: Rank
    measure: Literal["yes", "territory", "no"]
    nationwide_list: bool


class FloorRule(NamedTuple):
    """A statutory floor: which ranks clear it, whom it protects, from when (S23)."""

    floor: Literal["exit", "penalty", "licence", "market-entity"]
    title: str
    ranks: tuple[Rank, ...]
    kinds: tuple[Kind, ...]
    article: Cited
    from_: date | None
    until: date | None


@dataclass(frozen=True)
class Vocabulary:
    """Every registry a decision needs, each a tuple in id order."""

    lists: tuple[ListRule, ...]
    recognitions: tuple[Recognised, ...]
    departments: tuple[DepartmentRule, ...]
    matters: dict[str, str | None]
    roles: dict[str, bool]
    titles: dict[str, dict[str, str]]
    facts: tuple[FactRule, ...]
    instruments: tuple[InstrumentRule, ...]
    places: dict[str, str]
    renumbered: dict[str, str]
    founded: dict[str, int]
    procedures: tuple[ProcedureRule, ...]
    publicity: tuple[PublicityPeriod, ...]
    matrix: tuple[RankRule, ...]
    floors: tuple[FloorRule, ...]

    @cached_property
    def list(self) -> dict[str, ListRule]:
        """Lists by code."""
        return {entry.id: entry for entry in self.lists}

    @cached_property
    def department(self) -> dict[str, DepartmentRule]:
        """Departments by id."""
        return {entry.id: entry for entry in self.departments}

    @cached_property
    def instrument(self) -> dict[str, InstrumentRule]:
        """Instruments by id."""
        return {entry.id: entry for entry in self.instruments}

    @cached_property
    def fact(self) -> dict[tuple[str, str], FactRule]:
        """Declared facts by scope and name."""
        return {(entry.scope, entry.name): entry for entry in self.facts}

    def title(self, field: str, id: str) -> str:
        """The Chinese title of an entry; the id itself where there is none."""
        return self.titles.get(field, {}).get(id, id)
