"""Generated cases with what the shared generators seldom draw: corrections of every kind, places of subjects, births."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from credit_rules import Case, Plan
from tests.generators.cases import cases
from tests.generators.facts import facts_of
from tests.generators.lives import shifted
from tests.generators.people import Plain
from tests.generators.world import case_of

_COIN = st.booleans()
_SELDOM = st.sampled_from((False, False, False, False, True))
_GAPS = st.sampled_from((0, 1, 30, -1, 400))
_GROUNDS = st.sampled_from(("rectified", "repaired", "in-error", "other"))
_NUMBERS = st.sampled_from(
    ("110105199002300012", "110105190002290013", "11010520000229001X", "110105199913010014", "11010500000101001X", "E1")
)
"""Numbers of persons that state a day of birth, or none that any calendar has."""


def drawn(plan: Plan, number: int, start: int = 0) -> dict[str, Case]:
    """So many varied cases, by number; another ``start`` gives others."""
    found: list[Plain] = []

    @seed(start)
    @settings(max_examples=number, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(varied(plan))
    def draw(case: Plain) -> None:
        found.append(case)

    draw()
    return {str(place): case_of(case) for place, case in enumerate(found)}


@st.composite
def varied(draw: st.DrawFn, plan: Plan) -> Plain:
    """A case, some of them with a place of the subject alone, further corrections, events seen late, other persons."""
    case: Plain = draw(cases(plan))
    if draw(_SELDOM):
        region = case["context"].pop("region", None)
        if region is not None and draw(_COIN):
            case["subject"]["region"] = region
    if draw(_SELDOM):
        case["relations"].append(
            {"id": draw(_NUMBERS), "kind": "natural-person", "role": min(plan.vocabulary.roles), "since": "2010-01-01"}
        )
    for record in case["records"]:
        if draw(_SELDOM):
            record["document"]["kind"] = "penalty-decision"
        for event in record["events"]:
            if event.get("result") == "corrected":
                event["changes"] = event["changes"] | draw(_changes(record, plan))
            elif event["type"] == "verification-closed" and draw(_COIN):
                event |= {"result": "corrected", "changes": draw(_changes(record, plan))}
        if draw(_SELDOM):
            record["events"] += draw(_more(record))
    return case


@st.composite
def _changes(draw: st.DrawFn, record: Plain, plan: Plan) -> Plain:
    """Corrected values, also of facts, which a null takes back."""
    decided = record["decided_on"]
    every: dict[str, Any] = {
        "decided_on": shifted(decided, -draw(_GAPS)),
        "served_on": shifted(decided, 3),
        "notified_on": decided,
        "determined_by": "示例另一机关",
        "expires_on": shifted(decided, 900),
        "conduct": draw(st.sampled_from(({"from": "2012-01-01"}, {"until": "2012-12-31"}))),
        "facts": draw(facts_of(plan.vocabulary, "record")),
    }
    return {name: value for name, value in every.items() if draw(_COIN)}


@st.composite
def _more(draw: st.DrawFn, record: Plain) -> list[Plain]:
    """A second life on the same days as the first: stays and repairs that follow closely, in whatever order."""
    day = max([record["decided_on"], *(event["on"] for event in record["events"])])
    found = []
    for _ in range(draw(st.integers(1, 4))):
        day = shifted(day, draw(_GAPS))
        what = draw(
            st.sampled_from(("stayed", "resumed", "repair-approved", "repair-revoked", "delisted", "rectified"))
        )
        event: Plain = {"type": what, "on": max(day, record["decided_on"])}
        if what == "repair-approved":
            event["effect"] = draw(st.sampled_from(("lift", "reduce", None)))
        elif what == "delisted":
            event["ground"] = draw(_GROUNDS)
        elif what == "rectified":
            event |= {"within_time": draw(_COIN), "monitoring_until": shifted(event["on"], 50)}
        if draw(_SELDOM):
            event["recorded_on"] = shifted(event["on"], 90)
        found.append(event)
    return found
