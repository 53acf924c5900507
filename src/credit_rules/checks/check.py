"""What a check sees, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..diagnostics.diagnostic import Diagnostic, Level
from ..pack.loaded import LoadedPack
from ..pack.model import Measure
from ..registry.registry import Registry
from ..source.node import Path, pointer


@dataclass(frozen=True, slots=True)
class Checked:
    """A pack under check, among the packs loaded with it and the registry they name."""

    loaded: LoadedPack
    packs: tuple[LoadedPack, ...]
    registry: Registry

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures of the pack, adopted ones made whole."""
        return tuple(measure for measure in self.loaded.pack.measures if isinstance(measure, Measure))

    def finding(self, code: str, path: Path, level: Level = "error", **values: str) -> Diagnostic:
        """A finding at a place in the pack; the nearest existing parent where the place is not written."""
        return Diagnostic(code, self.loaded.node.span_at(path), pointer(path), values, level)


Check = Callable[[Checked], Iterable[Diagnostic]]
"""A check on one pack. Each lies in a module of its own."""
