"""What the events of a record come to by the as-of day: annulled, delisted, stayed, under verification (S5, S7-S9)."""

from __future__ import annotations

from typing import Any

import ibis

from .pieces import joined, on_the_day
from .setting import RECORD


def turns_of_events(events: ibis.Table, procedures: ibis.Table) -> ibis.Table:
    """One row a record that has events.

    ``undone`` says that it was found wrong; ``fixed_end`` is the end that an extension or a correction set last;
    ``left_on`` the day of delisting, ``exit_repaired`` that it was for a repair.
    """
    found = _leaving(events, procedures)
    acting = found.filter(found.acting).mutate(ground_or_objection=ibis.coalesce(found.ground, "objection"))
    whole = found.group_by(RECORD).agg(
        undone=_any(_annuls(found)),
        fixed_end=_fixed(found).argmax(found.number, where=_fixed(found).notnull()),
    )
    by_now = acting.group_by(RECORD).agg(
        confirmed_on=acting.on.min(where=acting.type == "confirmed"),
        left_on=acting.left_on.min(),
        exit_repaired=_any((acting.type == "delisted") & (acting.ground == "repaired")),
        exit_rectified=_any((acting.on == acting.left_on) & _rectified(acting)),
        watched_until=acting.monitoring_until.max(where=acting.type.isin(["rectified", "delisted"])),
        stayed=_last(acting, "type", "stayed", "resumed") == "stayed",
        verified=_last(acting, "type", "verification-opened", "verification-closed") == "verification-opened",
        opened_on=_last(acting, "on", "verification-opened"),
        opened_ground=_last(acting, "ground_or_objection", "verification-opened"),
        regraded=_last(acting, "grade", "regraded"),
    )
    return joined(whole, by_now, RECORD)


def _leaving(events: ibis.Table, procedures: ibis.Table) -> ibis.Table:
    """The events with the day on which their record left its list, if it did (S9)."""
    local = procedures.filter(procedures.delists).select("region", "first_day", "last_day", "delists")
    found = on_the_day(events, local, "on", ["region"])
    in_time = (found.type == "rectified") & found.within_time & found.delists
    leaves = found.acting & ((found.type == "delisted") | ibis.coalesce(in_time, False))
    day = ibis.ifelse(leaves, found.on, ibis.null("date"))
    return found.mutate(left_on=day.min().over(group_by=[found[name] for name in RECORD]))


def _annuls(events: ibis.Table) -> Any:
    return (
        (events.type == "document-revoked")
        | ((events.type == "verification-closed") & (events.result == "annulled"))
        | ((events.type == "delisted") & (events.ground == "in-error"))
    )


def _rectified(events: ibis.Table) -> Any:
    return (events.type == "rectified") | ((events.type == "delisted") & (events.ground == "rectified"))


def _fixed(events: ibis.Table) -> Any:
    extended = ibis.ifelse((events.type == "extended") & events.acting, events.until, ibis.null("date"))
    return ibis.coalesce(extended, events.change_expires_on)


def _last(events: ibis.Table, column: str, *types: str) -> Any:
    """The value in the last event of some types; null without one."""
    return events[column].argmax(events.number, where=events.type.isin(types))


def _any(condition: Any) -> Any:
    return ibis.coalesce(condition.any(), False)
