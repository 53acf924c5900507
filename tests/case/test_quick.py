"""A case that is right is read at once, and as the readers with places would; anything else is left to them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credit_rules import Engine
from credit_rules.case.quick import LONGEST, read_quickly
from credit_rules.registry.read_case import read_case, read_case_quickly
from tests.generators.world import World, shipped

VOCABULARY = Engine.bundled().plan.vocabulary
RIGHT = {"subject": {"id": "91350100M000100Y43", "kind": "enterprise"}, "context": {"as_of": "2018-05-10"}}


@settings(max_examples=150)
@given(world=shipped(), data=st.data())
def test_what_is_read_at_once_is_what_the_careful_reader_reads(world: World, data: st.DataObject) -> None:
    text = json.dumps(world.case, ensure_ascii=False)
    if data.draw(st.booleans(), "spoilt"):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(["", '"', "}", "0", "x", ",", "\\", "\u200e"])) + text[at + 1 :]
    quickly = read_case_quickly(text, VOCABULARY)
    carefully, _, found = read_case(text, "case.json", VOCABULARY)
    if quickly is not None:
        assert quickly == carefully
        assert found == ()


def test_a_right_case_is_read_at_once() -> None:
    assert read_case_quickly(json.dumps(RIGHT), VOCABULARY) == Engine.bundled().read(RIGHT)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(RIGHT)[:-1],
        json.dumps(RIGHT).replace('"kind"', '"kind": "enterprise", "kind"'),
        json.dumps(RIGHT).replace("9135", "\\u00393135"),
        json.dumps(RIGHT).replace("enterprise", "firm"),
        json.dumps(RIGHT).replace('"as_of"', '"as-of"'),
        json.dumps(RIGHT) + " " * LONGEST,
        "[]",
        "",
        "subject: {}",
    ],
    ids=["broken-off", "key-twice", "escape", "no-kind", "unknown-key", "long", "list", "empty", "yaml"],
)
def test_what_wants_a_closer_look_is_left_to_the_careful_reader(text: str) -> None:
    assert read_quickly(text) is None


def test_a_wrong_number_is_left_to_the_careful_reader() -> None:
    text = json.dumps(RIGHT).replace("Y43", "Y44")
    assert read_quickly(text) is not None
    assert read_case_quickly(text, VOCABULARY) is None
