"""Faults planted in a realistic tree: each is found by the check meant for it, in its place, and nothing else is."""

from __future__ import annotations

import pkgutil
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from credit_rules import Engine
from credit_rules.checks.framework.discover import every_code
from tests.checks.faults.plant import TREE, Fault, plant

LEAST = 2
"""How many faults are planted at least of each code, beside the bad example in the file of its check."""
FAMILIES = sorted({module.name for module in pkgutil.iter_modules([str(TREE.parent)])} - {"plant"})
FAULTS: tuple[Fault, ...] = tuple(
    fault for name in FAMILIES for fault in import_module(f"tests.checks.faults.{name}").FAULTS
)


@pytest.mark.parametrize("strict", [False, True])
def test_the_clean_original_is_clean(strict: bool) -> None:
    assert Engine.check([TREE], strict=strict, suppressed=True) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{number}-{fault.code}" for number, fault in enumerate(FAULTS)])
def test_a_planted_fault_is_found_in_its_place_and_nothing_else_is(fault: Fault, tmp_path: Path) -> None:
    planted = plant(fault, tmp_path)
    found = [
        (Path(one.span.file).relative_to(planted.tree).as_posix(), one.span.line, one.span.column, one.code, one.level)
        for one in Engine.check([planted.tree], strict=True)
    ]
    code = every_code()[fault.code][1]
    assert found == [(planted.file, planted.line, planted.column, fault.code, code.strict)]


def test_of_every_code_two_faults_are_planted() -> None:
    """Of a new check too: add them to the family in ``tests/checks/faults`` that it belongs to."""
    planted = Counter(fault.code for fault in FAULTS)
    assert {code: planted[code] for code in every_code() if planted[code] < LEAST} == {}
    assert planted.keys() <= every_code().keys()


def test_no_fault_is_planted_twice() -> None:
    assert len({repr(fault) for fault in FAULTS}) == len(FAULTS)
