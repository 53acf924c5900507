"""Strict JSON with a place for every key and value."""

from __future__ import annotations

import re
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.shown import shown
from ..diagnostics.span import Span
from .limits import DEFAULT_LIMITS, Limits
from .marks import Marks, forbidden_in_value
from .node import Mapping, Node, Scalar, Sequence, pointer
from .number import NUMBER, exact_number

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


class _Fatal(Exception):
    """Nothing after this place can be read."""


def read_json(
    text: str, name: str, *, limits: Limits = DEFAULT_LIMITS, first_line: int = 1
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """One JSON value; the node is None where the text breaks off, and there where only single values are wrong.

    Errors: ``json-syntax``, ``json-trailing-comma``, ``json-trailing-text``, ``not-a-json-number``,
    ``number-out-of-range``, ``duplicate-key``, ``too-deep``, ``too-many-values``, ``control-character``.
    """
    reader = _Reader(text, Marks(text, name, first_line), limits)
    try:
        return reader.document(), tuple(reader.found)
    except _Fatal:
        return None, tuple(reader.found)


class _Reader:
    def __init__(self, text: str, marks: Marks, limits: Limits):
        self.text, self.marks, self.limits = text, marks, limits
        self.found: list[Diagnostic] = []
        self.path: list[str | int] = []
        self.values = 0

    def document(self) -> Node:
        position = self.skip(0)
        if position == len(self.text):
            raise self.fatal("input-empty", 0)
        node, position = self.value(position)
        position = self.skip(position)
        if position < len(self.text):
            raise self.fatal("json-trailing-text", position, found=shown(self.text[position : position + 20]))
        return node

    def value(self, position: int) -> tuple[Node, int]:
        self.values += 1
        if self.values > self.limits.values:
            raise self.fatal("too-many-values", position, limit=str(self.limits.values))
        character = self.text[position : position + 1]
        if character == '"':
            text, end = self.string(position)
            return Scalar(text, self.marks.span(position)), end
        if character == "{":
            return self.mapping(position)
        if character == "[":
            return self.sequence(position)
        return self.word(position)

    def mapping(self, start: int) -> tuple[Node, int]:
        node = Mapping({}, {}, self.marks.span(start))
        self.deeper(start)
        position = self.skip(start + 1)
        if self.text[position : position + 1] == "}":
            return node, position + 1
        while True:
            if self.text[position : position + 1] != '"':
                raise self.expected(position, "json-key")
            key_span = self.marks.span(position)
            key, position = self.string(position)
            position = self.skip(position)
            if self.text[position : position + 1] != ":":
                raise self.expected(position, "json-colon")
            self.path.append(key)
            value, position = self.value(self.skip(position + 1))
            if key in node.values:
                self.report("duplicate-key", key_span, key=shown(key), first=str(node.keys[key].line))
            else:
                node.values[key], node.keys[key] = value, key_span
            self.path.pop()
            position, closed = self.next_item(position, "}")
            if closed:
                return node, position

    def sequence(self, start: int) -> tuple[Node, int]:
        node = Sequence([], self.marks.span(start))
        self.deeper(start)
        position = self.skip(start + 1)
        if self.text[position : position + 1] == "]":
            return node, position + 1
        while True:
            self.path.append(len(node.items))
            value, position = self.value(position)
            node.items.append(value)
            self.path.pop()
            position, closed = self.next_item(position, "]")
            if closed:
                return node, position

    def next_item(self, position: int, close: str) -> tuple[int, bool]:
        position = self.skip(position)
        character = self.text[position : position + 1]
        if character == close:
            return position + 1, True
        if character != ",":
            raise self.expected(position, "json-comma-or-brace" if close == "}" else "json-comma-or-bracket")
        after = self.skip(position + 1)
        if self.text[after : after + 1] == close:
            raise self.fatal("json-trailing-comma", position)
        return after, False

    def string(self, position: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, position + 1, True)
        except JSONDecodeError as error:
            code = "json-open-text" if error.msg.startswith("Unterminated") else "json-escape"
            raise self.fatal(code, position if code == "json-open-text" else error.pos) from None
        if "\\" in self.text[position:end]:
            wrong = forbidden_in_value(text, self.marks.span(position))
            if wrong is not None:
                self.report(wrong.code, wrong.span, **wrong.values)
        return text, end

    def word(self, position: int) -> tuple[Node, int]:
        found = _WORD.match(self.text, position)
        if found is None:
            raise self.expected(position, "json-value")
        word = found[0]
        span = self.marks.span(position)
        if word in _WORDS:
            return Scalar(_WORDS[word], span), found.end()
        if not NUMBER.fullmatch(word):
            code = "not-a-json-number" if word[0] in "+-.0123456789NI" else "json-bare-word"
            raise self.fatal(code, position, found=shown(word))
        number = exact_number(word)
        if number is None:
            self.report("number-out-of-range", span, found=shown(word))
        return Scalar(0 if number is None else number, span), found.end()

    def skip(self, position: int) -> int:
        found = _SPACE.match(self.text, position)
        return found.end() if found else position

    def deeper(self, position: int) -> None:
        if len(self.path) >= self.limits.depth:
            raise self.fatal("too-deep", position, limit=str(self.limits.depth))

    def report(self, code: str, span: Span, **values: str) -> None:
        self.found.append(Diagnostic(code, span, pointer(tuple(self.path)), values))
        if len(self.found) >= self.limits.findings:
            raise _Fatal

    def fatal(self, code: str, position: int, **values: str) -> _Fatal:
        self.report(code, self.marks.span(position), **values)
        return _Fatal()

    def expected(self, position: int, what: str) -> _Fatal:
        rest = self.text[position : position + 20]
        return self.fatal("json-syntax", position, expected=what, found=shown(rest.split("\n")[0]))
