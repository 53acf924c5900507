"""Every input error of a case: code, path, place, near miss, and all at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from credit_rules.case.model import Case
from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.registry.read_case import read_case
from credit_rules.registry.registry import Registry
from credit_rules.source.files import read_text
from tests.registry.example import CASE, PERSON, UNIT


def found_in(text: str | Mapping[str, Any], registry: Registry) -> tuple[Diagnostic, ...]:
    case, _, found = read_case(text, "case.yaml", registry)
    assert (case is None) == any(d.level == "error" for d in found)
    return found


def changed(old: str, new: str) -> str:
    assert old in CASE
    return CASE.replace(old, new, 1)


def test_a_right_case_is_read_the_same_from_yaml_json_and_a_mapping(registry: Registry) -> None:
    case, node, found = read_case(CASE, "case.yaml", registry)
    assert found == ()
    assert case is not None
    assert node is not None
    plain = node.to_plain()
    for data in (json.dumps(plain), json.dumps(plain).encode(), plain):
        assert read_case(data, "case", registry)[0] == case
    assert read_case(CASE, "case.yaml", registry.vocabulary)[0] == case


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "place", "nearest"),
    [
        # identity
        (UNIT, "91350100M000100Y44", "uscc-check-digit", "/subject/id", (2, 7), None),
        (PERSON, "110105194912310021", "resident-id-check-digit", "/relations/0/id", (8, 10), None),
        (PERSON, "E12345678", "id-type-unclear", "/relations/0/id", (8, 10), None),
        (PERSON, PERSON.lower(), "id-lower-case", "/relations/0/id", (8, 10), None),
        ("440524188001010014", UNIT, "duplicate-party", "/parties/0/id", (11, 10), None),
        ("440524188001010014", PERSON, None, "", (0, 0), None),
        ("kind: natural-person, facts", "kind: natural-person, birth_date: 1880-01-01, facts", None, "", (0, 0), None),
        ("kind: natural-person, facts", "kind: natural-person, birth_date: 1980-01-01, facts", "birth-date-disagrees", "/parties/0/birth_date", (11, 66), None),
        # names
        ("list: dishonest-judgment-debtor", "list: dishonest-judgement-debtor", "unknown-list", "/records/0/list", (14, 11), "dishonest-judgment-debtor"),
        ("list: dishonest-judgment-debtor", "list: 失信被执行人", "unknown-list", "/records/0/list", (14, 11), "dishonest-judgment-debtor"),
        ("role: legal-representative", "role: legal_representative", "unknown-role", "/relations/0/role", (8, 60), "legal-representative"),
        ("matter: government-procurement", "matter: goverment-procurement", "unknown-matter", "/context/matter", (26, 56), "government-procurement"),
        ("registers: [\"*\"]", "registers: [tax-credit-b]", "unknown-list", "/inquiry/registers/0", (25, 90), "tax-credit-a"),
        ("roles: [legal", "roles: [lega", "unknown-role", "/inquiry/roles/0", (25, 55), "legal-representative"),
        ("responsible_for: [r1]", "responsible_for: [r2]", "unknown-record", "/relations/0/responsible_for/0", (9, 43), None),
        ("    list: ", "    subject: nobody\n    list: ", "unknown-record-subject", "/records/0/subject", (14, 14), None),
        # facts
        ("staff: 12", "stuff: 12", "unknown-fact", "/subject/facts/stuff", (6, 33), "staff"),
        ("staff: 12", "amount: 12", "fact-of-another-scope", "/subject/facts/amount", (6, 33), None),
        ("staff: 12", "staff: 12.5", "fact-of-another-type", "/subject/facts/staff", (6, 40), None),
        ("staff: 12", 'staff: "12"', "fact-of-another-type", "/subject/facts/staff", (6, 40), None),
        ("staff: 12", "staff: true", "fact-of-another-type", "/subject/facts/staff", (6, 40), None),
        ("listed-company: true", "listed-company: yes", "fact-of-another-type", "/subject/facts/listed-company", (6, 27), None),
        ("listed-company: true", "listed-company: 1", "fact-of-another-type", "/subject/facts/listed-company", (6, 27), None),
        ("industry: food", "industry: foods", "unknown-choice", "/subject/facts/industry", (6, 54), "food"),
        ("founded-on: 2010-03-04", "founded-on: 2010-02-30", "fact-of-another-type", "/subject/facts/founded-on", (6, 72), None),
        ("founded-on: 2010-03-04", "remark: 5", "fact-of-another-type", "/subject/facts/remark", (6, 68), None),
        ('amount: "1200000.00"', 'amount: "1,200,000"', "fact-of-another-type", "/records/0/facts/amount", (20, 21), None),
        ('amount: "1200000.00"', "amount: 120万", "fact-of-another-type", "/records/0/facts/amount", (20, 21), None),
        ('amount: "1200000.00"', "amount: 1e30", "fact-of-another-type", "/records/0/facts/amount", (20, 21), None),
        ('amount: "1200000.00"', "amount: 1200000.00", None, "", (0, 0), None),
        ('amount: "1200000.00"', "amount: null", None, "", (0, 0), None),
        ('share: "5.0"', 'share: "5 %"', "fact-of-another-type", "/relations/0/facts/share", (9, 63), None),
        # codes
        ('region: "360300"\n', "region: 360300\n", "number-needs-quotes", "/subject/region", (5, 11), None),
        ('region: "360300"\n', 'region: "3603"\n', "not-a-place-code", "/subject/region", (5, 11), None),
        ('region: "360300", matter', "region: 萍乡市, matter", "not-a-place-code", "/context/region", (26, 38), None),
        ("number: 示执1号", "number: 1", "number-needs-quotes", "/records/0/document/number", (16, 24), None),
        # people
        (f'of: "{UNIT}"', f'of: "{PERSON}"', "relation-to-itself", "/relations/0/of", (8, 86), None),
        (f'of: "{UNIT}"', 'of: "91350100M000100Y44"', "uscc-check-digit", "/relations/0/of", (8, 86), None),
    ],
)  # fmt: skip
def test_input_errors(
    old: str, new: str, code: str | None, path: str, place: tuple[int, int], nearest: str | None, registry: Registry
) -> None:
    found = [d for d in found_in(changed(old, new), registry) if d.level == "error"]
    if code is None:
        assert found == []
        return
    assert [(d.code, d.path, d.span[1:]) for d in found if d.path == path] == [(code, path, place)]
    (finding,) = [d for d in found if d.path == path]
    assert finding.values.get("nearest") == nearest
    assert finding.message() != finding.message("en")


def test_a_record_id_stands_once(registry: Registry) -> None:
    text = CASE.replace(
        "inquiry:",
        "  - {id: r1, list: tax-credit-a, determined_by: 局, document: {number: 一}, decided_on: 2018-01-01}\ninquiry:",
    )
    (twice,) = found_in(text, registry)
    assert (twice.code, twice.path, twice.span[1:]) == ("duplicate-record", "/records/1/id", (25, 10))
    assert twice.values == {"found": "r1", "first": "13"}


def test_a_relation_and_a_party_agree_on_the_kind(registry: Registry) -> None:
    text = CASE.replace(
        '"440524188001010014", kind: natural-person', f'"{PERSON}", id_type: resident-id, kind: enterprise'
    )
    (disagreement,) = found_in(text, registry)
    assert (disagreement.code, disagreement.path, disagreement.span[1:]) == (
        "kinds-disagree",
        "/relations/0/kind",
        (8, 38),
    )
    assert PERSON not in disagreement.message()


def test_a_passport_is_described_under_parties(registry: Registry) -> None:
    text = CASE.replace(PERSON, "E12345678").replace(
        '"440524188001010014", kind', '"E12345678", id_type: passport, kind'
    )
    assert found_in(text, registry) == ()


def test_a_kind_that_does_not_fit_its_code_is_a_warning(registry: Registry) -> None:
    case, _, (warning,) = read_case(changed("kind: enterprise", "kind: cooperative"), "case.yaml", registry)
    assert case is not None
    assert (warning.code, warning.level, warning.path) == ("kind-does-not-fit-code", "warning", "/subject/id")


def test_a_look_up_that_has_no_effect_is_a_warning(registry: Registry) -> None:
    (warning,) = found_in(changed(f'records_of: ["{UNIT}"]', 'records_of: ["91350100M000100Y34"]'), registry)
    assert (warning.code, warning.level, warning.values["nearest"]) == ("inquiry-of-nobody", "warning", UNIT)


def test_corrected_facts_are_held_to_the_registry_too(registry: Registry) -> None:
    text = changed("result: confirmed}", "result: corrected, changes: {facts: {amout: 5}}}")
    (finding,) = found_in(text, registry)
    assert (finding.code, finding.path) == ("unknown-fact", "/records/0/events/1/changes/facts/amout")


def test_all_errors_of_all_stages_come_at_once_in_file_order(registry: Registry) -> None:
    text = (
        CASE.replace("kind: enterprise\n", "kind: enterprise\n  kind: enterprise\n")
        .replace("role: legal-", "role: leagl-", 1)
        .replace("list: dishonest", "list: dishonesty")
        .replace("published_on: 2018-01-05", "published_on: yesterday")
        .replace("matter: government-", "matter: govrnment-")
        .replace("until: 2018-05-10}", "until: 2014-05-10}")
    )
    assert [(d.code, d.path) for d in found_in(text, registry)] == [
        ("duplicate-key", "/subject/kind"),
        ("unknown-role", "/relations/0/role"),
        ("unknown-list", "/records/0/list"),
        ("not-a-day", "/records/0/published_on"),
        ("period-ends-before-start", "/inquiry/until"),
        ("unknown-matter", "/context/matter"),
    ]


def test_a_place_is_blamed_once(registry: Registry) -> None:
    found = found_in(changed("decided_on: 2018-01-02", "decided_on:"), registry)
    assert [(d.code, d.path) for d in found] == [("empty-value", "/records/0/decided_on")]


def test_the_contracts_example_of_an_error_path(registry: Registry) -> None:
    (finding,) = found_in(changed("    list: dishonest-judgment-debtor\n", "    list: unknown\n"), registry)
    assert finding.path == "/records/0/list"
    assert str(finding.span) == "case.yaml:14:11"
    assert finding.message() == "没有名单“unknown”"


def test_identity_numbers_of_persons_never_stand_in_a_message(registry: Registry) -> None:
    wrong = "110105194912310021"
    for old, new in ((PERSON, wrong), ("    list: ", f'    subject: "{wrong}"\n    list: ')):
        for finding in found_in(changed(old, new), registry):
            assert wrong not in finding.message() + finding.hint() + finding.message("en") + finding.hint("en")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "5",
        "text",
        "a: 1",
        "subject: null",
        "records: [null]",
        "subject: {facts: []}",
        "relations: {}",
    ],
)
def test_a_document_that_is_no_case(text: str, registry: Registry) -> None:
    case, _, found = read_case(text, "case.yaml", registry)
    assert case is None
    assert found


def test_a_line_of_json_lines_is_placed_in_its_file(registry: Registry) -> None:
    _, _, (finding, *_) = read_case('{"subject": 5}', "cases.jsonl", registry, "json", first_line=9)
    assert str(finding.span) == "cases.jsonl:9:13"


def test_a_case_is_a_case(registry: Registry) -> None:
    node, _ = read_text(CASE, "case.yaml")
    assert node is not None
    assert isinstance(read_case(CASE, "case.yaml", registry)[0], Case)
