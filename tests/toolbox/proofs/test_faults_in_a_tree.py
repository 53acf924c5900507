"""Faults planted in a realistic tree: each is found by the proof meant for it, in its place, and nothing else is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from credit_rules.toolbox.proofs.every import every_proof
from credit_rules.toolbox.proofs.run import prove
from tests.checks.faults.plant import TREE, Fault, plant
from tests.toolbox.proofs.faults import FAULTS
from tests.toolbox.proofs.proved import SOLVER

pytestmark = pytest.mark.needs(*SOLVER)
LEAST = 2
"""How many faults are planted at least for each proof, beside the bad examples in its file."""

FIRST = {fault.code: number for number, fault in reversed([*enumerate(FAULTS)])}
PLANTED = [
    pytest.param(fault, id=f"{number}-{fault.code}", marks=[] if FIRST[fault.code] == number else [pytest.mark.long])
    for number, fault in enumerate(FAULTS)
]
"""By default one of each proof, all in the long run."""


def test_the_clean_original_is_clean() -> None:
    report = prove([TREE])
    assert (report.found, report.allowed, report.wrong, report.disputed) == ((), (), (), ())


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_in_its_place_and_nothing_else_is(fault: Fault, tmp_path: Path) -> None:
    planted = plant(fault, tmp_path)
    report = prove([planted.tree])
    found = [
        (Path(one.span.file).relative_to(planted.tree).as_posix(), one.span.line, one.span.column, one.code)
        for one in (each.diagnostic for each in report.found)
    ]
    assert found == [(planted.file, planted.line, planted.column, fault.code)]
    assert (report.allowed, report.wrong, report.disputed) == ((), (), ())


def test_of_every_proof_two_faults_are_planted() -> None:
    """Of a new proof too."""
    planted = Counter(fault.code for fault in FAULTS)
    assert {proof.id: planted[proof.id] for proof in every_proof() if planted[proof.id] < LEAST} == {}
    assert planted.keys() <= {proof.id for proof in every_proof()}
