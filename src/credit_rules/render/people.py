"""Who is named in a case: names to show, and whose identity numbers are not public (S28)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ..case.identity import mask, tell_id_type, uscc_check

if TYPE_CHECKING:
    from ..case.decision import Decision
    from ..case.model import Case

_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?:\d{15}|\d{16,18}[\dXx]|\d{16})(?![0-9A-Za-z])")
"""Shaped like a resident identity number, of the old form or the new, also with a digit too many or too few."""

_SHORTEST_IN_TEXT = 5


class People(NamedTuple):
    """The units and natural persons that an output may name.

    An identifier is shown in full only where it is known to be a unit's, or nothing is known of it and it is a right
    unified social credit code; every other one is masked.
    """

    names: dict[str, str] = {}
    units: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()

    @classmethod
    def of(cls, decision: Decision | None = None, case: Case | None = None) -> People:
        """Everybody in the decision and the case."""
        names: dict[str, str] = {}
        units: set[str] = set()
        persons: set[str] = set()
        for identifier, kind, name in _described(decision, case):
            (persons if kind == "natural-person" else units).add(identifier)
            if name:
                names[identifier] = name
        if decision is not None:
            for bearer in (measure.bearer for measure in decision.measures):
                if "affected-unit" in bearer.roles:
                    units.add(bearer.id)
            others = {*(m.bearer.id for m in decision.measures), *(w.bearer.id for w in decision.withheld)}
            others |= {u.bearer.id for u in decision.undetermined} | {r.subject for r in decision.records}
            persons |= {other for other in others - units if not _is_unit_code(other)}
        return cls(names, frozenset(units - persons), frozenset(persons))

    @property
    def known(self) -> frozenset[str]:
        """Every identifier of the case and the decision."""
        return self.units | self.persons

    def shown(self, identifier: str) -> str:
        """The identifier as a person may see it."""
        public = identifier in self.units or (identifier not in self.persons and _is_unit_code(identifier))
        return identifier if public else mask(identifier)

    def without_numbers(self, text: str) -> str:
        """The text with every identity number of a natural person in it masked."""
        for person in self._in_text():
            if person in text:
                text = re.sub(rf"(?<![0-9A-Za-z]){re.escape(person)}(?![0-9A-Za-z])", mask(person), text)
        return _LONG_NUMBER.sub(lambda found: self.shown(found[0]), text)

    def _in_text(self) -> Iterable[str]:
        return (person for person in self.persons if len(person) >= _SHORTEST_IN_TEXT)


NOBODY = People()
"""Where no case is at hand: only right unit codes are shown."""


def _described(decision: Decision | None, case: Case | None) -> Iterable[tuple[str, str, str | None]]:
    if decision is not None:
        yield decision.subject.id, decision.subject.kind, decision.subject.name
    if case is not None:
        for subject in (case.subject, *case.parties):
            yield subject.id, subject.kind, subject.name
        for relation in case.relations:
            yield relation.id, relation.kind, None


def _is_unit_code(identifier: str) -> bool:
    return tell_id_type(identifier, None) == "uscc" and uscc_check(identifier.upper()) == identifier.upper()[17]
