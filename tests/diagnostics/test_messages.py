"""Sentences in two languages, filled with what was written."""

from __future__ import annotations

from typing import get_args

import pytest

from credit_rules.diagnostics.diagnostic import Diagnostic
from credit_rules.diagnostics.messages import Sentence, declare_messages, hint_text, message_text
from credit_rules.diagnostics.phrases import PHRASES
from credit_rules.diagnostics.shown import masked, shown
from credit_rules.diagnostics.span import Span
from credit_rules.registry.model import FactEntry


def test_parts_without_their_value_are_left_out() -> None:
    assert hint_text("unknown-list", {"found": "x", "nearest": "y"}) == "是否指“y”？名单代码见登记表 lists。"
    assert hint_text("unknown-list", {"found": "x"}) == "名单代码见登记表 lists。"
    assert hint_text("unknown-list", {"found": "x"}, "en") == "The registry of lists has their codes."


def test_brackets_without_a_value_are_text() -> None:
    assert "[]" in hint_text("empty-value", {})


def test_words_are_joined_in_the_language() -> None:
    assert "甲、乙" in hint_text("unknown-field", {"known": "甲|乙"})
    assert "a, b" in hint_text("unknown-field", {"known": "a|b"}, "en")


def test_phrases_are_translated_and_other_words_quoted() -> None:
    values = {"expected": "subject|mapping", "kind": "a-number", "found": "5"}
    assert message_text("wrong-type", values) == "这里应为“subject”或一组“键: 值”，而写的是数字“5”"
    assert (
        message_text("wrong-type", values, "en")
        == "“subject” or a set of keys with values belongs here, not the number “5”"
    )


def test_every_phrase_that_a_sentence_asks_for_by_type_is_there() -> None:
    types = get_args(FactEntry.model_fields["type"].annotation)
    scopes = get_args(FactEntry.model_fields["on"].annotation)
    wanted = {*types, *(f"bound-{name}" for name in types), *(f"of-{name}" for name in scopes)}
    assert wanted <= PHRASES.keys()
    assert all(zh and en for zh, en in PHRASES.values())


def test_what_was_written_is_never_read_as_a_template() -> None:
    assert message_text("unknown-list", {"found": "{found}[{nearest}]"}) == "没有名单“{found}[{nearest}]”"


def test_an_unknown_code_still_says_something() -> None:
    assert message_text("no-such-code", {"a": "b"}) == "no-such-code, a b"
    assert hint_text("no-such-code", {}) == ""


def test_a_code_has_one_sentence() -> None:
    with pytest.raises(ValueError, match="unknown-list"):
        declare_messages({"unknown-list": Sentence("别的", "another")})


def test_a_diagnostic_speaks_both_languages() -> None:
    diagnostic = Diagnostic("duplicate-key", Span("a.yaml", 3, 1), "/a", {"key": "a", "first": "1"})
    assert diagnostic.message() == "键“a”重复，第 1 行已有"
    assert diagnostic.message("en") == "the key “a” stands twice; first on line 1"
    assert diagnostic.hint("en") == "Keep one of them."


def test_identity_numbers_are_masked_where_words_are_quoted() -> None:
    assert shown("证件 11010519491231002X，") == "证件 1101************2X，"
    assert shown("91350100M000100Y43") == "91350100M000100Y43"
    assert masked("E1234567") == "********"
    assert shown("a\n b" + "c" * 100) == "a b" + "c" * 56 + "…"
