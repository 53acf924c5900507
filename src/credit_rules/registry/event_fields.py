"""Which fields an event of each type must and may carry (contract.md, "Events")."""

from __future__ import annotations

from typing import get_args

from ..case.model import Changes, Conduct, Event
from ..source.node import Path
from ..source.rows import NamedTuple
from ..source.values import EventType, Ground
from .findings import Findings


class EventFields(NamedTuple):
    """Beside ``type``, ``on`` and ``recorded_on``: what must stand, what may, and the words that ``ground`` can be."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()


EVENT_FIELDS: dict[EventType, EventFields] = {
    "verification-opened": EventFields(may=("ground",), grounds=get_args(Ground)),
    "verification-closed": EventFields(needs=("result",), may=("changes",)),
    "repair-approved": EventFields(may=("effect",)),
    "repair-revoked": EventFields(),
    "rectified": EventFields(may=("within_time", "monitoring_until")),
    "delisted": EventFields(
        may=("ground",), grounds=("expired", "performed", "rectified", "repaired", "in-error", "other")
    ),
    "extended": EventFields(needs=("until",)),
    "stayed": EventFields(),
    "resumed": EventFields(),
    "regraded": EventFields(needs=("grade",)),
    "confirmed": EventFields(),
    "document-revoked": EventFields(),
}
OWN_FIELDS = ("ground", "result", "changes", "effect", "within_time", "monitoring_until", "until", "grade")


def check_event_fields(event: Event, path: Path, found: Findings) -> None:
    """Codes: ``event-field-missing``, ``event-field-refused``, ``changes-without-correction``,
    ``correction-without-values``, ``unknown-ground``, ``period-ends-before-start``."""
    row = EVENT_FIELDS[event.type]
    needs = (*row.needs, "changes") if event.result == "corrected" else row.needs
    for name in OWN_FIELDS:
        value = getattr(event, name)
        if value is None:
            if name in needs:
                found.add("event-field-missing", (*path, name), event=event.type, field=name)
        elif name not in needs and name not in row.may:
            allowed = "|".join((*row.needs, *row.may))
            found.add_at_key("event-field-refused", (*path, name), event=event.type, field=name, known=allowed)
        elif name == "changes" and event.result != "corrected":
            found.add_at_key("changes-without-correction", (*path, name), result=event.result or "")
        elif name == "changes" and not _corrects(value):
            found.add_at_key("correction-without-values", (*path, name))
    if event.ground is not None and row.grounds:
        found.word("unknown-ground", event.ground, (*path, "ground"), row.grounds, event=event.type)
    for name in ("until", "monitoring_until"):
        day = getattr(event, name)
        if day is not None and day < event.on:
            found.add("period-ends-before-start", (*path, name), start=str(event.on), until=str(day))


def _corrects(changes: Changes) -> bool:
    """Whether a value is set, or a fact made unknown again: a correction says what is right (S8)."""
    said = changes._replace(conduct=None if changes.conduct == Conduct() else changes.conduct)
    return said != Changes()
