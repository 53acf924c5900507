"""``why`` tells what the decision makes of a measure, not only whether its condition holds (S25)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from credit_rules import Engine, InputError, Options

ENGINE = Engine.bundled()
FIRM = "91360300M00030007B"


def record(id: str, list: str, **more: Any) -> dict[str, Any]:
    found = {"id": id, "list": list, "determined_by": "示例机关", "document": {"number": f"示例{id}号"}}
    return {**found, "decided_on": "2018-01-02", "published_on": "2018-01-05", **more}


def case(*records: dict[str, Any]) -> dict[str, Any]:
    return {
        "subject": {"id": FIRM, "kind": "enterprise"},
        "records": list(records),
        "inquiry": {"records_of": [FIRM], "from": "2010-01-01", "until": "2018-05-10"},
        "context": {"as_of": "2018-05-10", "region": "360300"},
    }


TAX = record("r1", "major-tax-violation")
CONTESTED = {**TAX, "events": [{"type": "verification-opened", "on": "2018-05-01", "ground": "objection"}]}
PROCUREMENT = "jiangxi-2016-101/tax-procurement"


def told(given: dict[str, Any], id: str, options: Options | None = None) -> tuple[str, list[str]]:
    (found,) = [item for item in ENGINE.why(given, options) if item.id == id]
    return found.outcome, [reason.condition for reason in found.reasons]


def test_an_incentive_of_a_listed_firm_is_withheld_and_says_why() -> None:
    model = record("r2", "trustworthiness-model")
    outcome, reasons = told(case(TAX, model), "jiangxi-2016-101/accept-with-papers-outstanding")
    assert outcome == "withheld"
    assert "不予发出：承担人本身列入失信名单" in reasons


def test_a_measure_without_basis_is_withheld_where_that_is_asked_for() -> None:
    outcome, reasons = told(case(TAX), PROCUREMENT, Options(as_of="2022-01-01", standing="withhold"))  # type: ignore[arg-type]
    assert outcome == "withheld"
    assert "不予发出：法律依据不足" in reasons


def test_a_suspended_measure_says_that_it_waits() -> None:
    outcome, reasons = told(case(CONTESTED), PROCUREMENT)
    assert outcome == "hit"
    assert any("暂不执行" in reason for reason in reasons)
    assert not any("暂不执行" in reason for reason in told(case(TAX), PROCUREMENT)[1])


def test_a_department_sees_its_own() -> None:
    found = ENGINE.why(case(TAX), Options(department="state-taxation"))
    assert 0 < len(found) < len(ENGINE.why(case(TAX)))
    assert PROCUREMENT in {item.id for item in found}


@pytest.mark.parametrize(
    "options",
    [
        Options(standing="foo"),  # type: ignore[arg-type]
        Options(evidence="bar"),  # type: ignore[arg-type]
        Options(include_unverified="no"),  # type: ignore[arg-type]
        Options(region="abc"),
        Options(region=360300),  # type: ignore[arg-type]
        Options(matter=5),  # type: ignore[arg-type]
        Options(department=3),  # type: ignore[arg-type]
        Options(as_of="2018-5-22"),  # type: ignore[arg-type]
        {"region": "360300"},
    ],
)
def test_a_wrong_option_is_named(options: Any) -> None:
    with pytest.raises(InputError) as error:
        ENGINE.evaluate(case(TAX), options)
    assert [item.code for item in error.value.diagnostics] == ["option-wrong"]


def test_folders_without_packs_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(InputError) as error:
            Engine.from_paths(path)
        assert [item.code for item in error.value.diagnostics] == ["no-packs-here"]


def test_an_engine_keeps_its_plan() -> None:
    with pytest.raises(AttributeError):
        ENGINE.plan = None  # type: ignore[misc,assignment]


def test_a_plan_that_lacks_a_part_is_refused() -> None:
    plain = json.loads(ENGINE.plan.json)
    for spoilt in ({"conditions": []}, {"always": [9999]}, {"packs": []}):
        with pytest.raises(ValueError, match="plan"):
            Engine.from_plan(json.dumps({**plain, **spoilt}))
