"""Who is responsible today for what a text gave to a department by another name (S24)."""

from __future__ import annotations

from datetime import date

from ..case.decision import DepartmentView
from ..plan.model import DepartmentSpec, Plan, Rule
from ..registry.vocabulary import DepartmentRule, NameRule, Vocabulary, in_force
from ..situation.places import applies, level_of
from ..source.values import Level

GENERIC: dict[Level, str] = {"national": "国家", "province": "省", "city": "市", "county": "县（市、区）"}


def department_on(spec: DepartmentSpec, day: date, region: str | None, words: Vocabulary) -> DepartmentView:
    """The department that does the work on a day, at the level of the region where it has one there, else as cited."""
    entry = current(words.department[spec.id], day, words)
    wanted = level_of(region) if region else spec.level
    for level in (wanted, spec.level):
        name = _name(entry, level, day, region, words)
        if name is not None:
            return DepartmentView(entry.id, name, spec.printed, level, spec.part)
    return DepartmentView(entry.id, spec.printed, spec.printed, spec.level, spec.part)


def current(entry: DepartmentRule, day: date, words: Vocabulary) -> DepartmentRule:
    """The department itself, or whoever succeeded it by that day."""
    seen = {entry.id}
    while entry.successor and entry.successor_from and entry.successor_from <= day and entry.successor not in seen:
        entry = words.department[entry.successor]
        seen.add(entry.id)
    return entry


def _name(entry: DepartmentRule, level: Level, day: date, region: str | None, words: Vocabulary) -> str | None:
    def fits(row: NameRule) -> bool:
        here = row.place is None or applies(row.place, region, words.renumbered)
        return row.level == level and here and in_force(day, row.from_, row.until)

    rows = sorted((row for row in entry.names if fits(row)), key=lambda row: row.place is None)
    if not rows:
        return None
    return rows[0].name.replace("{place}", _place_name(level, region, words))


def _place_name(level: Level, region: str | None, words: Vocabulary) -> str:
    digits = {"national": 0, "province": 2, "city": 4, "county": 6}[level]
    code = (region or "")[:digits].ljust(6, "0")
    known = words.places.get(code) if region and level != "national" else None
    return known or GENERIC[level]


def is_of(rule: Rule, department: str, day: date, plan: Plan) -> bool:
    """Whether a measure is a department's: as the text names it, or as its successor of the day (S24)."""
    words = plan.vocabulary
    return any(department in (spec.id, current(words.department[spec.id], day, words).id) for spec in rule.departments)
