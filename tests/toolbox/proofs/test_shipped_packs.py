"""The packs that ship: nothing disputed, nothing impossible, and in time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from credit_rules.source.tree import bundled_root
from credit_rules.toolbox.proofs.run import prove
from tests.toolbox.proofs.proved import SOLVER

pytestmark = pytest.mark.needs(*SOLVER)
PACKS = sorted(file.parent.relative_to(bundled_root()).as_posix() for file in bundled_root().rglob("pack.yaml"))
ONE, ALL = 3.0, 300.0
"""Seconds for one pack and for the whole tree."""


def test_the_provincial_pack_is_proved() -> None:
    report = prove([bundled_root() / "regional" / "360000-joint-measures-2016"])
    assert report.disputed == ()
    assert [each for each in report.found if each.diagnostic.level == "error"] == []
    assert report.measures > 80


@pytest.mark.long
def test_the_whole_tree_is_proved_in_time() -> None:
    started = time.perf_counter()
    report = prove([])
    assert time.perf_counter() - started <= ALL
    assert report.disputed == ()
    assert [
        (each.diagnostic.code, str(each.diagnostic.span)) for each in report.found if each.diagnostic.level == "error"
    ] == []


@pytest.mark.long
@pytest.mark.parametrize("pack", PACKS)
def test_one_pack_is_proved_in_time(pack: str) -> None:
    started = time.perf_counter()
    report = prove([Path(bundled_root()) / pack])
    assert time.perf_counter() - started <= ONE
    assert report.disputed == ()
