"""Whether a record can count against a bearer (S5, S10, S11): ``matcher/records.py`` once more, in terms of the solver."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from ...pack.period import day_after_period
from ...plan.model import BearerSpec, Rule, TermSpec
from .kleene import FALSE, TRUE, Value, certain, every, if_known, some
from .people import PERSON, Relation
from .records import Listed
from .settings import latest_start
from .solver import Bit, conj, disj, implies, neg
from .tree import Part
from .world import World

Ask = Callable[[Part, Listed | None, Relation | None], Value]


class Answering:
    """The records of one world and one bearer of a measure; ``ask`` says what a condition on them means."""

    def __init__(self, world: World, rule: Rule, spec: BearerSpec, when: Part | None, ask: Ask):
        self.world, self.rule, self.spec, self.when, self.ask = world, rule, spec, when, ask

    def triggers(self, each: Listed) -> Value:
        """Whether the record is one that can trigger the measure on the day (S5, S10)."""
        if not each.here or each.list.class_ == "rating":
            return FALSE
        after: Bit = False
        if self.rule.once or (self.rule.term is not None and self.rule.term.outlasts is not None):
            after = conj(neg(each.stayed), each.left > self.rule.from_.toordinal())
        stands = conj(each.there, disj(each.current, after), neg(self._over(each)))
        return Value(conj(stands, neg(each.doubt)), neg(stands))

    def _over(self, each: Listed) -> Bit:
        """Whether the measure's own term is over."""
        term = self.rule.term
        if term is None or (term.period is None and not term.next_year):
            return False
        start = each.decided if term.from_decision and not term.next_year else each.effect
        return start <= _latest_start(term, self.world.here.as_of)

    def concerns(self, each: Listed, relations: bool = True) -> Value:
        """Whether it is the bearer's to answer for: by a role, of full age, and not for minor conduct (S11)."""
        parts = [self._of_age(each)]
        if relations and self.world.into:
            parts.append(some(self._reckon(relation, each) for relation in self.world.into))
        if self.rule.impact in ("reduces-right", "adds-duty"):
            parts.append(certain(neg(each.minor)))
        return every(parts)

    def _of_age(self, each: Listed) -> Value:
        if self.rule.direction != "punishment":
            return TRUE
        bearer = self.world.bearer
        old_enough = conj(
            bearer.adult <= each.effect, implies(each.conduct_known, bearer.adult <= each.first)
        )  # fmt: skip
        person = bearer.kind == PERSON
        return Value(
            disj(neg(person), conj(bearer.age_known, old_enough)),
            conj(person, bearer.age_known, neg(old_enough)),
        )

    def _reckon(self, relation: Relation, each: Listed) -> Value:
        """Whether one relation makes its holder answer for the record (S11)."""
        named = conj(relation.there, relation.is_one_of(self.spec.roles))
        parts = [certain(named), self.held_on(relation, self.spec.at, each), self._answers(relation, each)]
        if self.when is not None:
            parts.append(self.ask(self.when, each, relation))
        return every(parts)

    def held_on(self, relation: Relation, at: str, each: Listed) -> Value:
        """Whether the role was held on the day reckoned."""
        if at == "as-of":
            return certain(relation.held(self.world.here.as_of.toordinal()))
        if at == "listing":
            return certain(relation.held(each.effect))
        then = conj(relation.since <= each.last, disj(neg(relation.ended), relation.until > each.first))
        known, too_late = each.conduct_known, relation.since > each.decided
        return Value(conj(known, then), disj(conj(known, neg(then)), conj(neg(known), too_late)))

    def _answers(self, relation: Relation, each: Listed) -> Value:
        """Direct responsibility is a finding about records; not stated it is unknown."""
        found = if_known(relation.found, relation.answers_for(each.name))
        if self.spec.responsible:
            return found
        needs = tuple(role for role in relation.roles if self.world.plan.vocabulary.roles.get(role))
        asked = relation.is_one_of(needs)
        return Value(disj(neg(asked), found.true), conj(asked, found.false))


@cache
def _latest_start(term: TermSpec, as_of: date) -> int:
    """The last day of beginning with which the measure's own term is over on a day."""
    return latest_start(lambda start: _end(term, start), as_of)


def _end(term: TermSpec, start: date) -> date:
    """The first day after the measure's own term (``matcher/records.py``)."""
    if term.next_year:
        return date(min(start.year + 2, date.max.year), 1, 1)
    return date.max if term.period is None else day_after_period(start, term.period)
