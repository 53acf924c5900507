"""The first network: what is so of each record, relation and party by itself, in the words of the plan.

Its definitions test enumerations, thresholds, days and places; they join a relation or a party with a record, the day
with the place, a relation with its holder. Each comes with what a match of it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..plan.conditions import Compare
from ..plan.model import Plan
from ..registry.places import NATIONWIDE
from ..source.rows import NamedTuple
from .codes import DAYS
from .definitions import Definition, Of, Pattern, Test, above, below, eq, least, most, neq, pattern
from .facts import Answer, Day, Party, Place, Record, Relation, UnaskedList, UnaskedRole, Unknown, Value
from .nodes import Nodes, grades_of, kinds_of
from .numbers import FAR, day_number

SURE, POSSIBLE = 2, 1


class Says(NamedTuple):
    """What a match says: ``what`` is so (2) or may be (1) of number ``of`` and of the facts matched."""

    what: str
    of: int = 0
    value: int = SURE


class Validity(NamedTuple):
    """Where and when measures apply: a place, and a half-open period (S2, S3)."""

    place: str
    from_: date
    until: date | None


Saying = tuple[Says, tuple[Pattern, ...]]


class Observing:
    """Definitions of the first network, and what each says."""

    def __init__(self, nodes: Nodes, validities: dict[Validity, int]):
        self.says: dict[str, Says] = {}
        self.definitions: list[Definition] = []
        plan = nodes.plan
        for part in (
            _listed(nodes),
            _graded(nodes),
            _compared(nodes),
            _kinds(nodes),
            _roles(nodes),
            _bearing(),
            _held(nodes),
            _answering(nodes),
            _aged(),
            _valid(validities, plan),
        ):
            for says, patterns in part:
                name = f"o{len(self.definitions)}"
                self.says[name] = says
                self.definitions.append(Definition(name, patterns))


def _listed(nodes: Nodes) -> Iterator[Saying]:
    """The record is on one of a set of lists; the register of one of them was not searched."""
    for lists, number in nodes.list_sets.items():
        for code in lists:
            asked = eq("list", nodes.codes.lists[code])
            yield Says("listed", number), (pattern("r", Record, asked),)
            if lists in nodes.reversed_lists:
                yield Says("list-uncovered", number), (pattern("u", UnaskedList, asked),)


def _graded(nodes: Nodes) -> Iterator[Saying]:
    """The record is of one of a set of grades; a grade that is absent may be (S16)."""
    for names, number in nodes.grade_sets.items():
        for grade in grades_of(names):
            yield Says("graded", number), (pattern("r", Record, eq("grade", grade)),)
        yield Says("graded", number, POSSIBLE), (pattern("r", Record, eq("grade", 0)),)


def _compared(nodes: Nodes) -> Iterator[Saying]:
    """A fact meets a bound; one that is not stated may meet any (S16)."""
    yield Says("unknown", 0, POSSIBLE), (pattern("v", Unknown),)
    for node in nodes.all:
        if isinstance(node.condition, Compare):
            comparison = node.condition.comparison
            code = nodes.codes.fact(comparison)
            for bound in comparison.bounds:
                test = _TESTS[comparison.operator]("value", code.bound(bound))
                yield Says("compared", node.number), (pattern("v", Value, eq("fact", code.number), test),)


_TESTS = {
    "is": eq,
    "is_not": neq,
    "one_of": eq,
    "at_least": least,
    "more_than": above,
    "at_most": most,
    "less_than": below,
}


def _kinds(nodes: Nodes) -> Iterator[Saying]:
    """The party is of one of a set of kinds; one of unknown kind may be."""
    for names, number in nodes.kind_sets.items():
        for kind in kinds_of(names):
            yield Says("kind", number), (pattern("p", Party, eq("kind", kind)),)
        yield Says("kind", number, POSSIBLE), (pattern("p", Party, eq("kind", 0)),)


def _roles(nodes: Nodes) -> Iterator[Saying]:
    """The relation is in one of a set of roles; its holder may bear because of the unit, or no inquiry covers it."""
    active = pattern("p", Party, eq("active", 1), eq("party", Of("n", "person")))
    for names, number in nodes.role_sets.items():
        for role in names:
            asked = eq("role", nodes.codes.roles[role])
            yield Says("role", number), (pattern("n", Relation, asked),)
            yield Says("candidate", number), (pattern("n", Relation, eq("touching", 1), asked), active)
            if names in nodes.reversed_roles:
                yield Says("role-uncovered", number), (pattern("u", UnaskedRole, asked),)


def _bearing() -> Iterator[Saying]:
    """The subject may bear by its own listing; a relation holds on the as-of day."""
    yield Says("subject"), (pattern("p", Party, eq("subject", 1), eq("active", 1)),)
    holds = (most("since", Of("d", "day")), above("until", Of("d", "day")))
    yield Says("current"), (pattern("d", Day), pattern("n", Relation, *holds))


def _held(nodes: Nodes) -> Iterator[Saying]:
    """The role was held on the day reckoned, by the holder of a listed unit or by a listed holder (S11)."""
    for day in sorted(nodes.days):
        for listed in (None,) if nodes.crosswise else ("unit", "person"):
            for value, patterns in _HELD[day]:
                yield Says("held", DAYS[day], value), patterns(listed)


def _held_now(listed: str | None) -> tuple[Pattern, ...]:
    whose = (eq("holder", Of("n", listed)),) if listed else ()
    return pattern("d", Day), pattern("n", Relation, *_on(Of("d", "day"))), pattern("r", Record, *whose)


def _on(day: Of) -> tuple[Test, Test]:
    return most("since", day), above("until", day)


def _within(first: str, last: str) -> tuple[Test, Test]:
    return most("since", Of("r", last)), above("until", Of("r", first))


def _by_record(held: tuple[Test, Test], *of_record: Test) -> Callable[[str | None], tuple[Pattern, ...]]:
    """The record first, then the relation with its days beside those of the record."""

    def patterns(listed: str | None) -> tuple[Pattern, ...]:
        whose = (eq(listed, Of("r", "holder")),) if listed else ()
        return pattern("r", Record, *of_record), pattern("n", Relation, *whose, *held)

    return patterns


_HELD: dict[str, tuple[tuple[int, Callable[[str | None], tuple[Pattern, ...]]], ...]] = {
    "as-of": ((SURE, _held_now),),
    "listing": ((SURE, _by_record(_on(Of("r", "effect")), above("effect", 0))),),
    "conduct": (
        (SURE, _by_record(_within("first", "last"), eq("whole", 1))),
        (SURE, _by_record(_on(Of("r", "known")), eq("whole", 0), above("known", 0))),
        (POSSIBLE, _by_record(_within("first", "latest"), eq("whole", 0))),
    ),
}
"""Of a conduct of which only one day is known, or none, the rest may have fallen into the time of the role, unless this
ended before or began after."""


def _answering(nodes: Nodes) -> Iterator[Saying]:
    """The relation answers for the record: it names it, or nothing asks for that; one that names none may (S11)."""
    named = (
        pattern("a", Answer, eq("relation", Of("n", "relation"))),
        pattern("r", Record, eq("record", Of("a", "record"))),
    )
    whose = () if nodes.crosswise else (eq("holder", Of("n", "unit")),)
    any_record = (pattern("r", Record, *whose),)
    yield Says("answering", 0), (pattern("n", Relation, eq("finding", 0)), *any_record)
    yield Says("answering", 0), (pattern("n", Relation, eq("finding", 1)), *named)
    yield Says("answering", 0, POSSIBLE), (pattern("n", Relation, eq("finding", 1), eq("stated", 0)), *any_record)
    yield Says("answering", 1), (pattern("n", Relation), *named)
    yield Says("answering", 1, POSSIBLE), (pattern("n", Relation, eq("stated", 0)), *any_record)


def _aged() -> Iterator[Saying]:
    """The party was of full age on the day of listing and of conduct; one of unknown age may have been (S11)."""
    grown = least("earliest", Of("p", "adult"))
    yield Says("aged"), (pattern("p", Party, eq("natural", 0)), pattern("r", Record))
    yield Says("aged"), (pattern("p", Party, eq("natural", 1), above("adult", 0)), pattern("r", Record, grown))
    yield Says("aged", 0, POSSIBLE), (pattern("p", Party, eq("natural", 1), eq("adult", 0)), pattern("r", Record))


def _valid(validities: dict[Validity, int], plan: Plan) -> Iterator[Saying]:
    """The measures of a place and period apply: the place, or its successor, contains the region decided for (S2)."""
    renumbered = plan.vocabulary.renumbered
    for validity, number in validities.items():
        until = day_number(validity.until, FAR)
        day = pattern("d", Day, least("day", day_number(validity.from_)), below("day", until))
        for place, by in places_of(validity.place, renumbered):
            yield Says("valid", number), (pattern("z", Place, eq("place", int(place)), *by), day)


def places_of(place: str, renumbered: dict[str, str]) -> Iterator[tuple[str, tuple[Test, ...]]]:
    """The codes under which a place contains a region: by both codes as they are, or by the newest of both."""
    newest = newest_code(place, renumbered)
    if newest == place or place == NATIONWIDE:
        yield place, ()
    else:
        yield place, (eq("own", 1),)
        yield newest, (eq("newest", 1),)


def newest_code(code: str, renumbered: dict[str, str]) -> str:
    """The code that a place has now, after every renumbering."""
    seen = [code]
    while (after := renumbered.get(seen[-1])) is not None and after not in seen:
        seen.append(after)
    return seen[-1]
