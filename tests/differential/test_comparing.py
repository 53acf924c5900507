"""The comparison itself: it finds what differs in each evaluator, keeps it, and its cases are of many days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from credit_rules import Options
from credit_rules.batch.read.quarantine import QUARANTINE
from credit_rules.durable.evaluator import Evaluator
from tests.batch.compared import Rows
from tests.differential import compare as comparing
from tests.differential.blocks import Block, block_of, modes
from tests.differential.compare import Difference, compare, decided_rows
from tests.differential.reproducer import keep, kept
from tests.differential.telling import telling_block
from tests.durable.available import needs_durable

pytestmark = needs_durable


@pytest.fixture(scope="module")
def block() -> Block:
    """A block in which some measures hit and some cannot be told, with something to say in every table."""
    return telling_block()


def tables_changed(change: Callable[[Rows], object]) -> Callable[[Block], Rows]:
    """Tables as the matcher decides, but for a change."""

    def decide(asked: Block) -> Rows:
        rows = decided_rows(asked)
        change(rows)
        return rows

    return decide


def test_nothing_differs_from_itself(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "batch_rows", tables_changed(lambda rows: None))
    found = compare(block)
    assert found.differences == []
    assert found.cases == len(block.read) > 30
    assert found.outcomes["hit"] > 5


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows["measures"].pop(),
        lambda rows: rows["measures"].append(rows["measures"][0]),
        lambda rows: rows["measures"][0].update(force="other"),
        lambda rows: rows["undetermined"][0].update(reason="other"),
        lambda rows: rows["records"][0].update(until=date(1999, 1, 1)),
        lambda rows: rows["warnings"].pop(),
        lambda rows: rows["quarantine"].append({**dict.fromkeys(QUARANTINE), "case_id": rows["records"][0]["case_id"]}),
    ],
)
def test_a_row_of_the_tables_that_differs(
    block: Block, monkeypatch: pytest.MonkeyPatch, change: Callable[[Rows], object]
) -> None:
    monkeypatch.setattr(comparing, "batch_rows", tables_changed(change))
    (found,) = compare(block).differences
    assert (found.evaluator, found.case in block.read) == ("batch", True)


def test_a_result_of_durable_rules_that_differs(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    right = Evaluator.evaluate
    monkeypatch.setattr(comparing, "batch_rows", tables_changed(lambda rows: None))
    monkeypatch.setattr(Evaluator, "evaluate", lambda self, situation: right(self, situation)[:-1])
    found = compare(block).differences
    assert {one.evaluator for one in found} == {"durable"}
    assert all(one.told.startswith(("results", "founded", "undone")) for one in found)


def test_a_result_of_the_quick_form_that_differs(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    right = comparing.match_quickly
    monkeypatch.setattr(comparing, "batch_rows", tables_changed(lambda rows: None))
    monkeypatch.setattr(comparing, "match_quickly", lambda plan, situation: [*right(plan, situation)][1:])
    assert {one.evaluator for one in compare(block).differences} == {"quick"}


def test_an_evaluator_that_gives_way(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    def give_way(asked: Block) -> Rows:
        raise ZeroDivisionError("示例")

    monkeypatch.setattr(comparing, "batch_rows", give_way)
    (found,) = compare(block).differences
    assert (found.evaluator, found.case) == ("batch", None)
    assert "ZeroDivisionError: 示例" in found.told


@pytest.mark.parametrize("options", dict.fromkeys(modes()))
def test_what_is_kept_is_read_again(block: Block, tmp_path: Path, options: Options) -> None:
    chosen = Block(7, block.packs, block.cases, options)
    name = next(iter(block.read))
    again = kept(keep(chosen, Difference("batch", name, "示例"), tmp_path))
    assert (again.packs, again.cases, again.options) == (block.packs, {name: block.cases[name]}, options)
    assert again.plan.rules == block.plan.rules


def test_a_block_is_always_the_same(block: Block) -> None:
    assert block_of(block.number, 50) == block
    assert block_of(block.number + 2, 1).packs != block.packs


def test_cases_are_of_many_days_and_of_what_was_known_on_others() -> None:
    contexts = [case.context for case in block_of(160, 40, days=6).read.values()]
    known = [(context.known_at, context.as_of) for context in contexts]
    assert len({context.as_of for context in contexts}) > 100
    assert sum(by is None for by, _ in known) > 40
    assert sum(by is not None and day is not None and by < day for by, day in known) > 20
    assert sum(by is not None and day is not None and by > day for by, day in known) > 20
