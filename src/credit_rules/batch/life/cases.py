"""Each case with its two days, its place and its matter (S2, S4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from ...plan.options import Options
from ...registry.vocabulary import Vocabulary
from ..tables import facts
from .pieces import joined

ESTABLISHED_ON = "fact_established_on"


def asked_of(tables: Mapping[str, ibis.Table], options: Options) -> ibis.Table:
    """One row a case: ``cases`` of the states, and what its inquiry says: whether of all registers, whether of the
    subject, and between which days."""
    given, inquiries = tables["subjects"], tables["inquiries"]
    asked = given.select(
        "case_id",
        "kind",
        status=ibis.coalesce(given.status, "active"),
        **_asked(given, options),
        matter=_first(options.matter, given.matter),
    )
    said = inquiries.select(
        "case_id",
        "records_of",
        inquiry=True,
        inquired_roles=inquiries.roles.join(",").fill_null(""),
        inquired_registers=inquiries.registers.join(",").fill_null("*"),
        of_every_register=ibis.coalesce(inquiries.registers.contains("*"), True),
        searched_from=inquiries["from"],
        searched_until=inquiries.until,
    )
    found = joined(asked, said, ["case_id"])
    return found.mutate(
        has_inquiry=ibis.coalesce(found.inquiry, False),
        names_subject=ibis.coalesce(found.records_of.contains(found.subject_id), False),
    ).drop("inquiry", "records_of")


def days_of(asked: ibis.Table) -> ibis.Table:
    """The subject, the two days and the place of every case, no place being ``""``, and since when the subject is."""
    return asked.select(
        "case_id", "subject_id", "as_of", "known_at", "established_on", region=ibis.coalesce(asked.region, "")
    )


def case_facts_of(tables: Mapping[str, ibis.Table], words: Vocabulary) -> ibis.Table:
    """``case_facts`` of the states."""
    return tables["subjects"].select("case_id", *facts(words, "context", "context_fact_"), *facts(words, "subject"))


def _asked(given: ibis.Table, options: Options) -> dict[str, Any]:
    as_of = _first(options.as_of, given.as_of)
    return {
        "subject_id": given.id,
        "as_of": as_of,
        "known_at": ibis.coalesce(_first(options.known_at, given.known_at), as_of),
        "region": ibis.coalesce(_first(options.region, given.context_region), given.region),
        "established_on": given[ESTABLISHED_ON] if ESTABLISHED_ON in given.columns else ibis.null("date"),
    }


def place_notices(tables: Mapping[str, ibis.Table], options: Options) -> ibis.Table:
    """Where the place of the deciding department is not given (S2); ``detail`` is the place taken instead."""
    given = tables["subjects"]
    unplaced = given.filter(_first(options.region, given.context_region).isnull())
    return unplaced.select(
        "case_id",
        code=ibis.ifelse(unplaced.region.isnull(), "region-missing", "region-assumed"),
        record_id=ibis.null("string"),
        detail=unplaced.region,
    )


def _first(option: Any, column: Any) -> Any:
    """The option where it is given, else the column."""
    return ibis.literal(option, column.type()) if option else column
