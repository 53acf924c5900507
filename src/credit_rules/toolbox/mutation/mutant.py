"""A mutant: one small fault in a pack, in words, with the case that would notice it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from ...diagnostics.span import Span
from ...pack.model import Measure, Pack
from ...source.node import Path

Sentence = tuple[str, str]
"""Chinese and English."""

Fault = Literal[
    "threshold", "list", "negation", "joining", "omission", "fact", "bearer", "kind", "force", "department", "basis",
    "blocked-by", "day", "term", "window", "reduction", "matter", "place",
]  # fmt: skip
FAULTS: tuple[Fault, ...] = get_args(Fault)
"""What kinds of fault there are, in the order of reports."""

FAULT_WORDS: dict[Fault, Sentence] = {
    "threshold": ("界限", "thresholds"),
    "list": ("名单", "lists"),
    "negation": ("否定", "negations"),
    "joining": ("并且、或者", "all and any"),
    "omission": ("删去条件", "conditions left out"),
    "fact": ("事实的取值", "values of facts"),
    "bearer": ("承受人", "bearers"),
    "kind": ("主体类型", "kinds of subject"),
    "force": ("强度", "force"),
    "department": ("部门", "departments"),
    "basis": ("依据", "bases"),
    "blocked-by": ("激励的排除名单", "lists that hinder an incentive"),
    "day": ("起止日", "first and last days"),
    "term": ("期限", "terms"),
    "window": ("期间", "windows"),
    "reduction": ("修复后的效力", "effect of repair"),
    "matter": ("事项", "matters"),
    "place": ("地区", "places"),
}


class Change(NamedTuple):
    """A part of a pack as it would be wrong: where it is written, what stands there instead, and in words.

    ``new`` is the part; ``None`` takes it out. ``wanted`` says which case would notice.
    """

    path: Path
    fault: Fault
    new: Any
    said: Sentence
    wanted: Sentence

    def within(self, new: Any) -> Change:
        """The same fault as a change of what holds the part."""
        return self._replace(new=new)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A pack with one fault: some measures are otherwise, by their place in the pack, or the whole pack is (``head``)."""

    number: int
    fault: Fault
    path: Path
    span: Span
    said: Sentence
    wanted: Sentence
    measures: tuple[tuple[int, Measure], ...] = ()
    head: Pack | None = None
