"""Who stands on a list that a document names: which other measures of it count as reaching him."""

from __future__ import annotations

import pytest

from tests.toolbox.proofs.proved import SOLVER, prove_text

pytestmark = pytest.mark.needs(*SOLVER)
TWICE = """\
measures:
  - id: both
    triggered_by: {{on_list: tax-violation}}
    when: {{count: judgment-debtor, within: 3 years, at_least: 1}}
  - {{id: other, act: {act}, {rest}}}
"""


def told(act: str, rest: str) -> list[tuple[str, int, int]]:
    report = prove_text(TWICE.format(act=act, rest=rest))
    assert report.disputed == ()
    return [(each.diagnostic.code, each.diagnostic.span.line, each.diagnostic.span.column) for each in report.found]


STANDS = [("proof-reaches-nothing", 3, 29)]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("triggered_by: {on_list: judgment-debtor}", STANDS),
        ("triggered_by: {on_lists: serious, of_fields: [taxation]}", []),
        ("triggered_by: {any: [{on_list: judgment-debtor}, {on_lists: serious}]}", []),
    ],
)
def test_a_measure_that_means_the_list_by_its_class_reaches_it(rest: str, expected: list[tuple[str, int, int]]) -> None:
    assert told("restrict-subsidy", rest) == expected


def test_a_measure_for_those_who_are_not_on_it_does_not() -> None:
    rest = "direction: incentive, triggered_by: {all: [{on_list: tax-a}, {not: {on_list: tax-violation}}]}"
    assert told("prefer", rest) == STANDS
