"""What became of the mutants of a pack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ...diagnostics.span import Span
from .mutant import FAULTS, Fault, Mutant, Sentence

Verdict = Literal["killed", "survived", "refused", "same", "not-run"]
"""A case failed; none did; the checks refuse it; it says what the pack or an earlier mutant says, or no case can tell
it apart; the time was over."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutant with what became of it; ``measure`` is the id of the measure, ``None`` where several are otherwise.

    ``case`` is one that would notice it, where the solver was asked and found one.
    """

    fault: Fault
    span: Span
    measure: str | None
    said: Sentence
    wanted: Sentence
    verdict: Verdict
    case: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class FailingCase:
    """A case that fails without any mutant."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class PackResult:
    """The mutants of a pack, in the order of its files; none were tried where a case fails anyhow."""

    pack: str
    cases: int
    draft: bool
    mutants: tuple[Judged, ...]
    failing: tuple[FailingCase, ...] = ()

    def count(self, *verdicts: Verdict, fault: Fault | None = None) -> int:
        """How many mutants came to that."""
        return sum(each.verdict in verdicts and fault in (None, each.fault) for each in self.mutants)

    @property
    def counted(self) -> int:
        """How many mutants count: those that are packs, say something else, and were tried."""
        return self.count("killed", "survived")

    @property
    def killed(self) -> int:
        """How many of them a case noticed."""
        return self.count("killed")

    @property
    def percent(self) -> float:
        """How many of a hundred; 100 where none counts."""
        return percent(self.killed, self.counted)

    @property
    def survivors(self) -> tuple[Judged, ...]:
        """Those that no case noticed."""
        return tuple(each for each in self.mutants if each.verdict == "survived")

    @property
    def by_fault(self) -> dict[Fault, tuple[int, int]]:
        """Of each fault how many were noticed, and how many count."""
        both = {
            fault: (self.count("killed", fault=fault), self.count("killed", "survived", fault=fault))
            for fault in FAULTS
        }
        return {fault: pair for fault, pair in both.items() if pair[1]}


def percent(part: int, whole: int) -> float:
    """``part`` of ``whole`` in a hundred; 100 of nothing."""
    return 100.0 * part / whole if whole else 100.0


def judged(mutant: Mutant, measure: str | None, verdict: Verdict, case: dict[str, Any] | None = None) -> Judged:
    """The mutant with what became of it."""
    return Judged(mutant.fault, mutant.span, measure, mutant.said, mutant.wanted, verdict, case)


def whole_percent(results: Iterable[PackResult]) -> float:
    """How many of a hundred mutants of all packs were noticed."""
    every = list(results)
    return percent(sum(each.killed for each in every), sum(each.counted for each in every))
