"""Which cases have events that want a closer look (``registry/case_life.py``, ``registry/event_fields.py``)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import get_args

from ...pack.period import Period
from ...registry.event_fields import EVENT_FIELDS, OWN_FIELDS, EventFields
from ...registry.vocabulary import ListRule, Vocabulary
from ...source.values import Grade, Tier
from .columns import quoted, text, words

_RESULTS = ("confirmed", "corrected", "annulled")
_EFFECTS = ("lift", "reduce")
_SAFE = {"change_grade": get_args(Grade), "change_tier": get_args(Tier)}
"""What a correction may change without a closer look, with the words that it may be changed to."""


def screens_of_events(present: Collection[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Queries for case ids: an event with wrong fields or days, without its record, or out of its turn.

    ``present`` are the columns that the files have. Corrections of more than grade and tier, which are rare and turn on
    other days, are all looked at closely.
    """
    fields = [_wrong_fields(type, row) for type, row in EVENT_FIELDS.items()]
    changes = [f"{quoted(name)} IS NOT NULL" for name in present if name.startswith("change_") and name not in _SAFE]
    changed = f"coalesce({', '.join(_SAFE)}) IS NOT NULL"
    plain = [
        'type IS NULL OR "on" IS NULL OR record_id IS NULL OR position IS NULL',
        f"type NOT IN {words(EVENT_FIELDS)}",
        f"result NOT IN {words(_RESULTS)}",
        f"effect NOT IN {words(_EFFECTS)}",
        f"grade NOT IN {words(get_args(Grade))}",
        'least(until, monitoring_until) < "on"',
        f"(result IS NOT DISTINCT FROM 'corrected') <> ({changed})",
        *(f"{name} NOT IN {words(known)}" for name, known in _SAFE.items()),
        *changes,
        *fields,
    ]
    where = " OR ".join(f"coalesce({doubt}, false)" for doubt in plain)
    yield f"SELECT case_id FROM events WHERE {where}"
    yield "SELECT case_id FROM events GROUP BY case_id, record_id, position HAVING count(*) > 1"
    records = "SELECT case_id, record_id, decided_on FROM records"
    yield (
        f"SELECT e.case_id FROM events e ANTI JOIN ({records}) r"
        ' ON r.case_id = e.case_id AND r.record_id = e.record_id AND r.decided_on <= e."on"'
    )
    yield _out_of_turn()
    yield from _extended_early(vocabulary)


def _extended_early(vocabulary: Vocabulary) -> Iterator[str]:
    """A record extended to a day on which it might end later anyway, or more than once."""
    terms = ", ".join(f"({text(entry.id)}, {_shortest(entry)})" for entry in vocabulary.lists)
    latest = "least(greatest(decided_on, published_on, served_on), DATE '9999-12-31') + shortest"
    records = (
        f"SELECT case_id, record_id, greatest({latest}, expires_on) AS latest FROM records"
        f" JOIN (VALUES {terms}) t(list, shortest) USING (list)"
    )
    yield (
        f"SELECT e.case_id FROM (SELECT * FROM events WHERE type = 'extended') e ANTI JOIN ({records}) r"
        " ON r.case_id = e.case_id AND r.record_id = e.record_id AND r.latest <= e.until"
    )
    yield "SELECT case_id FROM events WHERE type = 'extended' GROUP BY case_id, record_id HAVING count(*) > 1"


def _shortest(entry: ListRule) -> int:
    """At least as many days as the shortest term of the list has; 0 where none is counted in calendar days."""
    found = [
        _days(period)
        for term in entry.terms
        for period in (*(case.term for case in term.cases), term.otherwise, term.on_repetition)
        if period is not None
    ]
    return min(found, default=-1) + 1


def _days(period: Period) -> int:
    """At least as many days as a period has; working days tell no end (``registry/term_bounds.py``)."""
    return {"years": 366, "months": 31, "days": 1, "working days": 31}[period.unit] * period.number


def _wrong_fields(type: str, row: EventFields) -> str:
    own = [name for name in OWN_FIELDS if name != "changes"]
    wrong = [f"{quoted(name)} IS NULL" for name in row.needs]
    wrong += [f"{quoted(name)} IS NOT NULL" for name in own if name not in (*row.needs, *row.may)]
    if row.grounds:
        wrong.append(f"ground NOT IN {words(row.grounds)}")
    return f"type = {text(type)} AND ({' OR '.join(f'coalesce({each}, false)' for each in wrong)})"


def _out_of_turn() -> str:
    """Opening what is open, closing what is not, anything after annulment or, save verification, after delisting."""
    turns = {
        "verified": ("verification-opened", "verification-closed"),
        "stayed": ("stayed", "resumed"),
        "repaired": ("repair-approved", "repair-revoked"),
    }
    before = (
        '(PARTITION BY case_id, record_id ORDER BY "on", position ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)'
    )
    lasts = [
        f"last_value(CASE WHEN type IN {words(pair)} THEN type END IGNORE NULLS) OVER {before} AS {name}"
        for name, pair in turns.items()
    ]
    ended = "coalesce(type = 'document-revoked' OR result = 'annulled', false)"
    lasts += [
        f"coalesce(bool_or({ended}) OVER {before}, false) AS annulled",
        f"coalesce(bool_or(type = 'delisted') OVER {before}, false) AS delisted",
    ]
    wrong = [
        "annulled",
        "delisted AND NOT starts_with(type, 'verification-')",
        "type = 'verification-opened' AND verified = type",
        "type = 'verification-closed' AND verified IS DISTINCT FROM 'verification-opened'",
        "type = 'stayed' AND stayed = type",
        "type = 'resumed' AND stayed IS DISTINCT FROM 'stayed'",
        "type = 'repair-revoked' AND repaired IS DISTINCT FROM 'repair-approved'",
    ]
    doubts = " OR ".join(f"coalesce({each}, false)" for each in wrong)
    return f"SELECT case_id FROM (SELECT case_id, type, {', '.join(lasts)} FROM events) WHERE {doubts}"
