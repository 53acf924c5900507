"""The conditions of a pack as checks look at them: each with its place, and what its parts say together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...pack.condition import (
    AfterExit,
    All,
    Any_,
    Condition,
    Count,
    Exists,
    Not,
    OnList,
    OnLists,
)  # fmt: skip
from ...pack.model import RoleBearers
from ...registry.condition_names import CLASSES
from ...source.node import Path
from .checked import Checked


class At(NamedTuple):
    """A condition, or a part of one, and where it stands."""

    condition: Condition
    path: Path


def written_conditions(checked: Checked) -> Iterator[At]:
    """The whole conditions that the pack writes: its trigger, and those of its own measures and their bearers."""
    pack = checked.loaded.pack
    if pack.triggered_by is not None:
        yield At(pack.triggered_by, ("triggered_by",))
    for path, measure, _ in checked.written:
        if measure.triggered_by is not None:
            yield At(measure.triggered_by, (*path, "triggered_by"))
        if measure.when is not None:
            yield At(measure.when, (*path, "when"))
        for index, bearer in enumerate(measure.bearers):
            if isinstance(bearer, RoleBearers) and bearer.when is not None:
                yield At(bearer.when, (*path, "bearers", index, "when"))


def every_part(whole: At) -> Iterator[At]:
    """A condition and all conditions in it, those of a ``where`` included, in the order written."""
    yield whole
    for part in parts_of(whole):
        yield from every_part(part)


def parts_of(whole: At) -> Iterator[At]:
    """The conditions directly under a condition."""
    condition, path = whole
    match condition:
        case All():
            yield from (At(part, (*path, "all", index)) for index, part in enumerate(condition.all))
        case Any_():
            yield from (At(part, (*path, "any", index)) for index, part in enumerate(condition.any))
        case Not():
            yield At(condition.not_, (*path, "not"))
        case OnList() | Count() | Exists():
            if condition.where is not None:
                yield At(condition.where, (*path, "where"))


def named_lists(part: At) -> Iterator[tuple[str, Path]]:
    """The lists that a condition itself names one by one, each with its place."""
    condition, path = part
    for form, key in ((OnList, "on_list"), (AfterExit, "after_exit"), (Count, "count")):
        if isinstance(condition, form):
            for index, name in enumerate(getattr(condition, key)):
                if name not in CLASSES:
                    yield name, (*path, key, index)


def joined(whole: At) -> Iterator[At]:
    """What must hold together: the condition itself, or the parts of ``all``, however deep."""
    if isinstance(whole.condition, All):
        for part in parts_of(whole):
            yield from joined(part)
    else:
        yield whole


def without_record(whole: At) -> list[At]:
    """The parts through which the condition could hold without any record; none where it always asks for one (S1)."""
    condition = whole.condition
    match condition:
        case OnList() | OnLists() | AfterExit() | Count():
            return []
        case All():
            return [whole] if all(without_record(part) for part in parts_of(whole)) else []
        case Any_():
            found = [without_record(part) for part in parts_of(whole)]
            return [whole] if all(found) else [part for parts in found for part in parts]
        case _:
            return [whole]
