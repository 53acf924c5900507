"""Names as numbers: enumeration codes from 1, fixed when a plan is prepared; 0 is none, or unknown."""

from __future__ import annotations

from typing import get_args

from ..plan.model import Plan
from ..registry.operators import Comparison, FactType, Value
from ..source.rows import NamedTuple
from ..source.values import Grade, Kind, Reckoned, RecordStatus
from .numbers import GREATEST, cut, day_number, halves, places_of
from .refusals import Refusal

GRADES = {grade: number for number, grade in enumerate(get_args(Grade), 1)}
KINDS = {kind: number for number, kind in enumerate(get_args(Kind), 1)}
DAYS = {day: number for number, day in enumerate(get_args(Reckoned), 1)}
NATURAL = "natural-person"
_ORDER: tuple[RecordStatus, ...] = (
    "live", "reduced", "under-verification", "unclear", "delisted", "repaired", "expired", "stayed", "pending",
    "annulled",
)  # fmt: skip
STATUSES = {status: number for number, status in enumerate(_ORDER, 1)}
"""So ordered that what triggers comes first, then what does so afterwards, then what counts in history (S5)."""
TRIGGERS, AFTERWARDS, HISTORY = STATUSES["unclear"], STATUSES["expired"], STATUSES["stayed"]


class FactCode(NamedTuple):
    """A declared fact that conditions compare: its number, and how its values become numbers."""

    number: int
    scope: str
    name: str
    type: FactType
    places: int
    words: dict[str, int]

    def number_of(self, value: Value) -> int:
        """A value of the fact, typed as declared, as a number; words that no condition names are all 0."""
        match self.type:
            case "boolean":
                return int(bool(value))
            case "day":
                return day_number(value)  # type: ignore[arg-type]
            case "count":
                return cut(value)  # type: ignore[arg-type]
            case "amount" | "share":
                return halves(value, self.places)  # type: ignore[arg-type]
            case _:
                return self.words.get(str(value), 0)

    def bound(self, value: Value) -> int:
        """A bound as a number; :class:`Refusal` where it is beyond what is sent."""
        number = self.number_of(value)
        if abs(number) >= GREATEST:
            raise Refusal("evaluator-bound-too-great", fact=f"{self.scope}.{self.name}", bound=str(value))
        return number


class Codes:
    """The numbers of a plan's names, and the facts that its conditions compare."""

    def __init__(self, plan: Plan, comparisons: list[Comparison]):
        words = plan.vocabulary
        self.lists = {entry.id: number for number, entry in enumerate(words.lists, 1)}
        self.roles = {role: number for number, role in enumerate(words.roles, 1)}
        self.facts: dict[tuple[str, str], FactCode] = {}
        grouped: dict[tuple[str, str], list[Comparison]] = {}
        for comparison in comparisons:
            grouped.setdefault((comparison.scope, comparison.fact), []).append(comparison)
        for number, (key, group) in enumerate(grouped.items(), 1):
            self.facts[key] = _fact_code(number, group)

    def fact(self, comparison: Comparison) -> FactCode:
        """The code of the fact that is compared."""
        return self.facts[(comparison.scope, comparison.fact)]

    def facts_of(self, scope: str) -> list[FactCode]:
        """The facts of a scope."""
        return [code for code in self.facts.values() if code.scope == scope]


def _fact_code(number: int, group: list[Comparison]) -> FactCode:
    first, bounds = group[0], [bound for comparison in group for bound in comparison.bounds]
    places, words = 0, {}
    if first.type in ("amount", "share"):
        places = max(2, *(places_of(bound) for bound in bounds))  # type: ignore[arg-type]
    elif first.type in ("choice", "text"):
        words = {word: code for code, word in enumerate(dict.fromkeys(map(str, bounds)), 1)}
    return FactCode(number, first.scope, first.fact, first.type, places, words)
