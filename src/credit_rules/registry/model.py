"""The shared, dated, sourced vocabulary that packs and cases name: one type an entry, one YAML file a field.

Entries carry half-open periods ``[from, until)`` (S3) and the provenance of what they say (S22a).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..pack.base import Citation, OneOrMore, PackModel, PeriodText
from ..pack.condition import Condition
from ..source.scalars import Day, Text
from ..source.values import (
    Category,
    DocumentKind,
    Effect,
    Family,
    FloorName,
    Force,
    Ground,
    Impact,
    Kind,
    ListClass,
    Provenance,
    Rank,
    Remedy,
    Tier,
)  # fmt: skip
from .department_model import Department, Reform
from .duty_model import DutyEntry
from .entry import Entry

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
    """An event that ends a record of the list before or without a term, and who acts (S26).

    ``earliest`` is the least time from the day of effect before this way opens; ``within`` the time to act in once its
    ground is there.
    """

    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    way: Literal["repair", "rectification", "delisting"]
    through: Text
    basis: Citation | Literal["none-cited"]
    conditions: str | None = None
    earliest: PeriodText | None = None
    within: PeriodText | None = None


class StageRule(PackModel):
    """How long verification of a record of the list may take in one stage (S7)."""

    ground: Ground
    period: PeriodText
    basis: Citation


class Exemption(PackModel):
    """Whom the authority does not list; with ``grounds``, for those grounds of listing only."""

    text: Text
    grounds: tuple[Text, ...] = ()
    basis: Citation


class ListEntry(Entry):
    """A red list, a list of dishonest subjects, a watch list, a rating or a register of decisions (S1)."""

    class_: ListClass = Field(alias="class")
    field: Text
    place: Text = "000000"
    determined_by: Text
    criteria: str | None = None
    family: Family | None = None
    procedure: str | None = None
    remedies: str | None = None
    exemptions: tuple[Exemption, ...] = ()
    continuing_duty: bool = False
    basis: tuple[Citation, ...] = ()
    requires_notice: bool = False
    publicity_window: PeriodText | None = None
    terms: tuple[ListTerm, ...] = ()
    greatest_age: PeriodText | None = None
    verification: tuple[StageRule, ...] = ()
    no_suspension: tuple[NoSuspension, ...] = ()
    repair_reduces: Citation | None = None
    unrepairable: Unrepairable | None = None
    exits: tuple[Exit, ...] = ()


class Recognition(Entry):
    """A list of one place that counts in another (S2; JX 四(十五), KS 六(六))."""

    list: Text
    place: Text


# --- acts and the rest -----------------------------------------------------------------------------------------------


class MeasureClass(Entry):
    """A class of the national basic list of measures, and the part of the list it stands in (国办发〔2020〕49号)."""

    part: Literal["reducing", "management", "autonomous"]


class Act(Entry):
    """What is done to a bearer: its effect, impact, category, matters, and whether it is done once (S10, S15).

    ``listed_as`` is the class of the national basic list of measures where one fits.
    """

    effect: Effect
    impact: Impact
    category: Category | None = None
    matters: tuple[Text, ...] = ()
    once: bool = False
    livelihood: bool = False
    floor: FloorName | None = None
    listed_as: Text | None = None


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
    """A version of an instrument, named by the day of its adoption, and the period in which it is effective.

    ``renumbered`` tells where an article of the version before stands in this one. Where ``provenance`` is absent, that
    of the instrument holds.
    """

    version: Text
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    number: str | None = None
    renumbered: dict[str, str] = {}
    provenance: Provenance | None = None
    source: str | None = None


class Instrument(Entry):
    """A law, regulation, rule, policy document or memorandum (S22).

    ``enabled_by`` are the higher bases that a rule details, as its own text names them; ``repealed_by`` took the place
    of the whole.
    """

    number: str | None = None
    rank: Rank
    issuer: str | None = None
    place: Text = "000000"
    pointer: str | None = None
    versions: Annotated[tuple[InstrumentVersion, ...], Field(min_length=1)]
    repealed_by: Text | None = None
    enabled_by: tuple[Citation, ...] = ()


class Provision(Entry):
    """What an article provides, as it was read: the most that a measure resting on it may do (S22, S23).

    ``acts`` it orders or allows, on whom (``lists`` where it names them, ``roles``), with what ``force``, and for how
    long at ``longest``; ``for_life`` where it says so.
    """

    instrument: Text
    article: Text
    acts: Annotated[tuple[Text, ...], Field(min_length=1)]
    lists: tuple[Text, ...] = ()
    roles: Annotated[tuple[Text, ...], Field(min_length=1)] = ("subject",)
    force: Force | None = None
    longest: PeriodText | None = None
    for_life: bool = False


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
    """How long a record is published at least before repair, and at most, by tier, in a period (S9).

    ``special_for`` names the fields of lists for which this rule stands in place of the general one; ``documents`` the
    kinds of finding document to which alone it applies; ``clock`` the day from which it counts.
    """

    least: dict[Tier, PeriodText | Literal["none"]]
    longest: dict[Tier, PeriodText] = {}
    fields: dict[str, PeriodText] = {}
    special_for: tuple[Text, ...] = ()
    documents: tuple[DocumentKind, ...] = ()
    clock: Literal["decided", "published"] = "decided"
    basis: Citation


class RemedyStep(PackModel):
    """One step of a remedy: what may be asked for, within what time, by which article.

    The time counts from learning of the act or, where the step is against an answer, from being served with it.
    """

    step: Literal["reconsideration", "suit", "objection", "correction", "complaint"]
    period: PeriodText | None = None
    basis: Citation


class RemedyRule(Entry):
    """What the bearer can do against an actor of a kind, in a period (S26); the title is the sentence that says so."""

    remedy: Remedy
    steps: tuple[RemedyStep, ...] = ()


class MatrixRow(Entry):
    """What an instrument of a rank may carry in a period (S23; LF 1.3).

    ``measure``: whether it creates a rights-reducing measure: ``yes``; ``enabled``, only in detailing a higher basis;
    ``practice``, as the practice of its day; ``no``. ``founds``: whether it founds a nationwide list, or a local one in
    its own place. With ``fields``, all this only where every list is of one of them.
    """

    rank: Rank
    measure: Literal["yes", "enabled", "practice", "no"]
    founds: Literal["nationwide", "local", "none"] = "none"
    fields: tuple[Text, ...] = ()


class Floor(Entry):
    """A statutory floor: which ranks may carry such an act, whom it protects, from when (S23).

    ``measure`` and ``list`` hold for every rights-reducing measure and every list that one rests on.
    """

    floor: FloorName | Literal["market-entity", "measure", "list"]
    ranks: tuple[Rank, ...]
    kinds: OneOrMore | None = None
    article: Citation


class RegistryFile(PackModel):
    """One file of the registry; each field may stand in many files."""

    format: Literal[1]
    lists: tuple[ListEntry, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    departments: tuple[Department, ...] = ()
    reforms: tuple[Reform, ...] = ()
    measure_classes: tuple[MeasureClass, ...] = ()
    acts: tuple[Act, ...] = ()
    matters: tuple[Matter, ...] = ()
    roles: tuple[Role, ...] = ()
    kinds: tuple[KindSet, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    provisions: tuple[Provision, ...] = ()
    places: tuple[Place, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    publicity: tuple[PublicityRule, ...] = ()
    remedies: tuple[RemedyRule, ...] = ()
    duties: tuple[DutyEntry, ...] = ()
    matrix: tuple[MatrixRow, ...] = ()
    floors: tuple[Floor, ...] = ()
