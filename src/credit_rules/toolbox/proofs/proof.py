"""A proof as one file holds it: what it says, why, planted faults and a clean pack, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from textwrap import dedent
from typing import NamedTuple

from ...checks.framework.check import Words
from ...diagnostics.diagnostic import Diagnostic, Level
from ...diagnostics.messages import Sentence, declare_messages
from ...pack.loaded import LoadedPack
from ...source.node import Path, pointer
from .proving import Proving
from .witness import Plain


class Found(NamedTuple):
    """A finding, a case that shows it, and whether the engine decides the case as the finding says."""

    diagnostic: Diagnostic
    case: Plain
    confirmed: bool


@dataclass(frozen=True, kw_only=True)
class Proof:
    """One thing that is proved of a pack: that no case, or every case, is so.

    ``bad`` are planted faults, each with :data:`~credit_rules.checks.framework.check.CARET` where the finding stands;
    ``good`` is a clean original. They are parts of packs, as the examples of checks are.
    """

    id: str
    said: Sentence
    reason: Words
    limits: Words
    rules: tuple[str, ...]
    find: Callable[[Proving, LoadedPack], Iterable[Found]]
    bad: tuple[str, ...]
    good: str
    level: Level = "warning"

    def __post_init__(self) -> None:
        object.__setattr__(self, "bad", tuple(_trimmed(text) for text in self.bad))
        object.__setattr__(self, "good", _trimmed(self.good))
        declare_messages({self.id: self.said})

    def found(self, loaded: LoadedPack, path: Path, case: Plain, confirmed: bool, **values: str) -> Found:
        """A finding at a place in the pack, the nearest existing parent where the place is not written."""
        place = Diagnostic(self.id, loaded.node.span_at(path), pointer(path), values, self.level)
        return Found(place, case, confirmed)


def _trimmed(text: str) -> str:
    return dedent(text).strip("\n") + "\n"
