"""A solution as a case that anybody can decide: contract.md's form, everybody in it invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ...case.identity import uscc_check
from ...case.model import Document, Record
from ...pack.period import day_after_period
from ...registry.places import NATIONWIDE
from ...situation.people import ADULT
from ...situation.terms import effect_of
from .facts import Fact
from .people import KINDS, Party, Relation
from .records import GRADES, Listed
from .solver import Bit, Model, Whole
from .world import BEARER, LISTED, World

Plain = dict[str, Any]
PREFIX = {
    "enterprise": "91", "individually-owned-business": "92", "cooperative": "93", "social-organisation": "51",
    "public-institution": "12", "state-organ": "11", "unincorporated-organisation": "91",
}  # fmt: skip
"""The first characters of the code of a unit of a kind (GB 32100-2015)."""
LATER = 366
"""Days after the day decided for until which somebody is monitored."""


class Unrealisable(Exception):
    """No case has such a day; ``never`` says which value must not be taken again."""

    def __init__(self, never: Bit):
        super().__init__("no case has such a day")
        self.never = never


class Witness:
    """The case of a model of a world. ``ids`` names the parties by their numbers in the case."""

    def __init__(self, world: World, model: Model):
        self.world, self.model = world, model
        self.about = LISTED if world.shape == "own" or not model.holds(world.about_bearer) else BEARER
        parties = [LISTED] if world.shape == "own" else [LISTED, BEARER]
        self.holders = [relation for relation in world.holders if self._shown(relation)]
        names = [*parties, *dict.fromkeys(relation.holder for relation in self.holders)]
        self.kinds = {name: self._kind(name) for name in names}
        self.ids = {name: _id(self.kinds[name], number) for number, name in enumerate(names, 1)}

    @property
    def bearer(self) -> str:
        """The number of who bears the measures."""
        return self.ids[self.world.bearer.name]

    def case(self) -> Plain:
        """The case; :class:`Unrealisable` where a day of the model cannot be had."""
        world, model = self.world, self.model
        others = [self._party(name) for name in self.ids if name != self.about and self._described(name)]
        records = [self._record(each) for each in world.records if self._stands(each)]
        relations = [
            self._relation(each) for each in (*world.into, *self.holders) if model.holds(each.there)
        ]  # fmt: skip
        context = {"as_of": world.here.as_of.isoformat(), "facts": self._facts(world.context_facts)}
        if world.here.region is not None:
            context["region"] = world.here.region
        case = {
            "subject": self._party(self.about),
            "relations": relations,
            "parties": others,
            "records": records,
            "inquiry": self._inquiry(),
            "context": {key: value for key, value in context.items() if value},
        }
        return {key: value for key, value in case.items() if value}

    def _shown(self, relation: Relation) -> bool:
        return self.model.holds(relation.there)

    def _stands(self, each: Listed) -> bool:
        return each.holder in self.ids and self.model.holds(each.there)

    def _kind(self, name: str) -> str:
        if name in (LISTED, BEARER):
            party = self.world.listed if name == LISTED else self.world.bearer
            return KINDS[self.model.number(party.kind)]
        return "natural-person"

    def _described(self, name: str) -> bool:
        return name != LISTED or self.model.holds(self.world.listed.kind_known)

    def _party(self, name: str) -> Plain:
        kind = self.kinds[name]
        found: Plain = {"id": self.ids[name], "kind": kind}
        if kind == "natural-person":
            found["id_type"] = "passport"
        party = {LISTED: self.world.listed, BEARER: self.world.bearer}.get(name)
        found["name"] = "示例人员" if kind == "natural-person" else "示例单位"
        if party is None:
            return found
        if kind == "natural-person" and self.model.holds(party.age_known):
            found["birth_date"] = self._birth(party).isoformat()
        facts = self._facts(party.facts)
        return found | ({"facts": facts} if facts else {})

    def _birth(self, party: Party) -> date:
        """The day of birth of somebody who is of full age from a day."""
        adult = self._day(party.adult)
        near = date(adult.year - ADULT.number, adult.month, min(adult.day, 28)).toordinal()
        for shift in range(-4, 5):
            born = date.fromordinal(near + shift)
            if day_after_period(born, ADULT) == adult:
                return born
        raise Unrealisable(self._never(party.adult))

    def _record(self, each: Listed) -> Plain:
        model = self.model
        decided, effect = self._day(each.decided), self._day(each.effect)
        found: Plain = {
            "id": each.name,
            "list": each.list.id,
            "determined_by": "示例机关",
            "document": {"number": f"示例〔{decided.year}〕{each.name}号"},
            "decided_on": decided.isoformat(),
            "published_on": self._published(each, decided, effect).isoformat(),
        }
        if each.holder != self.about:
            found["subject"] = self.ids[each.holder]
        if model.holds(each.graded):
            found["grade"] = GRADES[model.number(each.grade)]
        if model.holds(each.minor):
            found["tier"] = "minor"
        if model.holds(each.conduct_known):
            days = {"from": self._day(each.first), "until": self._day(each.last)}
            found["conduct"] = {name: day.isoformat() for name, day in days.items()}
        procedure = not model.holds(each.doubt)
        found |= {"notified": procedure, "served": procedure}
        if facts := self._facts(each.facts):
            found["facts"] = facts
        if events := list(self._events(each, decided)):
            found["events"] = events
        return found

    def _published(self, each: Listed, decided: date, effect: date) -> date:
        """The day of publication that gives the record its effect on a day."""
        for back in range((effect - decided).days + 1):
            published = date.fromordinal(effect.toordinal() - back)
            record = Record("r", each.list.id, "示例", Document("1"), decided, published_on=published)
            if (found := effect_of(record, each.list)) == effect:
                return published
            if found is not None and found < effect:
                break
        raise Unrealisable(self._never(each.effect))

    def _events(self, each: Listed, decided: date) -> Iterator[Plain]:
        if each.list.place != NATIONWIDE:
            yield {"type": "confirmed", "on": decided.isoformat()}
        if self.model.holds(each.current):
            return
        left = self._day(each.left).isoformat()
        if self.model.holds(each.monitored):
            until = date.fromordinal(self.world.here.as_of.toordinal() + LATER).isoformat()
            yield {"type": "rectified", "on": left, "within_time": True, "monitoring_until": until}
            yield {"type": "delisted", "on": left, "ground": "rectified"}
        elif self.model.holds(each.stayed):
            yield {"type": "stayed", "on": left}
        else:
            yield {"type": "delisted", "on": left, "ground": "repaired" if self.model.holds(each.repaired) else "other"}

    def _relation(self, each: Relation) -> Plain:
        model = self.model
        found: Plain = {
            "id": self.ids[each.holder],
            "kind": self.kinds[each.holder],
            "role": each.roles[model.number(each.role)],
            "of": self.ids[each.of],
            "since": self._day(each.since).isoformat(),
        }
        if model.holds(each.ended):
            found["until"] = self._day(each.until).isoformat()
        if each.answers and model.holds(each.found):
            standing = {record.name for record in self.world.records if self._stands(record)}
            found["responsible_for"] = [
                name for name, one in each.answers.items() if name in standing and model.holds(one)
            ]  # fmt: skip
        facts = self._facts(each.facts)
        return found | ({"facts": facts} if facts else {})

    def _inquiry(self) -> Plain | None:
        model, asked = self.model, self.world.inquiry
        if not (asked.persons or asked.roles):
            return None
        persons = [self.ids[name] for name, one in asked.persons.items() if name in self.ids and model.holds(one)]
        lists = [code for code, one in asked.lists.items() if model.holds(one)]
        found: Plain = {
            "records_of": persons,
            "roles": [role for role, one in asked.roles.items() if model.holds(one)],
            "registers": ["*"] if model.holds(asked.whole) else lists,
        }
        if LISTED in asked.persons:
            since = min(self.model.number(asked.since), self.world.here.as_of.toordinal())
            found |= {"from": date.fromordinal(max(since, 1)).isoformat(), "until": self.world.here.as_of.isoformat()}
        return found if persons or found["roles"] else None

    def _facts(self, facts: dict[str, Fact]) -> Plain:
        return {name: fact.plain(self.model) for name, fact in facts.items() if self.model.holds(fact.known)}

    def _day(self, term: Whole) -> date:
        return date.fromordinal(self.model.number(term))

    def _never(self, term: Whole) -> Bit:
        return term != self.model.number(term)


def _id(kind: str, number: int) -> str:
    if kind == "natural-person":
        return f"E{number:08d}"
    code = f"{PREFIX[kind]}360302MA0EX{number:04d}"
    return code + uscc_check(code)
