"""Who is who in each case: kinds, status, age (S11, S13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis

from ...registry.vocabulary import Vocabulary
from ...situation.people import ADULT
from ..days import day_after_period, period_row
from ..tables import facts

PERSON = "natural-person"


def parties_of(tables: Mapping[str, ibis.Table], words: Vocabulary) -> ibis.Table:
    """The subject, every party described, and every related person of which only the relation tells the kind."""
    about = tuple(facts(words, "subject"))
    described = _described(tables["subjects"], about).union(_described(tables["parties"], about))
    related = _related(tables)
    birth = ibis.ifelse(related.kind == PERSON, _birth_of(related.id), ibis.null("date"))
    types = described.schema()
    return described.union(
        related.select(
            "case_id",
            "id",
            "kind",
            status=ibis.literal("active"),
            adult_from=_adult_from(birth),
            **{name: ibis.null(types[name]) for name in about},
        )
    )


def _related(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """The persons in relations whom nothing else describes, with their kind."""
    relations, subjects, parties = (tables[name] for name in ("relations", "subjects", "parties"))
    persons = relations.group_by("case_id", "id").agg(kind=relations.kind.min()).anti_join(parties, ["case_id", "id"])
    subject = subjects.select("case_id", subject_id=subjects.id)
    return persons.join(subject, "case_id").filter(lambda row: row.id != row.subject_id).drop("subject_id")


def _described(table: ibis.Table, about: tuple[str, ...]) -> ibis.Table:
    numbered = (table.kind == PERSON) & (table.id_type.isnull() | (table.id_type == "resident-id"))
    birth = ibis.coalesce(table.birth_date, ibis.ifelse(numbered, _birth_of(table.id), ibis.null("date")))
    return table.select(
        "case_id",
        "id",
        "kind",
        status=ibis.coalesce(table.status, "active"),
        adult_from=_adult_from(birth),
        **{name: table[name] for name in about},
    )


def _adult_from(birth: Any) -> Any:
    """The first day of full age, the day of birth not counted (民法典 201)."""
    period = period_row(ADULT)
    return day_after_period(birth, period["months"], period["days"])


def _birth_of(id: Any) -> Any:
    """The day of birth in a resident identity number; null where it is no such number or no such day."""
    digits = (id.length() == 18) & id.re_search("^[0-9]{17}[0-9X]")
    year, month, day = (id.substr(start, length) for start, length in ((6, 4), (10, 2), (12, 2)))
    born = ibis.ifelse(year > "0000", year + "-" + month + "-" + day, ibis.null("string"))
    return ibis.ifelse(digits, born.try_cast("date"), ibis.null("date"))
