"""An open verification: whether measures wait, and until when it is due (S7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import ibis

from ...pack.period import Period
from ...registry.vocabulary import Vocabulary
from ...situation.verification import BY_PROVIDER, denied, own_stage
from ..days import PERIOD, corresponding_day, period_row
from .pieces import PIECE, on_the_day, pieces, turns_of
from .setting import RECORD, Setting, distinct
from .working_days import with_last_working_day

STAGE = {"list": "string", "opened_ground": "string", **PIECE, "denied": "boolean", "own": "boolean"}
OWN = {f"own_{name}": type for name, type in PERIOD.items()}


class Verifications(NamedTuple):
    """``states``: one row a record under verification, and whether that suspends; ``notices`` of those overdue."""

    states: ibis.Table
    notices: ibis.Table


def verifications_of(setting: Setting, records: ibis.Table, procedures: ibis.Table) -> Verifications:
    """The verifications open on the as-of day, with what was in force on the day of receipt, that day not counted.

    The period of the list's own instrument prevails, else that of the place for the information provider.
    """
    opened = records.filter(records.verified)
    opened = setting.store.keep(opened.select(*RECORD, "list", "region", "as_of", "opened_on", "opened_ground"))
    stages = _stages_table(setting, distinct(setting, opened, "list", "opened_ground"))
    found = on_the_day(opened, stages, "opened_on", ["list", "opened_ground"])
    found = on_the_day(found, procedures.drop("delists", "local_reduces"), "opened_on", ["region"])
    by_place = found.opened_ground.isin(BY_PROVIDER)
    period = {
        name: ibis.ifelse(
            ibis.coalesce(found.own, False), found[f"own_{name}"], ibis.ifelse(by_place, found[name], ibis.null(type))
        )
        for name, type in PERIOD.items()
    }
    found = setting.store.keep(found.mutate(suspends=~ibis.coalesce(found.denied, False), **period).drop(*OWN, "own"))
    counted = with_last_working_day(setting, found, "opened_on")
    calendar = corresponding_day(counted.opened_on, counted.months, counted.days)
    due = counted.mutate(due=ibis.coalesce(calendar, counted.last_working))
    assumed = due.filter(due.assumed.notnull())
    overdue = due.filter(due.as_of > due.due)
    return Verifications(
        found.select(*RECORD, "suspends"),
        overdue.select(
            "case_id",
            code=ibis.literal("verification-overdue"),
            record_id="record_id",
            detail=overdue.due.cast("string"),
        ).union(
            assumed.select(
                "case_id", code=ibis.literal("holidays-not-published"), record_id="record_id", detail=assumed.assumed
            )
        ),
    )


def _stages_table(setting: Setting, stages: Iterable[tuple[str, str]]) -> ibis.Table:
    """What the list itself says of a stage, by day of receipt: its period, and whether it denies suspension."""
    words = setting.words
    rows = []
    for code, ground in stages:
        rule = words.list[code]
        bases = [*(row.basis for row in rule.verification), *(row.basis for row in rule.no_suspension)]
        cited = {basis.instrument for basis in bases}
        turns = turns_of(version for id in cited if id in words.instrument for version in words.instrument[id].versions)

        def tell(on: date, code: str = code, ground: str = ground) -> tuple[bool, bool, Period | None]:
            return _said(words, code, ground, on)

        for (denies, own, period), piece in pieces(turns, tell):
            periods = {f"own_{name}": value for name, value in period_row(period).items()}
            rows.append({"list": code, "opened_ground": ground, **piece, "denied": denies, "own": own, **periods})
    return setting.store.prepared(rows, {**STAGE, **OWN})


def _said(words: Vocabulary, code: str, ground: str, on: date) -> tuple[bool, bool, Period | None]:
    rule = words.list[code]
    own = own_stage(rule, ground, on, words)
    return denied(rule, ground, on, words), own is not None, own.period if own else None
