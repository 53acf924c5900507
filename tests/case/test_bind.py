"""A case bound as a whole, or in the parts that hold."""

from __future__ import annotations

from datetime import date

from credit_rules.case.bind import bind_case, parts_of
from credit_rules.case.parts import bind_parts
from credit_rules.source.files import read_text
from credit_rules.source.node import Node
from tests.registry.example import CASE


def read(text: str) -> Node:
    node, _ = read_text(text, "case.yaml")
    assert node is not None
    return node


def test_a_case_is_bound_with_its_days_and_defaults() -> None:
    case, found = bind_case(read(CASE))
    assert found == ()
    assert case is not None
    assert case.records[0].conduct is not None
    assert case.records[0].conduct.from_ == date(2016, 1, 1)
    assert case.subject.status == "active"
    assert case.inquiry is not None
    assert case.inquiry.registers == ("*",)


def test_the_parts_of_a_whole_case_are_the_same_either_way() -> None:
    case, _ = bind_case(read(CASE))
    assert case is not None
    assert bind_parts(read(CASE)) == parts_of(case)


def test_parts_that_hold_are_bound_beside_one_that_does_not() -> None:
    parts = bind_parts(read(CASE.replace("kind: enterprise", "kind: firm")))
    assert parts.subject is None
    assert list(parts.relations) == [("relations", 0)]
    assert list(parts.records) == [("records", 0)]
    assert parts.broken == frozenset()


def test_a_wrong_optional_value_is_left_out_of_its_part() -> None:
    parts = bind_parts(
        read(
            CASE.replace("facts: {amount:", "published_on: soon\n    facts: {amout: [1], amount:").replace(
                "    published_on: 2018-01-05\n", ""
            )
        )
    )
    record = parts.records["records", 0]
    assert record.published_on is None
    assert record.facts == {"amount": "1200000.00"}
    assert parts.broken == {("records", 0)}


def test_a_wrong_event_leaves_its_record_but_breaks_its_life() -> None:
    parts = bind_parts(read(CASE.replace("result: confirmed", "result: maybe")))
    assert parts.records["records", 0].events == ()
    assert parts.broken == {("records", 0)}


def test_an_unknown_key_breaks_nothing() -> None:
    parts = bind_parts(read(CASE.replace("    published_on:", "    lst: x\n    published_on:")))
    assert parts.broken == frozenset()
    assert len(parts.records["records", 0].events) == 3


def test_nothing_at_all_can_be_bound_in_parts() -> None:
    for text in ("5", "[]", "records: 5", "records: [5, null, []]", "subject: []\nrelations: {a: 1}"):
        parts = bind_parts(read(text))
        assert (parts.subject, parts.records, parts.relations) == (None, {}, {})
