"""The registries as a plan carries them: plain frozen data, no YAML and no models behind it.

Each type is the working part of the registry entry of the same name (``registry/model.py``); titles and notes that no
decision needs stay behind.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from ..case.decision import DutyCode
from ..pack.period import Period
from ..source.rows import NamedTuple
from ..source.values import (
    Body,
    Direction,
    DocumentKind,
    DutyTrigger,
    FloorName,
    Ground,
    Kind,
    LeftBy,
    Level,
    ListClass,
    Provenance,
    Rank,
    Remedy,
    Tier,
)  # fmt: skip
from .operators import Comparison, FactType

NEGATIVE: tuple[ListClass, ...] = ("serious", "dishonesty", "decision")
"""The classes whose records are bad credit records (S18); watch lists and ratings are not."""


def in_force(day: date, from_: date | None, until: date | None) -> bool:
    """Whether a day lies in the half-open period ``[from_, until)``; an absent end is open (S3)."""
    return (from_ is None or from_ <= day) and (until is None or day < until)


class Cited(NamedTuple):
    """An article of an instrument; ``version`` is the one whose numbering it follows, where it is named."""

    instrument: str
    article: str
    provenance: Provenance
    version: str | None = None


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
    """A way in which a record of the list ends in a period: not before ``earliest`` after effect, ``within`` a time."""

    from_: date | None
    until: date | None
    way: Literal["repair", "rectification", "delisting"]
    through: str
    basis: Cited | None
    conditions: str | None
    earliest: Period | None
    within: Period | None


class StagePeriod(NamedTuple):
    """How long verification may take in one stage, by the list's own instrument (S7)."""

    ground: Ground
    period: Period
    basis: Cited


class StageDenial(NamedTuple):
    """A stage of verification during which the list denies suspension (S7)."""

    ground: Ground
    basis: Cited


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
    verification: tuple[StagePeriod, ...]
    no_suspension: tuple[StageDenial, ...]
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
    """A department's name at some levels, in a place, in a period; see ``DepartmentName`` for the placeholders.

    Between ``earliest`` and ``from_`` nobody has checked whether it is the name already.
    """

    levels: tuple[Level, ...]
    name: str
    place: str | None
    from_: date | None
    until: date | None
    earliest: date | None


class SuccessorRule(NamedTuple):
    """Who does a department's work at a level, in a place, from a day; unchecked between ``earliest`` and that day."""

    id: str
    level: Level
    place: str | None
    from_: date
    earliest: date | None


class DepartmentRule(NamedTuple):
    """A department by its function: what it is, its names, and who does the work since (S24)."""

    id: str
    title: str
    body: Body
    remedy: Remedy
    names: tuple[NameRule, ...]
    successors: tuple[SuccessorRule, ...]


class FactRule(NamedTuple):
    """A declared fact."""

    scope: Literal["subject", "relation", "record", "context"]
    name: str
    title: str
    type: FactType
    choices: tuple[str, ...]


class VersionRule(NamedTuple):
    """A version of an instrument; ``renumbered`` leads from an article of the version before to one of this."""

    version: str
    from_: date | None
    until: date | None
    renumbered: dict[str, str]
    provenance: Provenance


class InstrumentRule(NamedTuple):
    """An instrument and its versions, oldest first (S22)."""

    id: str
    title: str
    number: str | None
    rank: Rank
    place: str
    versions: tuple[VersionRule, ...]
    enabled_by: tuple[Cited, ...]


class ProvisionRule(NamedTuple):
    """What an article provides in a period: its acts, and the lists that it names, if it names any (S23)."""

    instrument: str
    article: str
    from_: date | None
    until: date | None
    acts: tuple[str, ...]
    lists: tuple[str, ...]


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
    """The least publicity before repair and the longest, by tier and for some fields, in a period (S9).

    ``special_for`` are the fields of lists for which it stands in place of the general rule; ``documents`` the kinds of
    finding document to which alone it applies.
    """

    title: str
    from_: date | None
    until: date | None
    least: dict[str, Period | None]
    longest: dict[str, Period]
    fields: dict[str, Period]
    special_for: tuple[str, ...]
    documents: tuple[DocumentKind, ...]
    clock: Literal["decided", "published"]
    basis: Cited


class RemedyWay(NamedTuple):
    """One step of a remedy, and within what time of learning of the act or of the answer before it."""

    step: Literal["reconsideration", "suit", "objection", "correction", "complaint"]
    period: Period | None
    basis: Cited


class RemedySentence(NamedTuple):
    """What the bearer can do against an actor of a kind, in a period (S26)."""

    remedy: Remedy
    title: str
    from_: date | None
    until: date | None
    steps: tuple[RemedyWay, ...]


class DutyRule(NamedTuple):
    """What somebody owes once something has happened; empty tuples narrow nothing (S7, S8, S26)."""

    code: DutyCode
    trigger: DutyTrigger
    place: str
    from_: date | None
    until: date | None
    lists: tuple[str, ...]
    classes: tuple[ListClass, ...]
    determined_by: tuple[str, ...]
    kinds: tuple[Kind, ...]
    not_tiers: tuple[Tier, ...]
    documents: tuple[DocumentKind, ...]
    ways: tuple[LeftBy, ...]
    acts: tuple[str, ...]
    directions: tuple[Direction, ...]
    matters: tuple[str, ...]
    owed_by: str
    to: str
    period: Period | None
    counted_from: str | None
    each_quarter_by: int | None
    basis: tuple[Cited, ...]


class RankRule(NamedTuple):
    """What an instrument of a rank may carry in a period: a rights-reducing measure, a list (S23).

    With ``fields``, only where every list is of one of them.
    """

    rank: Rank
    from_: date | None
    until: date | None
    measure: Literal["yes", "enabled", "practice", "no"]
    founds: Literal["nationwide", "local", "none"]
    fields: tuple[str, ...]


class FloorRule(NamedTuple):
    """A statutory floor: which ranks clear it, whom it protects, from when (S23)."""

    floor: FloorName | Literal["market-entity", "measure", "list"]
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
    provisions: tuple[ProvisionRule, ...]
    places: dict[str, str]
    renumbered: dict[str, str]
    founded: dict[str, int]
    procedures: tuple[ProcedureRule, ...]
    publicity: tuple[PublicityPeriod, ...]
    remedies: tuple[RemedySentence, ...]
    duties: tuple[DutyRule, ...]
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

    @cached_property
    def procedures_known(self) -> dict[tuple[str | None, date], Any]:
        """The procedures in force, worked out for a place and a day."""
        return {}

    @cached_property
    def duties_of(self) -> dict[DutyTrigger, tuple[DutyRule, ...]]:
        """Duties by what brings them about."""
        found: dict[DutyTrigger, tuple[DutyRule, ...]] = {}
        for rule in self.duties:
            found[rule.trigger] = (*found.get(rule.trigger, ()), rule)
        return found

    def title(self, field: str, id: str) -> str:
        """The Chinese title of an entry; the id itself where there is none."""
        return self.titles.get(field, {}).get(id, id)
