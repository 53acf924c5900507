"""What a check sees, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..diagnostics.diagnostic import Diagnostic, Level
from ..pack.condition import Condition
from ..pack.loaded import LoadedPack
from ..pack.model import AdoptedMeasure, Measure
from ..registry.registry import Registry
from ..source.node import Path, pointer


class Placed(NamedTuple):
    """A measure and where it stands; ``adopted``: all but its own clause and departments was written elsewhere."""

    path: Path
    measure: Measure
    adopted: bool


@dataclass(frozen=True)
class Checked:
    """A pack under check, among the packs loaded with it and the registry they name.

    ``complete`` says that every pack could be read, so that one that is not there is missing indeed.
    """

    loaded: LoadedPack
    packs: tuple[LoadedPack, ...]
    registry: Registry
    complete: bool = True

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

    def trigger(self, measure: Measure) -> Condition | None:
        """What triggers a measure of this pack: its own condition, else that of the pack."""
        return measure.triggered_by or self.loaded.pack.triggered_by

    def finding(self, code: str, path: Path, level: Level = "error", **values: str) -> Diagnostic:
        """A finding at a place in the pack; the nearest existing parent where the place is not written."""
        return Diagnostic(code, self.loaded.node.span_at(path), pointer(path), values, level)

    def finding_at_key(self, code: str, path: Path, level: Level = "error", **values: str) -> Diagnostic:
        """A finding at the key that ends ``path``: what stands under it has no effect."""
        return Diagnostic(code, self.loaded.node.key_span(path), pointer(path), values, level)


Check = Callable[[Checked], Iterable[Diagnostic]]
"""A check on one pack. Each lies in a module of its own."""
