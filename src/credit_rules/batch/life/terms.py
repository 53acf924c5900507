"""Between which days a record ends: an extension, else ``expires_on``, else the term of its list (S6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ibis

from ...registry.vocabulary import TermCase
from ..tables import column_of
from ..truth import FALSE, TRUE, all_of, compared
from .pieces import joined, on_the_day
from .setting import RECORD, Setting
from .term_rules import REPEATED, Terms, terms_of
from .working_days import first_day_after


def with_ends(setting: Setting, records: ibis.Table, facts: ibis.Table) -> ibis.Table:
    """The earliest and the latest possible first day without effect, as ``earliest_end`` and ``latest_end``; null is
    open-ended, and so is a record without effect.

    A repetition, which some terms ask for, is an earlier record of the same subject on the list, neither annulled nor
    pending. ``facts`` are those of the records that terms depend on (``term_rules.facts_of_terms``).
    """
    terms = terms_of(setting)
    found = on_the_day(_with_repetition(records, terms), terms.rules, "effect", ["list"])
    repeated = found.repeated & ibis.coalesce(found.repeats, False)
    found = found.mutate(
        fixed_end=ibis.coalesce(found.fixed_end, found.expires_on),
        cased=ibis.coalesce(found.cased, False) & ~repeated,
        clock_day=ibis.cases(
            (found.clock == "decided", found.decided_on),
            (found.clock == "published", ibis.coalesce(found.published_on, found.effect)),
            else_=found.effect,
        ),
        **{name.removeprefix("repeated_"): _either(found, repeated, name) for name in REPEATED},
    ).drop(*REPEATED, "repeats", "repeated", "clock")
    if terms.working:
        found = setting.store.keep(found)
    plain = first_day_after(setting, found, "clock_day", "end", working=terms.working)
    if terms.whens:
        plain = joined(plain, _cased_ends(setting, found, facts, terms), RECORD)
    else:
        plain = plain.mutate(first_end=ibis.null("date"), last_end=ibis.null("date"), unclear_what=ibis.null("string"))
    return plain.mutate(
        earliest_end=_end(plain, plain.first_end),
        latest_end=_end(plain, plain.last_end),
    ).drop("end", "first_end", "last_end", "clock_day", "fixed_end", "term", "cased")


def _either(table: ibis.Table, repeated: Any, name: str) -> Any:
    return ibis.ifelse(repeated, table[name], table[name.removeprefix("repeated_")])


def _end(table: ibis.Table, by_cases: Any) -> Any:
    by_term = ibis.ifelse(table.cased, by_cases, table.end)
    end = ibis.ifelse(table.fixed_end.notnull(), table.fixed_end, by_term)
    return ibis.ifelse(table.effect.isnull(), ibis.null("date"), end)


def _with_repetition(records: ibis.Table, terms: Terms) -> ibis.Table:
    """Whether an earlier record of the same subject stands on the list, where a term asks for it."""
    if not terms.on_repetition:
        return records.mutate(repeated=ibis.literal(False))
    asking = records.filter(records.list.isin(terms.on_repetition))
    past = asking.filter(~asking.annulled & asking.effect.notnull() & (asking.effect <= asking.as_of))
    same = ("case_id", "subject", "list")
    found = joined(records, past.group_by(same).agg(first_decided=past.decided_on.min()), same)
    return found.mutate(repeated=ibis.coalesce(found.first_decided < found.decided_on, False)).drop("first_decided")


def _cased_ends(setting: Setting, records: ibis.Table, facts: ibis.Table, terms: Terms) -> ibis.Table:
    """The first and the last end that the facts of a record leave possible: of the first case that holds, and of the
    unknown ones before it; no last one where one of them is open-ended. ``unclear_what`` would settle it."""
    asked = joined(records.filter(records.cased).select(*RECORD, "list", "term", "clock_day"), facts, RECORD)
    asked = asked.mutate(unclear_what=_facts_not_stated(setting, asked))
    each = asked.join(terms.cases, "term")
    each = each.mutate(holds=_holds(each, terms.whens.items()))
    before = ibis.window(group_by=[each[name] for name in RECORD], order_by=each.place, rows=(None, -1))
    true_before = ibis.coalesce((each.holds == TRUE).any().over(before), False)
    possible = each.mutate(true_before=true_before).filter(lambda row: (row.holds != FALSE) & ~row.true_before)
    if terms.working:
        possible = setting.store.keep(possible)
    dated = first_day_after(setting, possible, "clock_day", "end", working=terms.working)
    return dated.group_by(RECORD).agg(
        first_end=dated.end.min(),
        last_end=ibis.ifelse(dated.open.any(), ibis.null("date"), dated.end.max()),
        unclear_what=dated.unclear_what.max(),
    )


def _holds(table: ibis.Table, whens: Iterable[tuple[int, TermCase]]) -> Any:
    """Whether the case of each row holds; the last of a term always does."""
    branches = [
        (table.case == number, all_of(compared(one, table[column_of(one.fact)]) for one in case.when))
        for number, case in whens
    ]
    return ibis.cases(*branches, else_=ibis.literal(TRUE, "int8"))


def _facts_not_stated(setting: Setting, records: ibis.Table) -> Any:
    """The facts that the terms of the record's list ask for and the record does not state; null without any."""
    asked: dict[str, list[str]] = {}
    for rule in setting.words.lists:
        for fact in {one.fact for term in rule.terms for case in term.cases for one in case.when}:
            asked.setdefault(fact, []).append(rule.id)
    parts = [
        ibis.ifelse(
            records.list.isin(asked[fact]) & records[column_of(fact)].isnull(),
            records.record_id + f".facts.{fact}",
            ibis.null("string"),
        )
        for fact in sorted(asked)
    ]
    return ibis.literal("、").join(parts).nullif("")
