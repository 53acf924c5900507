"""The patterns of the texts: every case of every pattern, one test function a pattern."""

from __future__ import annotations

import re

import pytest

from tests.conformance.checking import check, param
from tests.conformance.form import Case, pattern_cases, pattern_files, read, rule_of, said_by


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    found = re.match(r"test_(P\d\d)_", metafunc.function.__name__)
    if found and "case" in metafunc.fixturenames:
        metafunc.parametrize("case", [param(case) for case in pattern_cases() if case.rule == found[1]])


def test_every_file_names_its_pattern() -> None:
    assert [path.name for path in pattern_files() if said_by(read(path)) != rule_of(path)] == []
    assert [path.name for path in pattern_files() if read(path)["format"] != 1] == []


def test_every_pattern_with_a_file_has_a_test_function() -> None:
    tested = [found[1] for name in globals() if (found := re.match(r"test_(P\d\d)_", name))]
    assert tested == [rule_of(path) for path in pattern_files()]


def test_every_pattern_is_shown_from_two_sides() -> None:
    """A case for and a near miss: what is expected of the one is not expected of the other."""
    sides = {path.name: [case.expect for case in pattern_cases() if case.file == path.name] for path in pattern_files()}
    assert [name for name, found in sides.items() if all(one == found[0] for one in found)] == []


def test_cases_are_told_apart_by_their_names() -> None:
    slugs = [(case.file, case.slug) for case in pattern_cases()]
    assert sorted({slug for slug in slugs if slugs.count(slug) > 1}) == []


def test_P01_list_entry(case: Case) -> None:
    check(case)


def test_P02_thresholds(case: Case) -> None:
    check(case)


def test_P03_absence(case: Case) -> None:
    check(case)


def test_P04_grades(case: Case) -> None:
    check(case)


def test_P05_subject_kinds(case: Case) -> None:
    check(case)


def test_P06_responsible_persons(case: Case) -> None:
    check(case)


def test_P07_reverse(case: Case) -> None:
    check(case)


def test_P08_group_rule(case: Case) -> None:
    check(case)


def test_P09_force(case: Case) -> None:
    check(case)


def test_P10_reference_only(case: Case) -> None:
    check(case)


def test_P11_strict_review(case: Case) -> None:
    check(case)


def test_P12_menu(case: Case) -> None:
    check(case)


def test_P13_equal_conditions(case: Case) -> None:
    check(case)


def test_P14_facilitation(case: Case) -> None:
    check(case)


def test_P15_matter(case: Case) -> None:
    check(case)


def test_P16_departments(case: Case) -> None:
    check(case)


def test_P17_region(case: Case) -> None:
    check(case)


def test_P18_bar_and_undo(case: Case) -> None:
    check(case)


def test_P19_chained(case: Case) -> None:
    check(case)


def test_P20_measure_term(case: Case) -> None:
    check(case)


def test_P21_list_term(case: Case) -> None:
    check(case)


def test_P22_recidivism(case: Case) -> None:
    check(case)


def test_P23_several_fields(case: Case) -> None:
    check(case)


def test_P24_cross_check(case: Case) -> None:
    check(case)


def test_P25_dynamic_removal(case: Case) -> None:
    check(case)


def test_P26_after_exit(case: Case) -> None:
    check(case)


def test_P27_repair(case: Case) -> None:
    check(case)


def test_P28_objection_suspends(case: Case) -> None:
    check(case)


def test_P29_publicity_window(case: Case) -> None:
    check(case)


def test_P30_restore(case: Case) -> None:
    check(case)


def test_P32_time_stamps(case: Case) -> None:
    check(case)


def test_P33_query_duty(case: Case) -> None:
    check(case)


def test_P34_frequency(case: Case) -> None:
    check(case)


def test_P35_amounts(case: Case) -> None:
    check(case)


def test_P36_relisting(case: Case) -> None:
    check(case)


def test_P37_notify(case: Case) -> None:
    check(case)


def test_P38_consent(case: Case) -> None:
    check(case)


def test_P39_closed_catalogue(case: Case) -> None:
    check(case)


def test_P40_harmonised_terms(case: Case) -> None:
    check(case)


def test_P41_supersession(case: Case) -> None:
    check(case)


def test_P42_legal_basis(case: Case) -> None:
    check(case)
