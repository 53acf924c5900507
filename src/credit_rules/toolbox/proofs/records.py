"""The records that there may be in a case, as free terms, each with its life.

Days are the ordinals of ``datetime.date``. A record is listed and in effect, or has left its list; one that is annulled
or not yet in effect is as good as none. Suspended and reduced records are listed ones: the first reading of a decision
takes all in alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ...pack.period import Period, day_after_period
from ...registry.vocabulary import ListRule
from ...situation.doubt import PROCEDURE_FROM
from ...source.values import Grade
from .facts import FIRST_DAY, Fact, Facts
from .settings import Setting
from .solver import Bit, Whole, between, bit, conj, disj, implies, neg, whole

GRADES: tuple[Grade, ...] = ("general", "heavier", "serious")
ROOM = 40
"""Days that are left beyond a window of publicity for weekends and holidays."""


@dataclass(eq=False)
class Listed:
    """A record of a holder on a list; ``here``: the list counts on the day in the place decided for."""

    name: str
    holder: str
    list: ListRule
    here: bool
    facts_of: Facts
    conducts: Sequence[tuple[Whole, Whole]] | None = None
    facts: dict[str, Fact] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.there: Bit = bit(f"{self.name}.there")
        self.current: Bit = bit(f"{self.name}.current")
        self.monitored: Bit = bit(f"{self.name}.monitored")
        self.repaired: Bit = bit(f"{self.name}.repaired")
        self.stayed: Bit = bit(f"{self.name}.stayed")
        self.doubt: Bit = bit(f"{self.name}.doubt") if self.list.negative else False
        self.minor: Bit = bit(f"{self.name}.minor")
        self.grade: Whole = whole(f"{self.name}.grade")
        self.graded: Bit = bit(f"{self.name}.grade?")
        self.decided: Whole = whole(f"{self.name}.decided")
        self.effect: Whole = whole(f"{self.name}.effect")
        self.left: Whole = whole(f"{self.name}.left")
        self.conduct: Whole = whole(f"{self.name}.conduct")
        self.conduct_known: Bit = True if self.conducts is not None else bit(f"{self.name}.conduct?")
        self.first: Whole = whole(f"{self.name}.first")
        self.last: Whole = whole(f"{self.name}.last")

    def fact(self, name: str) -> Fact:
        """A fact of the record."""
        if name not in self.facts:
            self.facts[name] = self.facts_of.of("record", name, self.name)
        return self.facts[name]

    def holds(self, here: Setting) -> Iterator[Bit]:
        """What is so of every record in every case."""
        as_of = here.as_of.toordinal()
        yield conj(self.decided >= FIRST_DAY.toordinal(), self.effect <= as_of)
        yield self.effect >= self.decided + _shortest_wait(self.list.publicity_window)
        yield disj(self.current, conj(self.effect < self.left, self.left <= as_of))
        yield disj(neg(self.monitored), conj(neg(self.current), neg(self.repaired), neg(self.stayed)))
        yield disj(neg(self.repaired), neg(self.stayed))
        yield conj(self.first <= self.last, self.first <= self.decided, self.last <= as_of)
        yield self.first >= FIRST_DAY.toordinal()
        yield between(0, self.grade, len(GRADES))
        yield implies(self.doubt, self.decided >= PROCEDURE_FROM.toordinal())
        if self.conducts is not None:
            yield between(0, self.conduct, len(self.conducts))
            for number, (first, last) in enumerate(self.conducts):
                yield implies(self.conduct == number, conj(self.first == first, self.last == last))
        yield from (fact.holds for fact in self.facts.values())

    def plainest(self, here: Setting) -> Iterator[Bit]:
        """What a case is easier to read with."""
        year_ago = here.as_of.toordinal() - 300
        yield neg(self.there)
        yield self.current
        yield from (neg(self.monitored), neg(self.repaired), neg(self.stayed))
        yield from (neg(self.doubt), neg(self.minor), neg(self.graded), self.conduct_known)
        wait = _shortest_wait(self.list.publicity_window)
        yield from (self.decided >= year_ago, self.effect == self.decided + (5 if wait == 0 else wait + ROOM))
        yield self.last < self.decided
        yield from (self.last == self.first + 30, self.first >= year_ago - 400)
        yield self.left == self.effect + 60
        yield from (neg(fact.known) for fact in self.facts.values())


def _shortest_wait(window: Period | None) -> int:
    """The least number of days from the decision to the effect."""
    if window is None:
        return 0
    if window.unit == "working days":
        return window.number + 1
    return min((day_after_period(start, window) - start).days for start in (date(2001, 1, 1), date(2001, 2, 1)))
