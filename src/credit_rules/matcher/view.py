"""What a condition is judged against: one measure, one possible bearer, one listed subject, one reading."""

from datetime import date
from typing import Any

from ..case.model import Relation
from ..plan.model import BearerSpec, Plan, Rule
from ..plan.results import Missing, Reading, Used
from ..registry.truth import Truth
from ..situation.model import Party, RecordState, Situation
from ..source.rows import NamedTuple


class Judgement(NamedTuple):
    """A truth value, the records that make it true, since when and until when they can, and what would settle it.

    ``since`` and ``until`` are a half-open period; ``None`` sets no bound.
    """

    value: Truth
    records: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    missing: tuple[Missing, ...] = ()
    uses: tuple[str, ...] = ()


class Candidate(NamedTuple):
    """Who may bear a measure because of whom: the roles held in the listed unit, ``()`` for a listing of its own."""

    bearer: str
    listed: str
    spec: BearerSpec
    relations: tuple[Relation, ...]


class Shown(NamedTuple):
    """What a family of measures sees of a case (``families.py``): a record, whoever it lists, and the rest."""

    state: RecordState
    bearer: Party
    situation: Situation


class View(NamedTuple):
    """Everything a condition may look at; ``used`` collects the conditions judged, for reasons (S25).

    ``bearing`` is the same for all views in which a condition means the same.
    """

    plan: Plan
    situation: Situation
    rule: Rule
    candidate: Candidate
    reading: Reading
    used: list[Used]
    bearing: tuple[Any, ...]
    record: RecordState | None = None
    relation: Relation | None = None

    def reads(self, state: RecordState) -> bool:
        """Whether the reading takes this record in."""
        if self.reading in ("unsuspended", "unreduced") and state.suspended:
            return False
        return not (self.reading in ("unreduced", "unopposed") and state.reduced)

    def admits(self, relation: Relation) -> bool:
        """Whether the reading takes this relation in: a disputed one only where all is taken in (S11)."""
        return self.reading in ("all", "unopposed") or relation.status != "disputed"

    def about(self, record: RecordState | None = None, relation: Relation | None = None) -> "View":
        """The same view, looking at one record or relation; what it uses is its own affair."""
        return self._replace(record=record or self.record, relation=relation or self.relation, used=[])
