"""Invented units and persons with valid check digits, and the days on which something changes in law."""

from __future__ import annotations

from typing import Any, NamedTuple

Plain = dict[str, Any]
"""A case, or a part of it, as JSON would hold it."""


class Person(NamedTuple):
    """Somebody who can stand in a case."""

    id: str
    kind: str
    id_type: str | None = None


FIRM = Person("91990102MA0EX00012", "enterprise")
OTHER_FIRM = Person("91990102MA0EX00025", "enterprise")
SHOP = Person("92990102MA0EX00048", "individually-owned-business")
HOSPITAL = Person("12990102MA0EX0005K", "public-institution")
ADULT = Person("110105197001010011", "natural-person")
LEAPLING = Person("110105199202290012", "natural-person")
"""Born on 29 February."""
MILLENNIAL = Person("110105200001010032", "natural-person")
"""Of full age from 2018-01-02, the day after the eighteenth birthday."""
MINOR = Person("110105200506100025", "natural-person")
"""Of full age from 2023-06-11."""
TRAVELLER = Person("E00000017", "natural-person", "passport")
"""Of unknown age."""

UNITS = (FIRM, OTHER_FIRM, SHOP, HOSPITAL)
PERSONS = (ADULT, MILLENNIAL, MINOR, TRAVELLER, LEAPLING)
BY_ID = {person.id: person for person in (*UNITS, *PERSONS)}

TURNS = (
    "2016-12-20",
    "2017-03-28",
    "2018-03-30",
    "2018-06-15",
    "2019-01-01",
    "2019-12-31",
    "2020-01-01",
    "2020-12-06",
    "2020-12-07",
    "2023-05-01",
    "2026-03-31",
    "2026-04-01",
)
"""Days on or before which a rule changes."""


def described(person: Person, **fields: Any) -> Plain:
    """The person as the subject or a party of a case."""
    typed = {} if person.id_type is None else {"id_type": person.id_type}
    return {"id": person.id, "kind": person.kind, **typed, **fields}
