"""What a condition looked at, for the reasons of a decision (S25)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from ..plan.conditions import AfterExit, CleanFor, Compare, CountRecords, HasRelation, HeldBy, InFields
from ..registry.operators import Comparison
from ..registry.truth import Truth
from ..situation.model import RecordState
from ..source.rows import NamedTuple
from .judged import Judged
from .nodes import Node
from .pairs import takes
from .situating import Situated

Key = TypeVar("Key", int, tuple[int, int])


class Spot(NamedTuple):
    """Where a condition is looked at: a pair in a reading, and a record or relation where it is one about them."""

    pair: int
    reading: int
    record: int = 0
    relation: int = 0


def uses(node: Node, spot: Spot, value: Truth, judged: Judged) -> tuple[str, ...]:
    """The records, relations or facts that a simple condition of this value looked at."""
    key, situated = (spot.pair, spot.reading), judged.situated
    match node.condition:
        case Compare() as condition:
            return (fact_place(condition.comparison, spot, situated),)
        case CleanFor() as condition:
            return situated.situation.clean[str(condition.period)].records
        case CountRecords():
            return tuple(situated.records[number].id for number in sorted(judged.records[node.number].get(key, {})))
        case InFields():
            listed = situated.party_id(judged.pairs.pair[spot.pair].listed)
            if value is not False and situated.situation.party(listed).kind is None:
                return ()
            return tuple(situated.records[number].id for number in sorted(judged.records[node.number].get(key, {})))
        case HasRelation():
            related = judged.relations[node.number].get(key, {})
            numbers = relations_in_role(node, spot, judged) if value is False else _valued(related, value)
            return tuple(situated.relations[number].id for number in numbers)
        case HeldBy():
            held = judged.holders[node.number].get(key, {})
            both = _held_looked_at(node, spot, judged) if value is False else _valued(held, value)
            return tuple(
                id for relation, record in both for id in (situated.records[record].id, situated.relations[relation].id)
            )
    counted = judged.records[node.number].get(key, {})
    records = _records_looked_at(node, spot, judged) if value is False else _valued(counted, value)
    return tuple(situated.records[number].id for number in records)


def _valued(found: dict[Key, int], value: Truth) -> list[Key]:
    """Those that are so where the condition is true, those that may be where it is unknown."""
    return sorted(key for key, sure in found.items() if sure == (2 if value else 1))


def fact_place(comparison: Comparison, spot: Spot, situated: Situated) -> str:
    """Where a fact stands in the case."""
    match comparison.scope:
        case "record" if spot.record:
            return f"{situated.records[spot.record].id}.facts.{comparison.fact}"
        case "relation" if spot.relation:
            return f"relation({situated.relations[spot.relation].id}).facts.{comparison.fact}"
        case "context":
            return f"context.facts.{comparison.fact}"
    return comparison.name


def relations_in_role(node: Node, spot: Spot, judged: Judged, *, current: bool | None = None) -> list[int]:
    """Relations in one of the condition's roles in the bearer that the reading takes in; held today where asked."""
    condition, situated = node.condition, judged.situated
    assert isinstance(condition, (HeldBy, HasRelation))
    now = isinstance(condition, HasRelation) if current is None else current
    roles = judged.nodes.role_sets[condition.roles]
    bearer = situated.party_id(judged.pairs.pair[spot.pair].bearer)
    _, _, disputed = takes(spot.reading)
    return [
        number
        for number, relation in situated.relations.items()
        if (roles, number) in judged.observed.in_role
        and (relation.of or situated.situation.subject) == bearer
        and (disputed or relation.status != "disputed")
        and (not now or number in judged.observed.current)
    ]


def _read(state: RecordState, spot: Spot) -> bool:
    suspended, reduced, _ = takes(spot.reading)
    if state.status == "annulled" or (state.suspended and not suspended):
        return False
    return not (state.reduced and not reduced)


def _listed_records(node: Node, spot: Spot, holder: str, judged: Judged) -> Iterator[int]:
    rows = judged.observed.rows.get(judged.nodes.list_sets[node.condition.lists], ())  # type: ignore[union-attr]
    for number in sorted(rows):
        state = judged.situated.records[number]
        if state.subject == holder and _read(state, spot):
            yield number


def _records_looked_at(node: Node, spot: Spot, judged: Judged) -> list[int]:
    holder = judged.situated.party_id(judged.pairs.pair[spot.pair].listed)
    found = list(_listed_records(node, spot, holder, judged))
    if not isinstance(node.condition, AfterExit):
        return found
    return [number for number in found if _monitored(judged.situated.records[number], judged)]


def _monitored(state: RecordState, judged: Judged) -> bool:
    until = state.monitored_until
    left = state.status == "delisted" and state.reaches
    return left and until is not None and judged.situated.situation.as_of < until


def _held_looked_at(node: Node, spot: Spot, judged: Judged) -> list[tuple[int, int]]:
    relations = judged.situated.relations
    return [
        (relation, record)
        for relation in relations_in_role(node, spot, judged, current=False)
        for record in _listed_records(node, spot, relations[relation].id, judged)
    ]
