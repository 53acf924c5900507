"""The terms that lists set, as tables: which holds on a day of effect, and the cases of those that depend on facts."""

from __future__ import annotations

from typing import Any, NamedTuple

import ibis

from ...pack.period import Period
from ...registry.vocabulary import ListRule, TermCase, TermRule, Vocabulary, in_force
from ..days import PERIOD, period_row
from ..store import Row
from ..tables import Columns
from .pieces import PIECE, pieces, turns_of
from .setting import Setting

TERM: Columns = {"list": "string", **PIECE, "term": "int32", "clock": "string", "cased": "boolean"}
REPEATED: Columns = {f"repeated_{name}": type for name, type in PERIOD.items()}
CASE: Columns = {"term": "int32", "case": "int32", "place": "int32", "open": "boolean", **PERIOD}


class Terms(NamedTuple):
    """``rules``: the term of each list by day of effect, its period ``otherwise`` and that on repetition (``repeats``).
    ``cases``: the cases of each term that has some, in order, ``otherwise`` the last; ``whens`` what they ask for by
    number. ``on_repetition``: the lists that ask for repetition."""

    rules: ibis.Table
    cases: ibis.Table
    whens: dict[int, TermCase]
    on_repetition: tuple[str, ...]
    working: bool


def facts_of_terms(words: Vocabulary) -> tuple[str, ...]:
    """The facts of records that terms depend on, sorted."""
    cases = [case for rule in words.lists for term in rule.terms for case in term.cases]
    return tuple(sorted({one.fact for case in cases for one in case.when}))


def terms_of(setting: Setting) -> Terms:
    """The terms of every list of the registry."""
    rules: list[Row] = []
    cases: list[Row] = []
    whens: dict[int, TermCase] = {}
    numbered = [(rule, term) for rule in setting.words.lists for term in rule.terms]
    for number, (rule, term) in enumerate(numbered):
        for piece in _periods(rule, term):
            rules.append(_rule_row(rule, term, number) | piece)
        for place, case in enumerate(term.cases):
            whens[len(cases)] = case
            cases.append(_case_row(number, len(cases), place, case.term))
        if term.cases:
            cases.append(_case_row(number, len(cases), len(term.cases), term.otherwise))
    every = [period for _, term in numbered for period in _periods_of(term)]
    return Terms(
        setting.store.prepared(rules, {**TERM, **PERIOD, **REPEATED, "repeats": "boolean"}),
        setting.store.prepared(cases, CASE),
        whens,
        tuple(sorted({rule.id for rule, term in numbered if term.on_repetition is not None})),
        any(period is not None and period.unit == "working days" for period in every),
    )


def _periods(rule: ListRule, term: TermRule) -> list[Row]:
    """When the term is the first of its list that is in force."""

    def first(day: Any) -> bool:
        return next((row for row in rule.terms if in_force(day, row.from_, row.until)), None) is term

    return [piece for holds, piece in pieces(turns_of(rule.terms), first) if holds]


def _rule_row(rule: ListRule, term: TermRule, number: int) -> Row:
    repeated = {f"repeated_{name}": value for name, value in period_row(term.on_repetition).items()}
    return {
        "list": rule.id,
        "term": number,
        "clock": term.clock,
        "cased": bool(term.cases),
        **period_row(term.otherwise),
        **repeated,
        "repeats": term.on_repetition is not None,
    }


def _case_row(term: int, case: int, place: int, period: Period | None) -> Row:
    return {"term": term, "case": case, "place": place, "open": period is None, **period_row(period)}


def _periods_of(term: TermRule) -> tuple[Period | None, ...]:
    return (term.otherwise, term.on_repetition, *(case.term for case in term.cases))
