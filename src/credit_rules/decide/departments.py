"""Who is responsible today for what a text gave to a department by another name (S24)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..case.decision import DepartmentView
from ..plan.model import DepartmentSpec, Plan, Rule
from ..registry.place_names import filled
from ..registry.places import applies, narrowness
from ..registry.vocabulary import DepartmentRule, NameRule, SuccessorRule, Vocabulary, in_force
from ..situation.model import Situation
from ..situation.places import LEVELS, level_of
from ..source.values import Level

GENERIC: dict[Level, str] = {"national": "国家", "province": "省", "city": "市", "county": "县（市、区）"}
"""What stands for a place that the registry does not name."""


def departments_on(
    spec: DepartmentSpec, day: date, region: str | None, words: Vocabulary
) -> tuple[DepartmentView, ...]:
    """The departments that do the work on a day, at the level of the region where they have one there, else as cited.

    Several where the work was divided and the text does not say which function it means.
    """
    found: tuple[DepartmentRule, ...] = ()
    for level in _levels(spec, region):
        found = current(words.department[spec.id], day, words, level, region)
        named = ((entry, _name(entry, level, day, region, words)) for entry in found)
        views = [DepartmentView(entry.id, name, spec.printed, level, spec.part) for entry, name in named if name]
        if views:
            return tuple(dict.fromkeys(views))
    above = _above(found, spec, day, region, words)
    cited = (DepartmentView(entry.id, spec.printed, spec.printed, spec.level, spec.part) for entry in found)
    return above or tuple(cited)


def views_of(spec: DepartmentSpec, situation: Situation, plan: Plan) -> tuple[DepartmentView, ...]:
    """:func:`departments_on` on the day and in the place of a situation, worked out once."""
    day, region = situation.as_of, situation.region
    return plan.once(day, region, ("views", spec), lambda: departments_on(spec, day, region, plan.vocabulary))


def holders_of(spec: DepartmentSpec, situation: Situation, plan: Plan) -> tuple[DepartmentRule, ...]:
    """:func:`holders` on the day and in the place of a situation, worked out once."""
    day, region = situation.as_of, situation.region
    return plan.once(day, region, ("holders", spec), lambda: holders(spec, day, region, plan.vocabulary))


def holders(spec: DepartmentSpec, day: date, region: str | None, words: Vocabulary) -> tuple[DepartmentRule, ...]:
    """The department that a text names, or whoever does its work by that day where the region lies."""
    return current(words.department[spec.id], day, words, _levels(spec, region)[0], region)


def current(
    entry: DepartmentRule, day: date, words: Vocabulary, level: Level, region: str | None
) -> tuple[DepartmentRule, ...]:
    """The department itself, or whoever succeeded it by that day at a level of a place; more than one if divided."""
    found: dict[str, DepartmentRule] = {}
    ahead, seen = [entry], {entry.id}
    while ahead:
        here = ahead.pop(0)
        rows = [row for row in _nearest(here, level, region, words) if row.from_ <= day and row.id not in seen]
        if not rows:
            found[here.id] = here
        seen.update(row.id for row in rows)
        ahead.extend(words.department[row.id] for row in rows)
    return tuple(found.values())


def uncertain_on(spec: DepartmentSpec, day: date, region: str | None, words: Vocabulary) -> bool:
    """Whether nobody has checked who does the work on that day: a change may have come already, or not yet."""
    level = _levels(spec, region)[0]
    for entry in holders(spec, day, region, words):
        if any(_pending(row, day) for row in _nearest(entry, level, region, words)):
            return True
        here = [row for row in entry.names if level in row.levels and _holds(row, region, words)]
        narrow = max((_rank(row) for row in here if in_force(day, row.from_, row.until)), default=-1)
        if any(_pending(row, day) and _rank(row) >= narrow for row in here):
            return True
    return False


def is_of(rule: Rule, department: str, situation: Situation, plan: Plan) -> bool:
    """Whether a measure is a department's: as the text names it, or as its successor of the day (S24)."""
    words, day, region = plan.vocabulary, situation.as_of, situation.region
    for spec in rule.departments:
        named = words.department[spec.id]
        levels = _levels(spec, region)
        found = {entry.id for level in levels for entry in current(named, day, words, level, region)}
        if department == spec.id or department in found:
            return True
    return False


def _levels(spec: DepartmentSpec, region: str | None) -> tuple[Level, ...]:
    """The level of the region, then the one cited."""
    return tuple(dict.fromkeys((level_of(region) if region else spec.level, spec.level)))


def _nearest(entry: DepartmentRule, level: Level, region: str | None, words: Vocabulary) -> tuple[SuccessorRule, ...]:
    """What is said of the succession at a level in the narrowest place that holds the region."""
    rows = [row for row in entry.successors if row.level == level and _holds(row, region, words)]
    narrow = max(map(_rank, rows), default=-1)
    return tuple(row for row in rows if _rank(row) == narrow)


def _name(entry: DepartmentRule, level: Level, day: date, region: str | None, words: Vocabulary) -> str | None:
    rows = [
        row
        for row in entry.names
        if level in row.levels and in_force(day, row.from_, row.until) and _holds(row, region, words)
    ]
    return filled(max(rows, key=_rank).name, _code(level, region), words.places, GENERIC[level]) if rows else None


def _above(
    found: Iterable[DepartmentRule], spec: DepartmentSpec, day: date, region: str | None, words: Vocabulary
) -> tuple[DepartmentView, ...]:
    """Where a department closed its branches at the cited level, the nearest level above that does the work."""
    views = []
    for entry in found:
        had = (row.until for row in entry.names if spec.level in row.levels and _holds(row, region, words))
        if any(until is not None and until <= day for until in had):
            for level in reversed(LEVELS[: LEVELS.index(spec.level)]):
                if (name := _name(entry, level, day, region, words)) is not None:
                    views.append(DepartmentView(entry.id, name, spec.printed, level, spec.part))
                    break
    return tuple(views)


def _holds(row: NameRule | SuccessorRule, region: str | None, words: Vocabulary) -> bool:
    return row.place is None or applies(row.place, region, words.renumbered)


def _pending(row: NameRule | SuccessorRule, day: date) -> bool:
    return row.earliest is not None and row.from_ is not None and row.earliest <= day < row.from_


def _rank(row: NameRule | SuccessorRule) -> int:
    return 0 if row.place is None else narrowness(row.place)


def _code(level: Level, region: str | None) -> str:
    """The place at a level that holds the region; none where the region is not so narrow."""
    depth = LEVELS.index(level)
    return region[: 2 * depth].ljust(6, "0") if region and 0 < depth <= narrowness(region) else ""
