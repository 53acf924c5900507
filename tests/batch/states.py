"""Situations as the tables that matching takes: what the life of records says, said by the matcher's own stage.

With it the second half of the batch is compared alone with the matcher.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis
import pyarrow

from credit_rules.batch.tables import column_of, inputs, states
from credit_rules.case.model import Facts
from credit_rules.registry.operators import read_value
from credit_rules.registry.truth import Truth
from credit_rules.registry.vocabulary import Vocabulary
from credit_rules.situation.model import Cleanness, Notice, RecordState, Situation
from credit_rules.source.days import parse_day

Row = dict[str, Any]


def states_of(
    situations: Mapping[str, Situation], words: Vocabulary, further: Mapping[str, list[Notice]] | None = None
) -> dict[str, pyarrow.Table]:
    """The tables ``tables.states`` of situations by the id of their case, with the inquiries.

    ``further`` are the warnings of reading the cases, which the reader of a batch gives among the notices.
    """
    made = _Rows(words)
    for id, situation in situations.items():
        made.add(id, situation, (further or {}).get(id, []))
    columns = {**states(words), "inquiries": inputs(words)["inquiries"]}
    return {
        name: pyarrow.Table.from_pylist(made.rows[name], ibis.schema(types).to_pyarrow())
        for name, types in columns.items()
    }


class _Rows:
    def __init__(self, words: Vocabulary):
        self.typed = {(entry.scope, entry.name): entry.type for entry in words.facts}
        self.rows: dict[str, list[Row]] = {name: [] for name in (*states(words), "inquiries")}

    def add(self, id: str, situation: Situation, further: list[Notice]) -> None:
        case, rows = {"case_id": id}, self.rows
        subject = situation.party(situation.subject)
        established = subject.facts.get("established-on")
        said = situation.inquiry
        rows["cases"].append(
            case
            | {
                "subject_id": situation.subject,
                "kind": subject.kind,
                "status": subject.status,
                "as_of": situation.as_of,
                "known_at": situation.known_at,
                "region": situation.region,
                "matter": situation.matter,
                "has_inquiry": said is not None,
                "established_on": None if established is None else parse_day(established),
                "inquired_roles": said and ",".join(said.roles),
                "inquired_registers": said and ",".join(said.registers),
            }
        )
        rows["case_facts"].append(
            case
            | self.facts("context", situation.context_facts, "context_fact_")
            | self.facts("subject", subject.facts)
        )
        rows["parties"] += [
            case
            | {"id": party.id, "kind": party.kind, "status": party.status, "adult_from": party.adult_from}
            | self.facts("subject", party.facts)
            for party in situation.parties.values()
        ]
        rows["relations"] += [
            case
            | {name: value for name, value in relation._asdict().items() if name not in ("facts", "recorded_on")}
            | {"relation": number}
            | self.facts("relation", relation.facts)
            for number, relation in enumerate(situation.relations)
        ]
        for state in situation.records:
            rows["records"].append(case | _record(state) | self.facts("record", state.record.facts))
            for sure, spans in ((True, state.spans), (False, state.possible)):
                rows["spans"] += [
                    case | {"record_id": state.id, "sure": sure, "start": start, "end": end} for start, end in spans
                ]
        for period, clean in situation.clean.items():
            searched = {"unsearched": unsearched_of(clean)}
            rows["clean"].append(case | {"period": period, "value": _number(clean.value)} | searched)
            rows["clean_missing"] += [
                case | {"period": period, "missing": missing.what, "reason": missing.reason}
                for missing in clean.missing
            ]
        rows["notices"] += [
            case | {"code": notice.code, "record_id": notice.record, "detail": notice.message}
            for notice in (*situation.notices, *further)
        ]
        if situation.inquiry is not None:
            rows["inquiries"].append(
                case | {name.rstrip("_"): value for name, value in situation.inquiry._asdict().items()}
            )

    def facts(self, scope: Any, facts: Facts, prefix: str = "fact_") -> Row:
        return {
            column_of(name, prefix): read_value(self.typed[scope, name], value)
            for name, value in facts.items()
            if value is not None
        }


def _record(state: RecordState) -> Row:
    record, conduct = state.record, state.record.conduct
    ends = [end for _, end in state.spans if end is not None]
    return {
        "record_id": state.id,
        "subject": state.subject,
        "list": state.list.id,
        "status": state.status,
        "grade": state.grade,
        "tier": record.tier,
        "effect": state.effect,
        "until": state.until,
        "current_from": state.current_from,
        "last_end": max(ends, default=None),
        "open_span": any(end is None for _, end in state.spans),
        "any_span": bool(state.spans),
        "verification_open": state.verification is not None,
        "suspended": state.suspended,
        "reduced": state.reduced,
        "reaches": state.reaches,
        "doubt": state.doubt and state.doubt.reason,
        "doubt_what": state.doubt and state.doubt.what,
        "monitored_until": state.monitored_until,
        "in_history": state.in_history,
        "decided_on": record.decided_on,
        "conduct_from": conduct and conduct.from_,
        "conduct_until": conduct and conduct.until,
        "document_number": record.document.number,
        "determined_by": record.determined_by,
    }


def unsearched_of(clean: Cleanness) -> date | None:
    """The first day of the window that an inquiry would have to search."""
    told = (missing.what for missing in clean.missing if missing.reason == "inquiry")
    return next((date.fromisoformat(what[len("inquiry(") :][:10]) for what in told), None)


def _number(value: Truth) -> int:
    return {False: 0, None: 1, True: 2}[value]
