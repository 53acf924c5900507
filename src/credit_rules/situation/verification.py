"""An open verification: whether measures wait, and until when it is due (S7)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from ..case.model import Event, Record
from ..registry.vocabulary import ListRule
from .model import Notice, Verification
from .working_days import first_day_after

if TYPE_CHECKING:
    from .life import Day


def verification_of(
    record: Record, acting: tuple[Event, ...], rule: ListRule, day: Day
) -> tuple[Verification | None, tuple[Notice, ...]]:
    """The verification open on the as-of day, if one is, and a notice where it is overdue.

    The period is that of the instrument in force in the place on the day of receipt, that day not counted: received
    05-01, 20 days, due 05-21. Where no instrument gives one, none is due.
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
    local = next((row for row in day.procedures(opened.on) if row.verification), None)
    due = None
    working = False
    if local is not None and local.verification_period is not None:
        working = local.verification_period.unit == "working days"
        due = first_day_after(opened.on, local.verification_period) - timedelta(days=1)
    basis = f"{local.title} {local.verification.article}" if local is not None and local.verification else None
    unit: Literal["days", "working-days"] = "working-days" if working else "days"
    found = Verification(opened.on, ground, ground not in rule.no_suspension, due, unit, basis)
    if due is None or day.as_of <= due:
        return found, ()
    message = f"信息核实已超过期限（应于{due}前完成），核实期间措施仍暂不执行"
    return found, (Notice("verification-overdue", message, record.id),)
