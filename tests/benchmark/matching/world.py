"""What every contender is given: 40 invented memoranda of 30 measures, and subjects, most of them without records."""

from __future__ import annotations

import random
from typing import NamedTuple

PACKS, MEASURES = 40, 30
GRADES = ("general", "heavier", "serious")
KINDS = ("enterprise", "individually-owned-business", "social-organisation")
MATTERS = tuple(f"matter-{number}" for number in range(5))
DAYS = (17000, 19000)
"""Days since 1970 between which something happened."""


class Measure(NamedTuple):
    """A measure on a list; ``None`` where its clause asks nothing of that. Amounts in yuan, days since 1970."""

    id: str
    list: str
    grade: str | None
    kind: str | None
    amount_at_least: int | None
    since: int | None
    before: int | None
    matter: str | None


class Record(NamedTuple):
    """An entry on a list; what is not known of it is ``None``."""

    list: str
    grade: str | None
    amount: int | None
    happened_on: int | None


class Subject(NamedTuple):
    """Somebody asked about: a kind, a matter, and what is on record."""

    number: int
    kind: str
    matter: str
    records: tuple[Record, ...]


Answer = frozenset[str]
"""The ids of the measures that hit."""


def measures(packs: int = PACKS, each: int = MEASURES, seed: int = 1) -> list[Measure]:
    """The measures of ``packs`` memoranda, each on a list of its own, half of the conditions given."""
    chance = random.Random(seed)

    def perhaps(value: object) -> object:
        return value if chance.random() < 0.4 else None

    found = []
    for pack in range(packs):
        for number in range(each):
            since = perhaps(chance.randint(*DAYS))
            before = perhaps(chance.randint(*DAYS))
            found.append(
                Measure(
                    f"pack-{pack}/m{number}",
                    f"list-{pack}",
                    perhaps(chance.choice(GRADES)),  # type: ignore[arg-type]
                    perhaps(chance.choice(KINDS)),  # type: ignore[arg-type]
                    perhaps(chance.choice((10_000, 100_000, 1_000_000))),  # type: ignore[arg-type]
                    since,  # type: ignore[arg-type]
                    before,  # type: ignore[arg-type]
                    perhaps(chance.choice(MATTERS)),  # type: ignore[arg-type]
                )
            )
    return found


def subjects(number: int, packs: int = PACKS, seed: int = 2) -> list[Subject]:
    """Subjects of whom 60 in 100 have no records and the others one to five; a fifth of what is asked is not known."""
    chance = random.Random(seed)

    def known(value: object) -> object:
        return value if chance.random() < 0.8 else None

    def record() -> Record:
        return Record(
            f"list-{chance.randrange(packs)}",
            known(chance.choice(GRADES)),  # type: ignore[arg-type]
            known(chance.choice((5_000, 50_000, 500_000, 5_000_000))),  # type: ignore[arg-type]
            known(chance.randint(*DAYS)),  # type: ignore[arg-type]
        )

    return [
        Subject(
            each,
            chance.choice(KINDS),
            chance.choice(MATTERS),
            tuple(record() for _ in range(0 if chance.random() < 0.6 else chance.randint(1, 5))),
        )
        for each in range(number)
    ]
