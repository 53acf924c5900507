"""Remarks that allow a finding: ``# allow: CODE[, CODE] -- reason`` on its line, or on the line that opens its block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.near_miss import nearest
from ...diagnostics.shown import shown
from ...diagnostics.span import Span
from ...source.remarks import Remark
from .discover import every_code

_ALLOW = re.compile(r"(?:^|#)\s*allow\s*[:：]\s*(.*)", re.IGNORECASE)
_REASON = re.compile(r"\s*(?:--|——|—)\s*")
_COMMA = re.compile(r"\s*[,，、]\s*")
OWN = "suppression-"
"""How the codes of suppression itself begin (``checks/suppression.py``)."""
PROVED = "proof-"
"""How the codes of proofs begin: no check knows them, ``credit-rules prove`` judges a remark that names one."""


class Judged(NamedTuple):
    """What stands, and what a remark allows, each with the reason."""

    found: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]


class Allowed(NamedTuple):
    """One code that a remark allows, on its line or in the block that the line opens."""

    code: str
    reason: str
    span: Span
    last: int

    def covers(self, finding: Diagnostic) -> bool:
        return finding.code == self.code and self.span.line <= finding.span.line <= self.last


def judge(
    found: Iterable[Diagnostic], remarks: Mapping[str, Sequence[Remark]], *, strict: bool = False, whole: bool = True
) -> Judged:
    """The findings of checks parted by the remarks of their files, and what is wrong with the remarks.

    Of several remarks that cover a finding the nearest allows it. A remark that allows nothing is told where its code
    was looked for: ``whole`` says that every check saw every pack, ``strict`` in which mode.
    """
    wrong: list[Diagnostic] = []
    allowed = {file: _read(file, inside, wrong) for file, inside in remarks.items()}
    used: set[Allowed] = set()
    standing, suppressed = [], []
    for finding in found:
        over = [one for one in allowed.get(finding.span.file, ()) if one.covers(finding)]
        if not over:
            standing.append(finding)
            continue
        near = max(over, key=lambda one: (one.span.line, -one.last))
        used.add(near)
        suppressed.append(replace(finding, suppressed=near.reason))
    for one in (one for inside in allowed.values() for one in inside) if whole else ():
        looked_for = strict or every_code()[one.code][1].level is not None
        if one not in used and looked_for:
            wrong.append(_finding("suppression-unused", one.span, found=one.code))
    return Judged((*standing, *(_leveled(one, strict) for one in wrong)), tuple(suppressed))


def _read(file: str, remarks: Iterable[Remark], wrong: list[Diagnostic]) -> list[Allowed]:
    """What the remarks of a file allow."""
    found = []
    for remark in remarks:
        hit = _ALLOW.search(remark.text)
        if hit is None:
            continue
        span = Span(file, remark.line, remark.column)
        if remark.alone:
            wrong.append(_finding("suppression-misplaced", span))
            continue
        names, dashes, reason = _parted(hit[1])
        if not (dashes and reason):
            wrong.append(_finding("suppression-without-reason", span))
        for name in _COMMA.split(names):
            if name.startswith(OWN) or (name in every_code() and not every_code()[name][1].allowable):
                wrong.append(_finding("suppression-not-possible", span, found=name))
            elif name.startswith(PROVED):
                continue
            elif name in every_code():
                found.append(Allowed(name, reason, span, remark.last))
            else:
                near = nearest(name, every_code()) or ""
                wrong.append(_finding("suppression-unknown-code", span, found=shown(name), nearest=near))
    return found


def named_in(remark: Remark) -> tuple[tuple[str, ...], str]:
    """The codes that a remark allows, and its reason; none where it allows nothing, or stands alone on its line."""
    hit = None if remark.alone else _ALLOW.search(remark.text)
    if hit is None:
        return (), ""
    names, _, reason = _parted(hit[1])
    return tuple(_COMMA.split(names)), reason


def _parted(text: str) -> tuple[str, str, str]:
    dashes = _REASON.search(text)
    if dashes is None:
        return text.strip(), "", ""
    return text[: dashes.start()].strip(), dashes[0], text[dashes.end() :].strip()


def _finding(code: str, span: Span, **values: str) -> Diagnostic:
    return Diagnostic(code, span, values={name: value for name, value in values.items() if value})


def _leveled(finding: Diagnostic, strict: bool) -> Diagnostic:
    code = every_code()[finding.code][1]
    return replace(finding, level=(code.strict if strict else code.level) or "error")
