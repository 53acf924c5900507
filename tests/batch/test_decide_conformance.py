"""Every conformance case, matched and decided as tables: the six tables say what the matcher's decision says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

import pytest

from credit_rules import Case, InputError
from tests.batch.decided import expect_equal
from tests.batch.worlds import World, worlds
from tests.conformance.form import Case as Written
from tests.conformance.form import cases, pattern_cases
from tests.conformance.running import as_json, engine_of, options_of

WORLDS = 9
every_world = cache(worlds)


def together(case: Written) -> tuple[str, str, str]:
    """What cases have the same of that are decided in one batch."""
    return as_json(case.registry), as_json(case.packs), as_json(case.options)


def test_the_most_cases_of_the_same_packs() -> None:
    groups: dict[tuple[str, str, str], list[Written]] = {}
    for one in (*cases(), *pattern_cases()):
        if one.error is None and one.findings is None:
            groups.setdefault(together(one), []).append(one)
    (registry, packs, options), written = max(groups.items(), key=lambda item: len(item[1]))
    assert len(written) > 50
    engine = engine_of(registry, packs)

    def read() -> Iterator[tuple[str, Case]]:
        for number, one in enumerate(written):
            try:
                yield f"{number} {one.file}: {one.name}", engine.read(as_json(one.case))
            except InputError:
                continue

    expect_equal(engine.plan, dict(read()), options_of(json.loads(options)))


@pytest.mark.long
@pytest.mark.parametrize("number", range(WORLDS))
def test_every_case(number: int) -> None:
    world: World = every_world()[number]
    plan = world.plan()
    expect_equal(plan, {name: case for name, case, _ in world.cases(plan)}, world.chosen())


@pytest.mark.long
def test_every_case_is_in_some_world() -> None:
    assert len(every_world()) == WORLDS
