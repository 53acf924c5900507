"""Decisions of the matcher as the rows that a batch must write, and how two sets of rows differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from credit_rules.case.decision import Decision
from credit_rules.situation.model import Situation

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(decisions: Mapping[str, tuple[Situation, Decision]]) -> Rows:
    """The six output tables of decisions by the id of their case.

    A batch tells no duties, so a warning that only the time limit of a duty brings about is none of its own.
    """
    found: Rows = {name: [] for name in ("records", "measures", "withheld", "undetermined", "warnings", "indications")}
    for id, (situation, decision) in decisions.items():
        for name, rows in _tables(decision, situation).items():
            found[name] += [{"case_id": id, **row} for row in rows]
    return found


def _tables(decision: Decision, situation: Situation) -> Rows:
    indication = decision.indication
    return {
        "records": [_of(view, record_id=view.id, leave=("id",)) for view in decision.records],
        "measures": [_measure(view) for view in decision.measures],
        "withheld": [_of(view, bearer_id=view.bearer.id, leave=("bearer",)) for view in decision.withheld],
        "undetermined": [_of(view, bearer_id=view.bearer.id, leave=("bearer",)) for view in decision.undetermined],
        "warnings": _warnings(decision, situation),
        "indications": [] if indication is None else [_of(indication)],
    }


def _measure(view: Any) -> Row:
    return _of(
        view,
        leave=("title", "reasons", "ends_by", "bearer"),
        bearer_id=view.bearer.id,
        bearer_roles=list(view.bearer.roles),
        standing=view.standing.value,
        departments=_each(view.departments, "none-printed", ("id", "level", "part")),
        legal_basis=_each(view.legal_basis, "none-cited", ("instrument", "version", "article", "rank", "provenance")),
        sources=_each(view.sources, "", ("id", "provenance", "status", "force", "standing", "from_", "until")),
    )


def _each(views: Any, none: str, names: Sequence[str]) -> list[Row]:
    return [] if views == none else [{name.rstrip("_"): getattr(view, name) for name in names} for view in views]


def _warnings(decision: Decision, situation: Situation) -> list[Row]:
    told = {(notice.code, notice.message, notice.record) for notice in situation.notices}
    return [
        {"code": one.code, "record_id": one.record, "ids": list(one.ids)}
        for one in decision.warnings
        if one.code != "holidays-not-published" or (one.code, one.message, one.record) in told
    ]


def _of(view: Any, leave: Sequence[str] = (), **changed: Any) -> Row:
    plain = {name.rstrip("_"): _plain(value) for name, value in view._asdict().items() if name not in leave}
    return {**plain, **changed}


def _plain(value: Any) -> Any:
    return list(value) if type(value) is tuple else value


def differences(got: Rows, wanted: Rows) -> list[str]:
    """What is in one and not in the other, however often; empty where both say the same."""
    found = []
    for name, rows in wanted.items():
        come, meant = Counter(map(_told, got[name])), Counter(map(_told, rows))
        found += [f"{name}: not decided: {row}" for row in meant - come]
        found += [f"{name}: too much: {row}" for row in come - meant]
    return found


def _told(row: Row) -> str:
    return repr(sorted(row.items()))
