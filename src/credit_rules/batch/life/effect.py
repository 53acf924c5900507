"""When the effect of a record begins (S6)."""

from __future__ import annotations

import ibis

from ..days import latest
from .lists import confirmations_table, periods_table
from .pieces import joined, on_the_day
from .setting import Setting
from .working_days import first_day_after


def with_beginning(setting: Setting, records: ibis.Table) -> ibis.Table:
    """The first day of effect but for confirmation, as ``begins``: publication, else service, else the decision; none
    yet where the list asks for notice or the document is not effective. The list's publicity window is added.

    ``records`` have what their lists say (``lists.lists_table``).
    """
    silent = ibis.ifelse(records.requires_notice, ibis.null("date"), records.decided_on)
    start = ibis.coalesce(records.published_on, records.served_on, silent)
    effective = records.document_status != "not-effective"
    found = records.mutate(start=ibis.ifelse(effective, start, ibis.null("date"))).drop("requires_notice")
    return _after_window(setting, found).drop("start")


def with_effect(setting: Setting, records: ibis.Table) -> ibis.Table:
    """The first day of effect, also after the as-of day, as ``effect``; null: none yet.

    Where the list's place asks for it, it is not before confirmation (``confirmed_on``).
    """
    asked = on_the_day(records, confirmations_table(setting), "begins", ["list"])
    confirmed = ibis.ifelse(asked.confirmed_on.isnull(), ibis.null("date"), latest(asked.begins, asked.confirmed_on))
    effect = ibis.ifelse(ibis.coalesce(asked.to_confirm, False), confirmed, asked.begins)
    return asked.mutate(effect=effect).drop("begins", "to_confirm", "confirmed_on")


def _after_window(setting: Setting, records: ibis.Table) -> ibis.Table:
    """The first day after the publicity window of the list, as ``begins``; ``start`` where there is none."""
    lists = setting.words.lists
    windows = [(rule.id, rule.publicity_window) for rule in lists if rule.publicity_window is not None]
    if not windows:
        return records.mutate(begins=records.start)
    found = joined(records, periods_table(setting, windows), ["list"])
    working = any(period.unit == "working days" for _, period in windows)
    found = first_day_after(setting, found, "start", "after_window", working=working)
    within = found.list.isin([id for id, _ in windows])
    return found.mutate(begins=ibis.ifelse(within, found.after_window, found.start)).drop("after_window")
