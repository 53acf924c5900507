"""Packs and cases for single examples: what a test does not say has a plain default."""

from __future__ import annotations

from typing import Any

from credit_rules.situation.model import RecordState

from .packs import plan_of
from .people import ADULT, FIRM, Person, Plain, described
from .world import World

JIA, JIA_CITY, YI = "990000", "990100", "980000"


def record(id: str = "r1", list: str = "debts", decided: str = "2018-01-08", **fields: Any) -> Plain:
    """A record of the small registry, published two days after its decision; open-ended on the list of debts."""
    return {
        "id": id,
        "list": list,
        "determined_by": "示例法院",
        "document": {"number": f"示例〔2018〕{id}号"},
        "decided_on": decided,
        "published_on": decided,
        "facts": {"ground": "refusal"} if list == "debts" else {},
        **fields,
    }


def event(type: str, on: str, **fields: Any) -> Plain:
    return {"type": type, "on": on, **fields}


def opened(on: str, ground: str = "objection") -> Plain:
    return event("verification-opened", on, ground=ground)


def relation(role: str = "director", person: Person = ADULT, of: Person = FIRM, **fields: Any) -> Plain:
    """Somebody in a role of the firm, since long ago."""
    return {"id": person.id, "kind": person.kind, "role": role, "of": of.id, "since": "2000-01-01", **fields}


def case(
    *records: Plain, as_of: str = "2018-05-10", region: str | None = JIA, subject: Person = FIRM, **parts: Any
) -> Plain:
    """A case of a firm; ``matter``, ``known_at`` and ``context_facts`` go into its context, the rest beside it."""
    context = {name: parts.pop(name) for name in ("matter", "known_at") if name in parts}
    context |= {"facts": parts.pop("context_facts", {}), "as_of": as_of, "region": region}
    about = described(subject, **parts.pop("about", {}))
    return {"subject": about, "records": list(records), "relations": [], "parties": [], "context": context, **parts}


def measure(id: str = "m", act: str = "bar-bids", **fields: Any) -> Plain:
    """A measure on the listed subject, with neither departments nor basis."""
    return {
        "id": id,
        "clause": "二(一)",
        "act": act,
        "bearers": ["subject"],
        "departments": "none-printed",
        "basis": "none-cited",
        **fields,
    }


def pack(
    *measures: Plain, id: str = "pack", triggered_by: Plain | None = None, defaults: Plain | None = None, **head: Any
) -> Plain:
    """A provincial normative document of 2014, triggered by the list of debts."""
    memorandum = {
        "id": id,
        "title": "示例意见",
        "document_no": "示例〔2014〕1号",
        "rank": "normative-document",
        "place": JIA,
        "from": "2014-01-01",
        "source": {"provenance": "text", "file": "示例"},
        **head,
    }
    return {
        "format": 1,
        "memorandum": memorandum,
        "triggered_by": triggered_by or {"on_list": "debts"},
        "defaults": defaults or {},
        "measures": list(measures),
    }


def world(case: Plain, *packs: Plain) -> World:
    """The case under the packs; under one pack of one measure where none is given."""
    written = packs or (pack(measure()),)
    return World(plan_of(written), case, written)


def state(record: Plain, as_of: str = "2018-05-10", region: str | None = JIA, **parts: Any) -> RecordState:
    """The state of one record on a day."""
    return world(case(record, as_of=as_of, region=region, **parts)).situation().records[0]
