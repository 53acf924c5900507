"""The packs that ship, their own cases and drawn ones: all in one batch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from credit_rules import Case, Options
from credit_rules.registry.read_case import read_case
from credit_rules.source.tree import cases_of, tree_of
from credit_rules.toolbox.case_file import read_case_file
from tests.batch.decided import expect_equal
from tests.batch.registries import placed
from tests.batch.varied import drawn
from tests.generators.world import shipped_plan


def written() -> Iterator[tuple[str, Case]]:
    """The written cases of the packs, on the days and in the places of their options."""
    for file in (file for path in tree_of().packs for file in cases_of(path)):
        for number, one in enumerate(read_case_file(file).cases):
            case, _, _ = read_case(one.node.to_plain(), file.name, shipped_plan().vocabulary)
            if case is not None:
                yield f"{file.parent.name}/{file.name}/{number}", placed(case, Options(**dict(one.written.options)))


def test_written_cases_and_some_drawn() -> None:
    plan = shipped_plan()
    expect_equal(plan, dict(written()) | drawn(plan, 40))


@pytest.mark.long
@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(standing="withhold", evidence="strict"),
        Options(include_unverified=True),
        Options(department="market-regulation"),
    ],
)
def test_thousands(options: Options) -> None:
    plan = shipped_plan()
    expect_equal(plan, drawn(plan, 3000), options, parts=3)
