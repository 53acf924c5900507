"""What each condition says of a bounded world, in three values: ``matcher/judge.py`` once more, in terms of the solver."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...pack.period import days_back
from ...plan.conditions import (
    AfterExit,
    AllOf,
    AnyOf,
    Bound,
    CleanFor,
    Compare,
    CountRecords,
    HasRelation,
    HeldBy,
    InFields,
    NotThat,
    OnList,
)  # fmt: skip
from ...plan.model import BearerSpec, Rule
from ...situation.repair import ONLY_LIFTS_FROM
from .answering import Answering
from .counting import conducts, fields
from .facts import compare
from .kleene import FALSE, TRUE, UNKNOWN, Value, certain, every, if_known, opposite, some
from .people import KINDS, Relation
from .records import GRADES, Listed
from .solver import Bit, Whole, conj, disj, implies, neg, total
from .tree import Part
from .world import World

ESTABLISHED = "established-on"


class Judged(NamedTuple):
    """What a condition says, and whether a record makes it true where it is true."""

    value: Value
    rests: Bit = False


class Meaning:
    """The conditions of one measure, for one of its bearers, in one world."""

    def __init__(self, world: World, rule: Rule, spec: BearerSpec, when: Part | None):
        self.world, self.rule, self.spec = world, rule, spec
        self.answering = Answering(world, rule, spec, when, self.value)

    def value(self, part: Part, record: Listed | None, relation: Relation | None) -> Value:
        """What a condition on a record or a relation says."""
        return self.judge(part, record, relation).value

    def judge(self, part: Part, record: Listed | None = None, relation: Relation | None = None) -> Judged:
        """What a condition says; ``record`` and ``relation`` are those that a ``where`` looks at."""
        condition = part.condition
        match condition:
            case None:
                return Judged(FALSE if part.never else TRUE)
            case AllOf():
                found = [self.judge(each, record, relation) for each in part.parts]
                return Judged(every(each.value for each in found), disj(*(each.rests for each in found)))
            case AnyOf():
                found = [self.judge(each, record, relation) for each in part.parts]
                rests = disj(*(conj(each.value.true, each.rests) for each in found))
                return Judged(some(each.value for each in found), rests)
            case NotThat():
                return Judged(opposite(self.judge(part.parts[0], record, relation).value))
            case OnList():
                return Judged(some(self._counts(each, condition, part) for each in self._listed(condition.lists)), True)
            case HeldBy():
                return Judged(self._held_by(condition, part), True)
            case InFields():
                return self._in_fields(condition)
            case AfterExit():
                return Judged(some(self._monitored(each) for each in self._listed(condition.lists)), True)
            case CleanFor():
                return Judged(self._clean(condition))
            case Compare():
                return Judged(self._compare(condition, record, relation))
            case CountRecords():
                return self._count(condition, part)
            case HasRelation():
                return Judged(self._has_relation(condition, part))
        raise AssertionError(condition)

    def _listed(self, lists: Iterable[str]) -> list[Listed]:
        return [each for each in self.world.of(self.world.listed.name) if each.list.id in lists]

    def _counts(self, each: Listed, condition: OnList | HeldBy, part: Part, relations: bool = True) -> Value:
        """Whether a record triggers the measure (S5, S10, S11)."""
        parts = [self.answering.triggers(each), self.answering.concerns(each, relations=relations)]
        if condition.grades:
            parts.append(_graded(each, condition.grades))
        if part.where is not None:
            parts.append(self.value(part.where, each, None))
        return every(parts)

    def _held_by(self, condition: HeldBy, part: Part) -> Value:
        """A listed person in a role of the bearer; none is false only if the inquiry covers roles and persons (S12)."""
        world, inquiry = self.world, self.world.inquiry
        found, covered = [], [inquiry.role(role) for role in condition.roles]
        for relation in world.holders:
            named = conj(relation.there, relation.is_one_of(condition.roles))
            now = True if condition.at != "as-of" else relation.held(world.here.as_of.toordinal())
            covered.append(implies(conj(named, now), inquiry.of(relation.holder)))
            for each in world.of(relation.holder):
                if each.list.id in condition.lists:
                    counts = self._counts(each, condition, part, relations=False)
                    found.append(every([certain(named), counts, self.answering.held_on(relation, condition.at, each)]))
        covered += [inquiry.list(code) for code in condition.lists]
        listed = some(found)
        return Value(listed.true, conj(listed.false, *covered))

    def _in_fields(self, condition: InFields) -> Judged:
        """Fields with distinct conduct of an enterprise (S19)."""
        listed = self.world.listed
        firm = conj(listed.kind_known, listed.kind == KINDS.index("enterprise"))
        other = conj(listed.kind_known, neg(firm))
        sure, possible = self._fields(condition)
        of_firm, of_none = _within(condition.bounds, sure, possible), _within(condition.bounds, 0, 0)
        value = Value(
            disj(conj(firm, of_firm.true), conj(other, of_none.true)),
            disj(conj(neg(other), of_firm.false), conj(other, of_none.false)),
        )
        counted = disj(*(neg(counts.false) for _, counts in self._of_fields(condition)))
        return Judged(value, conj(firm, counted))

    def _of_fields(self, condition: InFields) -> list[tuple[Listed, Value]]:
        answering = self.answering
        listed = self._listed(condition.lists)
        return [(each, every([answering.triggers(each), answering.concerns(each)])) for each in listed]

    def _fields(self, condition: InFields) -> tuple[Whole, Whole]:
        judged = self._of_fields(condition)
        sure = fields([(each, counts.true) for each, counts in judged], self.world)
        return sure, fields([(each, neg(counts.false)) for each, counts in judged], self.world)

    def size(self, part: Part) -> tuple[Whole, Whole]:
        """How many records, conducts or fields a condition counts: surely, and at most."""
        condition = part.condition
        if isinstance(condition, InFields):
            return self._fields(condition)
        assert isinstance(condition, CountRecords)
        judged = self.counted(condition, part)
        sure = [(each, conj(counts.true, neg(each.doubt))) for each, counts in judged]
        possible = [(each, neg(counts.false)) for each, counts in judged]
        return self._size(condition, sure), self._size(condition, possible)

    def _monitored(self, each: Listed) -> Value:
        """Left by rectification, and still monitored (S10)."""
        watched = conj(each.there, each.here, each.monitored)
        return every([certain(watched), self.answering.concerns(each)])

    def _clean(self, condition: CleanFor) -> Value:
        """No bad record in the period up to the day decided for, and everything searched (S18)."""
        world, as_of = self.world, self.world.here.as_of
        first = days_back(as_of, condition.period).toordinal()
        founded = world.subject_fact(ESTABLISHED)
        starts: list[tuple[Bit, Whole]] = [(True, first)]
        if founded is not None:
            younger = conj(founded.known, founded.value > first)
            starts = [(younger, founded.value), (neg(younger), first)]
        bad, doubtful = [], []
        for each in world.of(world.listed.name):
            inside = disj(
                *(conj(when, disj(each.decided >= day, each.current, each.left > day)) for when, day in starts)
            )
            aside = each.repaired if as_of >= ONLY_LIFTS_FROM else False
            seen = conj(each.there, each.here, each.list.negative, inside, neg(aside))
            bad.append(conj(seen, neg(each.doubt)))
            doubtful.append(conj(seen, each.doubt))
        searched = disj(*(conj(when, world.inquiry.since <= day) for when, day in starts))
        covered = conj(world.inquiry.of(world.listed.name), world.inquiry.whole, searched)
        dirty = disj(*bad)
        return Value(conj(neg(dirty), neg(disj(*doubtful)), covered), dirty)

    def _compare(self, condition: Compare, record: Listed | None, relation: Relation | None) -> Value:
        """A fact of the subject, the record, the relation or the context; absent is unknown (S16)."""
        comparison = condition.comparison
        match comparison.scope:
            case "record":
                return UNKNOWN if record is None else compare(comparison, record.fact(comparison.fact))
            case "relation":
                return UNKNOWN if relation is None else compare(comparison, relation.fact(comparison.fact))
            case "context":
                return compare(comparison, self.world.context_fact(comparison.fact))
        return compare(comparison, self.world.listed.fact(comparison.fact))

    def _count(self, condition: CountRecords, part: Part) -> Judged:
        """Records decided in the window, whatever became of them (S5)."""
        low, high = self.size(part)
        sure = (conj(counts.true, neg(each.doubt)) for each, counts in self.counted(condition, part))
        return Judged(_within(condition.bounds, low, high), disj(*sure))

    def counted(self, condition: CountRecords, part: Part) -> list[tuple[Listed, Value]]:
        """The records that may be counted, and whether each is."""
        first = days_back(self.world.here.as_of, condition.within).toordinal()
        judged = []
        for each in self._listed(condition.lists):
            parts = [certain(conj(each.there, each.here, each.decided >= first)), self.answering.concerns(each)]
            if condition.grades:
                parts.append(_graded(each, condition.grades))
            if part.where is not None:
                parts.append(self.value(part.where, each, None))
            judged.append((each, every(parts)))
        return judged

    def _size(self, condition: CountRecords, judged: Sequence[tuple[Listed, Bit]]) -> Whole:
        if condition.distinct == "record":
            return total(bit for _, bit in judged)
        if condition.distinct == "conduct":
            return conducts(judged, self.world)
        by_field: dict[str, list[Bit]] = {}
        for each, bit in judged:
            by_field.setdefault(each.list.field, []).append(bit)
        return total(disj(*bits) for bits in by_field.values())

    def _has_relation(self, condition: HasRelation, part: Part) -> Value:
        """Somebody holds a role in the bearer on the day decided for; none is false (S16)."""
        found = []
        for relation in self.world.holders:
            now = relation.held(self.world.here.as_of.toordinal())
            named = certain(conj(relation.there, relation.is_one_of(condition.roles), now))
            where = TRUE if part.where is None else self.value(part.where, None, relation)
            found.append(every([named, where]))
        return some(found)


def _graded(each: Listed, grades: Sequence[str]) -> Value:
    """A grade absent on a graded list is unknown (S16)."""
    return if_known(each.graded, disj(*(each.grade == GRADES.index(grade) for grade in grades)))


def _within(bounds: Sequence[Bound], low: Whole, high: Whole) -> Value:
    """A count known as a range, compared: sure only where both ends agree (S16)."""
    found = []
    for key, bound in bounds:
        at_low, at_high = _meets(key, low, bound), _meets(key, high, bound)
        found.append(Value(conj(at_low, at_high), conj(neg(at_low), neg(at_high))))
    return every(found)


def _meets(key: str, number: Whole, bound: int) -> Bit:
    match key:
        case "at_least":
            return number >= bound
        case "more_than":
            return number > bound
        case "at_most":
            return number <= bound
    return number < bound
