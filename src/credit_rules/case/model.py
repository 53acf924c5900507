"""A case: a subject, who is related to it, the records, what was looked up, and what is asked (contract.md, "Case").

Every day is a :class:`datetime.date`. Periods are half-open, save the conduct of a record and the window of an
inquiry, whose last day belongs to them.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from ..source.rows import NamedTuple
from ..source.strict import NonEmpty
from ..source.values import DocumentKind, EventType, Grade, IdType, Kind, Tier

FactValue = bool | int | Decimal | str | None
"""A fact as read; its declared type (amount, share, day ...) is checked when names are resolved."""
Facts = dict[str, FactValue]


class Subject(NamedTuple):
    """A unit or person: the one the case is about, or another party of it."""

    id: NonEmpty
    kind: Kind
    id_type: IdType | None = None
    name: str | None = None
    region: str | None = None
    status: Literal["active", "deregistered", "deceased"] = "active"
    birth_date: date | None = None
    facts: Facts = {}


class Relation(NamedTuple):
    """``id`` holds ``role`` in ``of`` on every day of ``[since, until)``."""

    id: NonEmpty
    kind: Kind
    role: NonEmpty
    since: date
    of: NonEmpty | None = None
    until: date | None = None
    responsible_for: tuple[str, ...] | None = None
    status: Literal["undisputed", "disputed"] = "undisputed"
    facts: Facts = {}
    recorded_on: date | None = None


class Document(NamedTuple):
    """The document that a record rests on."""

    number: NonEmpty
    kind: DocumentKind = "other"
    status: Literal["effective", "not-effective", "revoked"] = "effective"


class Conduct(NamedTuple):
    """The days of the conduct, first and last included; no ``until``: only the first day is known."""

    from_: date | None = None
    until: date | None = None


class Changes(NamedTuple):
    """What a verification corrected: the right values, which count from the original day (S8); null: as it was."""

    grade: Grade | None = None
    tier: Tier | None = None
    determined_by: str | None = None
    conduct: Conduct | None = None
    decided_on: date | None = None
    published_on: date | None = None
    notified_on: date | None = None
    served_on: date | None = None
    expires_on: date | None = None
    facts: Facts = {}


class Event(NamedTuple):
    """Something that happened to a record on a day; which fields it may carry depends on ``type``."""

    type: EventType
    on: date
    ground: str | None = None
    result: Literal["confirmed", "corrected", "annulled"] | None = None
    changes: Changes | None = None
    effect: Literal["lift", "reduce"] | None = None
    within_time: bool | None = None
    monitoring_until: date | None = None
    until: date | None = None
    grade: Grade | None = None
    recorded_on: date | None = None


class Record(NamedTuple):
    """One entry of a subject on a list."""

    id: NonEmpty
    list: NonEmpty
    determined_by: NonEmpty
    document: Document
    decided_on: date
    subject: NonEmpty | None = None
    grade: Grade | None = None
    tier: Tier | None = None
    conduct: Conduct | None = None
    published_on: date | None = None
    notified_on: date | None = None
    notified: bool | None = None
    served_on: date | None = None
    served: bool | None = None
    expires_on: date | None = None
    facts: Facts = {}
    events: tuple[Event, ...] = ()
    recorded_on: date | None = None
    fetched_on: date | None = None


class Inquiry(NamedTuple):
    """What was looked up, so that "nothing found" is knowledge; ``from`` to ``until``, both days searched."""

    records_of: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    registers: tuple[str, ...] = ("*",)
    from_: date | None = None
    until: date | None = None
    asked_by: str | None = None
    ground: str | None = None


class Context(NamedTuple):
    """What is asked: the day decided for, the day of knowledge, the place and the matter."""

    as_of: date | None = None
    known_at: date | None = None
    region: str | None = None
    matter: str | None = None
    facts: Facts = {}


class Case(NamedTuple):
    """The whole input of one decision."""

    subject: Subject
    relations: tuple[Relation, ...] = ()
    parties: tuple[Subject, ...] = ()
    records: tuple[Record, ...] = ()
    inquiry: Inquiry | None = None
    context: Context = Context()
