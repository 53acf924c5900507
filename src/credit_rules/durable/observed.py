"""What the first network found, as tables, and as facts for the second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from .facts import (
    Aged,
    Answering,
    Each,
    Fact,
    Graded,
    Held,
    OfKind,
    Party,
    Record,
    Relation,
    Role,
    UnaskedList,
    UnaskedRole,
    Uncovered,
    Unknown,
    Value,
)  # fmt: skip
from .nodes import PARTY, RECORD, RELATION, Nodes
from .observing import Says
from .situating import Situated

Kind = TypeVar("Kind")
Place = tuple[int, int, int, int, int]
"""What a value is for: pair, reading, record, relation, party; 0 where it does not depend on them."""
NOWHERE: Place = (0, 0, 0, 0, 0)


class Observed:
    """Tables of what is so (2) or may be (1), by the numbers of sets, records, relations and parties."""

    def __init__(self, matched: Iterable[tuple[str, Iterable[tuple[Any, ...]]]], says: dict[str, Says], nodes: Nodes):
        self.rows: dict[int, set[int]] = defaultdict(set)
        self.graded: dict[tuple[int, int], int] = defaultdict(int)
        self.kinds: dict[tuple[int, int], int] = defaultdict(int)
        self.in_role: set[tuple[int, int]] = set()
        self.current: set[int] = set()
        self.held: dict[tuple[int, int, int], int] = defaultdict(int)
        self.answering: dict[tuple[int, int, int], int] = defaultdict(int)
        self.aged: dict[tuple[int, int], int] = defaultdict(int)
        self.valid: set[int] = set()
        self.candidates: dict[int, set[int]] = defaultdict(set)
        self.subject_bears = False
        self.uncovered_roles: dict[int, set[int]] = defaultdict(set)
        self.uncovered_lists: dict[int, set[int]] = defaultdict(set)
        self.compared: dict[int, dict[Place, int]] = defaultdict(dict)
        for name, frames in matched:
            what, of, value = says[name]
            for frame in frames:
                self._note(what, of, value, frame, nodes)

    def _note(self, what: str, of: int, value: int, frame: tuple[Any, ...], nodes: Nodes) -> None:
        match what:
            case "listed":
                self.rows[of].add(fact_in(frame, Record).record)
            case "graded":
                raise_to(self.graded, (of, fact_in(frame, Record).record), value)
            case "kind":
                raise_to(self.kinds, (of, fact_in(frame, Party).party), value)
            case "role":
                self.in_role.add((of, fact_in(frame, Relation).relation))
            case "current":
                self.current.add(fact_in(frame, Relation).relation)
            case "held":
                raise_to(self.held, (of, fact_in(frame, Relation).relation, fact_in(frame, Record).record), value)
            case "answering":
                raise_to(self.answering, (of, fact_in(frame, Relation).relation, fact_in(frame, Record).record), value)
            case "aged":
                raise_to(self.aged, (fact_in(frame, Party).party, fact_in(frame, Record).record), value)
            case "valid":
                self.valid.add(of)
            case "candidate":
                self.candidates[of].add(fact_in(frame, Relation).relation)
            case "subject":
                self.subject_bears = True
            case "role-uncovered":
                self.uncovered_roles[of].add(fact_in(frame, UnaskedRole).role)
            case "list-uncovered":
                self.uncovered_lists[of].add(fact_in(frame, UnaskedList).list)
            case "compared":
                raise_to(self.compared[of], _place_of(frame[0], nodes.all[of - 1].columns), value)
            case "unknown":
                for node in nodes.comparing[frame[0].fact]:
                    raise_to(self.compared[node.number], _place_of(frame[0], node.columns), value)
            case _:
                raise AssertionError(what)

    def facts(self, situated: Situated) -> Iterator[Fact]:
        """What the second network is told of it; candidates and values of conditions come apart."""
        for lists, records in self.rows.items():
            yield from (situated.row(lists, record) for record in records)
        for roles, number in self.in_role:
            relation = situated.relations[number]
            yield Role(
                roles,
                current=int(number in self.current),
                relation=number,
                person=situated.number[relation.id],
                unit=situated.number[relation.of or situated.situation.subject],
                disputed=int(relation.status == "disputed"),
            )
        yield from (Graded(*key, value) for key, value in self.graded.items())
        yield from (Held(*key, value) for key, value in self.held.items())
        yield from (Answering(*key, value) for key, value in self.answering.items())
        yield from (Aged(*key, value) for key, value in self.aged.items())
        yield from (OfKind(kinds, 0, party, value) for (kinds, party), value in self.kinds.items())
        yield from (Uncovered(roles, 0, 0) for roles in self.uncovered_roles)
        yield from (Uncovered(0, lists, 0) for lists in self.uncovered_lists)
        yield from (Uncovered(0, 0, person) for person in situated.unasked_persons())
        yield from (Each(number, 0, 0) for number in situated.records)
        yield from (Each(0, number, 0) for number in situated.relations)
        yield from (Each(0, 0, number) for number in situated.number.values())
        yield from situated.parties()
        yield from situated.periods()


def raise_to(table: dict[Any, int], key: Any, value: int) -> None:
    """Note a value: what is so goes before what may be."""
    table[key] = max(table.get(key, 0), value)


def fact_in(frame: tuple[Any, ...], kind: type[Kind]) -> Kind:
    """The first fact of a kind in a match."""
    return next(fact for fact in frame if isinstance(fact, kind))


def _place_of(fact: Value | Unknown, columns: frozenset[str]) -> Place:
    holder = fact.holder
    return (0, 0, holder * (RECORD in columns), holder * (RELATION in columns), holder * (PARTY in columns))
