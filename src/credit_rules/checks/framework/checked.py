"""What a check sees of a pack, and how it says what it found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.diagnostic import Level as Gravity
from ...pack.condition import Condition
from ...pack.effective import effective_from
from ...pack.loaded import LoadedPack
from ...pack.model import AdoptedMeasure, DepartmentFunction, DepartmentPart, Measure
from ...registry.department_model import Department
from ...registry.registry import Registry
from ...source.node import Path, pointer
from ...source.values import Level


class Placed(NamedTuple):
    """A measure and where it stands; ``adopted``: all but its own clause and departments was written elsewhere."""

    path: Path
    measure: Measure
    adopted: bool


@dataclass(frozen=True)
class Checked:
    """A pack under check, among the packs loaded with it and the registry they name.

    ``complete`` says that every pack could be read, so that one that is not there is missing indeed; ``sound`` that the
    registry is without errors, so that law can be judged by it.
    """

    loaded: LoadedPack
    packs: tuple[LoadedPack, ...]
    registry: Registry
    complete: bool = True
    sound: bool = True

    @cached_property
    def measures(self) -> tuple[Placed, ...]:
        """The measures of the pack, adopted ones made whole; one that could not be made whole is left out."""
        return tuple(
            Placed(("measures", index), measure, self.loaded.node.find(("measures", index, "adopts")) is not None)
            for index, measure in enumerate(self.loaded.pack.measures)
            if isinstance(measure, Measure)
        )

    @cached_property
    def written(self) -> tuple[Placed, ...]:
        """The measures that the pack writes itself."""
        return tuple(placed for placed in self.measures if not placed.adopted)

    @property
    def clauses(self) -> tuple[tuple[Path, str], ...]:
        """The clause of every measure, with the path of the measure."""
        measures: tuple[Measure | AdoptedMeasure, ...] = self.loaded.pack.measures
        return tuple((("measures", index), measure.clause) for index, measure in enumerate(measures))

    @cached_property
    def by_id(self) -> dict[str, LoadedPack]:
        """The packs by id."""
        return {loaded.pack.memorandum.id: loaded for loaded in self.packs}

    @property
    def starts(self) -> date | None:
        """The day from which the document applies; ``None`` for a draft (S3)."""
        return effective_from(self.loaded.pack)

    def trigger(self, measure: Measure) -> Condition | None:
        """What triggers a measure of this pack: its own condition, else that of the pack."""
        return measure.triggered_by or self.loaded.pack.triggered_by

    def department(self, printed: str | DepartmentPart) -> tuple[Department, Level] | None:
        """The department that a measure of this pack names, and its level; ``None`` where nobody knows the name."""
        name = printed if isinstance(printed, str) else printed.name
        function = printed.function if isinstance(printed, DepartmentFunction) else None
        try:
            return self.registry.printed_department(name, self.loaded.pack.memorandum.place, function)
        except KeyError:
            return None

    def finding(self, code: str, path: Path, level: Gravity = "error", **values: str) -> Diagnostic:
        """A finding at a place in the pack; the nearest existing parent where the place is not written.

        Its level is that of the code; ``level`` makes it milder outside ``--strict``.
        """
        return Diagnostic(code, self.loaded.node.span_at(path), pointer(path), values, level)

    def finding_at_key(self, code: str, path: Path, level: Gravity = "error", **values: str) -> Diagnostic:
        """A finding at the key that ends ``path``: what stands under it has no effect."""
        return Diagnostic(code, self.loaded.node.key_span(path), pointer(path), values, level)
