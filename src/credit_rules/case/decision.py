"""The decision: what the engine answers (contract.md, "Decision").

Plain named tuples in the contract's order, so that a warm process pays nothing for them; the published schema
is generated from these types. Days are ``YYYY-MM-DD`` in JSON.
"""

from datetime import date
from typing import Literal

from ..source.rows import NamedTuple
from ..source.values import (
    Actor,
    Category,
    Direction,
    Effect,
    Force,
    Impact,
    Kind,
    Level,
    Part,
    Provenance,
    Rank,
    RecordStatus,
)  # fmt: skip

MeasureStatus = Literal["in-force", "suspended", "reduced"]
StandingValue = Literal["sufficient", "practice", "insufficient", "unverified"]
WithheldReason = Literal[
    "listed-elsewhere", "punishment-prevails", "insufficient-standing", "unverified-source", "livelihood"
]
UndeterminedReason = Literal[
    "missing-fact", "unclear", "stale-record", "procedure", "inquiry", "role", "age", "kind"
]  # fmt: skip
Way = Literal["expiry", "repair", "rectification", "delisting", "objection", "annulment", "remedy", "once"]
Result = Literal[
    "prohibit", "restrict", "strict-review", "reference", "neutral", "prefer", "fast-track"
]  # fmt: skip
WarningCode = Literal[
    "region-assumed", "region-missing", "conduct-before-measure", "verification-overdue", "procedure-unproven",
    "holidays-not-published",
    "repair-before-minimum-publicity", "reduction-not-provided", "inquiry-missing", "inquiry-of-nobody",
    "no-pack-here", "department-uncertain",
    "contradictory-measures", "kind-does-not-fit-code",
    "id-place-younger-than-holder",
]  # fmt: skip
DutyCode = Literal[
    "answer-objection", "correct-record", "restore-reputation", "withdraw-publication", "delist", "end-display",
    "exit-notice", "lift-measures", "publish-repair", "accept-repair", "answer-repair", "publish-decision",
    "query-record", "feed-back", "report-quarterly", "delete-adverse-record", "apply-for-correction",
    "apply-to-upper-court", "apply-for-reconsideration", "bring-suit",
]  # fmt: skip
"""What is owed, and the last ones what the bearer may do; in the order in which a decision lists them."""


class SubjectView(NamedTuple):
    id: str
    kind: Kind
    name: str | None


class RecordView(NamedTuple):
    """A seen record with its status on the as-of day (S5), first day of effect and first day without."""

    id: str
    subject: str
    list: str
    status: RecordStatus
    from_: date | None
    until: date | None
    verification: Literal["open"] | None


class BearerView(NamedTuple):
    """Who bears a measure, and as what: ``subject``, ``affected-unit`` (S12) or the roles held."""

    id: str
    roles: tuple[str, ...]


class DepartmentView(NamedTuple):
    """A department by its name on the day, beside the name as printed (S24)."""

    id: str
    name: str
    printed: str
    level: Level
    part: Part | None


class BasisView(NamedTuple):
    instrument: str
    title: str
    version: str | None
    article: str
    rank: Rank
    provenance: Provenance


class Standing(NamedTuple):
    """Whether the law of the day carries the measure, and why in one sentence (S23)."""

    value: StandingValue
    reason: str


class SourceView(NamedTuple):
    """One clause that gives the measure, with its own force, standing, status and period (S14)."""

    id: str
    pack: str
    document_no: str | None
    clause: str
    wording: str | None
    provenance: Provenance
    status: MeasureStatus
    force: Force
    standing: StandingValue
    from_: date | None
    until: date | None


class ReasonView(NamedTuple):
    condition: str
    value: Literal["true", "false", "unknown"]
    uses: tuple[str, ...]


class WayOut(NamedTuple):
    """How a measure ends: the way, the day or earliest day, through whom, on what basis (S26)."""

    way: Way
    on: date | None
    earliest: date | None
    through: str | None
    basis: str | None


class MeasureView(NamedTuple):
    id: str
    act: str
    title: str
    direction: Direction
    force: Force
    actor: Actor
    effect: Effect
    impact: Impact
    category: Category | None
    status: MeasureStatus
    verification: Literal["open"] | None
    bearer: BearerView
    matters: tuple[str, ...]
    departments: tuple[DepartmentView, ...] | Literal["none-printed"]
    legal_basis: tuple[BasisView, ...] | Literal["none-cited"]
    standing: Standing
    sources: tuple[SourceView, ...]
    because: tuple[str, ...]
    reasons: tuple[ReasonView, ...]
    from_: date | None
    until: date | None
    ends_by: tuple[WayOut, ...]
    human_review: bool


class BearerId(NamedTuple):
    id: str


class Withheld(NamedTuple):
    id: str
    act: str
    bearer: BearerId
    reason: WithheldReason
    because: tuple[str, ...]
    verification: Literal["open"] | None = None


class Undetermined(NamedTuple):
    """Measures that cannot be decided, and what would settle them (S16)."""

    missing: str
    reason: UndeterminedReason
    ids: tuple[str, ...]
    bearer: BearerId


class DecisionWarning(NamedTuple):
    code: WarningCode
    message: str
    record: str | None
    ids: tuple[str, ...]


class Duty(NamedTuple):
    """What somebody owes, by when: calendar ``days`` or ``working-days``."""

    code: DutyCode
    owed_by: str
    to: str
    due: date | None
    calendar: Literal["days", "working-days"] | None
    basis: str | None


class Indication(NamedTuple):
    """The indication for the matter asked about (S21)."""

    matter: str
    result: Result
    mandatory: Result
    recommended: Result
    measures: tuple[str, ...]
    suspended: tuple[str, ...]
    insufficient: tuple[str, ...]
    withheld: tuple[str, ...]
    undetermined: tuple[str, ...]
    other: tuple[str, ...]


class PackDigest(NamedTuple):
    id: str
    digest: str


class Digest(NamedTuple):
    digest: str


class EngineView(NamedTuple):
    """Which engine decided; ``options`` only where one differs from the default, so that a replay can repeat it."""

    version: str
    evaluator: Literal["matcher", "durable", "batch"]
    options: dict[str, str | bool] | None = None


class Decision(NamedTuple):
    """An indication to an officer, never an administrative decision."""

    format: Literal[1]
    statement: str
    subject: SubjectView
    as_of: date
    known_at: date
    region: str | None
    records: tuple[RecordView, ...]
    measures: tuple[MeasureView, ...]
    withheld: tuple[Withheld, ...]
    undetermined: tuple[Undetermined, ...]
    warnings: tuple[DecisionWarning, ...]
    duties: tuple[Duty, ...]
    indication: Indication | None
    packs: tuple[PackDigest, ...]
    registry: Digest
    plan: Digest
    engine: EngineView

    def to_json(self, *, indent: int | None = 2) -> str:
        """The decision as JSON text; the same decision gives the same bytes (S27)."""
        from .decision_json import to_json

        return to_json(self, indent=indent)
