"""What brings duties about: one function for each thing that can happen to a record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta

from ..case.model import Event
from ..registry.carrying import denies_repair
from ..registry.vocabulary import Vocabulary
from ..situation.model import RecordState, Situation
from ..source.rows import NamedTuple
from ..source.values import DutyTrigger, LeftBy

ON_LIST = ("live", "reduced", "under-verification", "unclear")


class Occasion(NamedTuple):
    """Something that happened to a record, or that holds on the as-of day.

    ``day`` is the day on which it happened, that day not counted; ``None`` where it has none. ``subject`` is whom it
    concerns, ``way`` how the record left its list.
    """

    trigger: DutyTrigger
    subject: str
    state: RecordState
    day: date | None = None
    way: LeftBy | None = None


Found = Callable[[RecordState, tuple[Event, ...]], Occasion | None]


def of_record(
    state: RecordState, situation: Situation, carrying: Collection[str], words: Vocabulary
) -> Iterator[Occasion]:
    """Everything that happened to a record by what was known, and whether it can be repaired.

    ``carrying`` are the records on which an issued punishment rests.
    """
    acting = _acting(state, situation)
    for trigger in TRIGGERS:
        occasion = trigger(state, acting)
        if occasion is not None and (occasion.day is None or occasion.day <= situation.as_of):
            yield occasion
    if state.id in carrying and _repairable(state, situation, words):
        yield Occasion("repairable", state.subject, state)


def _acting(state: RecordState, situation: Situation) -> tuple[Event, ...]:
    """The events seen on the day of knowledge that lie no later than the as-of day, in their order (S4)."""
    seen = (event for event in state.record.events if (event.recorded_on or event.on) <= situation.known_at)
    return tuple(sorted((event for event in seen if event.on <= situation.as_of), key=lambda event: event.on))


def _decision_made(state: RecordState, acting: tuple[Event, ...]) -> Occasion | None:
    """The document was issued, and nothing says that it is published."""
    record = state.record
    if state.status in ("annulled", "pending") or record.published_on is not None:
        return None
    return Occasion("decision-made", state.subject, state, record.decided_on)


def _closed(state: RecordState, acting: tuple[Event, ...]) -> Occasion | None:
    """The last verification was closed: the information was found wrong, or right."""
    last = next((event for event in reversed(acting) if event.type.startswith("verification-")), None)
    if last is None or last.type != "verification-closed":
        return None
    trigger: DutyTrigger = "found-right" if last.result == "confirmed" else "found-wrong"
    return Occasion(trigger, state.subject, state, last.on)


def _revoked(state: RecordState, acting: tuple[Event, ...]) -> Occasion | None:
    """The published document was revoked."""
    event = next((event for event in acting if event.type == "document-revoked"), None)
    published = state.record.published_on
    if event is None or published is None or published > event.on:
        return None
    return Occasion("document-revoked", state.subject, state, event.on)


def _left(state: RecordState, acting: tuple[Event, ...]) -> Occasion | None:
    """The record left its list; where its term ran out, the last day of the term counts as the day."""
    if state.until is None:
        return None
    if state.status == "expired":
        return Occasion("left-list", state.subject, state, state.until - timedelta(days=1), "expiry")
    if state.status == "repaired":
        return Occasion("left-list", state.subject, state, state.until, "repair")
    if state.status == "delisted":
        taken_off = any(event.type == "delisted" for event in acting)
        return Occasion("left-list", state.subject, state, state.until, "delisting" if taken_off else "rectification")
    return None


def _repaired(state: RecordState, acting: tuple[Event, ...]) -> Occasion | None:
    """A repair was approved and still holds, whether it lifts or reduces."""
    last = next((event for event in reversed(acting) if event.type.startswith("repair-")), None)
    if last is None or last.type != "repair-approved" or state.status in ("annulled", "pending"):
        return None
    return Occasion("repaired", state.subject, state, last.on)


TRIGGERS: tuple[Found, ...] = (_decision_made, _closed, _revoked, _left, _repaired)


def _repairable(state: RecordState, situation: Situation, words: Vocabulary) -> bool:
    """Whether a record on its list can be repaired: no basis of the day denies it (S9)."""
    denial = state.list.unrepairable
    denied = denial is not None and denies_repair(denial, situation.as_of, situation.region, words)
    return state.status in ON_LIST and not denied
