"""A rule pack: one document and the measures it orders, in the order of its text."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from ..source.scalars import Day, Text
from ..source.values import Actor, Direction, Force, OnReduce, Part, Provenance, Rank, Reckoned
from .base import Citation, OneOrMore, PackModel, PeriodText
from .condition import Condition


class ProvenBy(PackModel):
    """Another source that cites a document which prints no date: the earliest such day (S3)."""

    day: Day
    source: Text


class Source(PackModel):
    """Where the words of the document were read."""

    provenance: Provenance
    file: Text
    part: str | None = None


class Memorandum(PackModel):
    """The document: title, number, rank, place and the period in which it applies (S2, S3).

    ``restates`` names packs of the place above whose clauses the document repeats; a copy that could adopt is found.
    """

    id: Text
    title: Text
    document_no: Text | None = None
    rank: Rank
    place: Text
    from_: Literal["unknown"] | Day = Field(alias="from")
    proven_by: ProvenBy | None = None
    until: Day | None = None
    supersedes: tuple[Text, ...] = ()
    restates: tuple[Text, ...] = ()
    status: Literal["draft", "published"] = "published"
    source: Source


class RoleBearers(PackModel):
    """Persons in named roles of the listed unit, reckoned on a day; ``responsible`` asks for the finding (S11)."""

    roles: Annotated[tuple[Text, ...], Field(min_length=1)]
    at: Reckoned
    responsible: bool = False
    when: Condition | None = None


def _bearer_form(value: Any) -> str:
    return "subject" if isinstance(value, str) else "roles"


Bearer = Annotated[
    Annotated[Literal["subject"], Tag("subject")] | Annotated[RoleBearers, Tag("roles")], Discriminator(_bearer_form)
]


class DepartmentPart(PackModel):
    """A department whose part differs from the pack's default."""

    name: Text
    part: Part


class DepartmentFunction(DepartmentPart):
    """A department that had several functions, and which of them is meant."""

    part: Part | None = None  # type: ignore[assignment]  # a function may be named where no part is printed
    function: Text


def _department_form(value: Any) -> str:
    if isinstance(value, str):
        return "name"
    return "function" if isinstance(value, dict) and "function" in value else "part"


PrintedDepartment = Annotated[
    Annotated[Text, Tag("name")]
    | Annotated[DepartmentPart, Tag("part")]
    | Annotated[DepartmentFunction, Tag("function")],
    Discriminator(_department_form),
]


def _departments_form(value: Any) -> str:
    return "none" if isinstance(value, str) else "list"


Departments = Annotated[
    Annotated[Literal["none-printed"], Tag("none")]
    | Annotated[tuple[PrintedDepartment, ...], Field(min_length=1), Tag("list")],
    Discriminator(_departments_form),
]
Basis = Annotated[
    Annotated[Literal["none-cited"], Tag("none")] | Annotated[tuple[Citation, ...], Field(min_length=1), Tag("list")],
    Discriminator(_departments_form),
]


class Term(PackModel):
    """A term of the measure's own: a period, to the end of the next year, or for life (终身).

    A period counts from the day the record took effect, or from that of the decision. With ``outlasts`` (the basis for
    it) the measure runs on after the record has left its list (S10).
    """

    period: PeriodText | None = None
    clock: Literal["effect", "decided"] = "effect"
    through: Literal["next-calendar-year", "life"] | None = None
    outlasts: Citation | Text | None = None


class MeasureProvenance(PackModel):
    """The measure was seen only through the source named."""

    secondary: Text


def _provenance_form(value: Any) -> str:
    return "word" if isinstance(value, str) else "seen-through"


class Measure(PackModel):
    """One act on named bearers by named departments under one clause.

    ``guard`` is for the department to see to, ``parameters`` is the extent that the text gives; both are shown and not
    evaluated. Measures of one ``menu`` are alternatives: the department chooses one or more.
    """

    id: Text
    clause: Text
    act: Text
    direction: Direction = "punishment"
    force: Force | None = None
    actor: Actor = "public"
    wording: Text | None = None
    triggered_by: Condition | None = None
    when: Condition | None = None
    listed_kinds: OneOrMore | None = None
    bearers: Annotated[tuple[Bearer, ...], Field(min_length=1)]
    bearer_kinds: OneOrMore | None = None
    departments: Departments
    basis: Basis
    on_reduce: OnReduce | None = None
    term: Term | None = None
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    blocked_by: tuple[Text, ...] | None = None
    guard: dict[str, str] = {}
    parameters: dict[str, str] = {}
    menu: Text | None = None
    matters: tuple[Text, ...] | None = None
    provenance: (
        Annotated[
            Annotated[Provenance, Tag("word")] | Annotated[MeasureProvenance, Tag("seen-through")],
            Discriminator(_provenance_form),
        ]
        | None
    ) = None
    note: str | None = None


class AdoptedMeasure(PackModel):
    """A clause that restates a measure of another pack: its own clause and departments, the rest inherited.

    ``adopts`` names the measure as ``pack/measure``.
    """

    id: Text
    clause: Text
    adopts: Text
    departments: Departments
    wording: Text | None = None
    force: Force | None = None
    basis: Basis | None = None
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    guard: dict[str, str] | None = None
    parameters: dict[str, str] | None = None
    note: str | None = None


def _measure_form(value: Any) -> str:
    adopts = "adopts" in value if isinstance(value, dict) else isinstance(value, AdoptedMeasure)
    return "adopted" if adopts else "measure"


WrittenMeasure = Annotated[
    Annotated[Measure, Tag("measure")] | Annotated[AdoptedMeasure, Tag("adopted")], Discriminator(_measure_form)
]


class Clause(PackModel):
    """A clause of the document that orders, allows, recommends or encourages something on a subject.

    Encoded where a measure bears its number; else ``left_out`` gives the reason.
    """

    clause: Text
    heading: Text
    left_out: Text | None = None


class Defaults(PackModel):
    """What holds for each measure that says nothing else."""

    force: Force | None = None
    on_reduce: OnReduce = "recommended"
    part: Part | None = None


class Pack(PackModel):
    """One document as a rule pack; ``sections`` are files beside it that hold more of its measures, in order."""

    format: Literal[1]
    memorandum: Memorandum
    triggered_by: Condition | None = None
    defaults: Defaults = Defaults()
    sections: tuple[Text, ...] = ()
    clauses: tuple[Clause, ...] = ()
    measures: tuple[WrittenMeasure, ...] = ()
