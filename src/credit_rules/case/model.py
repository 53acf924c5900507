"""A case: a subject, who is related to it, the records, what was looked up, and what is asked (contract.md, "Case").

Every day is a :class:`datetime.date`. Periods are half-open, save the conduct of a record and the window of an
inquiry, whose last day belongs to them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ..source.scalars import Day, Text
from ..source.values import DocumentKind, EventType, Grade, IdType, Kind, Tier

FactValue = bool | int | Decimal | str | None
"""A fact as read; its declared type (amount, share, day ...) is checked when names are resolved."""
Facts = dict[str, FactValue]


class CaseModel(BaseModel):
    """Base of the case's types: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Subject(CaseModel):
    """A unit or person: the one the case is about, or another party of it."""

    id: Text
    id_type: IdType | None = None
    kind: Kind
    name: str | None = None
    region: str | None = None
    status: Literal["active", "deregistered", "deceased"] = "active"
    birth_date: Day | None = None
    facts: Facts = {}


class Relation(CaseModel):
    """``id`` holds ``role`` in ``of`` on every day of ``[since, until)``."""

    id: Text
    kind: Kind
    role: Text
    of: Text | None = None
    since: Day
    until: Day | None = None
    responsible_for: tuple[str, ...] | None = None
    status: Literal["undisputed", "disputed"] = "undisputed"
    facts: Facts = {}
    recorded_on: Day | None = None


class Document(CaseModel):
    """The document that a record rests on."""

    number: Text
    kind: DocumentKind = "other"
    status: Literal["effective", "not-effective", "revoked"] = "effective"


class Conduct(CaseModel):
    """The days of the conduct, first and last included; no ``until``: only the first day is known."""

    from_: Day | None = Field(None, alias="from")
    until: Day | None = None


class Changes(CaseModel):
    """What a verification corrected: the right values, which count from the original day (S8)."""

    grade: Grade | None = None
    tier: Tier | None = None
    determined_by: str | None = None
    conduct: Conduct | None = None
    decided_on: Day | None = None
    published_on: Day | None = None
    notified_on: Day | None = None
    served_on: Day | None = None
    expires_on: Day | None = None
    facts: Facts = {}


class Event(CaseModel):
    """Something that happened to a record on a day; which fields it may carry depends on ``type``."""

    type: EventType
    on: Day
    ground: str | None = None
    result: Literal["confirmed", "corrected", "annulled"] | None = None
    changes: Changes | None = None
    effect: Literal["lift", "reduce"] | None = None
    within_time: bool | None = None
    monitoring_until: Day | None = None
    until: Day | None = None
    grade: Grade | None = None
    recorded_on: Day | None = None


class Record(CaseModel):
    """One entry of a subject on a list."""

    id: Text
    subject: Text | None = None
    list: Text
    grade: Grade | None = None
    tier: Tier | None = None
    determined_by: Text
    document: Document
    conduct: Conduct | None = None
    decided_on: Day
    published_on: Day | None = None
    notified_on: Day | None = None
    notified: bool | None = None
    served_on: Day | None = None
    served: bool | None = None
    expires_on: Day | None = None
    facts: Facts = {}
    events: tuple[Event, ...] = ()
    recorded_on: Day | None = None
    fetched_on: Day | None = None


class Inquiry(CaseModel):
    """What was looked up, so that "nothing found" is knowledge; ``from`` to ``until``, both days searched."""

    records_of: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    registers: tuple[str, ...] = ("*",)
    from_: Day | None = Field(None, alias="from")
    until: Day | None = None
    asked_by: str | None = None
    ground: str | None = None


class Context(CaseModel):
    """What is asked: the day decided for, the day of knowledge, the place and the matter."""

    as_of: Day | None = None
    known_at: Day | None = None
    region: str | None = None
    matter: str | None = None
    facts: Facts = {}


class Case(CaseModel):
    """The whole input of one decision."""

    subject: Subject
    relations: tuple[Relation, ...] = ()
    parties: tuple[Subject, ...] = ()
    records: tuple[Record, ...] = ()
    inquiry: Inquiry | None = None
    context: Context = Context()
