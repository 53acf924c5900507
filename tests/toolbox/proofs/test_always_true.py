"""What narrows nothing is told once, and never of a condition on which alone a measure rests."""

from __future__ import annotations

import pytest

from tests.toolbox.proofs.proved import SOLVER, prove_text

pytestmark = pytest.mark.needs(*SOLVER)
TWO = """\
triggered_by: {on_list: judgment-debtor}
measures:
  - {id: plain, act: restrict-subsidy}
  - id: narrowed
    when: {on_lists: serious, of_fields: [courts]}
"""


def places(text: str) -> list[tuple[str, int, int]]:
    found = [each.diagnostic for each in prove_text(text).found]
    return [(one.code, one.span.line, one.span.column) for one in found]


def test_the_trigger_of_a_pack_that_one_measure_rests_on_alone_is_not_idle() -> None:
    """Though it narrows nothing in the other, whose own condition asks for the same."""
    assert places(TWO) == [("proof-always-true", 5, 11)]


def test_a_trigger_that_narrows_nothing_in_any_measure_is() -> None:
    without = TWO.replace("  - {id: plain, act: restrict-subsidy}\n", "")
    assert ("proof-always-true", 1, 15) in places(without)
