"""What was proved, as text for people and for programs and code hosts; each finding with the case that shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...diagnostics.diagnostic import Diagnostic, Language
from ...pack.write import quoted
from ...render.diagnostics import LineOf, write_diagnostics, write_summary
from ...render.github import write_github
from ...render.language import speaker
from ...render.sarif import RuleOf, write_sarif
from .proof import Found
from .run import Report
from .witness import Plain


def as_text(report: Report, lang: Language, line_of: LineOf, *, show_allowed: bool = False) -> str:
    """Each finding with its case below it, then how much was proved within which bounds."""
    say = speaker(lang)
    lines: list[str] = [write_diagnostics(report.wrong, lang=lang, line_of=line_of)]
    for each in (*report.found, *(report.allowed if show_allowed else ())):
        lines.append(write_diagnostics([each.diagnostic], lang=lang, line_of=line_of))
        lines.append(
            say(
                "    案例（人物均为虚构，可以交给 evaluate 核对）：\n",
                "    case (everybody in it invented; evaluate decides it):\n",
            )
        )
        lines.extend(f"        {line}\n" for line in as_yaml(each.case))
    bounds = report.bounds
    lines.append(
        say(
            f"{report.packs} 份文件、{report.measures} 项措施，在每份名单 {bounds.records} 条记录、每个角色 {bounds.holders} 人的界限之内求证：",
            f"{report.measures} measures of {report.packs} documents, within {bounds.records} records a list and {bounds.holders} holders a role: ",
        )
    )
    lines.append(write_summary(_standing(report), suppressed=len(report.allowed), lang=lang))
    return "".join(lines)


def as_json(report: Report, lang: Language, *, show_allowed: bool = False) -> str:
    """All of it, with each case as ``evaluate`` takes it; how many findings remarks allow, and these where asked for."""
    found = [_plain(each, lang) for each in (*report.found, *(report.allowed if show_allowed else ()))]
    remarks = [{**_place(each, lang), "case": None} for each in report.wrong]
    whole: dict[str, Any] = {
        "format": 1,
        "packs": report.packs,
        "measures": report.measures,
        "bounds": report.bounds._asdict(),
        "findings": [*remarks, *found],
        "suppressed": len(report.allowed),
        "disputed": [_plain(each, lang) for each in report.disputed],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_github(report: Report, lang: Language) -> str:
    """A line each for a pull request, without the cases: what stands, and what is wrong with remarks."""
    return write_github(_standing(report), lang=lang)


def as_sarif(report: Report, lang: Language, *, version: str, rule: RuleOf) -> str:
    """A SARIF log; each result has its case among its properties, an allowed one its reason too."""
    found = (*report.found, *report.allowed)
    bags = [*({} for _ in report.wrong), *({"case": each.case} for each in found)]
    told = [*report.wrong, *(each.diagnostic for each in found)]
    return write_sarif(told, version=version, rule=rule, lang=lang, properties=bags)


def as_yaml(case: Plain) -> Iterator[str]:
    """A case as lines of YAML: each part on a line, lists item by item."""
    for key, value in case.items():
        if isinstance(value, list):
            yield f"{key}:"
            yield from (f"  - {_flow(item)}" for item in value)
        else:
            yield f"{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return quoted(value) if isinstance(value, str) else json.dumps(value)


def _standing(report: Report) -> list[Diagnostic]:
    return [*report.wrong, *(each.diagnostic for each in report.found)]


def _plain(each: Found, lang: Language) -> dict[str, Any]:
    return {**_place(each.diagnostic, lang), "case": each.case}


def _place(each: Diagnostic, lang: Language) -> dict[str, Any]:
    return {
        "code": each.code,
        "level": each.level,
        "file": each.span.file,
        "line": each.span.line,
        "column": each.span.column,
        "path": each.path,
        "message": each.message(lang),
        "hint": each.hint(lang),
        **({} if each.suppressed is None else {"suppressed": each.suppressed}),
    }
