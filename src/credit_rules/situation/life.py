"""The life of a record: its status on the as-of day, what has effect until when, and what is in doubt (S4-S10, S29)."""

from datetime import date

from ..case.model import Event, Record
from ..registry.places import NATIONWIDE
from ..registry.vocabulary import ListRule, ProcedureRule, Vocabulary
from ..source.rows import NamedTuple
from ..source.values import Grade, RecordStatus
from .doubt import doubt_about
from .model import Notice, RecordState, Verification
from .places import most_local
from .repair import Repair, repair_of
from .seen import Seen
from .terms import Ends, effect_of, ends_of
from .verification import verification_of

DAYS_KEPT = 4096
"""For how many days and places the procedures in force are kept."""


class Day(NamedTuple):
    """The two days, the place, and what the registries say: what every step of a record's life looks at."""

    as_of: date
    known_at: date
    region: str | None
    vocabulary: Vocabulary
    strict_evidence: bool

    def procedures(self, on: date, place: str | None = None) -> tuple[ProcedureRule, ...]:
        """The procedures in force on a day in the place decided for (or another), the most local first."""
        rules, key = self.vocabulary, (place or self.region, on)
        known = rules.procedures_known
        if key not in known:
            if len(known) >= DAYS_KEPT:
                known.clear()
            known[key] = most_local(rules.procedures, key[0], on, rules.renumbered)
        found: tuple[ProcedureRule, ...] = known[key]
        return found


def see(record: Record, day: Day) -> Seen | None:
    """What of a record was known on the day of knowledge; ``None`` where it was not known at all (S4, S8).

    What is seen acts on its own day; annulment and correction reach back.
    """
    if (record.recorded_on or record.decided_on) > day.known_at:
        return None
    visible = tuple(
        sorted(
            (event for event in record.events if (event.recorded_on or event.on) <= day.known_at),
            key=lambda event: event.on,
        )
    )
    acting = tuple(event for event in visible if event.on <= day.as_of)
    undone = [event for event in visible if _annuls(event)]
    revoked = record.document.status == "revoked"
    known_on = min((event.recorded_on or event.on for event in undone), default=day.known_at if revoked else None)
    return Seen(_corrected(record, visible), visible, acting, revoked or bool(undone), known_on)


def live(
    seen: Seen, listed: str, rule: ListRule, counts_here: bool, repeated: bool, day: Day
) -> tuple[RecordState, tuple[Notice, ...]]:
    """The state of a seen record and what the decision must warn of; ``counts_here``: its list reaches here."""
    record, acting = seen.record, seen.acting
    effect = effect_on(seen, rule, day)
    ends = Ends(None, None) if effect is None else ends_of(seen, rule, effect, day.as_of, repeated)
    repair, notices = repair_of(record, acting, rule, day)
    left_on = _left_on(acting, day)
    stayed_on = _stayed_on(acting)
    verification, overdue = verification_of(record, acting, rule, day)
    status = _status(seen, effect, ends, repair, left_on, stayed_on, verification, day.as_of)
    missing, doubtful = doubt_about(record, rule, status, ends, day)
    until = _until(status, ends, repair, left_on)
    state = RecordState(
        record=record,
        subject=listed,
        list=rule,
        status=status,
        grade=_grade(record, acting),
        effect=effect,
        until=until,
        spans=_spans(effect, ends.earliest, left_on, acting, repair),
        possible=_spans(effect, ends.latest, left_on, acting, repair),
        verification=verification,
        reduced=repair.reduced,
        reaches=counts_here,
        doubt=missing,
        monitored_until=_monitored_until(acting, left_on, day),
        annulment_known_on=seen.annulment_known_on,
    )
    return state, (*notices, *overdue, *doubtful)


def _annuls(event: Event) -> bool:
    return (
        event.type == "document-revoked"
        or (event.type == "verification-closed" and event.result == "annulled")
        or (event.type == "delisted" and event.ground == "in-error")
    )


def _corrected(record: Record, visible: tuple[Event, ...]) -> Record:
    for event in visible:
        if event.type == "verification-closed" and event.changes is not None:
            given = {name: value for name, value in event.changes._asdict().items() if value is not None}
            record = record._replace(**{**given, "facts": {**record.facts, **event.changes.facts}})
    return record


def effect_on(seen: Seen, rule: ListRule, day: Day) -> date | None:
    """The first day of effect, also after the as-of day; ``None``: none yet (S6)."""
    if seen.record.document.status == "not-effective":
        return None
    effect = effect_of(seen.record, rule)
    if effect is None or rule.place == NATIONWIDE:
        return effect
    if not any(row.confirmation_required for row in day.procedures(effect, rule.place)):
        return effect
    confirmed = [event.on for event in seen.acting if event.type == "confirmed"]
    return max(effect, confirmed[0]) if confirmed else None


def _left_on(acting: tuple[Event, ...], day: Day) -> date | None:
    """The day of delisting: said so, or by rectification in time where the place delists for it (S9)."""
    for event in acting:
        if event.type == "delisted":
            return event.on
        if event.type == "rectified" and event.within_time and _delists(event, day):
            return event.on
    return None


def _delists(event: Event, day: Day) -> bool:
    return any(row.rectified_delists for row in day.procedures(event.on))


def _monitored_until(acting: tuple[Event, ...], left_on: date | None, day: Day) -> date | None:
    """Monitoring follows only exit by rectification, for the period that the authority set (KS 二(四))."""
    exits = [event for event in acting if event.on == left_on and event.type in ("delisted", "rectified")]
    by_rectification = any(event.type == "rectified" or event.ground == "rectified" for event in exits)
    if left_on is None or not by_rectification:
        return None
    set_by = [event.monitoring_until for event in acting if event.type in ("rectified", "delisted")]
    return max((until for until in set_by if until is not None), default=None)


def _stayed_on(acting: tuple[Event, ...]) -> date | None:
    stayed = None
    for event in acting:
        if event.type == "stayed":
            stayed = event.on
        elif event.type == "resumed":
            stayed = None
    return stayed


def _grade(record: Record, acting: tuple[Event, ...]) -> Grade | None:
    return next((event.grade for event in reversed(acting) if event.type == "regraded"), record.grade)


def _status(
    seen: Seen,
    effect: date | None,
    ends: Ends,
    repair: Repair,
    left_on: date | None,
    stayed_on: date | None,
    verification: Verification | None,
    as_of: date,
) -> RecordStatus:
    """Exactly one status, in the order of precedence (S5)."""
    ladder: tuple[tuple[RecordStatus, bool], ...] = (
        ("annulled", seen.annulled),
        ("pending", effect is None or effect > as_of),
        ("stayed", stayed_on is not None),
        ("delisted", left_on is not None),
        ("repaired", repair.lifted_on is not None),
        ("expired", ends.latest is not None and ends.latest <= as_of),
        ("unclear", ends.earliest is not None and ends.earliest <= as_of),
        ("under-verification", verification is not None and verification.suspends),
        ("reduced", repair.reduced),
    )
    return next((status for status, holds in ladder if holds), "live")


def _until(status: RecordStatus, ends: Ends, repair: Repair, left_on: date | None) -> date | None:
    if status in ("annulled", "pending"):
        return None
    known = ends.earliest if ends.earliest == ends.latest else None
    return min((day for day in (left_on, repair.lifted_on, known) if day is not None), default=None)


def _spans(
    effect: date | None, end: date | None, left_on: date | None, acting: tuple[Event, ...], repair: Repair
) -> tuple[tuple[date, date | None], ...]:
    """The half-open periods of effect up to ``end``, as far as the as-of day tells."""
    if effect is None:
        return ()
    last = min((day for day in (end, left_on) if day is not None), default=None)
    spans: list[tuple[date, date | None]] = []
    start: date | None = effect
    stayed = lifted = False
    switches: list[tuple[date, int, str]] = [(event.on, number, event.type) for number, event in enumerate(acting)]
    switches += [(lift.on, lift.place, "lifted") for lift in repair.lifts]
    for on, _, what in sorted(switches):
        before = stayed or lifted
        stayed = (stayed or what == "stayed") and what != "resumed"
        lifted = (lifted or what == "lifted") and what != "repair-revoked"
        if (stayed or lifted) and not before and start is not None:
            spans.append((start, max(start, on)))
            start = None
        elif before and not (stayed or lifted):
            start = max(on, effect)
    if start is not None:
        spans.append((start, None))
    return tuple(
        (first, last if until is None or (last is not None and last < until) else until)
        for first, until in spans
        if (last is None or first < last) and first != until
    )
