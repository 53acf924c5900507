"""Two files of cases compared subject by subject: what changed of whom, and counts by kind and department."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..case.decision import Decision, SubjectView
from ..case.model import Case
from ..diagnostics.diagnostic import Diagnostic, InputError
from ..diagnostics.span import Span
from ..engine.evaluate import decide_case
from ..engine.version import __version__
from ..plan.options import Options
from ..render.people import People
from ..source.node import Node
from ..source.rows import NamedTuple
from .changes import Change, Kind, changes
from .diff_sides import Sides
from .impact_cases import Numbered, Wrong, refused

Presence = Literal["kept", "added", "removed"]
NONE_PRINTED = "none-printed"
"""Under which measures are counted whose text names no department."""


class Pair(NamedTuple):
    """The cases of one subject in both files; ``None`` where a file has none."""

    old: Numbered | None
    new: Numbered | None


class Changed(NamedTuple):
    """A subject of whom a measure changed; the days are those decided for."""

    subject: SubjectView
    presence: Presence
    old_day: date | None
    new_day: date | None
    changes: tuple[Change, ...]
    people: People


class Comparing(NamedTuple):
    """How the two files are decided: one set of rules, the options of each, and the names of both in messages.

    With ``department`` only its measures are told.
    """

    sides: Sides
    old: Options
    new: Options
    old_name: str
    new_name: str
    department: str | None = None


@dataclass
class Changes:
    """What changed between two files, and how many cases were read. Parts are added with :meth:`join`, in order."""

    read: int = 0
    kept: int = 0
    added: int = 0
    removed: int = 0
    subjects: list[Changed] = field(default_factory=list)
    kinds: Counter[Kind] = field(default_factory=Counter)
    departments: dict[tuple[str, str], Counter[Kind]] = field(default_factory=dict)
    wrong_old: list[Wrong] = field(default_factory=list)
    wrong_new: list[Wrong] = field(default_factory=list)

    def add(self, changed: Changed, department: str | None) -> None:
        """One more subject; where it is asked for, only what concerns a department is kept."""
        setattr(self, changed.presence, getattr(self, changed.presence) + 1)
        told = tuple(each for each in changed.changes if department is None or department in each.named)
        if not told:
            return
        self.subjects.append(changed._replace(changes=told))
        for change in told:
            self.kinds.update(change.kinds)
            own = tuple(pair for pair in change.departments if pair[0] == department)
            for pair in own or change.departments or ((NONE_PRINTED, ""),):
                self.departments.setdefault(pair, Counter()).update(change.kinds)

    def join(self, other: Changes) -> None:
        """What follows in the files."""
        self.read += other.read
        self.kept += other.kept
        self.added += other.added
        self.removed += other.removed
        self.subjects.extend(other.subjects)
        self.kinds.update(other.kinds)
        for pair, kinds in other.departments.items():
            self.departments.setdefault(pair, Counter()).update(kinds)
        self.wrong_old.extend(other.wrong_old)
        self.wrong_new.extend(other.wrong_new)


def compared(how: Comparing, pairs: Iterable[Pair]) -> Changes:
    """What changed of some subjects. Where one of the two cases is wrong nothing is said of the subject but that."""
    found = Changes()
    for pair in pairs:
        found.read += (pair.old is not None) + (pair.new is not None)
        seen = len(found.wrong_old) + len(found.wrong_new)
        if how.old == how.new and _same(pair):
            _read(pair.new, how, how.new_name, found.wrong_new)
            found.kept += len(found.wrong_old) + len(found.wrong_new) == seen
            continue
        old = _decided(pair.old, how, how.old, how.old_name, found.wrong_old)
        new = _decided(pair.new, how, how.new, how.new_name, found.wrong_new)
        if len(found.wrong_old) + len(found.wrong_new) == seen:
            found.add(_changed(old, new, how), how.department)
    return found


def _same(pair: Pair) -> bool:
    """Whether both files say the same to the letter, so that nothing can have changed."""
    return pair.old is not None and pair.new is not None and pair.old.data == pair.new.data


def twice(name: str, number: int, first: int) -> Wrong:
    """A second case of a subject in a file, of which only the first is compared."""
    return Wrong(number, (Diagnostic("subject-twice", Span(name, number, 1), "/subject/id", {"first": str(first)}),))


def subject_in(data: object) -> str | None:
    """The identifier of the subject of a case, read but not checked; ``None`` where there is none."""
    node = data.to_plain() if isinstance(data, Node) else data
    subject = node.get("subject") if isinstance(node, dict) else None
    id = subject.get("id") if isinstance(subject, dict) else None
    return id if isinstance(id, str) else None


def _read(case: Numbered | None, how: Comparing, name: str, wrong: list[Wrong]) -> Case | None:
    if case is None:
        return None
    try:
        return how.sides.read(case.data, name, case.number)
    except InputError as error:
        wrong.append(refused(error, name, case.number))
        return None


def _decided(
    case: Numbered | None, how: Comparing, options: Options, name: str, wrong: list[Wrong]
) -> tuple[Case, Decision] | None:
    read = _read(case, how, name, wrong)
    if case is None or read is None:
        return None
    try:
        return read, decide_case(how.sides.new, read, options, __version__, name)
    except InputError as error:
        wrong.append(refused(error, name, case.number))
        return None


def _changed(old: tuple[Case, Decision] | None, new: tuple[Case, Decision] | None, how: Comparing) -> Changed:
    both = [each for each in (old, new) if each is not None]
    before, after = (None if each is None else each[1] for each in (old, new))
    presence: Presence = "kept" if len(both) == 2 else "removed" if new is None else "added"
    days = [None if each is None else each.as_of for each in (before, after)]
    found = changes(before, after, how.sides.new)
    people = _people(both) if found else People()
    return Changed(both[-1][1].subject, presence, days[0], days[1], found, people)


def _people(both: list[tuple[Case, Decision]]) -> People:
    """Everybody in either case, so that numbers of persons can be masked (S28)."""
    every = [People.of(decision, case) for case, decision in both]
    persons = frozenset().union(*(each.persons for each in every))
    units = frozenset().union(*(each.units for each in every)) - persons
    return People({id: name for each in every for id, name in each.names.items()}, units, persons)
