"""A case in the making: records, persons and facts are added until a condition of the plan holds, or surely does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ..pack.period import Period, days_back
from ..plan.conditions import (
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
from ..plan.model import Plan
from ..registry.operators import OPERATORS
from ..registry.places import NATIONWIDE
from ..registry.vocabulary import ListRule, in_force
from ..situation.places import reaches
from ..source.values import Kind
from .impact_draw import Draw
from .impact_people import Plain, party
from .impact_values import any_value, value_for

MOST = 8
"""How many records a condition may ask for."""
_GRADES = ("general", "heavier", "serious")
_MONITORED = 200
_LATER = timedelta(days=30)


class Making:
    """One subject with what is said of it; ``listed`` is whose records the conditions ask for."""

    def __init__(self, number: int, kinds: tuple[Kind, Kind], as_of: date, region: str | None, plan: Plan, draw: Draw):
        self.number, self.as_of, self.region, self.plan, self.draw = number, as_of, region, plan, draw
        self.parties: list[Plain] = []
        self.subject = self.add_party(kinds[0])
        self.listed = self.subject
        self.relations: list[Plain] = []
        self.records: list[Plain] = []
        self.context: Plain = {}
        self.asked: Plain = {"records_of": [], "roles": []}

    def add_party(self, kind: Kind) -> Plain:
        """Another unit or person, the first of them the subject."""
        self.parties.append(party(self.number, len(self.parties), kind, self.draw, self.as_of))
        return self.parties[-1]

    def meet(self, number: int, wish: bool, record: Plain | None = None, relation: Plain | None = None) -> None:
        """Add what makes a condition hold, or what keeps it from holding."""
        match self.plan.conditions[number]:
            case AllOf(parts=parts):
                spoilt = None if wish else self.draw.one(parts)
                for part in parts:
                    self.meet(part, part != spoilt, record, relation)
            case AnyOf(parts=parts):
                for part in [self.draw.one(parts)] if wish else parts:
                    self.meet(part, wish, record, relation)
            case NotThat(part=part):
                self.meet(part, not wish, record, relation)
            case Compare() as condition:
                self._compare(condition, wish, record, relation)
            case OnList() as condition:
                if wish:
                    self._listed(self.listed, condition.lists, condition.grades, condition.where)
            case HeldBy() as condition:
                self._held_by(condition, wish)
            case InFields() as condition:
                self._in_fields(condition, wish)
            case AfterExit() as condition:
                if wish:
                    self._monitored(self._listed(self.listed, condition.lists, (), None))
            case CleanFor() as condition:
                self._clean(condition.period, wish)
            case CountRecords() as condition:
                self._counted(condition, wish)
            case HasRelation() as condition:
                if wish:
                    self._related(condition)

    def add_record(self, holder: Plain, entry: ListRule, age: int) -> Plain:
        """A record of a holder on a list, decided so many days before the day decided for; each of its own conduct."""
        draw, number = self.draw, len(self.records)
        decided = self.as_of - timedelta(days=age)
        conduct = decided - timedelta(days=60 + 37 * number + draw.below(30))
        record: Plain = {
            "id": f"r{number + 1}",
            "list": entry.id,
            "determined_by": "示例机关",
            "document": {"number": f"示例〔{decided.year}〕{number + 1}号"},
            "conduct": {"from": (conduct - timedelta(days=20)).isoformat(), "until": conduct.isoformat()},
            "decided_on": decided.isoformat(),
            "published_on": (decided + timedelta(days=draw.below(5))).isoformat(),
            "notified": True,
            "served": True,
            "facts": {},
        }
        if holder is not self.subject:
            record["subject"] = holder["id"]
        if entry.place != NATIONWIDE:
            record["events"] = [{"type": "confirmed", "on": decided.isoformat()}]
        self._facts_of_terms(record, entry)
        self.records.append(record)
        return record

    def add_relation(self, holder: Plain, of: Plain, role: str, since: date) -> Plain:
        """Somebody in a role of a unit."""
        relation: Plain = {
            "id": holder["id"], "kind": holder["kind"], "role": role, "of": of["id"], "since": since.isoformat(),
            "facts": {},
        }  # fmt: skip
        self.relations.append(relation)
        return relation

    def age(self, entry: ListRule) -> int:
        """How long ago a record was decided: mostly so that it is in effect and within the term of its list."""
        wait = 90 if entry.publicity_window is not None else 10
        return wait + (self.draw.below(250) if self.draw.chance(75) else self.draw.below(2500))

    def alive(self, lists: Sequence[str]) -> ListRule:
        """One of the lists, if possible one that counts on the day in the place."""
        words = self.plan.vocabulary
        found = [words.list[code] for code in lists]
        here = [
            entry
            for entry in found
            if in_force(self.as_of, entry.from_, entry.until)
            and reaches(entry, self.region, self.as_of, words.recognitions, words.renumbered)
        ]
        return self.draw.one(here or found)

    def _listed(self, holder: Plain, lists: Sequence[str], grades: Sequence[str], where: int | None) -> Plain:
        entry = self.alive(lists)
        record = self.add_record(holder, entry, self.age(entry))
        if grades or self.draw.chance(20):
            record["grade"] = self.draw.one(grades or _GRADES)
        if where is not None:
            self.meet(where, True, record)
        return record

    def _compare(self, condition: Compare, wish: bool, record: Plain | None, relation: Plain | None) -> None:
        comparison = condition.comparison
        holders = {"record": record, "relation": relation, "context": self.context}
        holder = holders.get(comparison.scope, self.listed)
        if holder is None:
            return
        facts = self.context if comparison.scope == "context" else holder.setdefault("facts", {})
        value = value_for(comparison, wish, self.plan.vocabulary.fact[comparison.scope, comparison.fact], self.draw)
        if value is not None:
            facts[comparison.fact] = value

    def _held_by(self, condition: HeldBy, wish: bool) -> None:
        if not wish:
            self.asked["roles"] += condition.roles
            return
        person = self.add_party("natural-person")
        since = self.as_of - timedelta(days=3000 + self.draw.below(500))
        self.add_relation(person, self.listed, self.draw.one(condition.roles), since)
        self._listed(person, condition.lists, condition.grades, condition.where)

    def _in_fields(self, condition: InFields, wish: bool) -> None:
        by_field: dict[str, list[str]] = {}
        for code in condition.lists:
            by_field.setdefault(self.plan.vocabulary.list[code].field, []).append(code)
        fields = list(by_field)
        for place in range(min(_number(condition.bounds, wish), len(fields))):
            self._listed(self.listed, by_field[fields[(place + self.number) % len(fields)]], (), None)

    def _counted(self, condition: CountRecords, wish: bool) -> None:
        window = (self.as_of - days_back(self.as_of, condition.within)).days
        for _ in range(_number(condition.bounds, wish)):
            entry = self.alive(condition.lists)
            record = self.add_record(self.listed, entry, self.draw.between(min(20, window), max(20, window - 1)))
            if condition.grades:
                record["grade"] = self.draw.one(condition.grades)
            if condition.where is not None:
                self.meet(condition.where, True, record)

    def _related(self, condition: HasRelation) -> None:
        person = self.add_party("natural-person")
        since = self.as_of - timedelta(days=2000)
        relation = self.add_relation(person, self.listed, self.draw.one(condition.roles), since)
        if condition.where is not None:
            self.meet(condition.where, True, None, relation)

    def _clean(self, period: Period, wish: bool) -> None:
        first = days_back(self.as_of, period)
        if wish:
            self.asked["records_of"].append(self.listed["id"])
            self.asked |= {"registers": ["*"], "from": (first - _LATER).isoformat(), "until": self.as_of.isoformat()}
            return
        bad = [entry.id for entry in self.plan.vocabulary.lists if entry.negative and entry.place == NATIONWIDE]
        entry = self.alive(bad)
        self.add_record(self.listed, entry, self.draw.below((self.as_of - first).days) + 1)

    def _monitored(self, record: Plain) -> None:
        left = max(date.fromisoformat(record["published_on"]) + timedelta(days=5), self.as_of - timedelta(days=100))
        on = min(left, self.as_of).isoformat()
        until = (self.as_of + timedelta(days=_MONITORED)).isoformat()
        record.setdefault("events", []).extend(
            [
                {"type": "rectified", "on": on, "within_time": True, "monitoring_until": until},
                {"type": "delisted", "on": on, "ground": "rectified"},
            ]
        )

    def _facts_of_terms(self, record: Plain, entry: ListRule) -> None:
        """The facts on which the term of a list depends, mostly stated."""
        words = self.plan.vocabulary
        asked = [one for term in entry.terms for case in term.cases for one in case.when]
        for one in asked:
            if one.fact not in record["facts"] and self.draw.chance(85):
                fact = words.fact[one.scope, one.fact]
                met = value_for(one, True, fact, self.draw) if self.draw.chance(60) else any_value(fact, self.draw)
                if met is not None:
                    record["facts"][one.fact] = met


def _number(bounds: Sequence[Bound], wish: bool) -> int:
    """The least number of records that fits the bounds, or one beside it that does not."""
    fits = [all(bool(OPERATORS[key].test(number, bound)) for key, bound in bounds) for number in range(MOST + 1)]
    if True not in fits:
        return 0
    least = fits.index(True)
    if wish or False not in fits:
        return least
    return min((number for number in range(MOST + 1) if not fits[number]), key=lambda number: abs(number - least))
