"""Credit repair: what it lifts or reduces, from when (S9)."""

from __future__ import annotations

from typing import Any, NamedTuple

import ibis

from ...situation.repair import ONLY_LIFTS_FROM
from ..days import day_after_period, latest
from .lists import BY_LAW, NOT_AT_ALL
from .pieces import on_the_day
from .publicity import publicity_table
from .setting import RECORD, Setting

REVOKED, APPROVED = "repair-revoked", "repair-approved"


class Repairs(NamedTuple):
    """``states``: what repair does on the as-of day, one row a record that it was approved for (``lifted_on``,
    ``reduced``). ``lifts``: every day on which it began to lift, and the ``number`` of the event that it follows
    (0: before those of its day). ``notices``: what a decision must warn of."""

    states: ibis.Table
    lifts: ibis.Table
    notices: ibis.Table


def repairs_of(setting: Setting, events: ibis.Table, records: ibis.Table, procedures: ibis.Table) -> Repairs:
    """The repairs by the as-of day. They reduce only where the list's or the place's rule of the day says so.

    A revocation ends what was approved before it; after a lifting nothing is approved until then.
    """
    approved = setting.store.keep(_approved(_between_revocations(events, records), procedures))
    each = [approved[name] for name in (*RECORD, "revoked_before")]
    lifting = ibis.ifelse(approved.lift.notnull(), approved.number, ibis.null("int64"))
    approved = approved.mutate(lifting=approved.number == lifting.min().over(group_by=each))
    now = approved.filter(approved.revoked_before == approved.revoked)
    states = now.group_by(RECORD).agg(lifted_on=now.lift.max(where=now.lifting))
    began = approved.filter(lambda row: row.lifting & (row.revoked_on.isnull() | (row.lift <= row.revoked_on)))
    return Repairs(
        states.mutate(reduced=states.lifted_on.isnull()),
        began.select(*RECORD, on=began.lift, number=ibis.ifelse(began.lift == began.on, began.number, 0)),
        _too_early(setting, approved).union(_not_provided(approved)),
    )


def _between_revocations(events: ibis.Table, records: ibis.Table) -> ibis.Table:
    """The approvals with how often repair was revoked before them and in all, and the day of the next revocation."""
    found = events.filter(events.acting & events.type.isin([REVOKED, APPROVED]))
    each = [found[name] for name in RECORD]
    revoked = (found.type == REVOKED).cast("int32")
    ended = ibis.ifelse(found.type == REVOKED, found.on, ibis.null("date"))
    found = found.mutate(
        revoked_before=revoked.sum().over(group_by=each, order_by=found.number, rows=(None, 0)),
        revoked=revoked.sum().over(group_by=each),
        revoked_on=ended.min().over(group_by=each, order_by=found.number, rows=(1, None)),
    )
    about = records.select(*RECORD, "list", "list_reduces", "document_kind", "tier", "decided_on", "published_on")
    return found.filter(found.type == APPROVED).join(about, RECORD)


def _approved(approvals: ibis.Table, procedures: ibis.Table) -> ibis.Table:
    """What each approval does alone: the day from which it lifts, as ``lift``; null where it reduces."""
    found = on_the_day(
        approvals, procedures.select("region", "first_day", "last_day", "local_reduces"), "on", ["region"]
    )
    provided = ibis.coalesce(found.list_reduces, found.local_reduces, NOT_AT_ALL)
    asks = ibis.coalesce(found.effect == "reduce", False)
    only_lifts = ibis.ifelse(
        (found.as_of >= ibis.literal(ONLY_LIFTS_FROM)) & (provided != BY_LAW),
        latest(found.on, ibis.literal(ONLY_LIFTS_FROM)),
        ibis.null("date"),
    )
    return found.mutate(
        not_provided=asks & (provided == NOT_AT_ALL),
        lift=ibis.ifelse(asks & (provided != NOT_AT_ALL), only_lifts, found.on),
    )


def _not_provided(approved: ibis.Table) -> ibis.Table:
    found = approved.filter(approved.lifting & approved.not_provided)
    return _notice(found, "reduction-not-provided", ibis.null("string"))


def _too_early(setting: Setting, approved: ibis.Table) -> ibis.Table:
    """Approved before the least publicity was over; ``detail`` names the rule."""
    found = approved.mutate(known_tier=ibis.coalesce(approved.tier, ""))
    found = on_the_day(found, publicity_table(setting), "on", ["list", "document_kind", "known_tier"])
    published = ibis.coalesce(found.published_on, found.decided_on)
    start = ibis.ifelse(found.publicity_clock == "decided", found.decided_on, published)
    over = day_after_period(start, found.months, found.days)
    early = found.filter(found.publicity_title.notnull() & (found.on < over))
    return _notice(early, "repair-before-minimum-publicity", early.publicity_title)


def _notice(found: ibis.Table, code: str, detail: Any) -> ibis.Table:
    return found.select("case_id", code=ibis.literal(code), record_id="record_id", detail=detail)
