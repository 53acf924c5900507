"""The shared, dated, sourced vocabulary that packs and cases name: one type an entry, one YAML file a field.

Entries carry half-open periods ``[from, until)`` (S3) and the provenance of what they say (S22a).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..pack.base import Citation, OneOrMore, PackModel, PeriodText
from ..pack.condition import Condition
from ..source.scalars import Day, Text
from ..source.values import Category, Effect, Ground, Impact, Kind, Level, ListClass, Provenance, Rank, Remedy, Tier


class Entry(PackModel):
    """What every entry has: an id, a title in Chinese, a period, and where it was read."""

    id: Text
    title: Text
    title_en: str | None = None
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    provenance: Provenance
    source: Text
    note: str | None = None


# --- lists -----------------------------------------------------------------------------------------------------------


class TermCase(PackModel):
    """A term that depends on a fact of the record."""

    when: Condition
    term: PeriodText | Literal["open"]


class ListTerm(PackModel):
    """How long a record has effect, by the rule of a period; the clock starts on the day named (S6)."""

    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    clock: Literal["effect", "decided", "published"] = "effect"
    cases: tuple[TermCase, ...] = ()
    otherwise: PeriodText | Literal["open"]
    on_repetition: PeriodText | None = None
    basis: Citation | None = None


class NoSuspension(PackModel):
    """A stage of verification during which the list denies suspension, and on what basis (S7)."""

    ground: Ground
    basis: Citation


class Unrepairable(PackModel):
    """The basis on which a record cannot be repaired (S9)."""

    basis: Citation


class Exit(PackModel):
    """An event that ends a record of the list before or without a term, and who acts (S26)."""

    way: Literal["repair", "rectification", "delisting"]
    through: Text
    basis: Citation | Literal["none-cited"]


class ListEntry(Entry):
    """A red list, a list of dishonest subjects, a watch list, a rating or a register of decisions (S1)."""

    class_: ListClass = Field(alias="class")
    field: Text
    place: Text = "000000"
    determined_by: Text
    criteria: str | None = None
    continuing_duty: bool = False
    basis: tuple[Citation, ...] = ()
    requires_notice: bool = False
    publicity_window: PeriodText | None = None
    terms: tuple[ListTerm, ...] = ()
    greatest_age: PeriodText | None = None
    no_suspension: tuple[NoSuspension, ...] = ()
    repair_reduces: Citation | None = None
    unrepairable: Unrepairable | None = None
    exits: tuple[Exit, ...] = ()


class Recognition(Entry):
    """A list of one place that counts in another (S2; JX 四(十五), KS 六(六))."""

    list: Text
    place: Text


# --- departments -----------------------------------------------------------------------------------------------------


class DepartmentName(PackModel):
    """The name at a level in a period; ``{place}`` stands for the place's name (萍乡市)."""

    level: Level
    name: Text
    place: Text | None = None
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None


class Printed(PackModel):
    """A name as a text prints it, and the level that it means there; ``place`` where only that place prints it so."""

    name: Text
    level: Level
    place: Text | None = None


class Successor(PackModel):
    """Who does the work from a day on."""

    id: Text
    from_: Day = Field(alias="from")


class Department(Entry):
    """An organ, body or kind of body by its function (S24)."""

    remedy: Remedy = "administrative"
    names: tuple[DepartmentName, ...] = ()
    printed: tuple[Printed, ...] = ()
    successor: Successor | None = None


# --- acts and the rest -----------------------------------------------------------------------------------------------


class Act(Entry):
    """What is done to a bearer: its effect, impact, category, matters, and whether it is done once (S10, S15)."""

    effect: Effect
    impact: Impact
    category: Category | None = None
    matters: tuple[Text, ...] = ()
    once: bool = False
    livelihood: bool = False
    floor: Literal["exit", "penalty", "licence"] | None = None


class Matter(Entry):
    """What a department is asked to decide; a measure that names the parent concerns the child too (S21)."""

    parent: Text | None = None


class Role(Entry):
    """What a person can be in a unit; ``needs_finding``: bears only what the relation answers for (S11)."""

    needs_finding: bool = False


class KindSet(Entry):
    """A named set of kinds of subject: ``units``."""

    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)]


class FactEntry(Entry):
    """A declared fact: on what it is said, its type and unit."""

    on: Literal["subject", "relation", "record", "context"]
    type: Literal["boolean", "amount", "count", "share", "day", "choice", "text"]
    choices: tuple[Text, ...] = ()


class InstrumentVersion(PackModel):
    """A version of an instrument, named by the day of its adoption, and the period in which it is effective."""

    version: Text
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None


class Instrument(Entry):
    """A law, regulation, rule, policy document or memorandum (S22)."""

    number: str | None = None
    rank: Rank
    place: Text = "000000"
    versions: Annotated[tuple[InstrumentVersion, ...], Field(min_length=1)]


class Place(Entry):
    """A GB/T 2260 code: its name, and the code that took its place."""

    renumbered_to: Text | None = None


class VerificationRule(PackModel):
    """How long verification may take, and that measures wait (S7)."""

    period: PeriodText | None = None
    basis: Citation


class Procedure(Entry):
    """What the instrument of a place provides for records and bearers there, in a period (S6, S7, S9, S17)."""

    place: Text
    verification: VerificationRule | None = None
    repair_reduces: Citation | None = None
    rectified_delists: Citation | None = None
    confirmation_required: Citation | None = None
    incentives_blocked_by_all_fields: Citation | None = None


class PublicityRule(Entry):
    """The least time that a record stays published before repair, by tier, in a period (S9)."""

    least: dict[Tier, PeriodText | Literal["none"]]
    fields: dict[str, PeriodText] = {}
    basis: Citation


class MatrixRow(Entry):
    """Whether a rank carries a rights-reducing measure, and a nationwide list (S23; LF 1.3)."""

    measure: Literal["yes", "territory", "no"]
    nationwide_list: bool = False


class Floor(Entry):
    """A statutory floor: which ranks may carry such an act, whom it protects, from when (S23)."""

    floor: Literal["exit", "penalty", "licence", "market-entity"]
    ranks: tuple[Rank, ...]
    kinds: OneOrMore | None = None
    article: Citation


class RegistryFile(PackModel):
    """One file of the registry; each field may stand in many files."""

    format: Literal[1]
    lists: tuple[ListEntry, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    departments: tuple[Department, ...] = ()
    acts: tuple[Act, ...] = ()
    matters: tuple[Matter, ...] = ()
    roles: tuple[Role, ...] = ()
    kinds: tuple[KindSet, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    places: tuple[Place, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    publicity: tuple[PublicityRule, ...] = ()
    matrix: tuple[MatrixRow, ...] = ()
    floors: tuple[Floor, ...] = ()
