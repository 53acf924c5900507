"""The conformance suite against this engine: every case of every rule, one test function a rule."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from credit_rules import Engine
from tests.conformance.checking import check, param
from tests.conformance.expectation import differences
from tests.conformance.form import RULES, Case, cases, files, pattern_cases, read, rule_of
from tests.conformance.page import PAGE, page
from tests.conformance.running import Refused, as_json, decide, engine_for


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    found = re.match(r"test_(S\d+a?)_", metafunc.function.__name__)
    if found and "case" in metafunc.fixturenames:
        metafunc.parametrize("case", [param(case) for case in cases() if case.rule == found[1]])


def test_every_rule_has_a_file_and_a_case() -> None:
    assert {rule_of(path) for path in files()} == set(RULES)
    assert {case.rule for case in cases()} == set(RULES)
    assert len(files()) == len(RULES)


def test_every_file_names_its_rule() -> None:
    assert [path.name for path in files() if read(path)["rule"] != rule_of(path)] == []
    assert [path.name for path in files() if read(path)["format"] != 1] == []


def test_every_rule_has_a_test_function() -> None:
    tested = {found[1] for name in globals() if (found := re.match(r"test_(S\d+a?)_", name))}
    assert tested == set(RULES)


def test_cases_are_told_apart_by_their_names() -> None:
    slugs = [(case.file, case.slug) for case in cases()]
    assert sorted({slug for slug in slugs if slugs.count(slug) > 1}) == []


def test_what_a_case_expects_can_fail() -> None:
    """Expectations are told apart from what came, so that a passing case says something."""
    found = {"list": [{"id": 1, "more": 2}, {"id": 2}], "value": "x", "none": None, "yes": True}
    right: list[Any] = [
        {},
        {"value": "x"},
        {"none": None},
        {"list": [{"id": 1}, {}]},
        {"list": {"contains": [{"id": 2}], "count": 2, "none_of": [{"id": 3}]}},
        {"list": {"present": True}, "none": {"present": False}},
    ]
    wrong: list[Any] = [
        {"value": "y"},
        {"yes": 1},
        {"missing": None},
        {"list": [{"id": 1}]},
        {"list": [{"id": 2}, {"id": 1}]},
        {"list": {"contains": [{"id": 1}, {"id": 1}]}},
        {"list": {"count": 1}},
        {"list": {"none_of": [{"id": 2}]}},
        {"list": {"present": False}},
        {"value": []},
    ]
    assert [one for one in right if differences(one, found)] == []
    assert [one for one in wrong if not differences(one, found)] == []


def test_every_decision_holds_to_the_published_schema() -> None:
    """One decision of every case that is decided, against the schema of its own registry."""
    wrong = []
    for case in (*cases(), *pattern_cases()):
        try:
            decision = decide(case)
        except Refused:
            continue
        for error in _validator(as_json(case.registry), engine_for(case)).iter_errors(json.loads(decision.to_json())):
            wrong.append(f"{case.file}: {case.name}: {error.json_path}: {error.message[:200]}")
    assert wrong == []


_VALIDATORS: dict[str, Any] = {}


def _validator(registry: str, engine: Engine) -> Any:
    from jsonschema import Draft202012Validator

    if registry not in _VALIDATORS:
        schema = engine.decision_schema()
        Draft202012Validator.check_schema(schema)
        _VALIDATORS[registry] = Draft202012Validator(schema)
    return _VALIDATORS[registry]


def test_the_page_in_the_reference_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.conformance.page"


def test_S1_closed_world(case: Case) -> None:
    check(case)


def test_S2_place(case: Case) -> None:
    check(case)


def test_S3_effective_period(case: Case) -> None:
    check(case)


def test_S4_two_days(case: Case) -> None:
    check(case)


def test_S5_status_by_precedence(case: Case) -> None:
    check(case)


def test_S6_effect_and_term(case: Case) -> None:
    check(case)


def test_S7_verification_suspends(case: Case) -> None:
    check(case)


def test_S8_wrong_record(case: Case) -> None:
    check(case)


def test_S8a_evidence(case: Case) -> None:
    check(case)


def test_S9_repair(case: Case) -> None:
    check(case)


def test_S10_removal_is_dynamic(case: Case) -> None:
    check(case)


def test_S11_bearers(case: Case) -> None:
    check(case)


def test_S11a_livelihood(case: Case) -> None:
    check(case)


def test_S12_reverse(case: Case) -> None:
    check(case)


def test_S13_identity(case: Case) -> None:
    check(case)


def test_S14_merge_never_add(case: Case) -> None:
    check(case)


def test_S15_force_and_effect(case: Case) -> None:
    check(case)


def test_S16_three_values(case: Case) -> None:
    check(case)


def test_S16a_thresholds(case: Case) -> None:
    check(case)


def test_S17_incentives_need_a_clean_list(case: Case) -> None:
    check(case)


def test_S18_clean_for_a_period(case: Case) -> None:
    check(case)


def test_S19_several_fields(case: Case) -> None:
    check(case)


def test_S20_incentive_against_punishment(case: Case) -> None:
    check(case)


def test_S21_indication_for_a_matter(case: Case) -> None:
    check(case)


def test_S22_basis(case: Case) -> None:
    check(case)


def test_S22a_provenance(case: Case) -> None:
    check(case)


def test_S23_standing_on_the_day(case: Case) -> None:
    check(case)


def test_S24_departments(case: Case) -> None:
    check(case)


def test_S25_reasons(case: Case) -> None:
    check(case)


def test_S26_way_out(case: Case) -> None:
    check(case)


def test_S27_reproducible(case: Case) -> None:
    check(case)


def test_S28_human_hand(case: Case) -> None:
    check(case)


def test_S29_age_of_data(case: Case) -> None:
    check(case)
