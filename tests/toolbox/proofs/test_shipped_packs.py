"""The packs that ship: nothing disputed, nothing impossible, and in time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from credit_rules.source.tree import bundled_root
from credit_rules.toolbox.proofs.run import Report, prove
from tests.toolbox.proofs.proved import SOLVER

pytestmark = pytest.mark.needs(*SOLVER)
PACKS = sorted(file.parent.relative_to(bundled_root()).as_posix() for file in bundled_root().rglob("pack.yaml"))
ONE, ALL = 3.0, 300.0
"""Seconds of CPU for one pack and for the whole tree: the solver runs in this process, on one core."""


def stands(report: Report) -> list[tuple[str, str]]:
    """What no remark allows, and remarks that allow nothing."""
    found = [*(each.diagnostic for each in report.found), *report.wrong]
    return [(one.code, str(one.span)) for one in found]


def test_the_provincial_pack_is_clean() -> None:
    report = prove([bundled_root() / "regional" / "360000-joint-measures-2016"])
    assert report.disputed == ()
    assert stands(report) == []
    assert report.measures > 80


@pytest.mark.long
def test_the_whole_tree_is_clean_and_in_time() -> None:
    """What the printed texts do contradict says so on its line, with the lists that must coincide."""
    started = time.process_time()
    report = prove([])
    assert time.process_time() - started <= ALL
    assert report.disputed == ()
    assert stands(report) == []
    assert {each.diagnostic.code for each in report.allowed} <= {"proof-contradiction"}


@pytest.mark.long
@pytest.mark.parametrize("pack", PACKS)
def test_one_pack_is_proved_in_time(pack: str) -> None:
    started = time.process_time()
    report = prove([Path(bundled_root()) / pack])
    assert time.process_time() - started <= ONE
    assert report.disputed == ()
    assert stands(report) == []
