"""Identity numbers of natural persons never stand in what people read (S28); unit codes do."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.case.decision import SubjectView
from credit_rules.case.identity import mask
from credit_rules.case.model import Relation, Subject
from credit_rules.render.people import NOBODY, People
from credit_rules.source.values import IdType
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


OWNER = Subject(id=PERSON, kind="individually-owned-business", id_type="resident-id", name="示例小店")


def test_a_resident_number_is_masked_whatever_its_holder_s_kind() -> None:
    case = CASE._replace(subject=OWNER, relations=(), parties=())
    subject = SubjectView(PERSON, "individually-owned-business", None)
    decision = DECISION._replace(subject=subject, measures=(), records=(), withheld=(), undetermined=())
    for people in (People.of(None, case), People.of(decision), People.of(decision, case)):
        assert people.shown(PERSON) == mask(PERSON)
        assert people.without_numbers(f"对象{PERSON}") == f"对象{mask(PERSON)}"


@pytest.mark.parametrize(
    ("number", "id_type"),
    [
        ("E00000017", "passport"),
        ("H00000001", "hk-macau-permit"),
        ("00000001", "taiwan-permit"),
        (PERSON, "other"),
        (PERSON, "registration-number"),
        ("110105491231002", "other"),
        (PERSON.lower(), None),
    ],
)
def test_an_owner_s_number_is_masked_by_its_type_or_its_shape(number: str, id_type: IdType | None) -> None:
    subject = OWNER._replace(id=number, id_type=id_type)
    relation = Relation(id=number, kind="individually-owned-business", role="branch", since=date(2015, 1, 1))
    people = People.of(None, CASE._replace(subject=subject, relations=(relation,), parties=()))
    assert people.shown(number) == mask(number)
    assert number not in people.without_numbers(f"{number} 有误")


@pytest.mark.parametrize(
    ("number", "id_type"),
    [
        ("92360300M00030008B", None),
        (UNIT, "uscc"),
        ("360300000000001", "registration-number"),
        ("360300491231002", "registration-number"),
        ("赣民字0001号", "other"),
    ],
)
def test_a_code_or_registration_of_a_business_stays_public(number: str, id_type: IdType | None) -> None:
    case = CASE._replace(subject=OWNER._replace(id=number, id_type=id_type), relations=(), parties=())
    subject = SubjectView(number, "individually-owned-business", None)
    decision = DECISION._replace(subject=subject, measures=(), records=(), withheld=(), undetermined=())
    for people in (People.of(None, case), People.of(decision, case)):
        assert people.shown(number) == number
        assert people.without_numbers(f"{number} 有效") == f"{number} 有效"


@pytest.mark.parametrize("before", ["", "r", "r-", "r_", "ID", "张", "2018"])
@pytest.mark.parametrize("after", ["", "-1", "a", "号"])
@pytest.mark.parametrize("number", [PERSON, PERSON.lower(), PASSPORT, PASSPORT.lower()])
def test_the_number_of_a_known_person_is_masked_inside_longer_text(before: str, number: str, after: str) -> None:
    people = People.of(DECISION, CASE)
    assert people.without_numbers(f"用到 {before}{number}{after}") == f"用到 {before}{mask(number)}{after}"


@pytest.mark.parametrize("before", ["", "r", "r-", "r_", "ID", "张"])
@pytest.mark.parametrize("number", [PERSON, PERSON.lower(), "110105194912310020", "110105491231002"])
def test_a_number_shaped_like_a_person_s_is_masked_after_letters(before: str, number: str) -> None:
    assert NOBODY.without_numbers(f"用到 {before}{number}") == f"用到 {before}{mask(number)}"
    assert NOBODY.without_numbers(f"{before}{number}-2") == f"{before}{mask(number)}-2"


@pytest.mark.parametrize(
    "text",
    [
        "91360300M00030007B",
        "r-91360300M00030007B",
        "r91360300M00030007B",
        "GF20180001234567890",
        "JX360300123456789012",
        "赣税稽罚〔2018〕110105号",
        "sha256:" + "1a2b3c4d" * 8,
    ],
)
def test_codes_of_units_and_numbers_of_documents_stay_inside_longer_text(text: str) -> None:
    assert NOBODY.without_numbers(text) == text
    assert People.of(DECISION, CASE).without_numbers(text) == text


def test_a_unit_s_code_that_holds_a_person_s_number_stays() -> None:
    relation = CASE.relations[1]._replace(id="M00030007")
    people = People.of(None, CASE._replace(relations=(relation,)))
    assert people.without_numbers("91360300M00030007B与M00030007") == f"91360300M00030007B与{mask('M00030007')}"


def test_a_short_number_is_not_looked_for_inside_words_and_amounts() -> None:
    relations = tuple(CASE.relations[1]._replace(id=each) for each in ("person", "10000"))
    people = People.of(None, CASE._replace(relations=relations))
    assert people.without_numbers("persons 110000.00 100001") == "persons 110000.00 100001"
    assert people.without_numbers("person 10000") == "****** *****"
