"""The situation: the only input of every evaluator."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from ..case.model import FactValue, Inquiry, Record, Relation
from ..plan.results import Missing
from ..registry.truth import Truth
from ..registry.vocabulary import ListRule
from ..source.rows import NamedTuple
from ..source.values import Grade, Kind, RecordStatus


class Verification(NamedTuple):
    """An open verification of a record: since when, on what ground, whether measures wait, and until when it is due."""

    opened_on: date
    ground: str
    suspends: bool
    due: date | None
    unit: Literal["days", "working-days"]
    basis: str | None


class RecordState(NamedTuple):
    """A seen record on the as-of day, corrected values in place (S4-S10).

    ``effect`` is the first day of effect (``None``: none yet), ``until`` the first day without it, where known.
    ``spans`` are the half-open periods in which it surely had effect, ``possible`` those in which it may have, its term
    being unclear (S6). ``reaches`` says that its list counts in the region (S2); ``doubt`` why it settles nothing (S6,
    S8a, S29).
    """

    record: Record
    subject: str
    list: ListRule
    status: RecordStatus
    grade: Grade | None
    effect: date | None
    until: date | None
    spans: tuple[tuple[date, date | None], ...]
    possible: tuple[tuple[date, date | None], ...]
    verification: Verification | None
    reduced: bool
    reaches: bool
    doubt: Missing | None
    monitored_until: date | None
    annulment_known_on: date | None

    @property
    def id(self) -> str:
        """The record's id in the case."""
        return self.record.id

    @property
    def current_from(self) -> date | None:
        """Since when it has had effect without a break: repair and stay interrupt, and never reach backwards (S9)."""
        return self.spans[-1][0] if self.spans else self.effect

    @property
    def suspended(self) -> bool:
        """Whether an open verification stops whatever rests only on it (S7)."""
        return self.verification is not None and self.verification.suspends

    def counts(self, afterwards: bool = False) -> Truth:
        """Whether it can trigger a measure (S5), which a rating never does (S1); ``afterwards``: also once it has left
        its list (S10)."""
        if not self.reaches or self.list.class_ == "rating" or self.status in ("annulled", "pending", "stayed"):
            return False
        if not afterwards and self.status not in ("live", "reduced", "under-verification", "unclear"):
            return False
        return None if self.doubt is not None and not (afterwards and self.status == "unclear") else True

    @property
    def dated(self) -> bool:
        """Whether the first and the last day of its conduct are known, so that it can be told from other conduct."""
        conduct = self.record.conduct
        return conduct is not None and conduct.from_ is not None and conduct.until is not None

    @property
    def in_history(self) -> bool:
        """Whether conditions on history see it: neither annulled nor pending (S5)."""
        return self.status not in ("annulled", "pending")


class Party(NamedTuple):
    """The subject, a related person or unit; what is not known of it is ``None``."""

    id: str
    kind: Kind | None
    name: str | None
    status: Literal["active", "deregistered", "deceased"]
    adult_from: date | None
    facts: dict[str, FactValue]


class Cleanness(NamedTuple):
    """Whether the subject is clean for a period, by which records not, and what would settle it (S18)."""

    value: Truth
    records: tuple[str, ...]
    missing: tuple[Missing, ...]


class Notice(NamedTuple):
    """Something the decision must warn of."""

    code: str
    message: str
    record: str | None = None


@dataclass(frozen=True)
class Situation:
    """A case on its two days: statuses, relations and derived facts, known or unknown."""

    subject: str
    as_of: date
    known_at: date
    region: str | None
    matter: str | None
    parties: dict[str, Party]
    records: tuple[RecordState, ...]
    relations: tuple[Relation, ...]
    inquiry: Inquiry | None
    context_facts: dict[str, FactValue]
    clean: dict[str, Cleanness]
    notices: tuple[Notice, ...]

    @cached_property
    def by_subject(self) -> dict[str, tuple[RecordState, ...]]:
        """The seen records of each listed one, in id order."""
        found: dict[str, list[RecordState]] = {}
        for state in self.records:
            found.setdefault(state.subject, []).append(state)
        return {listed: tuple(states) for listed, states in found.items()}

    @cached_property
    def record(self) -> dict[str, RecordState]:
        """Seen records by id."""
        return {state.id: state for state in self.records}

    @cached_property
    def memo(self) -> dict[tuple[Any, ...], Any]:
        """What was worked out of the situation already, so that many measures on one record cost little."""
        return {}

    @cached_property
    def contested(self) -> bool:
        """Whether an open verification or a dispute suspends anything."""
        disputed = any(relation.status == "disputed" for relation in self.relations)
        return disputed or any(state.suspended for state in self.records)

    @cached_property
    def uncontested(self) -> bool:
        """Whether every reading is the same: nothing suspended, in dispute or reduced."""
        return not self.contested and not any(state.reduced for state in self.records)

    def party(self, id: str) -> Party:
        """The party of that id; one that the case does not describe is of unknown kind."""
        return self.parties.get(id) or Party(id, None, None, "active", None, {})
