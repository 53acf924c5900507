"""Text as lines: decoding with a place for what cannot be decoded, and offsets turned into lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..diagnostics.diagnostic import Diagnostic
from ..diagnostics.span import Span

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that no case or pack needs and that hide or forge what an officer reads."""


class Marks:
    """Line and column of an offset of ``text``, counted from 1 (``first_line`` for the first)."""

    __slots__ = ("_first_line", "_name", "_starts")

    def __init__(self, text: str, name: str, first_line: int = 1):
        self._name = name
        self._first_line = first_line
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(self, offset: int) -> Span:
        line = bisect_right(self._starts, offset)
        return Span(self._name, self._first_line + line - 1, offset - self._starts[line - 1] + 1)


def decode(data: bytes, name: str, first_line: int = 1) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """``data`` as UTF-8 text without byte order mark; else a diagnostic ``not-utf-8`` or ``binary`` at its place."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None, (Diagnostic("not-utf-8", Span(name, first_line, 1), values={"found": "UTF-16"}),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        code = "binary" if b"\x00" in data else "not-utf-8"
        values = {"found": f"0x{data[error.start]:02X}"}
        return None, (Diagnostic(code, Marks(before, name, first_line).span(len(before)), values=values),)


def forbidden_character(text: str, name: str, first_line: int = 1) -> Diagnostic | None:
    """The first character that no input may contain, as a diagnostic; None where there is none."""
    found = FORBIDDEN.search(text)
    if found is None:
        return None
    return _forbidden(found[0], Marks(text, name, first_line).span(found.start()))


def forbidden_in_value(value: str, span: Span) -> Diagnostic | None:
    """The same for a value whose escapes have been read (``"\\u0000"``)."""
    found = FORBIDDEN.search(value)
    return None if found is None else _forbidden(found[0], span)


def _forbidden(character: str, span: Span) -> Diagnostic:
    code = "unpaired-surrogate" if "\ud800" <= character <= "\udfff" else "control-character"
    return Diagnostic(code, span, values={"found": f"U+{ord(character):04X}"})
