"""An open verification: whether measures wait, and until when it is due (S7)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..case.model import Event, Record
from ..pack.period import Period
from ..registry.citations import version_on
from ..registry.vocabulary import Cited, ListRule, Vocabulary
from ..source.rows import NamedTuple
from ..source.values import Ground
from .model import Notice, Verification
from .working_days import due_after, weekends_only

if TYPE_CHECKING:
    from .life import Day

BY_PROVIDER: tuple[Ground, ...] = ("objection", "complaint", "own-motion")
"""What the information provider itself verifies; a period set for it binds no reconsideration body and no court."""


class Stage(NamedTuple):
    """How long verification may take in one stage, and by what; ``None`` where no instrument says so."""

    period: Period | None
    basis: str | None


def verification_of(
    record: Record, acting: tuple[Event, ...], rule: ListRule, day: Day
) -> tuple[Verification | None, tuple[Notice, ...]]:
    """The verification open on the as-of day, if one is, and a notice where it is overdue.

    The period is that of the instrument in force on the day of receipt, that day not counted: received 05-01, 20 days,
    due 05-21. Where no instrument gives one, none is due.
    """
    opened: Event | None = None
    for event in acting:
        if event.type == "verification-opened":
            opened = event
        elif event.type == "verification-closed":
            opened = None
    if opened is None:
        return None, ()
    ground = opened.ground or "objection"
    period, basis = stage_of(rule, ground, opened.on, day)
    counted = None if period is None else due_after(opened.on, period)
    due = counted.day if counted else None
    unit = counted.calendar if counted else "days"
    found = Verification(opened.on, ground, not denied(rule, ground, opened.on, day.vocabulary), due, unit, basis)
    notices = weekends_only(counted.assumed if counted else (), record.id)
    if due is None or day.as_of <= due:
        return found, notices
    message = f"信息核实已超过期限（应于{due}前完成），核实期间措施仍暂不执行"
    return found, (*notices, Notice("verification-overdue", message, record.id))


def stage_of(rule: ListRule, ground: str, on: date, day: Day) -> Stage:
    """The period of a stage by what was in force on the day of receipt.

    That of the list's own instrument prevails; else what the place sets for the information provider, the narrowest
    place that gives a period before one that gives none (decision 0016).
    """
    own = own_stage(rule, ground, on, day.vocabulary)
    if own is not None:
        return own
    return local_stage(on, day) if ground in BY_PROVIDER else Stage(None, None)


def own_stage(rule: ListRule, ground: str, on: date, words: Vocabulary) -> Stage | None:
    """What the list's own instrument says of the stage, if it says anything."""
    for row in rule.verification:
        if row.ground == ground and _in_force(row.basis, on, words):
            return Stage(row.period, f"《{words.instrument[row.basis.instrument].title}》{row.basis.article}")
    return None


def local_stage(on: date, day: Day) -> Stage:
    """What the place sets for the information provider."""
    local = [row for row in day.procedures(on) if row.verification is not None]
    giving = next((row for row in local if row.verification_period is not None), next(iter(local), None))
    if giving is None or giving.verification is None:
        return Stage(None, None)
    return Stage(giving.verification_period, f"{giving.title} {giving.verification.article}")


def denied(rule: ListRule, ground: str, on: date, words: Vocabulary) -> bool:
    """Whether the list denies suspension in the stage, by an instrument in force on the day of receipt."""
    return any(row.ground == ground and _in_force(row.basis, on, words) for row in rule.no_suspension)


def _in_force(basis: Cited, on: date, words: Vocabulary) -> bool:
    entry = words.instrument.get(basis.instrument)
    return entry is not None and version_on(entry, on) is not None
