"""Conditions in layers: those that are judged of a bearer, below them those that a ``where`` or ``when`` asks.

Within a layer a condition stands on the parts of lower height; the condition of a ``where`` is judged of one record or
relation more, which is a layer of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...plan.conditions import (
    AfterExit,
    AllOf,
    AnyOf,
    Condition,
    CountRecords,
    InFields,
    NotThat,
    OnList,
)  # fmt: skip
from ...plan.model import Plan

PARTED = (AllOf, AnyOf, NotThat)
OF_RECORDS = (OnList, InFields, AfterExit, CountRecords)
"""What looks at records of the listed one, and so asks whether the bearer answers for them."""


class Unsupported(ValueError):
    """A plan that holds what no evaluator can judge, by name."""


@dataclass(frozen=True)
class Layer:
    """The conditions judged of the same frames: roots, all nodes below them, and the layers that they ask."""

    roots: tuple[int, ...]
    nodes: tuple[int, ...]
    heights: tuple[tuple[int, ...], ...]
    """Nodes with parts, by height: the parts of each are lower."""
    conditions: dict[int, Condition]
    where: Layer | None
    """Asked of a record or relation of the case."""
    when: Layer | None
    """Asked of the relation by which somebody bears."""

    def of(self, *kinds: type[Any]) -> dict[int, Any]:
        """The nodes of some kinds."""
        return {node: self.conditions[node] for node in self.nodes if isinstance(self.conditions[node], kinds)}


def layers_of(roots: Iterable[int], whens: Iterable[int], plan: Plan) -> Layer:
    """The layers of the conditions of measures (``roots``) and of their bearers (``whens``)."""
    when = _layer(whens, None, plan)
    if when is not None:
        _expect_no_records(when)
    return _layer(roots, when, plan) or Layer((), (), (), {}, None, None)


def _layer(roots: Iterable[int], when: Layer | None, plan: Plan) -> Layer | None:
    heights: dict[int, int] = {}
    wanted = tuple(sorted(set(roots)))
    for root in wanted:
        _height(root, plan, heights)
    if not heights:
        return None
    asked = (getattr(plan.conditions[node], "where", None) for node in heights)
    highest = max(heights.values())
    return Layer(
        roots=wanted,
        nodes=tuple(sorted(heights)),
        heights=tuple(
            tuple(node for node in sorted(heights) if heights[node] == height) for height in range(1, highest + 1)
        ),
        conditions={node: plan.conditions[node] for node in heights},
        where=_layer((node for node in asked if node is not None), when, plan),
        when=when,
    )


def _height(node: int, plan: Plan, found: dict[int, int]) -> int:
    if node not in found:
        found[node] = max((_height(part, plan, found) + 1 for part in parts_of(plan.conditions[node])), default=0)
    return found[node]


def parts_of(condition: Condition) -> tuple[int, ...]:
    """The conditions that one is made of, each once."""
    match condition:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            return tuple(dict.fromkeys(parts))
        case NotThat(part=part):
            return (part,)
    return ()


def _expect_no_records(layer: Layer | None) -> None:
    """A role that is borne only where a record answers to the role would be judged by itself."""
    while layer is not None:
        for condition in layer.of(*OF_RECORDS).values():
            raise Unsupported(f"bearers.when: “{condition.text}” asks for records of the listed one")
        layer = layer.where
