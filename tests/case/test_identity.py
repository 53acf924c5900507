"""Identifiers: type, format, date and check digit (S13). All numbers are invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from credit_rules.case.identity import (
    birth_date_of,
    check_identity,
    mask,
    resident_check,
    shown_id,
    tell_id_type,
    uscc_check,
)  # fmt: skip
from credit_rules.source.values import IdType, Kind

UNIT = "91350100M000100Y43"
PERSON = "11010519491231002X"
DIGITS = "0123456789"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def codes(id: str, id_type: IdType | None = None, kind: Kind | None = None) -> list[str]:
    return [finding.code for finding in check_identity(id, id_type, kind)]


def test_the_vectors_of_the_standards() -> None:
    assert codes(UNIT, "uscc", "enterprise") == []
    assert codes("91350100M000100Y4Z", "uscc", "enterprise") == ["uscc-malformed"]
    assert codes("91350100M000100Y44", "uscc", "enterprise") == ["uscc-check-digit"]
    assert codes(PERSON, "resident-id", "natural-person") == []
    assert codes("440524188001010014", "resident-id", "natural-person") == []


@pytest.mark.parametrize(
    ("id", "id_type", "kind", "found"),
    [
        (UNIT, None, "enterprise", []),
        (PERSON, None, "natural-person", []),
        ("110105194912310021", None, "natural-person", ["resident-id-check-digit"]),
        ("11010519490231002X", None, "natural-person", ["resident-id-date"]),
        ("11010510001231002X", None, "natural-person", ["resident-id-date"]),
        ("11010519491231002x", None, "natural-person", ["id-lower-case"]),
        ("91350100m000100y43", None, "enterprise", ["id-lower-case"]),
        ("91350100m000100y44", None, "enterprise", ["id-lower-case", "uscc-check-digit"]),
        ("9135010OM000100Y43", "uscc", "enterprise", ["uscc-malformed"]),
        ("91350100M000100Y4", "uscc", "enterprise", ["uscc-malformed"]),
        ("9135A100M000100Y43", "uscc", "enterprise", ["uscc-malformed"]),
        ("E12345678", None, "natural-person", ["id-type-unclear"]),
        ("E12345678", "passport", "natural-person", []),
        ("企合1号", None, "enterprise", ["id-type-unclear"]),
        ("企合1号", "registration-number", "enterprise", []),
        (PERSON, None, "individually-owned-business", ["id-type-unclear"]),
        (PERSON, "resident-id", "individually-owned-business", []),
        (PERSON, "uscc", "enterprise", ["uscc-check-digit"]),
        (" ", None, "enterprise", ["id-blank"]),
        (f"{UNIT} ", None, "enterprise", ["id-blank"]),
        (UNIT, None, None, []),
        ("91350100M000100Y44", None, None, ["uscc-check-digit"]),
        ("somebody", None, None, []),
        (UNIT, "uscc", "individually-owned-business", ["kind-does-not-fit-code"]),
        (UNIT, "uscc", "natural-person", ["kind-does-not-fit-code"]),
        (UNIT, "uscc", "unincorporated-organisation", []),
    ],
)
def test_what_is_wrong_with_a_number(id: str, id_type: IdType | None, kind: Kind | None, found: list[str]) -> None:
    assert codes(id, id_type, kind) == found


def test_a_kind_that_does_not_fit_is_a_warning() -> None:
    (finding,) = check_identity(UNIT, "uscc", "cooperative")
    assert finding.level == "warning"
    assert finding.values == {
        "id": UNIT,
        "kind": "cooperative",
        "start": "91",
        "known": "enterprise|unincorporated-organisation",
    }


@pytest.mark.parametrize(
    ("start", "kind", "fits"),
    [
        ("11", "state-organ", True), ("12", "public-institution", True), ("13", "social-organisation", True), ("51", "social-organisation", True),
        ("52", "social-organisation", True), ("53", "social-organisation", True), ("91", "enterprise", True), ("92", "individually-owned-business", True),
        ("93", "cooperative", True), ("93", "enterprise", False), ("12", "state-organ", False), ("N1", "cooperative", True), ("Y1", "enterprise", True),
    ],
)  # fmt: skip
def test_kinds_by_registering_department_and_category(start: str, kind: Kind, fits: bool) -> None:
    code = f"{start}350100M000100Y4"
    assert codes(code + uscc_check(code), None, kind) == ([] if fits else ["kind-does-not-fit-code"])


@given(st.text(alphabet=ALPHABET, min_size=17, max_size=17))
def test_the_check_character_of_a_unit_is_that_of_stdnum(code: str) -> None:
    assert uscc_check(code) == uscc.calc_check_digit(code + "0")


@given(st.text(alphabet=DIGITS, min_size=17, max_size=17))
def test_the_check_digit_of_a_person_is_that_of_stdnum(number: str) -> None:
    assert resident_check(number) == ric.calc_check_digit(number + "0")


@given(
    st.dates(date(1850, 1, 1), date(2100, 1, 1)),
    st.text(alphabet=DIGITS, min_size=6, max_size=6),
    st.text(alphabet=DIGITS, min_size=3, max_size=3),
)
def test_a_right_number_of_any_place_is_right(born: date, place: str, sequence: str) -> None:
    number = f"{place}{born:%Y%m%d}{sequence}"
    number += resident_check(number)
    assert codes(number, None, "natural-person") == []
    assert birth_date_of(number) == born


@given(
    st.text(max_size=20) | st.text(alphabet="0123456789Xx", min_size=17, max_size=19),
    st.sampled_from([None, "uscc", "resident-id", "passport"]),
    st.sampled_from([None, "enterprise", "natural-person"]),
)
def test_any_number_is_judged(id: str, id_type: IdType | None, kind: Kind | None) -> None:
    for finding in check_identity(id, id_type, kind):
        assert finding.code
    tell_id_type(id, kind)
    birth_date_of(id)
    assert kind != "natural-person" or len(id) < 3 or id not in shown_id(id, kind)


def test_numbers_of_persons_are_masked() -> None:
    assert mask(PERSON) == "1101************2X"
    assert mask("E12345678") == "*********"
    assert shown_id(UNIT, "enterprise") == UNIT
    assert shown_id(PERSON, None) == "1101************2X"


def test_a_code_of_digits_only_is_told_from_a_persons_number() -> None:
    code = "91350100999999999"
    assert tell_id_type(code + uscc_check(code), "enterprise") == "uscc"
    assert tell_id_type(PERSON, "enterprise") is None
    assert birth_date_of("91350100M000100Y43") is None
