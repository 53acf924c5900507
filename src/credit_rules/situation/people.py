"""Who is who in a case: kinds, status, age (S11, S13)."""

from __future__ import annotations

import re
from datetime import date

from ..case.model import Case, Subject
from ..pack.period import Period, day_after_period
from .model import Party

ADULT = Period(18, "years")
_RESIDENT_ID = re.compile(r"[0-9]{6}([0-9]{8})[0-9]{3}[0-9X]\Z")


def parties_of(case: Case) -> dict[str, Party]:
    """The subject, every party described, and every related person of which only the relation tells the kind."""
    found = {party.id: _party(party) for party in (*case.parties, case.subject)}
    for relation in case.relations:
        if relation.id not in found:
            birth = _birth_of(relation.id) if relation.kind == "natural-person" else None
            found[relation.id] = Party(relation.id, relation.kind, None, "active", _adult_from(birth), {})
    return found


def _party(subject: Subject) -> Party:
    birth = subject.birth_date
    if subject.kind == "natural-person" and birth is None and subject.id_type in (None, "resident-id"):
        birth = _birth_of(subject.id)
    return Party(subject.id, subject.kind, subject.name, subject.status, _adult_from(birth), subject.facts)


def _adult_from(birth: date | None) -> date | None:
    """The first day of full age, the day of birth not counted (民法典 201)."""
    return None if birth is None else day_after_period(birth, ADULT)


def _birth_of(id: str) -> date | None:
    found = _RESIDENT_ID.match(id)
    if found is None:
        return None
    digits = found[1]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
