"""The life of every record of a batch: input tables, the two days and the windows of a plan, to states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import ibis

from ...plan.model import Plan
from ...plan.options import Options
from ..store import Store
from ..tables import column_of
from ..tables import states as columns_of_states
from .cases import asked_of, case_facts_of, days_of, place_notices
from .clean import clean_of
from .doubt import silent_notices, with_doubt
from .effect import with_beginning, with_effect
from .lists import lists_table, reach_table
from .packs import no_pack_notices
from .people import parties_of
from .pieces import joined, on_the_day
from .procedures import procedures_table
from .relations import relations_of
from .repair import repairs_of
from .seen import changes_of, corrected, seen_events, seen_records
from .setting import RECORD, Setting, distinct
from .spans import interruptions_of, spans_of, with_spans
from .status import with_status
from .term_rules import facts_of_terms
from .terms import with_ends
from .turns import turns_of_events
from .verification import verifications_of

OF_LIFE = (
    *RECORD, "subject", "list", "grade", "tier", "document_kind", "document_status", "decided_on", "published_on",
    "notified_on", "notified", "served_on", "served", "expires_on", "fetched_on", "subject_id", "region", "as_of",
    "established_on",
)  # fmt: skip
"""The columns of a record, corrected, on which its life depends, and of its case."""
OF_STATES = (
    *RECORD, "subject", "list", "status", "grade", "effect", "until", "verification_open", "suspended", "reduced",
    "reaches", "doubt", "doubt_what", "monitored_until", "in_history", "decided_on", "earliest_end", "latest_end",
    "left_on", "exit_repaired", "negative", "silent", "subject_id", "as_of", "established_on",
)  # fmt: skip
"""What of the life of a record is asked for afterwards."""
AS_STATED = ("tier", "decided_on", "conduct_from", "conduct_until", "document_number", "determined_by")
"""The columns of the states' records that its life does not change, beside facts."""


class States(NamedTuple):
    """What ``tables.states`` describes, one table a name."""

    cases: ibis.Table
    case_facts: ibis.Table
    parties: ibis.Table
    relations: ibis.Table
    records: ibis.Table
    spans: ibis.Table
    clean: ibis.Table
    clean_missing: ibis.Table
    notices: ibis.Table


def situate(tables: Mapping[str, ibis.Table], options: Options, plan: Plan, store: Store) -> States:
    """The states of valid cases in the tables of ``tables.inputs``: ``situation/situate.py`` for all of them at once.

    What is not kept is an expression: it costs nothing until it is asked for.
    """
    words = plan.vocabulary
    setting = Setting(words, options.evidence == "strict", store)
    asked = store.keep(asked_of(tables, options))
    days = days_of(asked)
    listed = store.keep(days.semi_join(tables["records"], "case_id"))
    seen = seen_records(tables["records"], listed)
    procedures = procedures_table(setting, [region for (region,) in distinct(setting, listed, "region")])
    events = store.keep(seen_events(tables["events"], seen))
    changes = store.keep(changes_of(events, tables["events"], words))
    stated = joined(corrected(seen, changes, OF_LIFE), lists_table(setting), ["list"])
    reach = reach_table(setting, distinct(setting, seen, "list", "region"))
    reaching = on_the_day(with_beginning(setting, stated), reach, "as_of", ["list", "region"])
    turned = _with_turns(reaching, turns_of_events(events, procedures))
    turned = store.keep(with_effect(setting, turned))
    repairs = repairs_of(setting, events, turned, procedures)
    verifications = verifications_of(setting, turned, procedures)
    facts = corrected(seen, changes, [*RECORD, *(column_of(name) for name in facts_of_terms(words))])
    life = with_status(with_ends(setting, turned, facts), repairs.states, verifications.states)
    life = store.keep(with_doubt(setting, life).select(*OF_STATES))
    interruptions = interruptions_of(store, events, repairs.lifts, life)
    life = with_spans(life, interruptions)
    clean = clean_of(setting, asked, tables["inquiries"], life, interruptions, plan.windows)
    names = columns_of_states(words)
    told = [name for name in names["records"] if name not in AS_STATED and not name.startswith("fact_")]
    stated = corrected(seen, changes, [name for name in names["records"] if name in RECORD or name not in told])
    records = store.keep(joined(life.select(*told), stated, RECORD))
    store.free(turned, changes, listed)
    notices = place_notices(tables, options).union(
        no_pack_notices(setting, days, plan), silent_notices(life), repairs.notices.distinct(), verifications.notices
    )
    return States(
        cases=asked.select(*names["cases"]),
        case_facts=case_facts_of(tables, words),
        parties=parties_of(tables, words),
        relations=relations_of(tables["relations"], days, words).select(*names["relations"]),
        records=records.select(*names["records"]),
        spans=spans_of(life, interruptions),
        clean=clean.values,
        clean_missing=clean.missing,
        notices=notices,
    )


def _with_turns(records: ibis.Table, turns: ibis.Table) -> ibis.Table:
    """Records with what their events come to; of one without events nothing is true."""
    found = joined(records, turns, RECORD)
    truths = ("stayed", "verified", "exit_repaired", "exit_rectified", "undone", "reaches")
    never: dict[str, Any] = {name: ibis.coalesce(found[name], False) for name in truths}
    revoked = found.document_status == "revoked"
    return found.mutate(**never, annulled=revoked | never["undone"]).drop("undone")
