"""Walking a condition: every simple condition with its path and the facts that may be asked there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..pack.condition import (
    AfterExit,
    All,
    Any_,
    CleanFor,
    Condition,
    Count,
    Exists,
    Fact,
    Not,
    OnList,
    OnLists,
)  # fmt: skip
from ..source.node import Path
from ..source.rows import NamedTuple

Simple = OnList | OnLists | AfterExit | CleanFor | Fact | Count | Exists
Scope = Literal["record", "relation"] | None
"""Beside the subject's and the context's: whose facts a condition may ask."""


class Visit(NamedTuple):
    """A simple condition, where it stands, and the scope open there."""

    condition: Simple
    path: Path
    scope: Scope


def simple_conditions(condition: Condition, path: Path, scope: Scope = None) -> Iterator[Visit]:
    """The simple conditions in ``condition``, those of a ``where`` included, in the order written."""
    match condition:
        case All(all=parts):
            for index, part in enumerate(parts):
                yield from simple_conditions(part, (*path, "all", index), scope)
        case Any_(any=parts):
            for index, part in enumerate(parts):
                yield from simple_conditions(part, (*path, "any", index), scope)
        case Not(not_=part):
            yield from simple_conditions(part, (*path, "not"), scope)
        case OnList(where=where) | Count(where=where):
            yield Visit(condition, path, scope)
            if where is not None:
                yield from simple_conditions(where, (*path, "where"), "record")
        case Exists(where=where):
            yield Visit(condition, path, scope)
            if where is not None:
                yield from simple_conditions(where, (*path, "where"), "relation")
        case _:
            yield Visit(condition, path, scope)
