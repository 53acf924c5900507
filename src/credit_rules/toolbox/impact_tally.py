"""How many subjects a change touches, and how: counts by clause that can be added up from parts of a population."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..case.identity import mask
from ..diagnostics.diagnostic import InputError
from ..source.rows import NamedTuple
from .diff_items import Item
from .impact import Impact, Outcome, Step, Turn, Way
from .impact_cases import Numbered, Wrong, refused

EXAMPLES = 3
"""How many examples of a way are kept of a measure, where nothing else is asked."""
DAYS = ("from", "until")
"""Fields of which only the direction of the change is counted."""
Moved = Literal["later", "earlier"]
Change = tuple[str, str, str]
"""A field, its old and its new value as JSON text; of :data:`DAYS` empty and :data:`Moved`."""


class Example(NamedTuple):
    """A subject of whom something changes; the identifiers are masked, the number finds the case again."""

    number: int
    subject: str
    bearer: str
    way: Way
    old: Item
    new: Item
    fields: tuple[str, ...]


@dataclass
class Clause:
    """What becomes of one measure: ``ways`` counts subjects, ``fields`` subjects by field, old and new value."""

    ways: Counter[Way] = field(default_factory=Counter)
    states: Counter[tuple[Way, str, str]] = field(default_factory=Counter)
    fields: Counter[Change] = field(default_factory=Counter)
    examples: dict[Way, list[Example]] = field(default_factory=dict)
    subjects: int = 0


@dataclass
class Tally:
    """What a change does to a population. Parts are added with :meth:`join`, in the order of the population."""

    most: int = EXAMPLES
    read: int = 0
    affected: int = 0
    ways: Counter[Way] = field(default_factory=Counter)
    measures: dict[str, Clause] = field(default_factory=dict)
    documents: Counter[str] = field(default_factory=Counter)
    turns: Counter[Turn] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def decided(self) -> int:
        """How many cases could be decided."""
        return self.read - len(self.wrong)

    def add(self, number: int, subject: str, outcome: Outcome) -> None:
        """One more case. A subject counts once for each measure and way, however many bear it for its sake."""
        self.read += 1
        self.left_out.update(outcome.left_out)
        if outcome.turn is not None:
            self.turns[outcome.turn] += 1
        if not outcome.steps:
            return
        self.affected += 1
        self.ways.update({step.way for step in outcome.steps})
        self.documents.update({step.measure.partition("/")[0] for step in outcome.steps})
        by_measure: dict[str, list[Step]] = {}
        for step in outcome.steps:
            by_measure.setdefault(step.measure, []).append(step)
        for measure, steps in by_measure.items():
            clause = self.measures.setdefault(measure, Clause())
            clause.subjects += 1
            clause.ways.update({step.way for step in steps})
            clause.states.update({(step.way, step.old.state, step.new.state) for step in steps})
            clause.fields.update({change for step in steps for change in _changes(step)})
            for way in {step.way: step for step in reversed(steps)}.values():
                self._show(clause, number, subject, way)

    def _show(self, clause: Clause, number: int, subject: str, step: Step) -> None:
        known = clause.examples.setdefault(step.way, [])
        if len(known) < self.most:
            shown = (mask(subject), mask(step.bearer), step.way, step.old, step.new, step.fields)
            known.append(Example(number, *shown))

    def refuse(self, wrong: Wrong) -> None:
        """One more case that cannot be decided."""
        self.read += 1
        self.wrong.append(wrong)

    def join(self, other: Tally) -> None:
        """What follows in the population."""
        self.read += other.read
        self.affected += other.affected
        self.ways.update(other.ways)
        self.documents.update(other.documents)
        self.turns.update(other.turns)
        self.left_out.update(other.left_out)
        self.wrong.extend(other.wrong)
        for measure, part in other.measures.items():
            clause = self.measures.setdefault(measure, Clause())
            clause.subjects += part.subjects
            clause.ways.update(part.ways)
            clause.states.update(part.states)
            clause.fields.update(part.fields)
            for way, examples in part.examples.items():
                known = clause.examples.setdefault(way, [])
                known.extend(examples[: self.most - len(known)])


def tallied(impact: Impact, cases: Iterable[Numbered], name: str, most: int = EXAMPLES) -> Tally:
    """What the change does to some cases; ``name`` stands for their file in messages."""
    tally = Tally(most)
    for number, data in cases:
        try:
            case = impact.sides.read(data, name, number)
            outcome = impact.outcome(case, name)
        except InputError as error:
            tally.refuse(refused(error, name, number))
        else:
            tally.add(number, case.subject.id, outcome)
    return tally


def _changes(step: Step) -> Iterator[Change]:
    for name in step.fields:
        old, new = step.old.values[name], step.new.values[name]
        if name in DAYS:
            yield name, "", moved(name, old, new)
        else:
            yield name, json.dumps(old, ensure_ascii=False), json.dumps(new, ensure_ascii=False)


def moved(field: str, old: str | None, new: str | None) -> Moved:
    """Whether a day moved on or back; no first day is the earliest, no end the latest."""
    if field == "from":
        return "later" if (new or "") > (old or "") else "earlier"
    return "later" if old is not None and (new is None or new > old) else "earlier"
