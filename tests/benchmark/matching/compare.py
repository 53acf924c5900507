"""Who matches how fast: equal answers first, then time a subject, in turns, so that the noise falls on all."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from credit_rules import Case, Engine, Options, Plan
from credit_rules.durable.evaluator import Evaluator as Durable
from credit_rules.durable.prepare import prepare
from credit_rules.engine.evaluate import situation_of
from credit_rules.matcher.match import match
from credit_rules.matcher.quick import match_quickly
from credit_rules.plan.results import RuleResult
from credit_rules.situation.model import Situation
from tests.generators.world import case_of

from .batched import batched
from .ours import case, plan
from .peers import PEERS
from .world import Answer, Measure, Subject, measures, subjects

SLOW = {"zen-engine, one table": 5, "rule-engine": 2, "matcher, measure by measure": 4, "durable": 10}
"""Contenders that are asked about fewer of the subjects, one in so many."""


MANY = 50


class Time(NamedTuple):
    """A contender, and how many microseconds it takes a subject; the least of the turns."""

    name: str
    microseconds: float
    subjects: int


def compare(number: int = 2000, turns: int = 3, many: int = MANY, seconds: float = 1) -> list[Time]:
    """Every contender on the same measures and subjects; ``AssertionError`` where an answer differs.

    Each has so many turns at least, and more until it has had so many seconds: the noise of the machine comes and goes,
    and who is done sooner must not be measured for a shorter time.
    The batch is given ``many`` times as many subjects, for it is made for many; with 0 it is left out.
    """
    rules, people = measures(), subjects(number)
    expected = [PEERS["naive loop"](rules)(subject) for subject in people]
    found = _ours(rules, people, expected, turns, seconds)
    if many:
        found.append(_batch(rules, subjects(number * many)))
    for name, contender in PEERS.items():
        ask, some = contender(rules), people[:: SLOW.get(name, 1)]
        answers = [ask(subject) for subject in some]
        assert answers == expected[:: SLOW.get(name, 1)], name
        found.append(Time(name, _least(partial(_ask_all, ask, some), turns, seconds) / len(some), len(some)))
    return found


def _ask_all(ask: Callable[[Subject], Answer], people: Sequence[Subject]) -> None:
    for subject in people:
        ask(subject)


def _ours(
    rules: Sequence[Measure], people: Sequence[Subject], expected: list[Answer], turns: int, seconds: float
) -> list[Time]:
    """What this project has: each says hit, miss or undetermined, with records, days and reasons."""
    compiled = plan(rules)
    situations = [_situation(compiled, subject) for subject in people]
    durable = prepare(compiled)
    found = []
    for name, ask in OURS.items():
        every = SLOW.get(name, 1)
        some = situations[::every]
        for situation, answer in zip(some, expected[::every], strict=True):
            assert frozenset(compiled.ids[rule] for rule in ask(compiled, situation, durable)) == answer, name

        def work(ask: Ask = ask, some: Sequence[Situation] = some) -> None:
            for situation in some:
                ask(compiled, situation, durable)

        def forget(some: Sequence[Situation] = some) -> None:
            for situation in some:
                situation.memo.clear()

        found.append(Time(f"credit_rules, {name}", _least(work, turns, seconds, forget) / len(some), len(some)))
    durable.close()
    return found


def _batch(rules: Sequence[Measure], people: Sequence[Subject]) -> Time:
    naive = PEERS["naive loop"](rules)
    seconds = batched(rules, people, [naive(subject) for subject in people])
    return Time("credit_rules, batch", seconds / len(people) * 1e6, len(people))


Ask = Callable[[Plan, Situation, Durable], Iterable[int]]
"""The measures that hit, by number."""


def _hits(results: Iterable[RuleResult]) -> list[int]:
    return [result.rule for result in results if result.readings[0]]


OURS: dict[str, Ask] = {
    "matcher": lambda plan, situation, durable: match_quickly(plan, situation).hits,
    "matcher, every reason read": lambda plan, situation, durable: _hits(match_quickly(plan, situation)),
    "matcher, measure by measure": lambda plan, situation, durable: _hits(match(plan, situation)),
    "durable": lambda plan, situation, durable: _hits(durable.evaluate(situation)),
}
"""The matcher as a decision asks it, its reasons unread and read; as it is specified; and the second opinion."""


def _situation(compiled: Plan, subject: Subject) -> Situation:
    return situation_of(compiled, case_of(case(subject)), Options(), "<case>")


def _least(
    work: Callable[[], None], turns: int, seconds: float = 0, before: Callable[[], None] = lambda: None
) -> float:
    """The least time of the turns, in microseconds; what lives already is not looked through for garbage.

    What is done before each turn is not timed: that what was worked out of a situation is forgotten.
    """
    gc.collect()
    gc.freeze()
    times: list[float] = []
    while len(times) < turns or sum(times) < seconds:
        before()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    gc.unfreeze()
    return min(times) * 1e6


def growth(subjects_asked: int = 50, turns: int = 7) -> tuple[float, float, int, int]:
    """One decision with 1,200 measures, and with ten times as many: microseconds each, and how many measures.

    The two are asked in turns about one case after the other.
    """
    asked = [subject for subject in subjects(4 * subjects_asked) if subject.records][:subjects_asked]
    cases = [case_of(case(subject)) for subject in asked]
    plans = [plan(measures(packs)) for packs in (40, 400)]
    engines = [Engine(compiled) for compiled in plans]
    for engine in engines:
        for one in cases:
            engine.evaluate(one)
    times: list[list[float]] = [[], []]
    for one in cases:
        found = [[_least(partial(_decide, engine, one), 1) for engine in engines] for _ in range(turns)]
        for place, column in enumerate(zip(*found, strict=True)):
            times[place].append(min(column))
    small, large = (statistics.median(column) for column in times)
    return small, large, len(plans[0].rules), len(plans[1].rules)


def _decide(engine: Engine, one: Case) -> None:
    engine.evaluate(one)
