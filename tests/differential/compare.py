"""One block through all evaluators: what each answers, and where two answer differently."""

from __future__ import annotations

import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from credit_rules import Plan
from credit_rules.batch import decide_batch, tables_of
from credit_rules.batch.decision_rows import decision_rows
from credit_rules.batch.run.decider import WRITTEN
from credit_rules.engine.evaluate import Matched, decide_case, match_case, situation_of
from credit_rules.engine.evaluators import MATCHER, Evaluator
from credit_rules.matcher.match import match
from credit_rules.matcher.quick import WORTH_LEARNING, match_quickly
from credit_rules.plan.results import RuleResult
from credit_rules.situation.model import Situation
from tests.batch.compared import Rows, differences
from tests.durable.prepared import prepared

from .blocks import Block


class Difference(NamedTuple):
    """Which evaluator says something else than the matcher, of which case, and what; no case where it gave way."""

    evaluator: str
    case: str | None
    told: str


@dataclass
class Compared:
    """What was asked and what came of it: outcomes of measures, and rows of decisions by table."""

    cases: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)


WHOLE = MATCHER._replace(match=match)
"""The specification: the matcher, with every miss."""


def compare(block: Block) -> Compared:
    """The block's cases by the matcher, by its quick form, by durable-rules and by tables."""
    found = Compared(len(block.read))
    specified = {name: _matched(block, name, WHOLE) for name in block.read}
    for _, matched in specified.values():
        found.outcomes.update(result.outcome for result in matched.results)
    found.differences += _of_quick(block, specified)
    with _giving_way("durable", found.differences):
        found.differences += _of_durable(block, specified)
    with _giving_way("batch", found.differences):
        meant = decided_rows(block)
        found.rows.update({name: len(rows) for name, rows in meant.items()})
        found.differences += _of_tables(batch_rows(block), meant)
    return found


def _matched(block: Block, name: str, by: Evaluator) -> tuple[Situation, Matched]:
    case = block.read[name]
    situation = situation_of(block.plan, case, block.options, name)
    return situation, match_case(block.plan, case, block.options, situation, by)


def _of_quick(block: Block, specified: Mapping[str, tuple[Situation, Matched]]) -> Iterator[Difference]:
    """The quick form leaves out misses and says all else alike, whether it has learnt the lists of the case or not."""
    for name, (_, matched) in specified.items():
        for _ in range(WORTH_LEARNING):
            fresh = situation_of(block.plan, block.read[name], block.options, name)
            found = tuple(match_quickly(block.plan, fresh))
        wanted = tuple(result for result in matched.results if result.readings[0] is not False)
        if found != wanted:
            yield Difference("quick", name, _unlike(found, wanted))


def _of_durable(block: Block, specified: Mapping[str, tuple[Situation, Matched]]) -> Iterator[Difference]:
    """Result by result, also of the situations that a decision compares with."""
    with prepared(block.plan) as evaluator:

        def evaluate(_: Plan, situation: Situation) -> tuple[RuleResult, ...]:
            return evaluator.evaluate(situation)

        durable = Evaluator("durable", evaluate, evaluate, evaluate)
        for name, (_, wanted) in specified.items():
            _, found = _matched(block, name, durable)
            for part in wanted._fields:
                of_it, of_matcher = tuple(getattr(found, part)), tuple(getattr(wanted, part))
                if of_it != of_matcher:
                    yield Difference("durable", name, f"{part}: {_unlike(of_it, of_matcher)}")


def decided_rows(block: Block) -> Rows:
    """The tables that the matcher's decisions come to."""
    found: Rows = {name: [] for name in WRITTEN}
    for name, case in block.read.items():
        notices = situation_of(block.plan, case, block.options, name).notices
        decision = decide_case(block.plan, case, block.options, "0", name, block.warned(name))
        rows = decision_rows(decision, [(notice.code, notice.record) for notice in notices])
        for table, of_case in rows.items():
            found[table] += [{"case_id": name, **row} for row in of_case]
    return found


def batch_rows(block: Block) -> Rows:
    """The tables that a batch writes, from tables of the cases as they were written; nothing is set aside."""
    decided = decide_batch(block.plan, tables_of(block.read, block.plan.vocabulary), block.options, threads=2)
    return {name: decided[name].to_pylist() for name in WRITTEN}


def _of_tables(found: Rows, wanted: Rows) -> Iterator[Difference]:
    """Case by case where they are not alike."""
    if not differences(found, wanted):
        return
    ours, theirs = _by_case(found), _by_case(wanted)
    for name in sorted({*ours, *theirs}):
        told = differences(_whole(ours[name]), _whole(theirs[name]))
        if told:
            yield Difference("batch", name, "\n".join(told))


def _by_case(rows: Rows) -> dict[str, Rows]:
    split: dict[str, Rows] = defaultdict(lambda: defaultdict(list))
    for table, found in rows.items():
        for row in found:
            split[row["case_id"] or ""][table].append(row)
    return split


def _whole(rows: Rows) -> Rows:
    return {table: rows.get(table, []) for table in WRITTEN}


def _unlike(found: tuple[RuleResult, ...], wanted: tuple[RuleResult, ...]) -> str:
    """The first place where two answers part."""
    pairs = zip((*found, None), (*wanted, None), strict=False)
    first, second = next((one, other) for one, other in pairs if one != other)
    return f"{len(found)} beside {len(wanted)} results\nhere:    {first}\nmatcher: {second}"


@contextmanager
def _giving_way(evaluator: str, into: list[Difference]) -> Iterator[None]:
    """An evaluator that fails is a difference like any other, and the others are asked all the same."""
    try:
        yield
    except Exception:
        into.append(Difference(evaluator, None, traceback.format_exc()))
