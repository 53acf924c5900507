"""One case in each of the six fields of 赣府字〔2016〕101号 三(九), decided under three regimes (S23).

What the law carries changes with the day and with nothing else: in 2018 the practice of the document, from 2020-12-07
only what rests on a basis of its own, and a statutory floor at every date.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from credit_rules import Decision, Engine, MeasureView, Options

ROOT = Path(__file__).parents[2] / "memoranda"
JIANGXI = "360000-joint-measures-2016"
FIELDS = {
    "dishonest-enterprise": "第1段",
    "dishonest-judgment-debtor": "第2段",
    "major-tax-violation": "第3段",
    "listed-company-violation": "第4段",
    "work-safety-dishonesty": "第5段",
    "environment-dishonesty": "第6段",
}
DAYS = ("2018-06-01", "2021-06-01", "2026-06-01")
FIRM, PERSON = "91360100MA0EX0114G", "110105197001010011"
ACTS = {
    act["id"]: act
    for file in sorted((ROOT / "registry" / "acts").glob("*.yaml"))
    for act in yaml.safe_load(file.read_text(encoding="utf-8"))["acts"]
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.from_paths(ROOT / "regional" / JIANGXI)


def case(field: str, day: str) -> dict[str, Any]:
    """A firm on the list of the field since January 2018, for ten years, and its legal representative."""
    return {
        "subject": {
            "id": FIRM,
            "kind": "enterprise",
            "facts": {"listed-company": True, "holds-civic-honour": False},
        },
        "relations": [
            {
                "id": PERSON,
                "kind": "natural-person",
                "role": "legal-representative",
                "of": FIRM,
                "since": "2010-01-01",
                "responsible_for": ["r1"],
            }
        ],
        "records": [
            {
                "id": "r1",
                "list": field,
                "grade": "serious",
                "determined_by": "示例认定部门",
                "document": {"number": "示〔2018〕1号"},
                "decided_on": "2018-01-05",
                "published_on": "2018-01-05",
                "expires_on": "2028-01-06",
                "notified": True,
                "served": True,
            }
        ],
        "context": {"as_of": day, "region": "360000"},
    }


def of_field(decision: Decision, field: str) -> list[MeasureView]:
    """The measures that the paragraph of the field gives."""
    return [view for view in decision.measures if any(FIELDS[field] in source.clause for source in view.sources)]


def expected(view: MeasureView, day: str) -> str:
    """What the regime of the day says of a measure of a normative document that cites no basis."""
    act = ACTS[view.act]
    if act["impact"] not in ("reduces-right", "adds-duty"):
        return "sufficient"
    return "practice" if day < "2020-01-01" and "floor" not in act else "insufficient"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("day", DAYS)
def test_the_standing_is_that_of_the_day(engine: Engine, field: str, day: str) -> None:
    views = of_field(engine.evaluate(case(field, day)), field)
    assert len(views) >= 4
    assert {view.id: view.standing.value for view in views} == {view.id: expected(view, day) for view in views}
    assert all(view.standing.reason for view in views)


@pytest.mark.parametrize("field", FIELDS)
def test_nothing_but_the_standing_differs(engine: Engine, field: str) -> None:
    seen = [of_field(engine.evaluate(case(field, day)), field) for day in DAYS]
    first, *others = [{(view.id, view.bearer.id, view.force, view.status) for view in views} for views in seen]
    assert all(other == first for other in others)
    values = [{view.id: view.standing.value for view in views} for views in seen]
    assert values[1] == values[2]
    assert {id for id in values[0] if values[0][id] != values[1][id]} == {
        view.id for view in seen[0] if view.standing.value == "practice"
    }


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("day", DAYS)
def test_withheld_are_those_without_standing_and_no_others(engine: Engine, field: str, day: str) -> None:
    annotated = of_field(engine.evaluate(case(field, day)), field)
    withholding = engine.evaluate(case(field, day), Options(standing="withhold"))
    kept = {view.id for view in of_field(withholding, field)}
    assert kept == {view.id for view in annotated if view.standing.value in ("sufficient", "practice")}
    assert {row.id for row in withholding.withheld if row.reason == "insufficient-standing"} >= {
        view.id for view in annotated if view.standing.value == "insufficient"
    }


@pytest.mark.parametrize("day", DAYS)
def test_the_indication_counts_only_what_the_day_carries(engine: Engine, day: str) -> None:
    asked = case("major-tax-violation", day)
    asked["context"]["matter"] = "government-procurement"
    decision = engine.evaluate(asked)
    assert decision.indication is not None
    assert decision.indication.result == ("prohibit" if day == "2018-06-01" else "neutral")
    assert bool(decision.indication.insufficient) is (day != "2018-06-01")
