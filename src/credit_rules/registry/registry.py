"""The registry: every entry by its id, and the look-ups that resolving needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from ..source.values import ListClass
from .model import (
    Act,
    Department,
    FactEntry,
    Floor,
    Instrument,
    KindSet,
    ListEntry,
    MatrixRow,
    Matter,
    Place,
    Printed,
    Procedure,
    PublicityRule,
    Recognition,
    Role,
)  # fmt: skip
from .places import NATIONWIDE, contains, narrowness
from .vocabulary import Vocabulary


@dataclass(frozen=True)
class Registry:
    """The shared vocabulary, one mapping a field; facts by scope and id (``record.amount``)."""

    lists: dict[str, ListEntry] = field(default_factory=dict)
    recognitions: dict[str, Recognition] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    matters: dict[str, Matter] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    kinds: dict[str, KindSet] = field(default_factory=dict)
    facts: dict[str, FactEntry] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    publicity: dict[str, PublicityRule] = field(default_factory=dict)
    matrix: dict[str, MatrixRow] = field(default_factory=dict)
    floors: dict[str, Floor] = field(default_factory=dict)

    @cached_property
    def lists_by_class(self) -> Mapping[ListClass, tuple[ListEntry, ...]]:
        """The lists of each class, by id."""
        found: dict[ListClass, list[ListEntry]] = {}
        for entry in sorted(self.lists.values(), key=lambda entry: entry.id):
            found.setdefault(entry.class_, []).append(entry)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def list_fields(self) -> tuple[str, ...]:
        """The fields that lists belong to, sorted."""
        return tuple(sorted({entry.field for entry in self.lists.values()}))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What a decision needs of the registry, as a plan carries it; only of a registry without errors."""
        from .condense import condense

        return condense(self)

    @cached_property
    def titles(self) -> Mapping[str, dict[str, str]]:
        """Chinese titles by field and id, facts by scope and id."""
        return {row.name: {id: entry.title for id, entry in getattr(self, row.name).items()} for row in fields(self)}

    def fact(self, scope: str, name: str) -> FactEntry:
        """The declared fact ``scope.name``; ``KeyError`` where there is none."""
        return self.facts[f"{scope}.{name}"]

    def printed_department(self, name: str, place: str) -> tuple[Department, Printed]:
        """The department that a text of ``place`` calls ``name``, and what the name means there (S24).

        The narrowest place that prints it so decides; ``KeyError`` where no department is called so.
        """
        best: tuple[int, tuple[Department, Printed]] | None = None
        for department, printed in self._department_names.get(name, ()):
            where = printed.place
            if where is None or contains(where, place) or contains(place, where):
                rank = 0 if where is None else narrowness(where)
                if best is None or rank > best[0]:
                    best = rank, (department, printed)
        if best is None:
            raise KeyError(name)
        return best[1]

    def department_names(self) -> Iterable[str]:
        """Every name by which a department is known, for near misses."""
        return self._department_names.keys()

    @cached_property
    def _department_names(self) -> Mapping[str, tuple[tuple[Department, Printed], ...]]:
        names: dict[str, list[tuple[Department, Printed]]] = {}
        for department in self.departments.values():
            for printed in department.printed:
                names.setdefault(printed.name, []).append((department, printed))
            for official in department.names:
                for place in self.places.values() if "{place}" in official.name else ():
                    if place.id != NATIONWIDE and (official.place is None or contains(official.place, place.id)):
                        name = official.name.replace("{place}", place.title)
                        meant = Printed(name=name, level=official.level, place=place.id)
                        names.setdefault(name, []).append((department, meant))
                if "{place}" not in official.name:
                    meant = Printed(name=official.name, level=official.level, place=official.place)
                    names.setdefault(official.name, []).append((department, meant))
        return {name: tuple(found) for name, found in names.items()}
