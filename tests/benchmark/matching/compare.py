"""Who matches how fast: equal answers first, then time a subject, in turns, so that the noise falls on all."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from credit_rules import Options, Plan
from credit_rules.engine.evaluate import situation_of
from credit_rules.matcher.match import match
from credit_rules.situation.model import Situation
from tests.generators.world import case_of

from .ours import case, plan
from .peers import PEERS
from .world import Answer, Measure, Subject, measures, subjects

SLOW = {"zen-engine, one table": 5, "rule-engine": 2}
"""Contenders that are asked about fewer of the subjects, one in so many."""


class Time(NamedTuple):
    """A contender, and how many microseconds it takes a subject; the least of the turns."""

    name: str
    microseconds: float
    subjects: int


def compare(number: int = 2000, turns: int = 3) -> list[Time]:
    """Every contender on the same measures and subjects; ``AssertionError`` where an answer differs."""
    rules, people = measures(), subjects(number)
    expected = [PEERS["naive loop"](rules)(subject) for subject in people]
    found = [_ours(rules, people, expected, turns)]
    for name, prepare in PEERS.items():
        ask, some = prepare(rules), people[:: SLOW.get(name, 1)]
        answers = [ask(subject) for subject in some]
        assert answers == expected[:: SLOW.get(name, 1)], name
        found.append(Time(name, _least(partial(_ask_all, ask, some), turns) / len(some), len(some)))
    return found


def _ask_all(ask: Callable[[Subject], Answer], people: Sequence[Subject]) -> None:
    for subject in people:
        ask(subject)


def _ours(rules: Sequence[Measure], people: Sequence[Subject], expected: list[Answer], turns: int) -> Time:
    """The matcher: every measure hit, missed or undetermined, with records, days and reasons."""
    compiled = plan(rules)
    situations = [_situation(compiled, subject) for subject in people]
    for situation, answer in zip(situations, expected, strict=True):
        hits = (result for result in match(compiled, situation) if result.outcome == "hit")
        assert frozenset(compiled.ids[result.rule] for result in hits) == answer

    def work() -> None:
        for situation in situations:
            situation.memo.clear()
            match(compiled, situation)

    return Time("credit_rules, matcher", _least(work, turns) / len(people), len(people))


def _situation(compiled: Plan, subject: Subject) -> Situation:
    return situation_of(compiled, case_of(case(subject)), Options(), "<case>")


def _least(work: Callable[[], None], turns: int) -> float:
    """The least time of the turns, in microseconds; what lives already is not looked through for garbage."""
    gc.collect()
    gc.freeze()
    times = []
    for _ in range(turns):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    gc.unfreeze()
    return min(times) * 1e6


def growth(subjects_asked: int = 50, turns: int = 5) -> tuple[float, float, int, int]:
    """One decision with 1,200 measures, and with ten times as many: microseconds each, and how many measures."""
    from credit_rules import Engine

    times, sizes = [], []
    for packs in (40, 400):
        rules = measures(packs)
        engine = Engine(plan(rules))
        asked = [subject for subject in subjects(4 * subjects_asked) if subject.records][:subjects_asked]
        cases = [case_of(case(subject)) for subject in asked]
        decide = [partial(engine.evaluate, one) for one in cases]
        for each in decide:
            each()
        times.append(statistics.median(_least(each, turns) for each in decide))
        sizes.append(len(rules))
    return times[0], times[1], sizes[0], sizes[1]
