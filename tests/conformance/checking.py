"""A case of the suite checked: what came against everything that it expects."""

from __future__ import annotations

import json
from typing import Any

import pytest

from credit_rules import Engine
from credit_rules.case.decision_json import decision_from_json
from tests.conformance.expectation import differences
from tests.conformance.form import Case
from tests.conformance.pages import shown_pages
from tests.conformance.running import (
    Refused,
    as_json,
    decide,
    engine_for,
    explanations,
    findings,
    options_of,
    wrong_with_error,
)


def param(case: Case) -> Any:
    """A case as a parameter of a test, named by its sentence."""
    marks = [pytest.mark.xfail(reason=case.xfail, strict=True)] if case.xfail else []
    return pytest.param(case, marks=marks, id=case.slug)


def check(case: Case) -> None:
    """Everything that the case expects."""
    wrong = wrong_with(case)
    assert not wrong, "\n".join([f"{case.file}: {case.name}", *wrong])


def wrong_with(case: Case) -> list[str]:
    """How what came differs from what the case expects."""
    try:
        if case.findings is not None:
            return differences(case.findings, findings(case), "/findings")
        decision = decide(case)
    except Refused as refused:
        codes = [f"{one.code} at {one.path}" for one in refused.diagnostics]
        return wrong_with_error(case, refused) if case.error else [f"the {refused.where} is refused: {codes}"]
    if case.error:
        return [f"nothing is refused; expected {case.error}"]
    text = decision.to_json()
    wrong = differences(case.expect or {}, json.loads(text))
    if case.why is not None:
        wrong += differences(case.why, explanations(case), "/why")
    if case.again:
        engine = Engine.from_plan(engine_for(case).plan.json)
        again = engine.evaluate(as_json(case.case), options_of(case.options))
        wrong += [] if again.to_json() == text else ["decided again from the stored plan, the bytes differ"]
        wrong += [] if decision_from_json(text) == decision else ["read back, the decision differs"]
    for name, shown in shown_pages(case, decision) if case.shown else ():
        wrong += [f"{name} shows {one}" for one in (case.shown or {}).get("hides", ()) if one in shown]
        wrong += [f"{name} does not show {one}" for one in (case.shown or {}).get("shows", ()) if one not in shown]
    return wrong
