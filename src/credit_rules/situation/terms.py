"""When the effect of a record begins, and between which days it ends (S6)."""

from datetime import date

from ..case.model import Record
from ..pack.period import Period
from ..registry.truth import all_of
from ..registry.vocabulary import ListRule, TermCase, TermRule, in_force
from ..source.rows import NamedTuple
from .seen import Seen
from .working_days import first_day_after


class Ends(NamedTuple):
    """The earliest and the latest possible first day without effect; ``None`` is open-ended."""

    earliest: date | None
    latest: date | None


def effect_of(record: Record, rule: ListRule) -> date | None:
    """The first day of effect: publication, else service, else the decision; none yet where the list asks for notice.

    The list's publicity window is added.
    """
    start = record.published_on or record.served_on or (None if rule.requires_notice else record.decided_on)
    if start is None or rule.publicity_window is None:
        return start
    return first_day_after(start, rule.publicity_window)


def ends_of(seen: Seen, rule: ListRule, effect: date, as_of: date, repeated: bool) -> Ends:
    """Between which days a record ends: an extension, else ``expires_on``, else the term of its list.

    An extension acts from its own day; a corrected end counts from the original day, and outweighs the extensions
    before the correction. ``repeated`` says that an earlier record of the same subject stands on the list.
    """
    record, fixed = seen.record, seen.record.expires_on
    for event in seen.visible:
        if event.type == "extended" and event.on <= as_of:
            fixed = event.until
        elif event.changes is not None and event.changes.expires_on is not None:
            fixed = event.changes.expires_on
    if fixed is not None:
        return Ends(fixed, fixed)
    term = next((row for row in rule.terms if in_force(effect, row.from_, row.until)), None)
    if term is None:
        return Ends(None, None)
    clock = {"effect": effect, "decided": record.decided_on, "published": record.published_on or effect}[term.clock]
    if repeated and term.on_repetition is not None:
        end = first_day_after(clock, term.on_repetition)
        return Ends(end, end)
    possible = [None if period is None else first_day_after(clock, period) for period in _possible(record, term)]
    dated = [end for end in possible if end is not None]
    return Ends(min(dated, default=None), None if None in possible else max(dated))


def _possible(record: Record, term: TermRule) -> list[Period | None]:
    """The terms that the record's facts leave possible: the first case that holds, and the unknown ones before it."""
    found: list[Period | None] = []
    for case in term.cases:
        holds = _holds(record, case)
        if holds is not False:
            found.append(case.term)
        if holds:
            return found
    return [*found, term.otherwise]


def _holds(record: Record, case: TermCase) -> bool | None:
    return all_of(comparison.test(record.facts.get(comparison.fact)) for comparison in case.when)
