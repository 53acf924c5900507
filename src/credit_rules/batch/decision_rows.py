"""A decision as the rows that a batch writes for its case: what the two must agree on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..case.decision import Decision

Row = dict[str, Any]


def decision_rows(decision: Decision, noticed: Iterable[tuple[str, str | None]]) -> dict[str, list[Row]]:
    """The rows of ``tables.OUTPUTS`` by table, without ``case_id``.

    ``noticed`` are the code and record of what the life of records warns of: a batch tells no duties, so a warning
    that only the time limit of a duty brings about is none of its own.
    """
    indication = decision.indication
    told = set(noticed)
    return {
        "records": [_of(view, leave=("id",), record_id=view.id) for view in decision.records],
        "measures": [_measure(view) for view in decision.measures],
        "withheld": [_of(view, leave=("bearer",), bearer_id=view.bearer.id) for view in decision.withheld],
        "undetermined": [_of(view, leave=("bearer",), bearer_id=view.bearer.id) for view in decision.undetermined],
        "warnings": [
            {"code": one.code, "record_id": one.record, "ids": list(one.ids)}
            for one in decision.warnings
            if one.code != "holidays-not-published" or (one.code, one.record) in told
        ],
        "indications": [] if indication is None else [_of(indication)],
    }


def row_differences(got: Mapping[str, Sequence[Row]], meant: Mapping[str, Sequence[Row]]) -> list[str]:
    """The tables and columns in which two sets of rows differ, without their values (S28)."""
    found = []
    for name, rows in meant.items():
        come = [{column: value for column, value in row.items() if column != "case_id"} for row in got[name]]
        if Counter(map(_told, come)) == Counter(map(_told, rows)):
            continue
        columns = sorted({column for row in rows for column in row} or {column for row in come for column in row})
        of = [column for column in columns if _values(come, column) != _values(rows, column)]
        found.append(f"{name}: {', '.join(of)}")
    return found


def _values(rows: Sequence[Row], column: str) -> Counter[str]:
    return Counter(repr(row.get(column)) for row in rows)


def _told(row: Row) -> str:
    return repr(sorted(row.items()))


def _measure(view: Any) -> Row:
    basis = ("instrument", "version", "article", "rank", "provenance")
    source = ("id", "provenance", "status", "force", "standing", "from_", "until")
    return _of(
        view,
        leave=("title", "reasons", "ends_by", "bearer"),
        bearer_id=view.bearer.id,
        bearer_roles=list(view.bearer.roles),
        standing=view.standing.value,
        departments=_each(view.departments, ("id", "level", "part")),
        legal_basis=_each(view.legal_basis, basis),
        sources=_each(view.sources, source),
    )


def _each(views: Any, names: Sequence[str]) -> list[Row]:
    if isinstance(views, str):  # none printed, none cited
        return []
    return [{name.rstrip("_"): getattr(view, name) for name in names} for view in views]


def _of(view: Any, leave: Sequence[str] = (), **changed: Any) -> Row:
    plain = {name.rstrip("_"): value for name, value in view._asdict().items() if name not in leave}
    return {name: list(value) if type(value) is tuple else value for name, value in plain.items()} | changed
