"""Findings and input errors as text for people and as JSON for programs; identity numbers masked in both (S28)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from ..diagnostics.diagnostic import Diagnostic, Language
from ..diagnostics.span import Span
from .labels import label
from .language import speaker
from .people import NOBODY, People
from .width import columns, printable

LineOf = Callable[[Span], str | None]
"""The line on which something stands, where it can be shown."""
WIDEST = 100


def _unseen(_: Span) -> str | None:
    return None


def write_diagnostics(
    found: Iterable[Diagnostic], *, lang: Language = "zh", people: People = NOBODY, line_of: LineOf = _unseen
) -> str:
    """Each finding as ``file:line:column: level[code] sentence``, its line with a caret, and its way out.

    One that a remark allows says so in place of its level, and gives the reason.
    """
    say = speaker(lang)
    lines: list[str] = []
    for finding in found:
        allowed = finding.suppressed is not None
        level = say("已放过", "allowed") if allowed else label("level-of-finding", finding.level, lang)
        place = f"{finding.span} {finding.path}" if finding.path and not finding.span.line else str(finding.span)
        lines.append(f"{place}: {level}[{finding.code}] {clean(finding.message(lang), people)}")
        lines.extend(_pointed(finding.span, line_of(finding.span), people))
        if finding.suppressed is not None:
            lines.append(f"    {say('理由：', 'reason: ')}{clean(finding.suppressed, people)}")
        elif hint := finding.hint(lang):
            lines.append(f"    {say('办法：', 'way out: ')}{clean(hint, people)}")
    return "".join(f"{line}\n" for line in lines)


def _pointed(span: Span, line: str | None, people: People) -> list[str]:
    """The line, cut to what a screen shows, and a caret below the place."""
    if line is None:
        return []
    start = max(0, span.column - WIDEST // 2) if columns(line) > WIDEST else 0
    shown, before = line[start : start + WIDEST], printable(line[start : max(span.column - 1, start)])
    number = str(span.line)
    return [
        f"    {number} | {clean(shown.rstrip(), people)}",
        f"    {' ' * len(number)} | {' ' * columns(before)}^",
    ]


def write_summary(found: Sequence[Diagnostic], *, suppressed: int = 0, lang: Language = "zh") -> str:
    """How many errors, warnings and notes stand, and how many findings remarks allow, on one line."""
    errors = sum(finding.level == "error" for finding in found)
    warnings = sum(finding.level == "warning" for finding in found)
    notes = len(found) - errors - warnings
    zh = f"{errors} 个错误，{warnings} 个警告，{notes} 个提示"
    en = f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}, {notes} note{'s' * (notes != 1)}"
    if suppressed:
        zh, en = f"{zh}，放过 {suppressed} 个", f"{en}, {suppressed} suppressed"
    return speaker(lang)(f"{zh}\n", f"{en}\n")


def errors_object(found: Iterable[Diagnostic], *, lang: Language = "zh", people: People = NOBODY) -> str:
    """The contract's object for wrong input, on one line: ``{"format": 1, "errors": [...]}``."""
    errors = [_plain(finding, lang, people) for finding in found if finding.level == "error"]
    return write_errors(errors)


def write_errors(errors: list[dict[str, str]]) -> str:
    """Errors with ``code``, ``path``, ``message`` and ``hint`` as the contract's object, on one line."""
    return json.dumps({"format": 1, "errors": errors}, ensure_ascii=False)


def write_findings(
    found: Iterable[Diagnostic], *, suppressed: int = 0, lang: Language = "zh", people: People = NOBODY
) -> str:
    """All findings with level and place, and how many remarks allow: ``{"format": 1, "findings": [...]}``.

    One that a remark allows carries the reason as ``suppressed``.
    """
    findings = [
        {
            "level": finding.level,
            "file": finding.span.file,
            "line": finding.span.line,
            "column": finding.span.column,
            **_plain(finding, lang, people),
            **({} if finding.suppressed is None else {"suppressed": people.without_numbers(finding.suppressed)}),
        }
        for finding in found
    ]
    return json.dumps({"format": 1, "findings": findings, "suppressed": suppressed}, ensure_ascii=False, indent=2)


def _plain(finding: Diagnostic, lang: Language, people: People) -> dict[str, str]:
    return {
        "code": finding.code,
        "path": finding.path,
        "message": people.without_numbers(finding.message(lang)),
        "hint": people.without_numbers(finding.hint(lang)),
    }


def clean(text: str, people: People) -> str:
    """The text on one line, without control characters and without numbers of persons (S28)."""
    return printable(people.without_numbers(text))
