"""``evaluate --evaluator batch``: a decision on which the tables and the matcher agree, or none."""

from __future__ import annotations

import json
from typing import Any

import pytest

from credit_rules import Engine, Options
from credit_rules.batch.run import in_memory
from credit_rules.cli.by_batch import ByBatch, Differing
from tests.batch.stand_in import plan

CASE = {
    "subject": {"id": "91350100M000100Y43", "kind": "enterprise"},
    "records": [
        {
            "id": "r1",
            "list": "debts",
            "determined_by": "示例法院",
            "document": {"number": "示〔2018〕1号"},
            "decided_on": "2018-01-02",
            "published_on": "2018-01-05",
        }
    ],
    "context": {"as_of": "2018-05-10", "region": "990000", "matter": "bids"},
}
TEXT = json.dumps(CASE).encode()


def test_a_decision_says_that_the_tables_gave_it() -> None:
    engine = Engine(plan())
    decided = ByBatch(engine).evaluate(TEXT, Options(), name="case.json")
    assert decided.measures
    assert decided.engine.evaluator == "batch"
    assert decided._replace(engine=engine.evaluate(TEXT).engine) == engine.evaluate(TEXT)


def test_where_the_tables_say_otherwise_nothing_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*given: Any, **named: Any) -> dict[str, Any]:
        import pyarrow

        from credit_rules.batch.run.decider import WRITTEN

        return {name: pyarrow.table({"case_id": pyarrow.array([], pyarrow.string())}) for name in WRITTEN}

    monkeypatch.setattr(in_memory, "decide_batch", nothing)
    with pytest.raises(Differing) as error:
        ByBatch(Engine(plan())).evaluate(TEXT, Options(), name="case.json")
    assert error.value.code == "evaluators-differ"
    assert "measures" in str(error.value)
    assert error.value.status == 1
