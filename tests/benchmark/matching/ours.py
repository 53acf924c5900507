"""The same measures as memoranda, and the same subjects as cases: what this project's evaluators are given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from credit_rules import Plan
from credit_rules.case.identity import uscc_check
from credit_rules.registry.load import load_registry
from credit_rules.registry.registry import Registry
from credit_rules.source.plain import read_plain
from tests.generators.packs import plan_of

from .world import MATTERS, MEASURES, Measure, Subject

Plain = dict[str, Any]
SOURCED = {"provenance": "text", "source": "invented"}
AS_OF = "2022-06-01"
"""The day decided for, on which every record is live."""
_EPOCH = date(1970, 1, 1)


def registry(lists: int) -> Registry:
    """Lists, acts and facts, all invented, with no terms, so that records stay live."""
    node, read = read_plain(
        {
            "format": 1,
            "places": [{"id": "000000", "title": "全国", **SOURCED}],
            "departments": [_department()],
            "lists": [_list(f"list-{number}") for number in range(lists)],
            "acts": [_act(f"act-{number}") for number in range(MEASURES)],
            "matters": [{"id": "all", "title": "事项", **SOURCED}],
            "facts": [
                {"id": "amount", "title": "金额", "on": "record", "type": "amount", **SOURCED},
                {"id": "happened-on", "title": "发生日", "on": "record", "type": "day", **SOURCED},
                {
                    "id": "asked",
                    "title": "事项",
                    "on": "context",
                    "type": "choice",
                    "choices": list(MATTERS),
                    **SOURCED,
                },
            ],
        },
        "<registry>",
    )
    assert node is not None, read
    made, wrong = load_registry([node])
    assert not wrong, wrong
    return made


def _department() -> Plain:
    name = {"name": "示例局", "level": "national", "from": "2000-01-01"}
    return {"id": "office", "title": "示例局", "remedy": "administrative", "names": [name], **SOURCED}


def _list(id: str) -> Plain:
    return {"id": id, "title": id, "class": "serious", "field": id, "determined_by": "office", **SOURCED}


def _act(id: str) -> Plain:
    kept = {"effect": "supervise", "impact": "management", "category": "administrative", "matters": ["all"]}
    return {"id": id, "title": id, **kept, **SOURCED}


def plan(measures: Sequence[Measure]) -> Plan:
    """The measures as memoranda, compiled."""
    packs: dict[str, list[Measure]] = {}
    for measure in measures:
        packs.setdefault(measure.id.partition("/")[0], []).append(measure)
    lists = len({measure.list for measure in measures})
    return plan_of([_pack(id, rows) for id, rows in packs.items()], registry(lists))


def _pack(id: str, rows: Sequence[Measure]) -> Plain:
    head = {
        "id": id,
        "title": id,
        "document_no": None,
        "rank": "memorandum",
        "place": "000000",
        "from": "2010-01-01",
        "source": {"provenance": "text", "file": "invented"},
    }
    return {"format": 1, "memorandum": head, "measures": [_measure(row, number) for number, row in enumerate(rows)]}


def _measure(row: Measure, number: int) -> Plain:
    trigger: Plain = {"on_list": row.list}
    if row.grade is not None:
        trigger["grade"] = row.grade
    of_record = []
    if row.amount_at_least is not None:
        of_record.append({"fact": "record.amount", "at_least": f"{row.amount_at_least} yuan"})
    if row.since is not None:
        of_record.append({"fact": "record.happened-on", "at_least": str(day(row.since))})
    if row.before is not None:
        of_record.append({"fact": "record.happened-on", "less_than": str(day(row.before))})
    if of_record:
        trigger["where"] = of_record[0] if len(of_record) == 1 else {"all": of_record}
    measure = {
        "id": row.id.partition("/")[2],
        "clause": f"二({number + 1})",
        "act": f"act-{number}",
        "bearers": ["subject"],
        "departments": "none-printed",
        "basis": "none-cited",
        "force": "mandatory",
        "triggered_by": trigger,
        "provenance": "text",
    }
    if row.kind is not None:
        measure["listed_kinds"] = [row.kind]
    if row.matter is not None:
        measure["when"] = {"fact": "context.asked", "is": row.matter}
    return measure


def day(number: int) -> date:
    """The day that many days after 1970-01-01."""
    return _EPOCH + timedelta(days=number)


@cache
def code(number: int) -> str:
    """An invented firm's code with the right check character."""
    first = f"91990102MA{number:07d}"
    return first + uscc_check(first + "0")


def case(subject: Subject) -> Plain:
    """The subject as a case."""
    records = []
    for number, record in enumerate(subject.records):
        facts: Plain = {}
        if record.amount is not None:
            facts["amount"] = str(record.amount)
        if record.happened_on is not None:
            facts["happened-on"] = str(day(record.happened_on))
        plain: Plain = {
            "id": f"r{number}",
            "list": record.list,
            "determined_by": "示例局",
            "document": {"number": f"示例〔2022〕{subject.number}-{number}号"},
            "decided_on": "2022-01-05",
            "published_on": "2022-01-08",
            "facts": facts,
        }
        if record.grade is not None:
            plain["grade"] = record.grade
        records.append(plain)
    return {
        "subject": {"id": code(subject.number), "kind": subject.kind, "id_type": "uscc"},
        "records": records,
        "context": {"as_of": AS_OF, "region": "000000", "facts": {"asked": subject.matter}},
    }
