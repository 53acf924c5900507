"""A line of a file as it stands there, to show beside what is wrong with it."""

from __future__ import annotations

from functools import lru_cache

from ..diagnostics.span import Span
from .files import STANDARD_INPUT, read_bytes
from .marks import decode


def line_of(span: Span) -> str | None:
    """The line on which a span begins; ``None`` where the file or the line is not there."""
    lines = _lines(span.file) if span.line else ()
    return lines[span.line - 1] if 0 < span.line <= len(lines) else None


@lru_cache(maxsize=8)
def _lines(file: str) -> tuple[str, ...]:
    data, _ = (None, ()) if file == STANDARD_INPUT else read_bytes(file)
    text = None if data is None else decode(data, file)[0]
    return () if text is None else tuple(text.splitlines())
