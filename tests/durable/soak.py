"""Evaluations by the million: the networks answer as the matcher did, and hold no more memory at the end.

``python -m tests.durable.soak --evaluations 1000000`` says how far it is; the test of the same name runs it too.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from typing import NamedTuple

from hypothesis import HealthCheck, given, seed, settings

from credit_rules.durable.prepare import prepare
from credit_rules.matcher.match import match
from credit_rules.plan.model import Plan
from credit_rules.plan.results import RuleResult
from credit_rules.situation.model import Situation
from tests.durable.test_agrees_with_the_matcher import generated_plans
from tests.durable.wild import wild_plans
from tests.generators.cases import cases
from tests.generators.world import World, shipped_plan

Asked = tuple[Situation, tuple[RuleResult, ...]]
CASES = 40
"""Cases to each plan; each is asked about many times, in no order, between the others."""


class Soaked(NamedTuple):
    """What came of it: megabytes held once every plan had been used, and at the end."""

    evaluations: int
    cases: int
    plans: int
    differences: int
    seconds: float
    before: int
    after: int


def soak(evaluations: int, plans: int = 40, *, tell: bool = False) -> Soaked:
    """So many evaluations over the plan of the packs that ship and so many generated ones, all prepared at once."""
    asked = [(prepare(plan), _asked(plan, number)) for number, plan in enumerate(_plans(plans))]
    chooser = random.Random(0)
    differences, started = 0, time.process_time()
    for evaluator, about in asked:
        differences += sum(evaluator.evaluate(situation) != expected for situation, expected in about)
    done = sum(len(about) for _, about in asked)
    before = _megabytes()
    while done < evaluations:
        evaluator, about = asked[0] if chooser.random() < 0.1 else chooser.choice(asked)
        situation, expected = chooser.choice(about)
        differences += evaluator.evaluate(situation) != expected
        done += 1
        if tell and done % 10_000 == 0:
            print(f"{done} evaluations, {differences} differences, {_megabytes()} MB", file=sys.stderr, flush=True)  # noqa: T201
    after, seconds = _megabytes(), time.process_time() - started
    for evaluator, _ in asked:
        evaluator.close()
    return Soaked(done, sum(len(about) for _, about in asked), len(asked), differences, seconds, before, after)


def _plans(number: int) -> list[Plan]:
    found = [shipped_plan()]
    for plans in (generated_plans(), wild_plans()):

        @seed(len(found))
        @settings(max_examples=number, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(plans)
        def keep(plan: Plan) -> None:
            found.append(plan)

        keep()
    return found


def _asked(plan: Plan, number: int) -> list[Asked]:
    found: list[Asked] = []

    @seed(number)
    @settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(cases(plan))
    def keep(case: dict[str, object]) -> None:
        situation = World(plan, case).situation()
        found.append((situation, match(plan, situation)))

    keep()
    return found


def _megabytes() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096 // 1_000_000


def main() -> int:
    """Run it from the command line; 1 where something differed or memory grew."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--evaluations", type=int, default=1_000_000)
    soaked = soak(read.parse_args().evaluations, tell=True)
    print(soaked)  # noqa: T201
    return int(bool(soaked.differences) or soaked.after - soaked.before > 20)


if __name__ == "__main__":
    raise SystemExit(main())
