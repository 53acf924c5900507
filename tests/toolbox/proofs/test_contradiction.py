"""Contradictions: where they are told, and which lists they tell apart."""

from __future__ import annotations

import pytest

from tests.toolbox.proofs.proved import SOLVER, prove_text

pytestmark = pytest.mark.needs(*SOLVER)
TEXT = """\
memorandum: {{id: first, document_no: 示府字〔2023〕1号, from: 2023-01-01}}
triggered_by: {{on_list: {incentive}}}
measures:
  - {{id: fewer, act: inspect-less, direction: incentive{blocked}}}
---
memorandum: {{id: second}}
measures:
  - {{id: more, act: supervise, triggered_by: {{on_list: {punishment}}}}}
---
acts:
  - {{id: inspect-less, title: 减少检查, effect: fewer-inspections, impact: benefit}}
"""
PLAIN = {"incentive": "tax-a", "blocked": "", "punishment": "market-watch"}


def told(**changes: str) -> list[tuple[str, int, str]]:
    """Code, line and the other measure of each finding."""
    found = [each.diagnostic for each in prove_text(TEXT.format(**{**PLAIN, **changes})).found]
    return [(one.code, one.span.line, one.values["other"]) for one in found]


def test_it_is_told_at_the_measure_of_the_later_document() -> None:
    assert told() == [("proof-contradiction", 8, "first/fewer")]


def test_a_measure_that_came_later_than_both_documents_is_the_one() -> None:
    assert told(blocked=", from: 2025-06-01") == [("proof-contradiction", 4, "second/more")]


@pytest.mark.parametrize("punishment", ["tax-violation", "[tax-violation, judgment-debtor]"])
def test_an_incentive_that_a_list_withholds_contradicts_nothing_that_rests_on_it(punishment: str) -> None:
    assert told(punishment=punishment) == []


@pytest.mark.parametrize("punishment", ["[judgment-debtor, tax-violation]", "[market-watch, tax-violation]"])
@pytest.mark.parametrize("blocked", [", blocked_by: [tax-violation]", ", blocked_by: [tax-violation, tax-rating]"])
def test_one_list_of_several_that_withholds_nothing_is_enough(punishment: str, blocked: str) -> None:
    """Also where conditions treat the lists alike, so that one could stand for all of them."""
    assert told(punishment=punishment, blocked=blocked) == [("proof-contradiction", 8, "first/fewer")]


def test_a_list_of_another_class_withholds_nothing_where_the_pack_is_silent() -> None:
    assert told(punishment="[tax-violation, market-watch]") == [("proof-contradiction", 8, "first/fewer")]
