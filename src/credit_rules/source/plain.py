"""Values that a program hands over - dicts, lists, scalars - as nodes; there is no place in a file to point at."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from ..diagnostics.span import Span
from .limits import DEFAULT_LIMITS, Limits
from .marks import forbidden_in_value
from .node import Mapping, Node, Path, Scalar, Sequence, pointer


class _Fatal(Exception):
    """Nothing more is read."""


def read_plain(value: Any, name: str, *, limits: Limits = DEFAULT_LIMITS) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The nodes of a Python value; ``name`` stands for the file in messages.

    Dates become text. Errors: ``float-not-exact``, ``not-a-json-value``, ``key-not-text``, ``too-deep``,
    ``too-many-values``, ``control-character``, ``number-out-of-range``.
    """
    reader = _Reader(Span(name), limits)
    try:
        return reader.node(value, ()), tuple(reader.found)
    except _Fatal:
        return None, tuple(reader.found)


class _Reader:
    def __init__(self, span: Span, limits: Limits):
        self.span, self.limits = span, limits
        self.found: list[Diagnostic] = []
        self.values = 0

    def node(self, value: Any, path: Path) -> Node:
        self.values += 1
        if self.values > self.limits.values:
            raise self.fatal("too-many-values", path, limit=str(self.limits.values))
        if len(path) > self.limits.depth:
            raise self.fatal("too-deep", path, limit=str(self.limits.depth))
        if isinstance(value, AnyMapping):
            return self.mapping(value, path)
        if isinstance(value, list | tuple):
            return Sequence([self.node(item, (*path, index)) for index, item in enumerate(value)], self.span)
        return self.scalar(value, path)

    def mapping(self, value: AnyMapping[Any, Any], path: Path) -> Node:
        node = Mapping({}, {}, self.span)
        for key, item in value.items():
            if not isinstance(key, str):
                self.report("key-not-text", path, found=shown(key))
                continue
            node.values[key], node.keys[key] = self.node(item, (*path, key)), self.span
        return node

    def scalar(self, value: Any, path: Path) -> Node:
        if isinstance(value, str):
            wrong = forbidden_in_value(value, self.span)
            if wrong is not None:
                self.report(wrong.code, path, **wrong.values)
            return Scalar(str(value), self.span)
        if value is None or isinstance(value, bool):
            return Scalar(value, self.span)
        if isinstance(value, int | Decimal):
            return self.number(value, path)
        if isinstance(value, date) and not isinstance(value, datetime):
            return Scalar(value.isoformat(), self.span)
        self.report("float-not-exact" if isinstance(value, float) else "not-a-json-value", path, found=shown(value))
        return Scalar(None, self.span)

    def number(self, value: int | Decimal, path: Path) -> Node:
        small = abs(value) < 10**40 if isinstance(value, int) else value.is_finite() and abs(value.adjusted()) <= 40
        if not small:
            self.report("number-out-of-range", path, found="")
        return Scalar(value if small else 0, self.span)

    def report(self, code: str, path: Path, **values: str) -> None:
        self.found.append(Diagnostic(code, self.span, pointer(path), values))
        if len(self.found) >= self.limits.findings:
            raise _Fatal

    def fatal(self, code: str, path: Path, **values: str) -> _Fatal:
        self.report(code, path, **values)
        return _Fatal()
