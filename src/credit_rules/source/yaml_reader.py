"""The JSON subset of YAML 1.2, written as YAML: what a person can write by hand without surprises (contract.md).

Only ``true``, ``false``, ``null`` and JSON numbers are not text; ``on``, ``no``, ``12:30`` and dates are. No tags, no
merge keys, one document, no key twice, aliases bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from ..diagnostics.span import Span
from .limits import DEFAULT_LIMITS, Limits
from .marks import forbidden_in_value
from .node import Mapping, Node, Scalar, Sequence, pointer
from .number import NUMBER, exact_number

_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)


class _Fatal(Exception):
    """Nothing after this place can be read."""


def read_yaml(
    text: str, name: str, *, limits: Limits = DEFAULT_LIMITS, first_line: int = 1
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """One YAML document; the node is None where the text breaks off, and there where only single values are wrong.

    Errors: ``yaml-syntax``, ``yaml-tag``, ``yaml-merge-key``, ``yaml-several-documents``, ``yaml-directive``,
    ``alias-unknown``, ``alias-of-itself``, ``too-many-aliases``, ``duplicate-key``, ``key-not-text``,
    ``empty-value``, ``number-out-of-range``, ``too-deep``, ``too-many-values``, ``control-character``.
    """
    reader = _Reader(name, limits, first_line)
    try:
        return reader.document(_events(text, reader)), tuple(reader.found)
    except _Fatal:
        return None, tuple(reader.found)


def _events(text: str, reader: _Reader) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        problem = _problem(" ".join(part for part in (error.context, error.problem) if part))
        begun, met = error.context_mark, error.problem_mark
        mark = begun or met if problem == "yaml-open-text" else met or begun
        raise reader.fatal("yaml-syntax", reader.span(mark), problem=problem) from None
    except (yaml.YAMLError, ValueError):
        raise reader.fatal("yaml-syntax", reader.span(None), problem="yaml-unreadable") from None


_PROBLEMS = (
    ("cannot start any token", "yaml-character"),
    ("tab character", "yaml-tab"),
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-no-colon"),
    ("unexpected end of stream", "yaml-open-text"),
    ("expected ',' or '}'", "yaml-open-brace"),
    ("expected ',' or ']'", "yaml-open-bracket"),
    ("expected key", "yaml-indent"),
    ("expected '-' indicator", "yaml-indent"),
    ("block sequence entries are not allowed", "yaml-dash"),
    ("block end", "yaml-indent"),
    ("undefined tag handle", "yaml-tag-handle"),
    ("escape", "yaml-escape"),
)


def _problem(said: str) -> str:
    return next((phrase for part, phrase in _PROBLEMS if part in said), "yaml-unreadable")


class _Anchored:
    """A value that an anchor names: how many values it holds, aliases expanded, and how deep it goes."""

    __slots__ = ("height", "node", "size")

    def __init__(self) -> None:
        self.node: Node | None = None
        self.size = self.height = 0


class _Reader:
    def __init__(self, name: str, limits: Limits, first_line: int):
        self.name, self.limits, self.first_line = name, limits, first_line
        self.found: list[Diagnostic] = []
        self.path: list[str | int] = []
        self.anchors: dict[str, _Anchored] = {}
        self.values = self.aliases = self.deepest = 0
        self.events: Iterator[Any] = iter(())

    def document(self, events: Iterator[Any]) -> Node:
        self.events = events
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                span = self.span(event.start_mark)
                if root is not None:
                    raise self.fatal("yaml-several-documents", span)
                if event.tags or event.version not in (None, (1, 2)):
                    self.report("yaml-directive", span)
                root = self.node(next(events), 0)
        if root is None:
            raise self.fatal("input-empty", Span(self.name, self.first_line, 1))
        return root

    def node(self, event: Any, depth: int) -> Node:
        span = self.span(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(str(event.anchor), span, depth)
        self.count(1, span)
        if depth > self.limits.depth:
            raise self.fatal("too-deep", span, limit=str(self.limits.depth))
        self.deepest = max(self.deepest, depth)
        if event.tag is not None:
            self.report("yaml-tag", span, tag=shown(event.tag.removeprefix("tag:yaml.org,2002:")))
        if event.anchor is None:
            return self.content(event, span, depth)
        anchored = self.anchors[event.anchor] = _Anchored()
        before, deepest, self.deepest = self.values, self.deepest, depth
        anchored.node = self.content(event, span, depth)
        anchored.size, anchored.height = self.values - before + 1, self.deepest - depth
        self.deepest = max(deepest, self.deepest)
        return anchored.node

    def alias(self, name: str, span: Span, depth: int) -> Node:
        anchored = self.anchors.get(name)
        if anchored is None:
            raise self.fatal("alias-unknown", span, alias=shown(name))
        if anchored.node is None:
            raise self.fatal("alias-of-itself", span, alias=shown(name))
        self.aliases += 1
        if self.aliases > self.limits.aliases:
            raise self.fatal("too-many-aliases", span, limit=str(self.limits.aliases))
        self.count(anchored.size, span)
        if depth + anchored.height > self.limits.depth:
            raise self.fatal("too-deep", span, limit=str(self.limits.depth))
        self.deepest = max(self.deepest, depth + anchored.height)
        return anchored.node

    def content(self, event: Any, span: Span, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, span)
        if isinstance(event, yaml.SequenceStartEvent):
            sequence = Sequence([], span)
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                self.path.append(len(sequence.items))
                sequence.items.append(self.node(item, depth + 1))
                self.path.pop()
            return sequence
        mapping = Mapping({}, {}, span)
        while not isinstance(key_event := next(self.events), yaml.MappingEndEvent):
            self.entry(mapping, key_event, depth)
        return mapping

    def entry(self, mapping: Mapping, key_event: Any, depth: int) -> None:
        span = self.span(key_event.start_mark)
        key = self.key(key_event, span, depth)
        self.path.append("" if key is None else key)
        value = self.node(next(self.events), depth + 1)
        if key is not None and key in mapping.values:
            self.report("duplicate-key", span, key=shown(key), first=str(mapping.keys[key].line))
        elif key is not None:
            mapping.values[key], mapping.keys[key] = value, span
        self.path.pop()

    def key(self, event: Any, span: Span, depth: int) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self.node(event, depth + 1)
            self.report("key-not-text", span, found="")
            return None
        self.count(1, span)
        if event.tag is not None:
            self.report("yaml-tag", span, tag=shown(event.tag.removeprefix("tag:yaml.org,2002:")))
        text: str = event.value
        plain = not event.style
        if plain and text == "<<":
            self.report("yaml-merge-key", span)
            return None
        if plain and (text == "" or text in _WORDS or NUMBER.fullmatch(text)):
            self.report("key-not-text", span, found=shown(text))
            return None
        if event.anchor is not None:
            anchored = self.anchors[event.anchor] = _Anchored()
            anchored.node, anchored.size = Scalar(text, span), 1
        self.refuse_forbidden(text, span)
        return text

    def scalar(self, event: Any, span: Span) -> Node:
        text: str = event.value
        if event.style:
            self.refuse_forbidden(text, span)
            return Scalar(text, span)
        if text in _WORDS:
            return Scalar(_WORDS[text], span)
        if text == "":
            self.report("empty-value", span, key=shown(self.path[-1]) if self.path else "")
            return Scalar(None, span)
        if not NUMBER.fullmatch(text):
            return Scalar(text, span)
        number = exact_number(text)
        if number is None:
            self.report("number-out-of-range", span, found=shown(text))
        return Scalar(0 if number is None else number, span)

    def refuse_forbidden(self, text: str, span: Span) -> None:
        wrong = forbidden_in_value(text, span)
        if wrong is not None:
            self.report(wrong.code, wrong.span, **wrong.values)

    def count(self, values: int, span: Span) -> None:
        self.values += values
        if self.values > self.limits.values:
            raise self.fatal("too-many-values", span, limit=str(self.limits.values))

    def span(self, mark: Any) -> Span:
        return (
            Span(self.name, self.first_line)
            if mark is None
            else Span(self.name, self.first_line + mark.line, mark.column + 1)
        )

    def report(self, code: str, span: Span, **values: str) -> None:
        self.found.append(Diagnostic(code, span, pointer(tuple(self.path)), values))
        if len(self.found) >= self.limits.findings:
            raise _Fatal

    def fatal(self, code: str, span: Span, **values: str) -> _Fatal:
        self.report(code, span, **values)
        return _Fatal()
