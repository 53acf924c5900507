"""A situation as facts: what the first network is asked about, and the numbers that its names have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ..pack.period import days_back
from ..registry.operators import read_value
from ..registry.places import NATIONWIDE, parents
from ..situation.model import RecordState, Situation
from .codes import GRADES, KINDS, NATURAL, STATUSES, FactCode
from .facts import (
    Answer,
    Day,
    Ending,
    Fact,
    Party,
    Place,
    Record,
    Relation,
    Row,
    UnaskedList,
    UnaskedRole,
    Unknown,
    Value,
    Window,
)  # fmt: skip
from .nodes import Nodes
from .numbers import FAR, NO_DAY, day_number
from .observing import newest_code
from .terms import own_term_end


class Situated:
    """A situation whose parties, records and relations are numbered from 1, in its order."""

    def __init__(self, situation: Situation, nodes: Nodes):
        self.situation, self.nodes = situation, nodes
        self.day = day_number(situation.as_of)
        ends = (end for relation in situation.relations for end in (relation.id, relation.of) if end is not None)
        holders = (state.subject for state in situation.records)
        self.ids = tuple(dict.fromkeys((situation.subject, *ends, *holders)))
        self.number = {id: number for number, id in enumerate(self.ids, 1)}
        self.records = dict(enumerate(situation.records, 1))
        self.relations = dict(enumerate(situation.relations, 1))

    def party_id(self, number: int) -> str:
        """The id of a numbered party."""
        return self.ids[number - 1]

    @cached_property
    def record_number(self) -> dict[str, int]:
        """Records by their ids."""
        return {state.id: number for number, state in self.records.items()}

    def facts(self) -> Iterator[Fact]:
        """All that the first network is asked about."""
        yield Day(self.day)
        yield from self._places()
        yield from self.parties()
        for number, state in self.records.items():
            yield self._record(number, state)
        yield from self._relations()
        yield from self._values()
        yield from self._uncovered()

    def _places(self) -> Iterator[Fact]:
        region = self.situation.region
        own, newest = {NATIONWIDE}, {NATIONWIDE}
        if region is not None:
            own |= {*parents(region)}
            newest |= {*parents(newest_code(region, self.nodes.plan.vocabulary.renumbered))}
        for code in sorted(own | newest):
            yield Place(int(code), int(code in own), int(code in newest))

    def parties(self) -> Iterator[Fact]:
        """Everybody in the case."""
        return (self._party(number, id) for number, id in enumerate(self.ids, 1))

    def _party(self, number: int, id: str) -> Fact:
        party = self.situation.party(id)
        return Party(
            number,
            kind=0 if party.kind is None else KINDS[party.kind],
            known=1 if party.kind is None else 2,
            natural=int(party.kind == NATURAL),
            active=int(party.status == "active"),
            subject=int(id == self.situation.subject),
            adult=day_number(party.adult_from),
        )

    def _record(self, number: int, state: RecordState) -> Fact:
        conduct = state.record.conduct
        first, last = (conduct.from_, conduct.until) if conduct else (None, None)
        days = [day for day in (state.effect, first) if day is not None]
        return Record(
            number,
            holder=self.number[state.subject],
            list=self.nodes.codes.lists[state.list.id],
            grade=0 if state.grade is None else GRADES[state.grade],
            effect=day_number(state.effect),
            earliest=day_number(min(days, default=None), FAR),
            whole=int(first is not None and last is not None),
            first=day_number(first),
            last=day_number(last),
            known=day_number(first or last),
            latest=day_number(last or state.record.decided_on),
        )

    def _relations(self) -> Iterator[Fact]:
        needs_finding = self.nodes.plan.vocabulary.roles
        for number, relation in self.relations.items():
            unit = relation.of or self.situation.subject
            yield Relation(
                number,
                person=self.number[relation.id],
                unit=self.number[unit],
                role=self.nodes.codes.roles.get(relation.role, 0),
                since=day_number(relation.since),
                until=day_number(relation.until, FAR),
                touching=int(self.situation.subject in (relation.id, unit)),
                stated=int(relation.responsible_for is not None),
                finding=int(needs_finding.get(relation.role, False)),
            )
            for id in relation.responsible_for or ():
                if id in self.record_number:
                    yield Answer(number, self.record_number[id])

    def _values(self) -> Iterator[Fact]:
        """Every fact that a condition compares: as it is stated, or that it is unknown."""
        situation, codes = self.situation, self.nodes.codes
        for number in self._listed():
            yield from _stated(codes.facts_of("subject"), number, situation.party(self.party_id(number)).facts)
        for number, state in self.records.items():
            yield from _stated(codes.facts_of("record"), number, state.record.facts)
        for number, relation in self.relations.items():
            yield from _stated(codes.facts_of("relation"), number, relation.facts)
        yield from _stated(codes.facts_of("context"), 0, situation.context_facts)

    def _listed(self) -> Iterator[int]:
        """Who may be the listed one of a possible bearer: the subject, and units in which it holds a role."""
        subject = self.situation.subject
        units = {relation.of or subject for relation in self.situation.relations if relation.id == subject}
        return iter(sorted({self.number[subject], *(self.number[unit] for unit in units)}))

    def _uncovered(self) -> Iterator[Fact]:
        """What no inquiry covers: that it is unknown is a fact of its own."""
        inquiry, codes = self.situation.inquiry, self.nodes.codes
        asked = set(inquiry.roles) if inquiry else set()
        yield from (UnaskedRole(number) for role, number in codes.roles.items() if role not in asked)
        if inquiry is not None and "*" not in inquiry.registers:
            searched = set(inquiry.registers)
            yield from (UnaskedList(number) for code, number in codes.lists.items() if code not in searched)

    def unasked_persons(self) -> list[int]:
        """Parties whose records no inquiry covers."""
        inquiry = self.situation.inquiry
        covered = set(inquiry.records_of) if inquiry else set()
        return [number for id, number in self.number.items() if id not in covered]

    def row(self, lists: int, number: int) -> Row:
        """A record on one of a set of lists, as the second network is asked about it."""
        state = self.records[number]
        doubt = state.doubt.reason if state.doubt is not None else None
        ends = [FAR if end is None else day_number(end) for _, end in state.spans]
        return Row(
            lists,
            number,
            holder=self.number[state.subject],
            status=STATUSES[state.status],
            reaches=int(state.reaches),
            rating=int(state.list.class_ == "rating"),
            minor=int(state.record.tier == "minor"),
            sure=2 if doubt is None else 1,
            sure_later=2 if doubt is None or state.status == "unclear" else 1,
            sure_past=1 if doubt in ("procedure", "stale-record") else 2,
            last=max(ends, default=NO_DAY),
            decided=day_number(state.record.decided_on),
            monitored=day_number(state.monitored_until),
            suspended=int(state.suspended),
            reduced=int(state.reduced),
        )

    def periods(self) -> Iterator[Fact]:
        """The windows that counts look at, and where the measures' own terms end, record by record."""
        for period, window in self.nodes.windows.items():
            yield Window(window, day_number(days_back(self.situation.as_of, period)))
        for term, number in self.nodes.terms.items():
            for record, state in self.records.items():
                yield Ending(number, record, day_number(own_term_end(state, term), FAR))


def _stated(codes: list[FactCode], holder: int, facts: Mapping[str, object]) -> Iterator[Fact]:
    for code in codes:
        value = facts.get(code.name)
        if value is None:
            yield Unknown(code.number, holder)
        else:
            yield Value(code.number, holder, code.number_of(read_value(code.type, value)))
