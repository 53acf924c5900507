"""What an evaluator says about one measure and one possible bearer."""

from datetime import date
from typing import Literal

from ..registry.truth import Truth
from ..source.rows import NamedTuple

Outcome = Literal["hit", "miss", "undetermined"]
Reading = Literal["all", "unsuspended", "unreduced", "unopposed"]
READINGS: tuple[Reading, ...] = ("all", "unsuspended", "unreduced")
"""The readings of a decision: all seen records and relations; without those that an open verification or a dispute
suspends; without the reduced ones too (semantics.md, "The order of a decision", step 4)."""
Reason = Literal["missing-fact", "unclear", "stale-record", "procedure", "inquiry", "role", "age", "kind"]


class Missing(NamedTuple):
    """What would settle an unknown condition, and why it is unknown."""

    what: str
    reason: Reason


class Used(NamedTuple):
    """One condition that was judged: its words, its value, and the records, relations and facts looked at."""

    text: str
    value: Truth
    uses: tuple[str, ...]


class RuleResult(NamedTuple):
    """A measure judged for one bearer because of one listed subject.

    ``readings`` holds the truth of the condition in each of :data:`READINGS`, ``unopposed`` what it would be without
    the reduced records, were nothing under verification or in dispute. ``records``, ``since`` and ``until``
    belong to the strictest reading in which it is true: the records that make it true, and the half-open period in
    which they do, as far as it is known.
    """

    rule: int
    bearer: str
    roles: tuple[str, ...]
    listed: str
    readings: tuple[Truth, Truth, Truth]
    unopposed: Truth
    records: tuple[str, ...]
    since: date | None
    until: date | None
    missing: tuple[Missing, ...]
    used: tuple[Used, ...]

    @property
    def outcome(self) -> Outcome:
        """Hit, miss or undetermined, as all seen records say."""
        return {True: "hit", False: "miss", None: "undetermined"}[self.readings[0]]  # type: ignore[return-value]
