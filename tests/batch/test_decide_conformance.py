"""Every conformance case, matched and decided as tables: the six tables say what the matcher's decision says."""

from __future__ import annotations

import json
from functools import cache

import pytest

from credit_rules import InputError
from tests.batch.decided import expect_equal
from tests.conformance.form import Case, cases, pattern_cases
from tests.conformance.running import Refused, as_json, engine_of, options_of

Together = tuple[str, str, str]
"""Registry, packs and options of cases that are decided in one batch."""


@cache
def groups() -> dict[Together, list[Case]]:
    """The cases that are decided, with those of the same packs together, the most first."""
    found: dict[Together, list[Case]] = {}
    for case in (*cases(), *pattern_cases()):
        if case.error is None and case.findings is None:
            found.setdefault((as_json(case.registry), as_json(case.packs), as_json(case.options)), []).append(case)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def expect_agreement(together: Together, written: list[Case]) -> None:
    registry, packs, options = together
    try:
        engine = engine_of(registry, packs)
    except Refused:
        return
    read = {}
    for number, case in enumerate(written):
        try:
            read[f"{number} {case.file}: {case.name}"] = engine.read(as_json(case.case))
        except InputError:
            continue
    if read:
        expect_equal(engine.plan, read, options_of(json.loads(options)))


def test_the_most_cases_of_the_same_packs() -> None:
    together = next(iter(groups()))
    assert len(groups()[together]) > 50
    expect_agreement(together, groups()[together])


@pytest.mark.long
@pytest.mark.parametrize("tenth", range(10))
def test_every_case(tenth: int) -> None:
    for together in [*groups()][tenth::10]:
        expect_agreement(together, groups()[together])
