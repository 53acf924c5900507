"""The states that the batch says of cases, and those that ``situate`` says, in one form to compare."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import ibis

from credit_rules import Case, Options, Plan
from credit_rules.batch.cases import tables_of
from credit_rules.batch.duck_store import DuckStore
from credit_rules.batch.life.situate import States, situate
from credit_rules.batch.tables import column_of, facts, states
from credit_rules.matcher.match import in_reach
from credit_rules.registry.operators import read_value
from credit_rules.situation import situate as plain
from credit_rules.situation.model import Notice, RecordState, Situation
from tests.batch.states import unsearched_of

Row = dict[str, Any]
Found = dict[str, list[Row]]
"""Rows of each table of the states."""
DEFAULT = Options()


def states_of(plan: Plan, cases: Mapping[str, Case], options: Options = DEFAULT) -> Found:
    """What the batch says."""
    store, words = DuckStore(threads=2), plan.vocabulary
    found = situate(store.load(tables_of(cases, words)), options, plan, store)
    rows = {name: store.rows(table) for name, table in found._asdict().items()}
    assert {name: _types(table.schema()) for name, table in found._asdict().items()} == {
        name: _types(ibis.schema(columns)) for name, columns in states(words).items()
    }
    numbers = Counter((row["case_id"], row.pop("relation")) for row in rows["relations"])
    assert not numbers or max(numbers.values()) == 1
    return rows


def _types(schema: ibis.Schema) -> dict[str, Any]:
    return {name: type.copy(nullable=True) for name, type in schema.items()}


def expected(plan: Plan, cases: Mapping[str, Case], options: Options = DEFAULT) -> Found:
    """What ``situate`` says of each case."""
    found: Found = {name: [] for name in States._fields}
    for id, case in cases.items():
        situation = plain.situate(case, options, plan.vocabulary, plan.windows)
        for name, rows in _Told(case, situation, plan).rows().items():
            found[name] += [{"case_id": id, **row} for row in rows]
    return found


class _Told:
    """A situation as rows of every table."""

    def __init__(self, case: Case, situation: Situation, plan: Plan):
        self.case, self.situation, self.plan, self.words = case, situation, plan, plan.vocabulary

    def rows(self) -> Found:
        situation = self.situation
        return {
            "cases": [self.case_row()],
            "case_facts": [self.fact_row()],
            "parties": [
                {
                    "id": party.id,
                    "kind": party.kind,
                    "status": party.status,
                    "adult_from": party.adult_from,
                    **self.facts("subject", party.facts),
                }
                for party in situation.parties.values()
            ],
            "relations": [
                {
                    **{name: getattr(one, name) for name in ("id", "kind", "role", "of", "since", "until", "status")},
                    "responsible_for": None if one.responsible_for is None else list(one.responsible_for),
                    **self.facts("relation", one.facts),
                }
                for one in situation.relations
            ],
            "records": [self.record_row(state) for state in situation.records],
            "spans": [
                {"record_id": state.id, "sure": sure, "start": start, "end": end}
                for state in situation.records
                for sure, spans in ((True, state.spans), (False, state.possible))
                for start, end in spans
            ],
            "clean": [
                {
                    "period": period,
                    "value": {False: 0, None: 1, True: 2}[one.value],
                    "unsearched": unsearched_of(one),
                }
                for period, one in situation.clean.items()
            ],
            "clean_missing": [
                {"period": period, "missing": item.what, "reason": item.reason}
                for period, one in situation.clean.items()
                for item in one.missing
            ],
            "notices": [
                dict(row)
                for row in {
                    (("code", one.code), ("record_id", one.record), ("message", one.message))
                    for one in (*situation.notices, *self.without_pack())
                }
            ],
        }

    def case_row(self) -> Row:
        situation, subject, said = self.situation, self.case.subject, self.situation.inquiry
        about = self.facts("subject", subject.facts)
        return {
            "subject_id": subject.id,
            "kind": subject.kind,
            "status": subject.status,
            "as_of": situation.as_of,
            "known_at": situation.known_at,
            "region": situation.region,
            "matter": situation.matter,
            "established_on": about.get("fact_established_on"),
            "has_inquiry": said is not None,
            "inquired_roles": said and ",".join(said.roles),
            "inquired_registers": said and ",".join(said.registers),
        }

    def fact_row(self) -> Row:
        return {
            **self.facts("context", self.situation.context_facts, "context_fact_"),
            **self.facts("subject", self.case.subject.facts),
        }

    def without_pack(self) -> list[Notice]:
        here = any(in_reach(pack, self.situation, self.plan) for pack in self.plan.packs)
        return [] if here else [Notice("no-pack-here", "")]

    def record_row(self, state: RecordState) -> Row:
        record, conduct, ends = state.record, state.record.conduct, [end for _, end in state.spans]
        return {
            "record_id": state.id,
            "subject": state.subject,
            "list": record.list,
            "status": state.status,
            "grade": state.grade,
            "tier": record.tier,
            "effect": state.effect,
            "until": state.until,
            "current_from": state.current_from,
            "last_end": max((end for end in ends if end is not None), default=None),
            "open_span": None in ends,
            "any_span": bool(ends),
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
            **self.facts("record", record.facts),
        }

    def facts(self, scope: Any, given: Mapping[str, Any], prefix: str = "fact_") -> Row:
        row: Row = dict.fromkeys(facts(self.words, scope, prefix))
        for name, value in given.items():
            if value is not None:
                row[column_of(name, prefix)] = read_value(self.words.fact[scope, name].type, value)
        return row


DETAILS = {
    "region-assumed": "主体所在地（(.*)）",
    "repair-before-minimum-publicity": "最短公示期（(.*)）",
    "verification-overdue": "应于(.*)前完成",
    "holidays-not-published": "没有(.*)年的",
}
"""Where the message of a notice says its detail; the others have none."""


def differences(found: Found, wanted: Found) -> list[str]:
    """Every row that only one of the two has, by table."""
    told = []
    for name, rows in wanted.items():
        mine, theirs = (_counted(some, name) for some in (rows, found[name]))
        told += [f"{name}: only situate says {row}" for row in (mine - theirs).elements()]
        told += [f"{name}: only the batch says {row}" for row in (theirs - mine).elements()]
    return told


def _counted(rows: list[Row], name: str) -> Counter[str]:
    return Counter(_text(_detailed(row) if name == "notices" else row) for row in rows)


def _text(row: Row) -> str:
    """A row as text; equal amounts are one."""
    plain = {name: value.normalize() if isinstance(value, Decimal) else value for name, value in row.items()}
    return str(sorted(plain.items()))


def _detailed(row: Row) -> Row:
    """A notice with its detail, which the message that ``situate`` gives it says in words."""
    if "message" not in row:
        return row
    said = re.search(DETAILS[row["code"]], row["message"]) if row["code"] in DETAILS else None
    return {name: value for name, value in row.items() if name != "message"} | {"detail": said and said[1]}
