"""Why a record that has effect may still settle nothing: an unclear end, old data, an unproven procedure."""

from __future__ import annotations

from typing import Any

import ibis

from ...situation.doubt import PROCEDURE_FROM
from .lists import periods_table
from .pieces import joined
from .setting import Setting
from .working_days import first_day_after


def with_doubt(setting: Setting, records: ibis.Table) -> ibis.Table:
    """``doubt``, with what would settle it as ``doubt_what``; ``silent`` says that the record does not tell of the
    procedure (S8a). None about a record that is annulled or pending."""
    found = _with_age(setting, records)
    since = found.negative & (found.decided_on >= ibis.literal(PROCEDURE_FROM)) & found.in_history
    notified, served = (_said(found[f"{name}_on"], found[name]) for name in ("notified", "served"))
    proven = ibis.coalesce(notified, False) | ibis.coalesce(served, False)
    refuted = ~ibis.coalesce(notified, True) & ~ibis.coalesce(served, True)
    silent = since & ~proven & ~refuted
    unproven = since & (refuted | silent) if setting.strict_evidence else since & refuted
    stale = found.in_history & ibis.coalesce(found.stale_from <= found.as_of, False)
    id = found.record_id
    doubts = (
        ("procedure", unproven, id + ".notified_on / " + id + ".served_on"),
        ("stale-record", stale, id + ".fetched_on"),
        ("unclear", found.status == "unclear", ibis.coalesce(found.unclear_what, id + ".expires_on")),
    )
    return found.mutate(
        silent=silent,
        doubt=ibis.cases(*((holds, name) for name, holds, _ in doubts)),
        doubt_what=ibis.cases(*((holds, what) for _, holds, what in doubts)),
    ).drop("stale_from", "unclear_what")


def silent_notices(records: ibis.Table) -> ibis.Table:
    """Records that do not say whether the listed one was heard or told."""
    silent = records.filter(records.silent)
    return silent.select(
        "case_id", code=ibis.literal("procedure-unproven"), record_id="record_id", detail=ibis.null("string")
    )


def _said(day: Any, said: Any) -> Any:
    return ibis.ifelse(day.notnull(), True, said)


def _with_age(setting: Setting, records: ibis.Table) -> ibis.Table:
    """From which day what was fetched is too old, as ``stale_from`` (S29)."""
    ages = [(rule.id, rule.greatest_age) for rule in setting.words.lists if rule.greatest_age is not None]
    if not ages:
        return records.mutate(stale_from=ibis.null("date"))
    working = any(period.unit == "working days" for _, period in ages)
    found = joined(records, periods_table(setting, ages), ["list"])
    return first_day_after(setting, found, "fetched_on", "stale_from", working=working)
