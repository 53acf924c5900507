"""The registry: every entry by its id, and the look-ups that resolving needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from ..source.values import Level, ListClass
from .department_model import Department, Reform
from .department_names import LEVELS, Meant, department_names
from .duty_model import DutyEntry
from .model import (
    Act,
    FactEntry,
    Floor,
    Instrument,
    KindSet,
    ListEntry,
    MatrixRow,
    Matter,
    MeasureClass,
    Place,
    Procedure,
    Provision,
    PublicityRule,
    Recognition,
    RemedyRule,
    Role,
)  # fmt: skip
from .places import contains, narrowness
from .vocabulary import Vocabulary


@dataclass(frozen=True)
class Registry:
    """The shared vocabulary, one mapping a field; facts by scope and id (``record.amount``)."""

    lists: dict[str, ListEntry] = field(default_factory=dict)
    recognitions: dict[str, Recognition] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    reforms: dict[str, Reform] = field(default_factory=dict)
    measure_classes: dict[str, MeasureClass] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    matters: dict[str, Matter] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    kinds: dict[str, KindSet] = field(default_factory=dict)
    facts: dict[str, FactEntry] = field(default_factory=dict)
    instruments: dict[str, Instrument] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    procedures: dict[str, Procedure] = field(default_factory=dict)
    publicity: dict[str, PublicityRule] = field(default_factory=dict)
    remedies: dict[str, RemedyRule] = field(default_factory=dict)
    duties: dict[str, DutyEntry] = field(default_factory=dict)
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

    def printed_department(self, name: str, place: str, function: str | None = None) -> tuple[Department, Level]:
        """The department that a text of ``place`` calls ``name``, and the level that the name means there (S24).

        The narrowest place around the text's that prints it so decides, before places inside it. ``function`` is the id
        of the department meant, where one name stood for several functions. ``KeyError`` where no department is called
        so, or that function is none of it.
        """
        best: tuple[int, Meant] | None = None
        for department, called in self._department_names.get(name, ()):
            where = called.place
            if where is not None and not contains(where, place) and not contains(place, where):
                continue
            rank = 0 if where is None else narrowness(where) if contains(where, place) else -1
            if best is None or rank > best[0]:
                best = rank, (department, called)
        if best is None:
            raise KeyError(name)
        department, called = best[1]
        level = called.level or LEVELS[narrowness(place)]
        if function is None or function == department.id:
            return department, level
        part = self.departments[function]
        if part.part_of != department.id:
            raise KeyError(function)
        return part, level

    def department_names(self, like: str) -> Iterable[str]:
        """The names by which departments are known, those that begin as ``like`` does first, for near misses."""
        return sorted(self._department_names, key=lambda name: name[:1] != like[:1])

    @cached_property
    def _department_names(self) -> Mapping[str, tuple[Meant, ...]]:
        return department_names(self.departments.values(), self.places.values())
