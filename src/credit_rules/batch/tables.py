"""The tables of a batch: their columns and types, in, between and out (contract.md, "Tables (batch)").

Types are written as Ibis writes them. Every table is keyed by ``case_id``; days are dates, amounts and shares exact
decimals, enumerations text. A missing value is null, which says the same as the contract's default.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ..registry.operators import FactType
from ..registry.vocabulary import Vocabulary

Columns = dict[str, str]
"""Names of columns and their types, in order."""
Scope = Literal["subject", "relation", "record", "context"]

FACT_TYPES: dict[FactType, str] = {
    "boolean": "boolean",
    "amount": "decimal(24, 6)",
    "share": "decimal(24, 6)",
    "count": "int64",
    "day": "date",
    "choice": "string",
    "text": "string",
}
CASE = {"case_id": "string"}

_PERSON = {
    "id": "string",
    "id_type": "string",
    "kind": "string",
    "name": "string",
    "region": "string",
    "status": "string",
    "birth_date": "date",
}
_CONTEXT = {"as_of": "date", "known_at": "date", "context_region": "string", "matter": "string"}
_RELATION = {
    "id": "string",
    "kind": "string",
    "role": "string",
    "of": "string",
    "since": "date",
    "until": "date",
    "responsible_for": "array<string>",
    "status": "string",
    "recorded_on": "date",
}
_RECORD = {
    "record_id": "string",
    "subject": "string",
    "list": "string",
    "grade": "string",
    "tier": "string",
    "determined_by": "string",
    "document_number": "string",
    "document_kind": "string",
    "document_status": "string",
    "conduct_from": "date",
    "conduct_until": "date",
    "decided_on": "date",
    "published_on": "date",
    "notified_on": "date",
    "notified": "boolean",
    "served_on": "date",
    "served": "boolean",
    "expires_on": "date",
    "recorded_on": "date",
    "fetched_on": "date",
}
_EVENT = {
    "record_id": "string",
    "position": "int32",
    "type": "string",
    "on": "date",
    "ground": "string",
    "result": "string",
    "effect": "string",
    "within_time": "boolean",
    "monitoring_until": "date",
    "until": "date",
    "grade": "string",
    "recorded_on": "date",
}
_INQUIRY = {
    "records_of": "array<string>",
    "roles": "array<string>",
    "registers": "array<string>",
    "from": "date",
    "until": "date",
    "asked_by": "string",
    "ground": "string",
}
CHANGED = (
    "grade", "tier", "determined_by", "conduct_from", "conduct_until", "decided_on", "published_on", "notified_on",
    "served_on", "expires_on",
)  # fmt: skip
"""Columns of a record that a correction may set (S8)."""
CLEARED = "change_facts_cleared"
"""The column of an event that names the facts which a correction takes back, so that they are unknown again."""
REQUIRED = ("subjects",)
"""The tables without which there is no batch; a batch may lack any other."""


def inputs(words: Vocabulary) -> dict[str, Columns]:
    """The tables that a batch reads: ``subjects`` (one row a case, its context too), ``parties``, ``relations``,
    ``records``, ``events``, ``inquiries``; facts as one column for each that the registry declares."""
    about = facts(words, "subject")
    changes = {f"change_{name}": _RECORD[name] for name in CHANGED} | facts(words, "record", "change_fact_")
    return {
        "subjects": {**CASE, **_PERSON, **about, **_CONTEXT, **facts(words, "context", "context_fact_")},
        "parties": {**CASE, **_PERSON, **about},
        "relations": {**CASE, **_RELATION, **facts(words, "relation")},
        "records": {**CASE, **_RECORD, **facts(words, "record")},
        "events": {**CASE, **_EVENT, **changes, CLEARED: "array<string>"},
        "inquiries": {**CASE, **_INQUIRY},
    }


def states(words: Vocabulary) -> dict[str, Columns]:
    """What the life of records says of every case on its two days: the input of matching (``situation/model.py``).

    A truth value is 0 false, 1 unknown, 2 true. ``records.last_end`` is the last day that ends a sure span of effect,
    ``open_span`` whether one has no end, ``any_span`` whether there is one. In ``spans`` the ``sure`` rows are the
    periods in which the record surely had effect, the others those in which it may have. What an inquiry covers is said
    as one text, null where there is none; ``clean.unsearched`` is the first day of a window where it
    depends on an inquiry alone whether a case is clean. ``case_facts`` are those of the context and of the subject.
    """
    about = facts(words, "subject")
    return {
        "cases": {
            **CASE,
            "subject_id": "string",
            "kind": "string",
            "status": "string",
            "as_of": "date",
            "known_at": "date",
            "region": "string",
            "matter": "string",
            "established_on": "date",
            "has_inquiry": "boolean",
            "inquired_roles": "string",
            "inquired_registers": "string",
        },
        "case_facts": {**CASE, **facts(words, "context", "context_fact_"), **about},
        "parties": {**CASE, "id": "string", "kind": "string", "status": "string", "adult_from": "date", **about},
        "relations": {
            **CASE,
            "relation": "int64",
            **{name: type for name, type in _RELATION.items() if name != "recorded_on"},
            **facts(words, "relation"),
        },
        "records": {
            **CASE,
            "record_id": "string",
            "subject": "string",
            "list": "string",
            "status": "string",
            "grade": "string",
            "tier": "string",
            "effect": "date",
            "until": "date",
            "current_from": "date",
            "last_end": "date",
            "open_span": "boolean",
            "any_span": "boolean",
            "verification_open": "boolean",
            "suspended": "boolean",
            "reduced": "boolean",
            "reaches": "boolean",
            "doubt": "string",
            "doubt_what": "string",
            "monitored_until": "date",
            "in_history": "boolean",
            "decided_on": "date",
            "conduct_from": "date",
            "conduct_until": "date",
            "document_number": "string",
            "determined_by": "string",
            **facts(words, "record"),
        },
        "spans": {**CASE, "record_id": "string", "sure": "boolean", "start": "date", "end": "date"},
        "clean": {**CASE, "period": "string", "value": "int8", "unsearched": "date"},
        "clean_missing": {**CASE, "period": "string", "missing": "string", "reason": "string"},
        "notices": {**CASE, "code": "string", "record_id": "string", "detail": "string"},
    }


def facts(words: Vocabulary, scope: Scope, prefix: str = "fact_") -> Columns:
    """The columns of the facts declared for a scope: ``listed-company`` is ``fact_listed_company``."""
    return {column_of(entry.name, prefix): FACT_TYPES[entry.type] for entry in words.facts if entry.scope == scope}


def column_of(fact: str, prefix: str = "fact_") -> str:
    """The column of a fact."""
    return prefix + fact.replace("-", "_")


def _struct(columns: Columns) -> str:
    return f"array<struct<{', '.join(f'{name}: {type}' for name, type in columns.items())}>>"


def _text(names: Iterable[str]) -> Columns:
    return dict.fromkeys(names, "string")


OUTPUTS: dict[str, Columns] = {
    "records": {
        **CASE,
        **_text(("record_id", "subject", "list", "status")),
        "from": "date",
        "until": "date",
        "verification": "string",
    },
    "measures": {
        **CASE,
        **_text(("id", "act", "direction", "force", "actor", "effect", "impact", "category", "status", "verification")),
        "bearer_id": "string",
        "bearer_roles": "array<string>",
        "matters": "array<string>",
        "departments": _struct(_text(("id", "level", "part"))),
        "legal_basis": _struct(_text(("instrument", "version", "article", "rank", "provenance"))),
        "standing": "string",
        "sources": _struct(
            {**_text(("id", "provenance", "status", "force", "standing")), "from": "date", "until": "date"}
        ),
        "because": "array<string>",
        "from": "date",
        "until": "date",
        "human_review": "boolean",
    },
    "withheld": {
        **CASE,
        **_text(("id", "act", "bearer_id", "reason")),
        "because": "array<string>",
        "verification": "string",
    },
    "undetermined": {**CASE, **_text(("missing", "reason")), "ids": "array<string>", "bearer_id": "string"},
    "warnings": {**CASE, **_text(("code", "record_id")), "ids": "array<string>"},
    "indications": {
        **CASE,
        **_text(("matter", "result", "mandatory", "recommended")),
        **dict.fromkeys(
            ("measures", "suspended", "insufficient", "withheld", "undetermined", "other"), "array<string>"
        ),
    },
}
"""The tables that a batch writes: the decision without its prose."""
