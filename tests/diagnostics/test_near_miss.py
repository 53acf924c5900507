"""The nearest valid spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.diagnostics.near_miss import nearest

LISTS = [
    "dishonest-judgment-debtor",
    "major-tax-violation",
    "tax-credit-a",
    "work-safety-dishonesty",
    "customs-dishonesty",
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("dishonest-judgement-debtor", "dishonest-judgment-debtor"),
        ("major_tax_violation", "major-tax-violation"),
        ("Major Tax Violation", "major-tax-violation"),
        ("ｔａｘ－credit－a", "tax-credit-a"),
        ("tax-violation", "major-tax-violation"),
        ("work-saftey-dishonesty", "work-safety-dishonesty"),
        ("custmos-dishonesty", "customs-dishonesty"),
        ("zzz", None),
        ("", None),
        ("x" * 1000, None),
    ],
)
def test_the_word_that_was_meant(word: str, meant: str | None) -> None:
    assert nearest(word, LISTS) == meant


def test_the_word_itself_is_no_suggestion() -> None:
    assert nearest("share", ["share"]) is None


@given(st.text(), st.lists(st.text()))
def test_a_suggestion_is_always_a_candidate(word: str, candidates: list[str]) -> None:
    assert nearest(word, candidates) in {None, *candidates} - {word}
