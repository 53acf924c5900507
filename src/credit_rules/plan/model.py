"""The plan: packs and registries compiled to pure, ordered data, JSON in and out (architecture.md, "Stages")."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar

from ..pack.period import Period
from ..registry.vocabulary import Cited, Vocabulary
from ..source.rows import NamedTuple
from ..source.values import (
    Actor,
    Category,
    Direction,
    Effect,
    FloorName,
    Force,
    Impact,
    Kind,
    Level,
    OnReduce,
    Part,
    Provenance,
    Rank,
    Reckoned,
)  # fmt: skip
from .conditions import Condition

T = TypeVar("T")
PLACES_KEPT = 128
"""For how many days and places at once a plan keeps what was worked out."""


class PackInfo(NamedTuple):
    """A document: where and when its measures apply (S2, S3)."""

    id: str
    title: str
    document_no: str | None
    rank: Rank
    place: str
    from_: date
    until: date | None
    provenance: Provenance
    digest: str


class BearerSpec(NamedTuple):
    """Who may bear: the listed subject (``roles`` empty) or persons in roles of it, reckoned on a day (S11).

    ``when`` is a condition on the relation; ``responsible`` asks that it answers for the record.
    """

    roles: tuple[str, ...]
    at: Reckoned
    responsible: bool
    when: int | None


class TermSpec(NamedTuple):
    """A term of the measure's own; with ``outlasts`` it runs on after the record has left its list (S10).

    ``from_decision``: its period counts from the day of the decision; ``life``: it never ends.
    """

    period: Period | None
    from_decision: bool
    next_year: bool
    life: bool
    outlasts: str | None


class DepartmentSpec(NamedTuple):
    """A department as printed, resolved to the function, with the level that the text means (S24)."""

    id: str
    printed: str
    level: Level
    part: Part | None


class Rule(NamedTuple):
    """A measure of a pack with what the registry of acts says about it.

    ``listed``: its condition asks for records at all (S1); ``reverse``: only for those of persons in the bearer (S12).
    """

    id: str
    pack: str
    clause: str
    act: str
    title: str
    direction: Direction
    force: Force
    actor: Actor
    effect: Effect
    impact: Impact
    category: Category | None
    matters: tuple[str, ...]
    once: bool
    livelihood: bool
    floor: FloorName | None
    wording: str | None
    provenance: Provenance
    condition: int
    listed: bool
    reverse: bool
    listed_kinds: tuple[Kind, ...]
    bearers: tuple[BearerSpec, ...]
    bearer_kinds: tuple[Kind, ...]
    departments: tuple[DepartmentSpec, ...]
    basis: tuple[Cited, ...]
    on_reduce: OnReduce
    term: TermSpec | None
    from_: date
    until: date | None
    blocked_by: tuple[str, ...] | None
    guard: dict[str, str]
    parameters: dict[str, str]
    menu: str | None
    note: str | None


@dataclass(frozen=True)
class Plan:
    """All that a decision needs beside the case.

    ``by_list`` gives for each list the rules that only a record on such a list can make true; ``always`` are the
    others. ``windows`` are the periods whose cleanness conditions ask for (S18).
    """

    format: Literal[1]
    packs: tuple[PackInfo, ...]
    rules: Sequence[Rule]
    conditions: Sequence[Condition]
    by_list: dict[str, tuple[int, ...]]
    always: tuple[int, ...]
    windows: tuple[Period, ...]
    vocabulary: Vocabulary
    registry_digest: str

    @cached_property
    def pack(self) -> dict[str, PackInfo]:
        """Packs by id."""
        return {pack.id: pack for pack in self.packs}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The id of each rule, ``pack/measure``, in the order of the rules."""
        return tuple(rule.id for rule in self.rules)

    @cached_property
    def number(self) -> dict[str, int]:
        """The place of each rule by its id."""
        return {id: place for place, id in enumerate(self.ids)}

    @cached_property
    def known(self) -> dict[tuple[Any, ...], Any]:
        """What was worked out of the plan alone, kept for the next case."""
        return {}

    @cached_property
    def _places(self) -> dict[tuple[date, str | None], dict[tuple[Any, ...], Any]]:
        return {}

    def known_of(self, day: date, region: str | None) -> dict[tuple[Any, ...], Any]:
        """What was worked out of the plan for a day and a place, kept for the next case there.

        Only what every case there shares may be put in. The oldest of more than ``PLACES_KEPT`` is forgotten.
        """
        places = self._places
        found = places.get((day, region))
        if found is None:
            if len(places) >= PLACES_KEPT:
                places.pop(list(places)[0], None)  # noqa: RUF015  one step, which no thread breaks into
            found = places.setdefault((day, region), {})
        return found

    def once(self, day: date, region: str | None, key: tuple[Any, ...], work: Callable[[], T]) -> T:
        """What ``work`` gives for a day and a place, worked out the first time that it is asked for by that key."""
        known = self.known_of(day, region)
        if key not in known:
            known[key] = work()
        found: T = known[key]
        return found

    @cached_property
    def json(self) -> str:
        """The plan as JSON text; the same plan gives the same bytes."""
        from .codec import encode

        return encode(self)

    @cached_property
    def digest(self) -> str:
        """``sha256:`` of the plan's JSON (S27)."""
        from hashlib import sha256

        return f"sha256:{sha256(self.json.encode()).hexdigest()}"

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        """Read a plan that :attr:`json` wrote; ``ValueError`` where it is not one."""
        from .codec import decode
        from .whole import expect_whole

        plan = decode(cls, text)
        expect_whole(plan)
        return plan
