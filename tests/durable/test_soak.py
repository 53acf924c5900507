"""A million evaluations: no difference, and memory stays flat."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.durable.available import needs_durable
from tests.durable.soak import soak

pytestmark = [needs_durable, pytest.mark.needs("/proc, to read memory from", Path("/proc/self/statm").exists())]


@pytest.mark.long
@pytest.mark.parametrize("evaluations", [1_000_000])
def test_a_million_evaluations(evaluations: int) -> None:
    soaked = soak(evaluations)
    assert soaked.evaluations >= evaluations
    assert soaked.differences == 0
    assert soaked.after - soaked.before <= 20


def test_the_soak_can_tell_a_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    from credit_rules.durable.evaluator import Evaluator

    monkeypatch.setattr(Evaluator, "evaluate", lambda self, situation: ())
    assert soak(10, 1).differences > 10
