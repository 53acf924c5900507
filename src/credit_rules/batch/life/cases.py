"""Each case with its two days, its place and its matter (S2, S4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from ...plan.options import Options
from ...registry.vocabulary import Vocabulary
from ..tables import facts

ESTABLISHED_ON = "fact_established_on"


def cases_of(tables: Mapping[str, ibis.Table], options: Options, words: Vocabulary) -> ibis.Table:
    """One row a case: ``cases`` of the states."""
    given = tables["subjects"]
    return given.select(
        "case_id",
        "kind",
        status=ibis.coalesce(given.status, "active"),
        **_asked(given, options),
        matter=_first(options.matter, given.matter),
        has_inquiry=given.case_id.isin(tables["inquiries"].case_id),
        **{name: given[name] for name in (*facts(words, "context", "context_fact_"), *facts(words, "subject"))},
    )


def days_of(tables: Mapping[str, ibis.Table], options: Options) -> ibis.Table:
    """The subject, the two days and the place of every case, no place being ``""``, and since when the subject is."""
    given = tables["subjects"]
    asked = _asked(given, options)
    return given.select("case_id", **{**asked, "region": ibis.coalesce(asked["region"], "")})


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
