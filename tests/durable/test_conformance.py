"""The conformance suite on the second evaluator: every case of every rule and pattern, to the byte of the decision."""

from __future__ import annotations

import json

import pytest

from credit_rules import Engine, InputError
from tests.conformance.expectation import differences
from tests.conformance.form import Case, cases, pattern_cases
from tests.conformance.running import Refused, as_json, decide, engine_for, options_of
from tests.durable.available import needs_durable

pytestmark = needs_durable
CASES = [case for case in (*cases(), *pattern_cases()) if case.findings is None]
FILES = sorted({case.file for case in CASES})


@pytest.fixture(scope="module")
def engines() -> dict[int, Engine]:
    """The engines of the suite with the second evaluator, each prepared once."""
    return {}


def second(case: Case, engines: dict[int, Engine]) -> Engine:
    engine = engine_for(case)
    if id(engine) not in engines:
        engines[id(engine)] = engine.with_evaluator("durable")
    return engines[id(engine)]


@pytest.mark.parametrize("file", FILES)
def test_every_case_is_decided_alike(file: str, engines: dict[int, Engine]) -> None:
    wrong = []
    for case in CASES:
        if case.file != file or (case.error or {}).get("in") in ("registry", "pack"):
            continue
        try:
            first = decide(case).to_json()
        except Refused:
            with pytest.raises(InputError):
                second(case, engines).evaluate(as_json(case.case), options_of(case.options))
            continue
        text = second(case, engines).evaluate(as_json(case.case), options_of(case.options)).to_json()
        expected = (
            []
            if case.xfail
            else differences(case.expect or {}, json.loads(text) | {"engine": json.loads(first)["engine"]})
        )
        if first.replace('"evaluator": "matcher"', '"evaluator": "durable"') != text or expected:
            wrong.append((case.name, expected))
    assert wrong == []
