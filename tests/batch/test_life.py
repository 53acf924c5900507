"""The life of every record as tables says what ``situate`` says, for every case that there is."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

import pytest

from credit_rules import Case, Options, Plan
from credit_rules.registry.read_case import read_case
from credit_rules.source.tree import cases_of, tree_of
from credit_rules.toolbox.case_file import read_case_file
from tests.batch.life_of import differences, expected, states_of
from tests.batch.registries import WINDOWS, Suite, placed, suites
from tests.batch.varied import drawn
from tests.generators.example import measure, pack
from tests.generators.packs import plan_of
from tests.generators.world import shipped_plan

SMALL = replace(plan_of([pack(measure(triggered_by={"on_lists": "serious"}))]), windows=WINDOWS)
SHIPPED = replace(shipped_plan(), windows=WINDOWS)
LENIENT, STRICT = Options(), Options(evidence="strict")
EVERY_SUITE = suites()


def expect_equal(plan: Plan, cases: dict[str, Case], options: Options = LENIENT) -> None:
    assert cases
    told = differences(states_of(plan, cases, options), expected(plan, cases, options))
    assert not told, "\n".join([f"{len(told)} differences", *told[:10]])


@pytest.mark.parametrize(
    "suite",
    [
        pytest.param(one, marks=[pytest.mark.long] if number else [], id=str(number))
        for number, one in enumerate(EVERY_SUITE)
    ],
)
def test_conformance_cases(suite: Suite) -> None:
    plan = suite.plan()
    expect_equal(plan, dict(suite.cases(plan)))


def test_nearly_every_conformance_case_is_in_the_default_run() -> None:
    number = [len(suite.written) for suite in EVERY_SUITE]
    assert number[0] > 0.95 * sum(number)


def test_cases_of_the_packs_that_ship_and_some_generated() -> None:
    expect_equal(SHIPPED, dict(shipped_cases(SHIPPED)) | drawn(SHIPPED, 40), STRICT)


def shipped_cases(plan: Plan) -> Iterator[tuple[str, Case]]:
    for file in (file for path in tree_of().packs for file in cases_of(path)):
        for number, one in enumerate(read_case_file(file).cases):
            case, _, _ = read_case(one.node.to_plain(), file.name, plan.vocabulary)
            if case is not None:
                yield f"{file.parent.name}/{file.name}/{number}", placed(case, Options(**dict(one.written.options)))


@pytest.mark.long
@pytest.mark.parametrize("options", [LENIENT, STRICT], ids=lambda options: options.evidence)
@pytest.mark.parametrize(("plan", "number"), [(SMALL, 8000), (SHIPPED, 3000)], ids=["small", "shipped"])
def test_generated_cases(plan: Plan, number: int, options: Options) -> None:
    expect_equal(plan, drawn(plan, number), options)


def test_a_difference_in_any_table_is_told() -> None:
    found = expected(SMALL, drawn(SMALL, 60))
    assert differences(found, found) == []
    for name, rows in found.items():
        assert rows, f"no case has {name}"
        less = deepcopy(found)
        less[name].pop()
        assert differences(found, less), name
        assert differences(less, found), name
