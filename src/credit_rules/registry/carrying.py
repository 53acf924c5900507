"""What an instrument of a rank may carry on a day: the matrix and the floors of the registry (S23)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..source.rows import NamedTuple
from ..source.values import FloorName, Kind, Provenance, Rank
from .citations import version_on
from .places import NATIONWIDE, applies
from .vocabulary import Cited, FloorRule, ListRule, RankRule, Vocabulary, in_force

STRONGEST: tuple[Provenance, ...] = ("text", "secondary", "unverified")


class Ground(NamedTuple):
    """What a basis is judged against: the day, the place, and the fields of the lists that the measure rests on."""

    as_of: date
    region: str | None
    fields: frozenset[str]


def weaker(*provenances: Provenance) -> Provenance:
    """The weakest of several provenances."""
    return max(provenances, key=STRONGEST.index)


def row_on(rank: Rank, day: date, words: Vocabulary) -> RankRule | None:
    """What the matrix says of a rank on a day."""
    return next((row for row in words.matrix if row.rank == rank and in_force(day, row.from_, row.until)), None)


def floors_under(act: FloorName | None, kinds: Iterable[Kind | None], day: date, words: Vocabulary) -> list[FloorRule]:
    """The floors under every measure, under what the act is in substance, and under any act on such bearers."""
    bearers = set(kinds)

    def under(floor: FloorRule) -> bool:
        if floor.floor == "market-entity":
            return bool(bearers & set(floor.kinds))
        return floor.floor in ("measure", act)

    return [floor for floor in words.floors if in_force(day, floor.from_, floor.until) and under(floor)]


def carries(
    rank: Rank,
    place: str,
    enabled_by: Iterable[Cited],
    ground: Ground,
    floors: Iterable[FloorRule],
    words: Vocabulary,
) -> Provenance | None:
    """Whether an instrument of the rank carries a measure: ``None``, or how well what enables it was read.

    A departmental rule carries what its own text details of a higher basis, and of its own power a light penalty; a
    local regulation only what lies in its territory.
    """
    floors = tuple(floors)
    row = row_on(rank, ground.as_of, words)
    if row is None or not applies(place, ground.region, words.renumbered):
        return None
    if row.measure == "enabled":
        light = any(floor.floor == "penalty-light" and rank in floor.ranks for floor in floors)
        return "text" if light else _enabled(enabled_by, ground, floors, words)
    if row.measure != "yes" or any(rank not in floor.ranks for floor in floors):
        return None
    return "text" if not row.fields or (ground.fields and ground.fields <= set(row.fields)) else None


def _enabled(
    enabled_by: Iterable[Cited], ground: Ground, floors: tuple[FloorRule, ...], words: Vocabulary
) -> Provenance | None:
    """The best provenance of the higher bases in force that would carry the measure themselves."""
    found: list[Provenance] = []
    for cited in enabled_by:
        entry = words.instrument[cited.instrument]
        version = version_on(entry, ground.as_of)
        row = row_on(entry.rank, ground.as_of, words)
        if version is None or row is None or row.measure != "yes":
            continue
        if carries(entry.rank, entry.place, (), ground, floors, words) is not None:
            found.append(weaker(cited.provenance, version.provenance))
    return min(found, key=STRONGEST.index, default=None)


def founds(cited: Cited, entry: ListRule, day: date, region: str | None, words: Vocabulary) -> Provenance | None:
    """Whether a citation founds a list on a day and in a place: ``None``, or how well it was read.

    A local regulation founds a local list in its territory; a departmental rule a nationwide one for the time being.
    """
    instrument = words.instrument[cited.instrument]
    version, row = version_on(instrument, day), row_on(instrument.rank, day, words)
    if version is None or row is None or row.founds == "none" or (row.fields and entry.field not in row.fields):
        return None
    if row.founds == "local" and (entry.place == NATIONWIDE or not applies(instrument.place, region, words.renumbered)):
        return None
    return weaker(cited.provenance, version.provenance)


def denies_repair(basis: Cited, day: date, region: str | None, words: Vocabulary) -> bool:
    """Whether a basis on which repair is denied holds on the day: judged like any (S9)."""
    entry = words.instrument[basis.instrument]
    version, row = version_on(entry, day), row_on(entry.rank, day, words)
    if version is None:
        return False
    if row is not None and row.measure == "practice":
        return True
    enabling = carries(entry.rank, entry.place, entry.enabled_by, Ground(day, region, frozenset()), (), words)
    return enabling is not None and weaker(basis.provenance, version.provenance, enabling) == "text"
