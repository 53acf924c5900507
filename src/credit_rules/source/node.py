"""Positioned nodes: what a file says, each value and key with its place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..diagnostics.span import Span

Path = tuple[str | int, ...]
"""Keys and indexes from the top of a document to a value: ``("records", 0, "list")``."""
ScalarValue = str | bool | int | Decimal | None


class Node(ABC):
    """A value of a document and where it begins."""

    __slots__ = ()
    span: Span

    @abstractmethod
    def child(self, step: str | int) -> Node | None:
        """The value under a key or at an index, or None."""

    @abstractmethod
    def to_plain(self, sequence: Callable[[Iterable[Any]], Any] = list) -> Any:
        """The value as dicts, lists (or what ``sequence`` makes) and scalars, without places."""

    def find(self, path: Path) -> Node | None:
        """The value at ``path``, or None where there is none."""
        node: Node | None = self
        for step in path:
            if node is None:
                return None
            node = node.child(step)
        return node

    def at(self, path: Path) -> Node:
        """The value at ``path``, else its nearest parent that exists."""
        node: Node = self
        for step in path:
            inner = node.child(step)
            if inner is None:
                break
            node = inner
        return node

    def span_at(self, path: Path) -> Span:
        """Where the value at ``path`` begins, else its nearest parent that exists."""
        return self.at(path).span

    def key_span(self, path: Path) -> Span:
        """Where the key that ends ``path`` stands; the place of the value where it is no key."""
        parent = self.find(path[:-1]) if path else None
        if isinstance(parent, Mapping) and path[-1] in parent.keys:
            return parent.keys[str(path[-1])]
        return self.span_at(path)


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """Text, true, false, null, a whole number or an exact decimal."""

    value: ScalarValue
    span: Span

    def child(self, step: str | int) -> Node | None:
        return None

    def to_plain(self, sequence: Callable[[Iterable[Any]], Any] = list) -> Any:
        return self.value


@dataclass(slots=True, eq=False)
class Sequence(Node):
    """A list."""

    items: list[Node]
    span: Span

    def child(self, step: str | int) -> Node | None:
        return self.items[step] if isinstance(step, int) and 0 <= step < len(self.items) else None

    def to_plain(self, sequence: Callable[[Iterable[Any]], Any] = list) -> Any:
        return sequence([item.to_plain(sequence) for item in self.items])


@dataclass(slots=True, eq=False)
class Mapping(Node):
    """Keys in the order written; ``keys`` holds where each stands."""

    values: dict[str, Node]
    keys: dict[str, Span]
    span: Span

    def child(self, step: str | int) -> Node | None:
        return self.values.get(step) if isinstance(step, str) else None

    def to_plain(self, sequence: Callable[[Iterable[Any]], Any] = list) -> Any:
        return {key: value.to_plain(sequence) for key, value in self.values.items()}


def pointer(path: Path) -> str:
    """The JSON pointer (RFC 6901) of a path: ``/records/0/list``."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
