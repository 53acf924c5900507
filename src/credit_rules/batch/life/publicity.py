"""How long a record is published at least before repair, by the rule of the day (S9)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, get_args

import ibis

from ...case.model import Document, Record
from ...pack.period import Period
from ...registry.vocabulary import ListRule
from ...situation.publicity import least_publicity, publicity_rule
from ...source.values import DocumentKind, Tier
from ..days import PERIOD, period_row
from .pieces import PIECE, pieces, turns_of
from .setting import Setting

TIERS: tuple[Tier | None, ...] = (None, *get_args(Tier))


class Least(NamedTuple):
    """The least publicity before repair, counted from a day, and the rule that says so."""

    title: str
    clock: str
    period: Period


def publicity_table(setting: Setting) -> ibis.Table:
    """The least publicity of a record by its list, kind of document and tier (``""`` where it is not known), in
    periods of the day on which repair is approved."""
    turns = turns_of(setting.words.publicity)
    rows = []
    for rule in setting.words.lists:
        for kind in get_args(DocumentKind):
            for tier in TIERS:

                def tell(
                    on: date, rule: ListRule = rule, kind: DocumentKind = kind, tier: Tier | None = tier
                ) -> Least | None:
                    return _least(setting, rule, kind, tier, on)

                for least, piece in pieces(turns, tell):
                    if least is not None:
                        said = {"publicity_title": least.title, "publicity_clock": least.clock}
                        key = {"list": rule.id, "document_kind": kind, "known_tier": tier or ""}
                        rows.append({**key, **piece, **said, **period_row(least.period)})
    columns = {"list": "string", "document_kind": "string", "known_tier": "string", **PIECE}
    return setting.store.prepared(rows, {**columns, "publicity_title": "string", "publicity_clock": "string", **PERIOD})


def _least(setting: Setting, rule: ListRule, kind: DocumentKind, tier: Tier | None, on: date) -> Least | None:
    record = Record("r", rule.id, "?", Document("?", kind), on, tier=tier)
    row = publicity_rule(record, rule, setting.words, on)
    period = None if row is None else least_publicity(record, rule, row)
    return None if row is None or period is None else Least(row.title, row.clock, period)
