"""Findings as a SARIF 2.1.0 log, which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath, PurePosixPath
from typing import Any

from ..diagnostics.diagnostic import Diagnostic, Language
from ..source.rows import NamedTuple
from .diagnostics import clean
from .people import NOBODY, People

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class RuleText(NamedTuple):
    """What a code means, for the list of rules of the log."""

    sentence: str
    help: str


RuleOf = Callable[[str], RuleText]
"""What a code means."""


def write_sarif(
    found: Iterable[Diagnostic],
    *,
    version: str,
    rule: RuleOf,
    lang: Language = "zh",
    people: People = NOBODY,
    properties: Sequence[Mapping[str, Any]] = (),
) -> str:
    """The log of one run: each code once as a rule, each finding as a result, allowed ones with their reason.

    Columns count Unicode code points. Files are given as they are named, relative ones below the root of the checkout.
    ``properties`` are what a result carries beside, one of them for each finding, an empty one for nothing.
    """
    findings = tuple(found)
    bags = tuple(properties) or ({},) * len(findings)
    codes = tuple(dict.fromkeys(finding.code for finding in findings))
    driver = {
        "name": "credit-rules",
        "semanticVersion": version,
        "language": "zh-CN" if lang == "zh" else "en",
        "rules": [_rule(code, rule(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            {**_result(finding, codes, lang, people), **({"properties": dict(bag)} if bag else {})}
            for finding, bag in zip(findings, bags, strict=True)
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, text: RuleText) -> dict[str, Any]:
    told: dict[str, Any] = {"id": code, "shortDescription": {"text": text.sentence}}
    return {**told, "help": {"text": text.help}} if text.help else told


def _result(finding: Diagnostic, codes: Sequence[str], lang: Language, people: People) -> dict[str, Any]:
    told = " ".join(filter(None, (finding.message(lang), finding.hint(lang))))
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.span.file)}}
    if finding.span.line:
        place["region"] = {"startLine": finding.span.line, "startColumn": max(finding.span.column, 1)}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.level,
        "message": {"text": clean(told, people)},
        "locations": [{"physicalLocation": place}],
    }
    if finding.suppressed is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": clean(finding.suppressed, people)}]
    return result


def _uri(file: str) -> str:
    path = PurePath(file)
    if path.is_absolute():
        return path.as_uri()
    return PurePosixPath("/", path.as_posix()).as_uri().removeprefix("file:///")
