"""Remarks that allow what a proof found, as they allow the findings of checks: ``# allow: proof-gap -- reason``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...checks.framework.suppression import PROVED, Allowed, named_in
from ...diagnostics.diagnostic import Diagnostic
from ...diagnostics.near_miss import nearest
from ...diagnostics.shown import shown
from ...diagnostics.span import Span
from ...source.remarks import Remark
from .every import every_proof
from .proof import Found


class Judged(NamedTuple):
    """What stands, what a remark allows, and what is wrong with the remarks."""

    standing: tuple[Found, ...]
    allowed: tuple[Found, ...]
    wrong: tuple[Diagnostic, ...]


def judge(found: Iterable[Found], remarks: Mapping[str, Sequence[Remark]], *, whole: bool) -> Judged:
    """The findings parted by the remarks of their files; ``whole``: every pack was looked at, so that none is idle."""
    wrong: list[Diagnostic] = []
    every = {file: list(_allowed(file, inside, wrong)) for file, inside in remarks.items()}
    used: set[Allowed] = set()
    standing, allowed = [], []
    for each in found:
        over = [one for one in every.get(each.diagnostic.span.file, ()) if one.covers(each.diagnostic)]
        if not over:
            standing.append(each)
            continue
        near = max(over, key=lambda one: (one.span.line, -one.last))
        used.add(near)
        allowed.append(each._replace(diagnostic=replace(each.diagnostic, suppressed=near.reason)))
    for one in (one for inside in every.values() for one in inside) if whole else ():
        if one not in used:
            wrong.append(Diagnostic("suppression-unused", one.span, values={"found": one.code}, level="warning"))
    return Judged(tuple(standing), tuple(allowed), tuple(wrong))


def _allowed(file: str, remarks: Iterable[Remark], wrong: list[Diagnostic]) -> Iterable[Allowed]:
    known = {proof.id for proof in every_proof()}
    for remark in remarks:
        names, reason = named_in(remark)
        span = Span(file, remark.line, remark.column)
        for name in names:
            if name in known:
                yield Allowed(name, reason, span, remark.last)
            elif name.startswith(PROVED):
                values = {"found": shown(name), "nearest": nearest(name, known) or ""}
                wrong.append(Diagnostic("suppression-unknown-code", span, values=values))
