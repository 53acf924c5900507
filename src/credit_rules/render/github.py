"""Findings as GitHub workflow commands: a line each, shown at its place in a pull request."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics.diagnostic import Diagnostic, Language
from .diagnostics import clean
from .people import NOBODY, People

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write_github(found: Iterable[Diagnostic], *, lang: Language = "zh", people: People = NOBODY) -> str:
    """``::error file=…,line=…,col=…,title=code::sentence way out``, one line a finding; allowed ones are left out."""
    lines = []
    for finding in found:
        if finding.suppressed is not None:
            continue
        place = {"file": finding.span.file, "line": finding.span.line, "col": finding.span.column}
        named = [f"{key}={_property(str(value))}" for key, value in place.items() if value]
        told = " ".join(filter(None, (finding.message(lang), finding.hint(lang))))
        fields = ",".join([*named, f"title={_property(finding.code)}"])
        lines.append(f"::{COMMANDS[finding.level]} {fields}::{_data(clean(told, people))}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
