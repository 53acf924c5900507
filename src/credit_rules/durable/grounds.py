"""Why a condition has its value: the records and days it rests on, and what would settle it.

The values themselves are those that the network settled; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..plan.conditions import (
    AfterExit,
    AllOf,
    AnyOf,
    CleanFor,
    Compare,
    CountRecords,
    HasRelation,
    HeldBy,
    InFields,
    NotThat,
)  # fmt: skip
from ..plan.results import Missing
from ..registry.truth import Truth
from ..situation.model import RecordState
from ..source.rows import NamedTuple
from .codes import DAYS
from .judged import Judged
from .looked_at import Spot, fact_place, relations_in_role
from .nodes import PAIR, PARTY, RECORD, RELATION, Node, Reckoning
from .spans import counts_between, fields_between
from .terms import carried_until

TRUTH: dict[int, Truth] = {0: False, 1: None, 2: True, 3: True}


class Ground(NamedTuple):
    """A value, the records it rests on, the half-open period in which they carry it, and what would settle it."""

    value: Truth
    records: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    missing: tuple[Missing, ...] = ()


class Grounds:
    """The grounds of conditions, each worked out once."""

    def __init__(self, judged: Judged):
        self.judged = judged
        self.situated = judged.situated
        self.situation = judged.situated.situation
        self._known: dict[tuple[int, Spot], Ground] = {}

    def value(self, node: Node, spot: Spot) -> Truth:
        """The value that the network settled."""
        columns = node.columns
        place = (
            spot.pair if PAIR in columns else 0,
            spot.reading if PAIR in columns else 0,
            spot.record if RECORD in columns else 0,
            spot.relation if RELATION in columns else 0,
            self.judged.pairs.pair[spot.pair].listed if PARTY in columns else 0,
        )
        return TRUTH[self.judged.values[node.number].get(place, 0)]

    def of(self, node: Node, spot: Spot) -> Ground:
        """The ground of a condition."""
        key = (node.number, spot)
        if key not in self._known:
            self._known[key] = self._of(node, spot)
        return self._known[key]

    def _of(self, node: Node, spot: Spot) -> Ground:
        value = self.value(node, spot)
        match node.condition:
            case AllOf():
                return self._all(value, [self.of(part, spot) for part in node.parts])
            case AnyOf():
                return _any(value, [self.of(part, spot) for part in node.parts])
            case NotThat():
                return Ground(value, missing=self.of(node.parts[0], spot).missing)
            case CleanFor() as condition:
                return Ground(value, missing=self.situation.clean[str(condition.period)].missing)
            case Compare() as condition:
                missing = Missing(fact_place(condition.comparison, spot, self.situated), "missing-fact")
                return Ground(value, missing=(missing,) if value is None else ())
            case HeldBy():
                return self._held_by(node, spot, value)
            case HasRelation():
                return _any(value, list(self._relations(node, spot)))
            case CountRecords():
                return self._counted(node, spot, value)
            case InFields():
                return self._in_fields(node, spot, value)
        return _any(value, [self._record(node, spot, number) for number in self._counting(node, spot)])

    def _all(self, value: Truth, found: Sequence[Ground]) -> Ground:
        """The records of all, in the time that all share."""
        if not value:
            missing = tuple(item for part in found if part.value is None for item in part.missing)
            return Ground(value, missing=missing if value is None else ())
        since = max((item.since for item in found if item.since is not None), default=None)
        until = min((item.until for item in found if item.until is not None), default=None)
        return Ground(True, _union(found), since, until)

    # --- records

    def _counting(self, node: Node, spot: Spot) -> dict[int, int]:
        """Records that count (2) or may (1), in their order."""
        found = self.judged.records[node.number].get((spot.pair, spot.reading), {})
        return dict(sorted(found.items()))

    def _state(self, number: int) -> RecordState:
        return self.situated.records[number]

    def _record(self, node: Node, spot: Spot, number: int) -> Ground:
        """One record that counts, or may."""
        state, sure = self._state(number), self._counting(node, spot)[number] == 2
        if not sure:
            doubts = () if isinstance(node.condition, AfterExit) else self._own_doubts(node, spot, number)
            return Ground(None, missing=(*doubts, *self._concern_missing(node, spot, number)))
        if isinstance(node.condition, AfterExit):
            return Ground(True, (state.id,), state.until, state.monitored_until)
        held_since, held_until = self._held(node, spot, number)
        since = max(state.current_from or self.situation.as_of, held_since or date.min)
        return Ground(True, (state.id,), since, self._until(node, state, held_until))

    def _until(self, node: Node, state: RecordState, held_until: date | None = None) -> date | None:
        assert node.profile is not None
        carried = carried_until(state, node.profile.once, node.profile.term)
        return min((day for day in (carried, held_until) if day is not None), default=None)

    def _own_doubts(self, node: Node, spot: Spot, number: int) -> Iterator[Missing]:
        """Why a record may not count by itself: its status, its grade, the condition on it."""
        state = self._state(number)
        if self.judged.sure[(node.number, number)] == 1 and state.doubt is not None:
            yield state.doubt
        yield from self._grade_missing(node, number)
        yield from self._where_missing(node, spot, number)

    def _grade_missing(self, node: Node, number: int) -> Iterator[Missing]:
        grades = getattr(node.condition, "grades", ())
        if grades and self.judged.observed.graded.get((self.judged.nodes.grade_sets[grades], number)) == 1:
            yield Missing(f"{self._state(number).id}.grade", "missing-fact")

    def _where_missing(self, node: Node, spot: Spot, number: int) -> tuple[Missing, ...]:
        if node.where is None:
            return ()
        found = self.of(node.where, spot._replace(record=number))
        return found.missing if found.value is None else ()

    def _held(self, node: Node, spot: Spot, number: int) -> tuple[date | None, date | None]:
        """Since when and until when the role that makes the bearer answer is held, where it is reckoned as of today."""
        if node.reckoning is None or node.reckoning.spec.at != "as-of":
            return None, None
        held = [self.situated.relations[it] for it, value in self._reckoned(node.reckoning, spot, number) if value == 2]
        ends = [relation.until for relation in held]
        until = None if None in ends else max((day for day in ends if day is not None), default=None)
        return min(relation.since for relation in held), until

    def _reckoned(self, reckoning: Reckoning, spot: Spot, number: int) -> list[tuple[int, int]]:
        found = self.judged.reckoned[reckoning.number].get((spot.pair, spot.reading, number), {})
        return sorted(found.items())

    def _concern_missing(self, node: Node, spot: Spot, number: int) -> Iterator[Missing]:
        """Why the record may not be the bearer's to answer for: its role, its age (S11)."""
        if node.reckoning is not None:
            reckoned = self._reckoned(node.reckoning, spot, number)
            if not any(value == 2 for _, value in reckoned):
                for relation, _ in reckoned:
                    yield from self._role_missing(node.reckoning, spot, number, relation)
        yield from self._age_missing(node, spot, number)

    def _role_missing(self, reckoning: Reckoning, spot: Spot, number: int, relation: int) -> Iterator[Missing]:
        observed, spec = self.judged.observed, reckoning.spec
        if observed.held[(DAYS[spec.at], relation, number)] == 1:
            yield Missing(f"{self._state(number).id}.conduct", "role")
        if observed.answering[(int(spec.responsible), relation, number)] == 1:
            yield Missing(f"relation({self.situated.relations[relation].id}).responsible_for", "role")
        if reckoning.when is not None:
            found = self.of(reckoning.when, spot._replace(record=number, relation=relation))
            yield from found.missing if found.value is None else ()

    def _age_missing(self, node: Node, spot: Spot, number: int) -> Iterator[Missing]:
        assert node.profile is not None
        bearer = self.judged.pairs.pair[spot.pair].bearer
        if node.profile.punishment and self.judged.observed.aged[(bearer, number)] == 1:
            yield Missing(f"{self.situated.party_id(bearer)}.birth_date", "age")

    # --- holders of roles

    def _held_by(self, node: Node, spot: Spot, value: Truth) -> Ground:
        found = sorted(self.judged.holders[node.number].get((spot.pair, spot.reading), {}).items())
        if found:
            return _any(value, [self._holder(node, spot, *key, sure == 2) for key, sure in found])
        return Ground(value, missing=self._uncovered(node, spot) if value is None else ())

    def _holder(self, node: Node, spot: Spot, relation: int, number: int, sure: bool) -> Ground:
        condition = node.condition
        assert isinstance(condition, HeldBy)
        state, role = self._state(number), self.situated.relations[relation]
        if sure:
            since = max(state.current_from or self.situation.as_of, role.since)
            return Ground(True, (state.id,), since, self._until(node, state))
        held = self.judged.observed.held[(DAYS[condition.at], relation, number)] == 1
        unheld = (Missing(f"{state.id}.conduct", "role"),) if held else ()
        missing = (*self._own_doubts(node, spot, number), *self._age_missing(node, spot, number), *unheld)
        return Ground(None, missing=missing)

    def _uncovered(self, node: Node, spot: Spot) -> tuple[Missing, ...]:
        """What an inquiry would still have to cover: roles, persons, registers, in one sentence."""
        condition, observed = node.condition, self.judged.observed
        assert isinstance(condition, HeldBy)
        codes, nodes = self.judged.nodes.codes, self.judged.nodes
        unasked = observed.uncovered_roles.get(nodes.role_sets[condition.roles], ())
        roles = [role for role in condition.roles if codes.roles[role] in unasked]
        asked = set(self.situation.inquiry.records_of) if self.situation.inquiry else set()
        held = relations_in_role(node, spot, self.judged, current=condition.at == "as-of")
        holders = {self.situated.relations[number].id for number in held}
        searched = observed.uncovered_lists.get(nodes.list_sets[condition.lists], ())
        lists = [code for code in condition.lists if codes.lists[code] in searched]
        parts = [f"inquiry.roles({'、'.join(roles)})"] if roles else []
        parts += [f"inquiry.records_of({id})" for id in sorted(holders - asked)]
        parts += [f"inquiry.registers({'、'.join(lists)})"] if lists else []
        return (Missing("、".join(parts), "inquiry"),)

    def _relations(self, node: Node, spot: Spot) -> Iterator[Ground]:
        found = self.judged.relations[node.number].get((spot.pair, spot.reading), {})
        for relation, value in sorted(found.items()):
            if value == 2 or node.where is None:
                yield Ground(True)
            else:
                yield Ground(None, missing=self.of(node.where, spot._replace(relation=relation)).missing)

    # --- counts

    def _counted(self, node: Node, spot: Spot, value: Truth) -> Ground:
        condition = node.condition
        assert isinstance(condition, CountRecords)
        if value is None:
            found = self._counting(node, spot)
            doubts = [item for number in found for item in self._past_doubts(node, spot, number)]
            return Ground(None, missing=(*doubts, *self._bare(found, condition.distinct == "conduct")))
        if not value:
            return Ground(False)
        resting = [self._state(number) for number in self.judged.resting(node, (spot.pair, spot.reading))]
        return Ground(True, tuple(state.id for state in resting), *counts_between(condition, resting))

    def _past_doubts(self, node: Node, spot: Spot, number: int) -> Iterator[Missing]:
        state = self._state(number)
        if state.doubt is not None and state.doubt.reason in ("procedure", "stale-record"):
            yield state.doubt
        yield from self._concern_missing(node, spot, number)
        yield from self._grade_missing(node, number)
        yield from self._where_missing(node, spot, number)

    def _bare(self, numbers: Iterable[int], asked: bool) -> Iterator[Missing]:
        """Records of which the days of the conduct are not told, where conducts are told apart."""
        for number in numbers if asked else ():
            if not self._state(number).dated:
                yield Missing(f"{self._state(number).id}.conduct", "missing-fact")

    def _in_fields(self, node: Node, spot: Spot, value: Truth) -> Ground:
        condition = node.condition
        assert isinstance(condition, InFields)
        listed = self.situated.party_id(self.judged.pairs.pair[spot.pair].listed)
        if value is not False and self.situation.party(listed).kind is None:
            return Ground(None, missing=(Missing(f"{listed}.kind", "kind"),))
        found = self._counting(node, spot)
        if value is None:
            each = (self._record(node, spot, number) for number in found)
            doubts = [item for ground in each for item in ground.missing]
            return Ground(None, missing=(*doubts, *self._bare(found, True)))
        if not value:
            return Ground(False)
        counted = {number: self._record(node, spot, number) for number, sure in found.items() if sure == 2}
        days = [(self._state(number), ground.since, ground.until) for number, ground in counted.items()]
        records = tuple(self._state(number).id for number in found)
        return Ground(True, records, *fields_between(condition.bounds, days))


def _any(value: Truth, found: Sequence[Ground]) -> Ground:
    """The records of the true ones, from the first to the last day of any of them."""
    if not value:
        missing = tuple(item for part in found if part.value is None for item in part.missing)
        return Ground(value, missing=missing if value is None else ())
    true = [item for item in found if item.value]
    starts, ends = [item.since for item in true], [item.until for item in true]
    since = None if None in starts else min(day for day in starts if day is not None)
    until = None if None in ends else max(day for day in ends if day is not None)
    return Ground(True, _union(true), since, until)


def _union(found: Iterable[Ground]) -> tuple[str, ...]:
    return tuple(sorted({id for item in found for id in item.records}))
