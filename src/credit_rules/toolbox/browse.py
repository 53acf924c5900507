"""Everything that the packs hold, by document, by list and by department, for a reader who looks something up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..engine.load import load_plan
from ..engine.version import __version__
from ..plan.model import Plan, Rule
from .coverage import DocumentCoverage, coverage, lists_of

FEW = 6
"""More than this many names are counted, not told."""


class Standing(NamedTuple):
    """How many measures of a document stand in each way on a day, for the kind of bearer that more of them fit."""

    day: date
    counts: dict[str, int]


class DocumentPage(NamedTuple):
    """A document: what is encoded of it, and how its measures stand on each day."""

    document: DocumentCoverage
    provenance: str
    acts: tuple[str, ...]
    departments: tuple[str, ...]
    standing: tuple[Standing, ...]


class ListPage(NamedTuple):
    """A list, and how many measures of each document its records can trigger."""

    id: str
    title: str
    class_: str
    measures: dict[str, int]


class Row(NamedTuple):
    """An act of a department in the eight columns of a catalogue of measures (KS 五(一))."""

    unit: str
    act: str
    punished_for: tuple[str, ...]
    rewarded_for: tuple[str, ...]
    legal_basis: tuple[str, ...]
    implementing: tuple[str, ...]
    content: tuple[str, ...]
    policy: tuple[str, ...]


class Browsed(NamedTuple):
    """The three parts of the page."""

    documents: tuple[DocumentPage, ...]
    lists: tuple[ListPage, ...]
    departments: dict[str, tuple[Row, ...]]


def browse(paths: Sequence[str | Path], days: Sequence[date]) -> Browsed:
    """All that the packs under the paths hold (the shipped ones where none is given), standing judged on ``days``.

    Raises :class:`InputError` where a pack has errors. Drafts stand among the documents and nowhere else.
    """
    plan = load_plan(paths, __version__)
    by_day = [{one.id: one for one in coverage(paths, day)} for day in days]
    documents = tuple(_document(by_day, id, days, plan) for id in by_day[0])
    return Browsed(documents, _lists(plan), _departments(plan))


def _document(by_day: Sequence[dict[str, DocumentCoverage]], id: str, days: Sequence[date], plan: Plan) -> DocumentPage:
    rules = [rule for rule in plan.rules if rule.pack == id]
    standing = []
    for day, documents in zip(days, by_day, strict=True):
        counts: dict[str, int] = {}
        for measure in documents[id].measures:
            value = measure.firm if measure.firm != "not-borne" else measure.person
            counts[value] = counts.get(value, 0) + 1
        standing.append(Standing(day, counts))
    provenance = plan.pack[id].provenance if id in plan.pack else "draft"
    words = plan.vocabulary
    return DocumentPage(
        document=by_day[0][id],
        provenance=provenance,
        acts=tuple(dict.fromkeys(rule.title for rule in rules)),
        departments=_each(words.department[spec.id].title for rule in rules for spec in rule.departments),
        standing=tuple(standing),
    )


def _lists(plan: Plan) -> tuple[ListPage, ...]:
    found: dict[str, dict[str, int]] = {}
    for rule in plan.rules:
        for code in lists_of(rule.condition, plan):
            counts = found.setdefault(code, {})
            counts[rule.pack] = counts.get(rule.pack, 0) + 1
    words = plan.vocabulary
    return tuple(
        ListPage(code, words.list[code].title, words.list[code].class_, dict(sorted(counts.items())))
        for code, counts in sorted(found.items())
    )


def _departments(plan: Plan) -> dict[str, tuple[Row, ...]]:
    """One row for each act of a department: what several documents say of it stands together."""
    found: dict[str, dict[str, list[Rule]]] = {}
    for rule in plan.rules:
        for id in dict.fromkeys(spec.id for spec in rule.departments):
            found.setdefault(id, {}).setdefault(rule.act, []).append(rule)
    words = plan.vocabulary
    by_title = sorted(found, key=lambda id: (words.department[id].title, id))
    return {
        words.department[id].title: tuple(_row(id, rules, plan) for _, rules in sorted(found[id].items()))
        for id in by_title
    }


def _row(department: str, rules: Sequence[Rule], plan: Plan) -> Row:
    words = plan.vocabulary

    def reasons(direction: str) -> tuple[str, ...]:
        chosen = [rule for rule in rules if rule.direction == direction]
        codes = _each(code for rule in chosen for code in lists_of(rule.condition, plan))
        if len(codes) > FEW:
            return (f"{len(codes)}份名单",)
        return tuple(words.list[code].title for code in codes) or (("诚信记录良好",) if chosen else ())

    lists = _each(code for rule in rules for code in lists_of(rule.condition, plan))
    determining = _each(words.list[code].determined_by for code in lists)
    units = _each(words.department[id].title if id in words.department else id for id in determining)
    return Row(
        unit="、".join(units) if len(units) <= FEW else f"各名单的认定部门（{len(units)}个）",
        act=rules[0].title,
        punished_for=reasons("punishment"),
        rewarded_for=reasons("incentive"),
        legal_basis=_each(
            f"《{words.instrument[cited.instrument].title}》{cited.article}" for rule in rules for cited in rule.basis
        ),
        implementing=_each(spec.printed for rule in rules for spec in rule.departments if spec.id == department),
        content=_each(rule.wording or "" for rule in rules),
        policy=_each(
            f"{plan.pack[rule.pack].document_no or plan.pack[rule.pack].title} {rule.clause}" for rule in rules
        ),
    )


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
