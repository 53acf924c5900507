"""The relations known on the day of knowledge (S4)."""

from __future__ import annotations

import ibis

from ...registry.vocabulary import Vocabulary
from ..tables import facts

SAID = ("case_id", "id", "kind", "role", "since", "until", "responsible_for")


def relations_of(relations: ibis.Table, days: ibis.Table, words: Vocabulary) -> ibis.Table:
    """Seen relations with the unit they are in, numbered in their case by person, unit, role and day."""
    found = relations.join(days.select("case_id", "subject_id", "known_at"), "case_id")
    seen = found.filter(ibis.coalesce(found.recorded_on, found.since) <= found.known_at)
    told = seen.select(
        *SAID,
        of=ibis.coalesce(seen.of, seen.subject_id),
        status=ibis.coalesce(seen.status, "undisputed"),
        **{name: seen[name] for name in facts(words, "relation")},
    )
    order = [
        told.id,
        told.of,
        told.role,
        told.since,
        told.until,
        told.status,
        *(told[f] for f in facts(words, "relation")),
    ]
    return told.mutate(relation=ibis.row_number().over(group_by=told.case_id, order_by=order).cast("int64"))
