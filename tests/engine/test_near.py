"""What came near: never what is issued, never what no record of the case could bring about."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules import Engine
from credit_rules.engine.near import near
from tests.repository.tree import ROOT

EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.yaml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_near_is_what_hangs_on_a_list_of_the_case_and_is_not_given(path: Path) -> None:
    engine = Engine.bundled()
    case = path.read_text(encoding="utf-8")
    decision, explanations = engine.evaluate(case), engine.why(case)
    found = near(explanations, decision, engine.plan)
    records = {record.id: record.list for record in decision.records}
    issued = {source.id for measure in decision.measures for source in measure.sources}
    assert found
    for each in found:
        assert each.explanation.outcome in ("miss", "not-in-force")
        assert each.explanation.id not in issued
        assert each.records
        number = engine.plan.number[each.explanation.id]
        assert all(number in engine.plan.by_list[records[id]] for id in each.records)


def test_what_another_place_orders_is_not_near() -> None:
    engine = Engine.bundled()
    case = EXAMPLES[0].read_text(encoding="utf-8")
    found = near(engine.why(case), engine.evaluate(case), engine.plan)
    places = {engine.plan.pack[each.explanation.pack].place for each in found}
    assert places <= {"000000", "360000", "360300"}
