"""What the place decided for provides, in periods: verification, reduction by repair, rectification (S7, S9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import ibis

from ...pack.period import Period
from ...registry.vocabulary import ProcedureRule
from ...situation.repair import by_law, local_reduction
from ...situation.verification import local_stage
from ..days import PERIOD, period_row
from .lists import BY_LAW, NOT_AT_ALL, PROVIDED
from .pieces import PIECE, pieces, turns_of
from .setting import Setting


def procedures_table(setting: Setting, regions: Iterable[str]) -> ibis.Table:
    """For each region, when rectification delists, repair may reduce, and how long verification may take."""
    rows = []
    for region in regions:

        def tell(on: date, region: str = region) -> tuple[bool, int, Period | None]:
            return _provided(setting, on, region)

        for (delists, reduces, period), piece in pieces(turns_of(setting.words.procedures), tell):
            rows.append({"region": region, **piece, "delists": delists, "local_reduces": reduces, **period_row(period)})
    columns = {"region": "string", **PIECE, "delists": "boolean", "local_reduces": "int8", **PERIOD}
    return setting.store.prepared(rows, columns)


def _provided(setting: Setting, on: date, region: str) -> tuple[bool, int, Period | None]:
    day = setting.day(on, region)
    rules: tuple[ProcedureRule, ...] = day.procedures(on)
    basis = local_reduction(on, day)
    reduces = NOT_AT_ALL if basis is None else BY_LAW if by_law(basis, setting.words) else PROVIDED
    return any(row.rectified_delists for row in rules), reduces, local_stage(on, day).period
