"""Who is named in a case: names to show, and whose identity numbers are not public (S28)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..case.identity import check_identity, mask, tell_id_type, uscc_check
from ..source.rows import NamedTuple

if TYPE_CHECKING:
    from ..case.decision import Decision
    from ..case.model import Case
    from ..source.values import IdType

_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_NEW_FORM = rf"(?<!\d)\d{{6}}(?:1[6-9]|2\d)\d\d{_DAY}\d{{3}}[\dXx](?!\d)"
_OLD_FORM = rf"(?<!\d)\d{{8}}{_DAY}\d{{3}}(?![0-9A-Za-z])"
_MISTYPED = r"(?<![0-9A-Za-z])(?:\d{15}|\d{16,18}[\dXx]|\d{16})(?![0-9A-Za-z])"
_RESIDENT = re.compile(_NEW_FORM)
_OLD_RESIDENT = re.compile(_OLD_FORM)
_LONG_NUMBER = re.compile(f"{_MISTYPED}|{_NEW_FORM}|{_OLD_FORM}")
"""Shaped like a resident identity number: of the new form or the old, with its day of birth, whatever letter stands
beside it; alone, also without a right day and with a digit too many or too few."""

_CODE_LENGTH = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{18}(?![0-9A-Za-z])")

_NEVER_PUBLIC = ("resident-id", "passport", "hk-macau-permit", "taiwan-permit")
_SHORTEST_IN_TEXT = 5
_SHORTEST_IN_NUMBERS = 8


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
        types = _types(case)
        for identifier, kind, name in _described(decision, case):
            personal = kind == "natural-person" or _is_personal(identifier, types.get(identifier))
            (persons if personal else units).add(identifier)
            if name:
                names[identifier] = name
        if decision is not None:
            for bearer in (measure.bearer for measure in decision.measures):
                if "affected-unit" in bearer.roles and not _is_personal(bearer.id, types.get(bearer.id)):
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
        """The text with every identity number of a natural person in it masked, whatever stands before the number."""
        parts: list[str] = []
        start = 0
        for code in _CODE_LENGTH.finditer(text):
            if self.shown(code[0]) == code[0]:
                parts += (self._masked(text[start : code.start()]), code[0])
                start = code.end()
        return "".join((*parts, self._masked(text[start:])))

    def _masked(self, text: str) -> str:
        folded = text.upper()
        for person in sorted(self.persons, key=len, reverse=True):
            if len(person) >= _SHORTEST_IN_TEXT and person.upper() in folded:
                text = _in_text(person).sub(lambda found: mask(found[0]), text)
        return _LONG_NUMBER.sub(lambda found: self.shown(found[0]), text)


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


def _types(case: Case | None) -> dict[str, IdType]:
    """The types of number that the case states."""
    described = () if case is None else (case.subject, *case.parties)
    return {subject.id: subject.id_type for subject in described if subject.id_type is not None}


def _is_personal(identifier: str, id_type: IdType | None) -> bool:
    """Whether the number is a natural person's by its type or its shape, whatever the kind of its holder."""
    if id_type in _NEVER_PUBLIC:
        return True
    if _is_unit_code(identifier) or (id_type == "uscc" and not check_identity(identifier.upper(), "uscc", None)):
        return False
    return bool(_RESIDENT.search(identifier) or (id_type != "registration-number" and _OLD_RESIDENT.search(identifier)))


def _in_text(person: str) -> re.Pattern[str]:
    """Where a person's number stands in a text: anywhere, but a short one not inside numbers, a word not inside words."""
    number = re.escape(person)
    if not re.search(r"\d", person):
        number = rf"(?<![0-9A-Za-z]){number}(?![0-9A-Za-z])"
    elif len(person) < _SHORTEST_IN_NUMBERS:
        number = rf"(?<!\d){number}(?![0-9A-Za-z])"
    return re.compile(number, re.IGNORECASE)


def _is_unit_code(identifier: str) -> bool:
    return tell_id_type(identifier, None) == "uscc" and uscc_check(identifier.upper()) == identifier.upper()[17]
