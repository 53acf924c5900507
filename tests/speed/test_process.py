"""What a decision costs as a whole process, beside the imports that any such program pays for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.repository.tree import ROOT

CASE = ROOT / "docs" / "examples" / "tax-violation.yaml"
IMPORTS = [sys.executable, "-c", "import pydantic, yaml, rich"]
DECIDE = [sys.executable, "-m", "credit_rules", "evaluate", str(CASE)]

pytestmark = pytest.mark.long


def seconds(command: list[str], **env: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, env={**os.environ, **env}, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def test_a_warm_decision_costs_at_most_three_times_the_imports(tmp_path: Path) -> None:
    """The two take turns, and the least of each is compared, so that the noise of the machine falls on both."""
    cache = {"CREDIT_RULES_CACHE": str(tmp_path)}
    seconds(DECIDE, **cache)
    pairs = [(seconds(IMPORTS), seconds(DECIDE, **cache)) for _ in range(20)]
    imports, decide = min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    assert decide <= 3 * imports, f"{decide * 1000:.0f} ms beside {imports * 1000:.0f} ms"


def test_a_cold_decision_takes_at_most_three_seconds() -> None:
    assert min(seconds(DECIDE, CREDIT_RULES_CACHE="off") for _ in range(3)) <= 3


def test_check_and_test_of_all_packs_take_at_most_ten_seconds() -> None:
    program = [sys.executable, "-m", "credit_rules"]
    assert min(seconds([*program, "check"]) + seconds([*program, "test"]) for _ in range(2)) <= 10
