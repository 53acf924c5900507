"""How far a search goes: further than three records where a condition counts further, and never to the impossible."""

from __future__ import annotations

import pytest

from credit_rules.decide.withhold import HINDERS
from credit_rules.toolbox.proofs.kinds.contradiction import OPPOSITE
from tests.toolbox.proofs.proved import SOLVER, prove_text

pytestmark = pytest.mark.needs(*SOLVER)
COUNTED = """
measures:
  - triggered_by: {{on_list: tax-violation}}
    when: {{count: tax-violation, within: 3 years, distinct: {distinct}, at_least: {number}}}
"""


@pytest.mark.parametrize("number", [1, 3, 4, 7])
@pytest.mark.parametrize("distinct", ["record", "conduct"])
def test_a_count_beyond_three_is_reached(distinct: str, number: int) -> None:
    found = prove_text(COUNTED.format(distinct=distinct, number=number)).found
    assert [each.diagnostic.code for each in found] == []


def test_two_fields_on_one_list_are_not() -> None:
    (found,) = prove_text(COUNTED.format(distinct="field", number=2)).found
    assert found.diagnostic.code == "proof-never-true"


def test_an_incentive_that_a_punishment_settles_contradicts_nothing() -> None:
    assert not {punishing for punishing, _ in OPPOSITE} & {*HINDERS, "reference"}
