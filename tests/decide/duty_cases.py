"""Cases for duties under the shipped registry: one invented firm with one record."""

from __future__ import annotations

from typing import Any

from credit_rules.case.decision import Decision, Duty
from tests.generators.people import FIRM, Person, Plain, described
from tests.generators.world import World, shipped_plan

JIANGXI, PINGXIANG, CHAISANG, HENAN = "360000", "360300", "360404", "410100"
SHANGHAI, SHANDONG, SHENZHEN, ELSEWHERE = "310000", "370100", "440300", "110000"
COURT, TAX, MARKET, SAFETY = (
    "dishonest-judgment-debtor", "major-tax-violation", "market-serious-violation", "work-safety-dishonesty",
)  # fmt: skip
RATING = "tax-credit-rating"
"""A rating triggers nothing (S1)."""
AUTHORITY = "示例认定机关"


def event(type: str, on: str, **fields: Any) -> Plain:
    return {"type": type, "on": on, **fields}


def verified(opened: str, closed: str, result: str, **fields: Any) -> list[Plain]:
    first = event("verification-opened", opened, ground="objection")
    return [first, event("verification-closed", closed, result=result, **fields)]


def decided(
    as_of: str,
    list: str = TAX,
    region: str = ELSEWHERE,
    *,
    subject: Person = FIRM,
    matter: str | None = None,
    inquiry: Plain | None = None,
    kind: str = "penalty-decision",
    known_at: str | None = None,
    **fields: Any,
) -> Decision:
    """The decision on a record of 2018-01-08, published that day unless ``fields`` say otherwise."""
    record: Plain = {
        "id": "r1", "list": list, "determined_by": AUTHORITY, "document": {"number": "示例1号", "kind": kind},
        "decided_on": "2018-01-08", "published_on": "2018-01-08", "notified": True, "served": True,
    }  # fmt: skip
    context: Plain = {"as_of": as_of, "region": region, "matter": matter, "known_at": known_at}
    case: Plain = {"subject": described(subject), "records": [{**record, **fields}], "context": context}
    if inquiry is not None:
        case["inquiry"] = inquiry
    return World(shipped_plan(), case).decide()


def owed(code: str, as_of: str, *args: Any, **parts: Any) -> list[Duty]:
    """The duties of a code in such a decision."""
    return [duty for duty in decided(as_of, *args, **parts).duties if duty.code == code]


def due(code: str, as_of: str, *args: Any, **parts: Any) -> list[str | None]:
    """Their last days."""
    return [None if duty.due is None else duty.due.isoformat() for duty in owed(code, as_of, *args, **parts)]
