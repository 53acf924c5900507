"""Whether a mutant is a pack at all: what the checks would refuse is no fault that a case need notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...checks.framework.checked import Checked
from ...checks.framework.discover import every_check
from ...pack.loaded import LoadedPack
from ...pack.model import Measure
from ...registry.registry import Registry
from ...source import node as nodes
from .mutant import Mutant


def refused(mutant: Mutant, loaded: LoadedPack, packs: Sequence[LoadedPack], registry: Registry) -> bool:
    """Whether a check at error level finds something in a mutated measure that it does not find in the measure.

    A mutant of the head changes no measure and is never refused here.
    """
    return any(
        set(_errors(wrong, index, loaded, packs, registry)) - set(_errors(measure, index, loaded, packs, registry))
        for index, wrong in mutant.measures
        if isinstance(measure := loaded.pack.measures[index], Measure)
    )


def _errors(
    measure: Measure, index: int, loaded: LoadedPack, packs: Sequence[LoadedPack], registry: Registry
) -> Iterator[tuple[str, str]]:
    """The errors in a measure that stands alone in its pack: code and place."""
    alone = _alone(measure, index, loaded)
    checked = Checked(alone, tuple(packs), registry, complete=False, sound=False)
    for check in every_check():
        if any(code.level == "error" for code in check.codes):
            for found in check.find(checked):
                if (
                    found.level == "error"
                    and check.code(found.code).level == "error"
                    and found.path.startswith("/measures")
                ):
                    yield found.code, found.path


def _alone(measure: Measure, index: int, loaded: LoadedPack) -> LoadedPack:
    written = loaded.node.find(("measures", index))
    assert written is not None
    assert isinstance(loaded.node, nodes.Mapping)
    values = {**loaded.node.values, "measures": nodes.Sequence([written], written.span)}
    node = nodes.Mapping(values, loaded.node.keys, loaded.node.span)
    return replace(loaded, pack=loaded.pack.model_copy(update={"measures": (measure,)}), node=node)
