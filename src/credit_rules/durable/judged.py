"""Settling the second network height by height: what matched becomes values, and these are asserted in their turn.

Only here is anything closed: what no match says is false. So negation looks at settled values, and counts at settled
sets; the network itself never reasons from what is absent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ..plan.conditions import CleanFor, CountRecords, InFields
from ..situation.fields import conducts, fields
from ..situation.model import RecordState
from .concluding import Concluding
from .facts import Candidate, Fact, OfKind, Reckoned, Role, Row, Size, Valid, Valued
from .judging import Finds, Judging
from .network import Network
from .nodes import PAIR, PARTY, RECORD, RELATION, Node, Nodes, Reckoning
from .observed import NOWHERE, Observed, Place, fact_in, raise_to
from .pairs import Pairs
from .situating import Situated

CARRIED = {0: 0, 1: 1, 2: 0, 3: 2}
"""A value as punishments look at it: what is so without a record is no ground for one (S1)."""
PairRead = tuple[int, int]
"""A pair in a reading."""


class Judged:
    """Values of conditions by the number of their node: 0 false, 1 unknown, 2 true, 3 true and resting on records.

    ``records`` and ``relations`` are those that count for a condition, or may; ``sure`` whether the record itself is.
    """

    def __init__(self, observed: Observed, pairs: Pairs, situated: Situated, nodes: Nodes):
        self.observed, self.pairs, self.situated, self.nodes = observed, pairs, situated, nodes
        self.values: dict[int, dict[Place, int]] = defaultdict(dict)
        self.records: dict[int, dict[PairRead, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
        self.holders: dict[int, dict[PairRead, dict[tuple[int, int], int]]] = defaultdict(lambda: defaultdict(dict))
        self.relations: dict[int, dict[PairRead, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
        self.reckoned: dict[int, dict[tuple[int, int, int], dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
        self.uncovered: dict[int, set[PairRead]] = defaultdict(set)
        self.sure: dict[tuple[int, int], int] = {}
        self._touched: dict[int, dict[int, Node]] = defaultdict(dict)

    def settle(self, network: Network, judging: Judging) -> None:
        """Assert what is known, height by height, until every condition has its values."""
        present = {0, *self.observed.rows}
        network.set_layer(0, (*self.observed.facts(self.situated), *self.pairs.candidates(judging.asked, present)))
        for height in range(judging.highest + 1):
            found: list[tuple[Finds, Iterable[tuple[Any, ...]]]] = [
                (judging.finds[name], frames) for name, frames in network.matched() if judging.height[name] == height
            ]
            network.set_layer(height + 1, self._settled(height, found, judging))

    def _settled(
        self, height: int, found: list[tuple[Finds, Iterable[tuple[Any, ...]]]], judging: Judging
    ) -> Iterator[Fact]:
        for finds, frames in found:
            for frame in frames:
                self._note(finds, frame)
        yield from self._reckonings(height)
        yield from self._sizes(height, judging)
        if height == 0:
            self._take_over(judging)
        touched = self._touched[height]
        for number, node in touched.items():
            self._value(node)
            yield from self.valued(node, number in judging.negated)
        for node in judging.negated_at[height]:
            if node.number not in touched:
                yield from self.valued(node, every=True)

    def _take_over(self, judging: Judging) -> None:
        """The values that are known before: comparisons of facts, and cleanness."""
        for number, values in self.observed.compared.items():
            self.values[number].update(values)
            self._touched[0][number] = self.nodes.all[number - 1]
        for node in judging.clean:
            assert isinstance(node.condition, CleanFor)
            value = self.situated.situation.clean[str(node.condition.period)].value
            self.values[node.number][NOWHERE] = {True: 2, None: 1, False: 0}[value]
            self._touched[0][node.number] = node

    def concluded(self, concluding: Concluding) -> Iterator[Fact]:
        """What the third network is told: values, what applies, kinds, and who may bear without any record."""
        for number, values in self.values.items():
            if number in concluding.nodes and any(values.values()):
                yield from self.valued(concluding.nodes[number], every=False)
                yield from (Valid(valid, number) for valid in concluding.validities[number] & self.observed.valid)
                for (kinds, party), value in self.observed.kinds.items():
                    if kinds in concluding.kinds.get(number, ()):
                        yield OfKind(kinds, number, party, value)
        yield from self.pairs.candidates(concluding.asked, {0})

    # --- what matched

    def _note(self, finds: Finds, frame: tuple[Any, ...]) -> None:
        what, of, value = finds
        if isinstance(of, Reckoning):
            candidate, role, held = frame[0], frame[1], frame[2]
            spot = (candidate.pair, candidate.reading, held.record)
            raise_to(self.reckoned[of.number][spot], role.relation, candidate.least)
            return
        self._touched[of.height][of.number] = of
        match what:
            case "record" | "record-later":
                candidate, row = frame[0], fact_in(frame, Row)
                raise_to(self.records[of.number][_spot(candidate)], row.record, candidate.least)
                self.sure[(of.number, row.record)] = row.sure_later if what == "record-later" else row.sure
            case "held-record" | "held-record-later":
                candidate, role, row = frame[0], fact_in(frame, Role), fact_in(frame, Row)
                key = (role.relation, row.record)
                raise_to(self.holders[of.number][_spot(candidate)], key, candidate.least)
                self.sure[(of.number, row.record)] = row.sure_later if what.endswith("later") else row.sure
            case "relation":
                candidate, role = frame[0], fact_in(frame, Role)
                raise_to(self.relations[of.number][_spot(candidate)], role.relation, candidate.least)
            case "uncovered":
                self.uncovered[of.number].add(_spot(frame[0]))
            case "size":
                size = fact_in(frame, Size)
                raise_to(self.values[of.number], (size.pair, size.reading, 0, 0, 0), size.least)
            case "value":
                raise_to(self.values[of.number], _place(frame, of), value)
            case "any":
                raise_to(self.values[of.number], _place(frame, of), frame[-1].value)
            case "not":
                self.values[of.number][_place(frame, of)] = 2 - frame[0].value

    # --- what follows

    def _reckonings(self, height: int) -> Iterator[Fact]:
        for reckoning in self.nodes.reckonings:
            if reckoning.height == height:
                for (pair, reading, record), relations in self.reckoned[reckoning.number].items():
                    for relation, value in relations.items():
                        yield Reckoned(reckoning.number, pair, reading, relation, record, value)

    def _sizes(self, height: int, judging: Judging) -> Iterator[Fact]:
        """How many are counted for every possible bearer: those that count at least, those that may at most."""
        for node in judging.counted_at[height]:
            assert node.profile is not None
            for spot in self.pairs.places(node.profile.spec):
                low, high = self.size(node, spot)
                pair, reading = spot
                listed = self.pairs.pair[pair].listed
                yield Size(node.number, 2, pair, reading, listed, low, high)
                yield Size(node.number, 1, pair, reading, listed, high, low)

    def size(self, node: Node, spot: PairRead) -> tuple[int, int]:
        """The least and the greatest number of records, conducts or fields (S16, S19)."""
        counted = self.records[node.number].get(spot, {})
        sure = [self.situated.records[number] for number, value in sorted(counted.items()) if value == 2]
        possible = [self.situated.records[number] for number in sorted(counted)]
        distinct = node.condition.distinct if isinstance(node.condition, CountRecords) else "fields"
        return _size(distinct, sure)[0], _size(distinct, possible)[1]

    def _value(self, node: Node) -> None:
        """The values of a leaf, from what counts for it; those of other conditions were noted as they matched."""
        values, number = self.values[node.number], node.number
        if isinstance(node.condition, (InFields, CountRecords)):
            for place, value in values.items():
                if value == 2 and self.resting(node, place[:2]):
                    values[place] = 3
            return
        for spot, relations in self.relations.get(number, {}).items():
            raise_to(values, (*spot, 0, 0, 0), max(relations.values()))
        for spot, records in self.records.get(number, {}).items():
            raise_to(values, (*spot, 0, 0, 0), 3 if max(records.values()) == 2 else 1)
        for spot, holders in self.holders.get(number, {}).items():
            raise_to(values, (*spot, 0, 0, 0), 3 if max(holders.values()) == 2 else 1)
        for spot in self.uncovered.get(number, ()):
            raise_to(values, (*spot, 0, 0, 0), 1)

    def resting(self, node: Node, spot: PairRead) -> list[int]:
        """The records that a true count rests on: all that may be of so many fields, else those sure to count."""
        counted = self.records[node.number].get(spot, {})
        every = isinstance(node.condition, InFields)
        return [number for number, value in sorted(counted.items()) if every or value == 2]

    def valued(self, node: Node, every: bool) -> Iterator[Valued]:
        """The values of a condition as facts; with ``every`` those that are false too."""
        values = self.values[node.number]
        for place in self._places(node) if every else values:
            value = values.get(place, 0)
            if value or every:
                pair, reading, record, relation, party = place
                bearer, listed = self.pairs.pair[pair] if pair else (0, 0)
                yield Valued(node.number, pair, reading, bearer, listed, record, relation, party, value, CARRIED[value])

    def _places(self, node: Node) -> Iterator[Place]:
        """Everything that a condition can have a value for."""
        columns = node.columns
        spots = self.pairs.places(node.profile.spec) if PAIR in columns and node.profile else ((0, 0),)
        records = self.situated.records if RECORD in columns else (0,)
        relations = self.situated.relations if RELATION in columns else (0,)
        parties = self.situated.number.values() if PARTY in columns else (0,)
        return (
            (*spot, record, relation, party)
            for spot in spots
            for record in records
            for relation in relations
            for party in parties
        )


def _spot(candidate: Candidate) -> PairRead:
    return candidate.pair, candidate.reading


def _place(frame: tuple[Any, ...], node: Node) -> Place:
    """What the matched facts are about, as far as the condition depends on it."""

    def told(name: str, column: str) -> int:
        return max((getattr(fact, name, 0) for fact in frame), default=0) if column in node.columns else 0

    return (
        told("pair", PAIR),
        told("reading", PAIR),
        told("record", RECORD),
        told("relation", RELATION),
        told("party", PARTY),
    )


def _size(distinct: str, states: list[RecordState]) -> tuple[int, int]:
    match distinct:
        case "fields":
            return fields(states)
        case "conduct":
            return conducts(states)
        case "field":
            number = len({state.list.field for state in states})
        case _:
            number = len(states)
    return number, number
