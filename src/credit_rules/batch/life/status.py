"""The status of a record on the as-of day, exactly one, and until when it is known to have effect (S5)."""

from __future__ import annotations

import ibis

from ..days import earliest
from .pieces import joined
from .setting import RECORD


def with_status(records: ibis.Table, repairs: ibis.Table, verifications: ibis.Table) -> ibis.Table:
    """``status``, ``until``, ``grade``, and what repair, verification and monitoring come to.

    ``records`` have their effect, their ends and their turns.
    """
    found = joined(joined(records, repairs, RECORD), verifications, RECORD)
    found = found.mutate(
        reduced=ibis.coalesce(found.reduced, False),
        suspended=ibis.coalesce(found.suspends, False),
    )
    ladder = (
        ("annulled", found.annulled),
        ("pending", found.effect.isnull() | (found.effect > found.as_of)),
        ("stayed", found.stayed),
        ("delisted", found.left_on.notnull()),
        ("repaired", found.lifted_on.notnull()),
        ("expired", found.latest_end <= found.as_of),
        ("unclear", found.earliest_end <= found.as_of),
        ("under-verification", found.suspended),
        ("reduced", found.reduced),
    )
    found = found.mutate(status=ibis.cases(*((holds, status) for status, holds in ladder), else_="live"))
    in_history = ~found.status.isin(["annulled", "pending"])
    known = ibis.ifelse(found.earliest_end == found.latest_end, found.earliest_end, ibis.null("date"))
    until = earliest(found.left_on, found.lifted_on, known)
    rectified = found.left_on.notnull() & found.exit_rectified
    return found.mutate(
        in_history=in_history,
        until=ibis.ifelse(in_history, until, ibis.null("date")),
        grade=ibis.coalesce(found.regraded, found.grade),
        monitored_until=ibis.ifelse(rectified, found.watched_until, ibis.null("date")),
        verification_open=found.verified,
    )
