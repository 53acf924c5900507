"""What the registry says of each list, as a table, and where its records count (S2)."""

from __future__ import annotations

from collections.abc import Iterable

import ibis

from ...pack.period import Period
from ...registry.places import NATIONWIDE
from ...registry.vocabulary import ListRule, in_force
from ...situation.places import reaches
from ...situation.repair import by_law
from ..days import PERIOD, period_row
from ..tables import Columns
from .pieces import PIECE, pieces, turns_of
from .setting import Setting

NOT_AT_ALL, PROVIDED, BY_LAW = 0, 1, 2
"""Whether repair may reduce: nothing says so, a text does, a law or administrative regulation does (S9)."""
LISTS: Columns = {
    "list": "string",
    "negative": "boolean",
    "requires_notice": "boolean",
    "list_reduces": "int8",
}


def lists_table(setting: Setting) -> ibis.Table:
    """One row a list."""
    rows = [
        {
            "list": rule.id,
            "negative": rule.negative,
            "requires_notice": rule.requires_notice,
            "list_reduces": None if rule.repair_reduces is None else reduces(setting, rule),
        }
        for rule in setting.words.lists
    ]
    return setting.store.prepared(rows, LISTS)


def reduces(setting: Setting, rule: ListRule) -> int:
    """What lets repair reduce a record of the list itself."""
    return BY_LAW if by_law(rule.repair_reduces, setting.words) else PROVIDED


def periods_table(setting: Setting, periods: Iterable[tuple[str, Period | None]]) -> ibis.Table:
    """A period for each list that has one: its publicity window, its greatest age."""
    rows = [{"list": id, **period_row(period)} for id, period in periods if period is not None]
    return setting.store.prepared(rows, {"list": "string", **PERIOD})


def reach_table(setting: Setting, pairs: Iterable[tuple[str, str]]) -> ibis.Table:
    """When a list counts in a region, for each pair: inside its place or where recognised, while it exists."""
    words = setting.words
    rows = []
    for code, region in pairs:
        rule = words.list[code]
        recognised = [row for row in words.recognitions if row.list == code]
        for here, piece in pieces(
            turns_of([rule, *recognised]),
            lambda day, rule=rule, region=region, recognised=recognised: (  # type: ignore[misc]
                in_force(day, rule.from_, rule.until)
                and reaches(rule, region or None, day, recognised, words.renumbered)
            ),
        ):
            if here:
                rows.append({"list": code, "region": region, **piece, "reaches": True})
    return setting.store.prepared(rows, {"list": "string", "region": "string", **PIECE, "reaches": "boolean"})


def confirmations_table(setting: Setting) -> ibis.Table:
    """When a record of a list must be confirmed, by what is in force in the list's own place (S6)."""
    words = setting.words
    rows = []
    for rule in words.lists:
        if rule.place == NATIONWIDE:
            continue
        for required, piece in pieces(
            turns_of(words.procedures),
            lambda day, rule=rule: any(  # type: ignore[misc]
                row.confirmation_required for row in setting.day(day, rule.place).procedures(day, rule.place)
            ),
        ):
            if required:
                rows.append({"list": rule.id, **piece, "to_confirm": True})
    return setting.store.prepared(rows, {"list": "string", **PIECE, "to_confirm": "boolean"})
