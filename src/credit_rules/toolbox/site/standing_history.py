"""How a measure stood in law, day by day: from each day on which something changed to the next (S23)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...case.decision import Standing
from ...registry.vocabulary import Cited, InstrumentRule, Vocabulary
from ...source.rows import NamedTuple
from ...source.values import Kind
from ..coverage import judged
from .content import Measured


class Stood(NamedTuple):
    """The standing in ``[from_, until)``."""

    from_: date
    until: date | None
    standing: Standing


def standing_history(measured: Measured, kind: Kind) -> tuple[Stood, ...]:
    """The standing of the measure for a bearer of the kind over all its days; empty where none such can bear it.

    Judged in the place of its document for a bearer with one fresh record on the first list that triggers it.
    """
    rule, plan = measured.rule, measured.document.plan
    found: list[Stood] = []
    for day in _turns(measured):
        standing = judged(measured.number, plan, kind, day)
        if not isinstance(standing, Standing):
            continue
        if found and found[-1].standing == standing:
            continue
        if found:
            found[-1] = found[-1]._replace(until=day)
        found.append(Stood(day, None, standing))
    if found and rule.until is not None:
        found[-1] = found[-1]._replace(until=rule.until)
    return tuple(found)


def _turns(measured: Measured) -> list[date]:
    """The days of the measure on which its standing can have become another, its first day first."""
    rule = measured.rule
    days = set(_days(measured))
    inside = {day for day in days if day > rule.from_ and (rule.until is None or day < rule.until)}
    return [rule.from_, *sorted(inside)]


def _days(measured: Measured) -> Iterator[date]:
    """Days on which ranks, floors, the cited instruments, the lists, or what these rest on begin or end."""
    rule, words = measured.rule, measured.document.plan.vocabulary
    for rank in words.matrix:
        yield from _ends(rank.from_, rank.until)
    for floor in words.floors:
        yield from _ends(floor.from_, floor.until)
    lists = [words.list[code] for code in measured.lists[:1]]
    for entry in lists:
        yield from _ends(entry.from_, entry.until)
    cited = (*rule.basis, *(each for entry in lists for each in entry.basis), *(row.article for row in words.floors))
    for instrument in _instruments(cited, words):
        for version in instrument.versions:
            yield from _ends(version.from_, version.until)
        for provision in words.provisions:
            if provision.instrument == instrument.id:
                yield from _ends(provision.from_, provision.until)


def _instruments(cited: Iterable[Cited], words: Vocabulary) -> Iterable[InstrumentRule]:
    """The instruments cited, and those above them that enable them."""
    found: dict[str, InstrumentRule] = {}
    ahead = [each.instrument for each in cited]
    while ahead:
        entry = words.instrument[ahead.pop()]
        if entry.id not in found:
            found[entry.id] = entry
            ahead.extend(each.instrument for each in entry.enabled_by)
    return found.values()


def _ends(from_: date | None, until: date | None) -> Iterator[date]:
    yield from (day for day in (from_, until) if day is not None)
