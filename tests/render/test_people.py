"""Identity numbers of natural persons never stand in what people read (S28); unit codes do."""

from __future__ import annotations

import pytest

from credit_rules.case.identity import mask
from credit_rules.render.people import NOBODY, People
from tests.render.example_decision import CASE, DECISION, PASSPORT, PERSON, UNIT


def test_a_unit_s_code_is_public() -> None:
    assert NOBODY.shown(UNIT) == UNIT
    assert People.of(DECISION, CASE).shown(UNIT) == UNIT


def test_a_person_is_masked_with_and_without_the_case() -> None:
    for people in (NOBODY, People.of(DECISION), People.of(DECISION, CASE)):
        assert people.shown(PERSON) == mask(PERSON)
        assert "1949" not in people.shown(PERSON)


@pytest.mark.parametrize("unknown", ["E00000017", "H00000001", "360300000000001", "110105194912310020", "x"])
def test_what_is_not_known_to_be_a_unit_is_masked(unknown: str) -> None:
    assert NOBODY.shown(unknown) == mask(unknown)


def test_a_unit_with_another_number_is_shown_where_the_case_says_it_is_one() -> None:
    assert People(units=frozenset({"360300000000001"})).shown("360300000000001") == "360300000000001"


def test_a_person_stays_masked_even_where_another_place_calls_him_a_unit() -> None:
    subject = CASE.subject._replace(id=PERSON)
    people = People.of(None, CASE._replace(subject=subject))
    assert people.shown(PERSON) == mask(PERSON)


def test_sentences_lose_numbers_of_persons_and_keep_those_of_units() -> None:
    people = People.of(DECISION, CASE)
    text = people.without_numbers(f"{PERSON}与{PASSPORT}在{UNIT}任职")
    assert text == f"{mask(PERSON)}与{mask(PASSPORT)}在{UNIT}任职"


@pytest.mark.parametrize(
    "number",
    ["11010519491231002X", "11010519491231002x", "110105491231002", "110105194913310020", "1101051949123100212"],
)
def test_a_number_shaped_like_a_person_s_is_masked_also_when_mistyped(number: str) -> None:
    assert number not in NOBODY.without_numbers(f"证件号 {number} 有误")


def test_digests_and_document_numbers_stay() -> None:
    for text in ("sha256:" + "1234567890" * 6 + "abcd", "示税罚〔2018〕1号", "1200000.00", "2018-05-10"):
        assert NOBODY.without_numbers(text) == text
