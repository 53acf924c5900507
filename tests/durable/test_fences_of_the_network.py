"""How the evaluator keeps within its fences (record 0021): one state, ids from a fixed set, whole numbers, sound actions."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from credit_rules import Engine, InputError, Options
from credit_rules.durable import network
from credit_rules.durable.definitions import ZERO, as_rule
from credit_rules.durable.evaluator import Evaluator
from credit_rules.durable.facts import Day, Fact
from credit_rules.durable.network import MOST_FACTS, Unsound
from credit_rules.durable.prepare import prepare
from credit_rules.engine.evaluate import situation_of
from credit_rules.matcher.match import match
from credit_rules.situation.model import Situation
from tests.durable.available import needs_durable
from tests.durable.prepared import prepared, small_plan
from tests.durable.records import TAX_RECORD
from tests.generators.search import searched
from tests.generators.world import World, case_of

pytestmark = needs_durable
LISTED = {
    "subject": {"id": "91990102MA0EX00012", "kind": "enterprise", "facts": {"listed-company": True}},
    "records": [TAX_RECORD],
    "context": {"as_of": "2018-05-10", "region": "360300"},
}


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    with prepared(small_plan()) as evaluator:
        yield evaluator


@pytest.fixture(scope="module")
def situation() -> Situation:
    return situation_of(small_plan(), case_of(LISTED), Options(), "<case>")


class Watched:
    """Every fact that the library is told, and every one taken back."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.told: list[dict[str, Any]] = []
        self.there: dict[tuple[str, str], dict[str, Any]] = {}
        self.most = 0
        add, take = network.assert_facts, network.retract_facts

        def assert_facts(host: Any, name: str, facts: list[dict[str, Any]]) -> Any:
            self.told += facts
            self.there |= {(name, fact["id"]): fact for fact in facts}
            self.most = max(self.most, len(self.there))
            return add(host, name, facts)

        def retract_facts(host: Any, name: str, ids: Iterable[str]) -> None:
            gone = list(ids)
            for id in gone:
                del self.there[(name, id)]
            take(host, name, gone)

        monkeypatch.setattr(network, "assert_facts", assert_facts)
        monkeypatch.setattr(network, "retract_facts", retract_facts)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


def test_all_networks_share_one_host(evaluator: Evaluator) -> None:
    rulesets = [ruleset for one in evaluator._ready().all for ruleset in one.rulesets]
    assert len({id(ruleset._host) for ruleset in rulesets}) == 1
    assert len({ruleset.name for ruleset in rulesets}) == len(rulesets) >= 3


def test_the_host_starts_no_threads(evaluator: Evaluator, situation: Situation) -> None:
    before = set(threading.enumerate())
    other = prepare(small_plan())
    other.evaluate(situation)
    other.close()
    assert set(threading.enumerate()) <= before


def test_one_state_is_used_again_and_again(evaluator: Evaluator, situation: Situation, watched: Watched) -> None:
    for _ in range(5):
        evaluator.evaluate(situation)
    assert watched.told
    assert not any("sid" in fact for fact in watched.told)


def test_what_was_asserted_is_retracted(evaluator: Evaluator, situation: Situation, watched: Watched) -> None:
    evaluator.evaluate(situation)
    assert watched.most > 30
    assert watched.there == {}
    for one in evaluator._ready().all:
        for ruleset in one.rulesets:
            assert ruleset._host.get_facts(ruleset.name) == []


def test_ids_come_again_from_a_fixed_set(evaluator: Evaluator, situation: Situation, watched: Watched) -> None:
    evaluator.evaluate(situation)
    first = {fact["id"] for fact in watched.told}
    watched.told.clear()
    for _ in range(3):
        evaluator.evaluate(situation)
    assert {fact["id"] for fact in watched.told} <= first
    assert all(len(id) <= 7 for id in first)


def test_no_two_ids_of_the_set_have_the_same_hash() -> None:
    """The library knows facts by a 32-bit hash of their ids (FNV-1a)."""
    hashes = set()
    for number in range(1, MOST_FACTS + 1):
        value = 2166136261
        for letter in f"f{number}".encode():
            value = (value ^ letter) * 16777619 & 0xFFFFFFFF
        hashes.add(value)
    assert len(hashes) == MOST_FACTS


@searched(some=15)
def test_only_whole_numbers_are_sent_one_type_a_property(world: World, data: st.DataObject) -> None:
    with prepared(world.plan) as evaluator, pytest.MonkeyPatch.context() as patch:
        watched = Watched(patch)
        evaluator.evaluate(world.situation())
    types: dict[str, set[type]] = defaultdict(set)
    for fact in watched.told:
        for name, value in fact.items():
            types[name].add(type(value))
    assert types.pop("id") == {str}
    assert set(map(frozenset, types.values())) == {frozenset({int})}
    assert max(abs(value) for fact in watched.told for name, value in fact.items() if name != "id") <= 2**62


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_anything_but_a_whole_number_is_refused(evaluator: Evaluator, value: Any) -> None:
    observe = evaluator._ready().all[0]
    with pytest.raises(TypeError, match="whole numbers only"):
        observe.set_layer(99, [Day(value)])
    evaluator.close()


def test_names_of_properties_have_different_hashes() -> None:
    """The library knows properties by such a hash too."""
    from typing import get_args

    from credit_rules.durable.facts import PAGED

    names = {name for kind in get_args(Fact) for name in kind._fields} | {f"{name}_page" for name in PAGED}
    names |= {ZERO, "id", "sid"}
    hashes = set()
    for name in names:
        value = 2166136261
        for letter in name.encode():
            value = (value ^ letter) * 16777619 & 0xFFFFFFFF
        hashes.add(value)
    assert len(hashes) == len(names)


def rules_of(evaluator: Evaluator) -> Iterator[dict[str, Any]]:
    for one in evaluator._ready().all:
        for ruleset in one.rulesets:
            yield from map(as_rule, ruleset.definitions)


def test_nothing_is_negated_in_the_network(evaluator: Evaluator) -> None:
    names = {name for rule in rules_of(evaluator) for part in rule["all"] for name in part}
    assert names
    assert not any("$" in name for name in names)


def test_the_last_join_of_a_pattern_always_holds(evaluator: Evaluator) -> None:
    """Where the last one fails, the library looks for the end of the joins beyond its memory."""
    joined = 0
    for rule in rules_of(evaluator):
        for part in rule["all"]:
            ((_, tests),) = part.items()
            joins = [test for test in tests["$and"] if _is_join(test)]
            if joins:
                joined += 1
                (last,) = joins[-1].values()
                assert last == {"k": {next(iter(last["k"])): ZERO}}
    assert joined > 50


def _is_join(test: dict[str, Any]) -> bool:
    ((name, value),) = test.items()
    return isinstance(next(iter(value.values())) if name.startswith("$") else value, dict)


def test_ten_seconds_of_the_wall_clock_drop_nothing(
    evaluator: Evaluator, situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that is stopped for a while, or a clock that is set."""
    import durable.engine

    clock = iter(range(0, 10**9, 11))
    monkeypatch.setattr(durable.engine, "_unix_now", lambda: next(clock))
    assert evaluator.evaluate(situation) == match(small_plan(), situation)


def test_what_breaks_while_matches_are_noted_is_told_and_the_next_evaluation_has_new_networks(
    situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluator = prepare(small_plan())
    ruleset = evaluator._ready().all[1].rulesets[0]
    monkeypatch.setattr(ruleset, "matches", None)
    with pytest.raises(AttributeError, match="setdefault"):
        evaluator.evaluate(situation)
    assert evaluator._networks is None
    assert evaluator.evaluate(situation) == match(small_plan(), situation)
    evaluator.close()


def test_an_interruption_in_an_action_interrupts(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupting(dict[str, Any]):
        def setdefault(self, *_: Any) -> Any:
            raise KeyboardInterrupt

    evaluator = prepare(small_plan())
    monkeypatch.setattr(evaluator._ready().all[0].rulesets[0], "matches", Interrupting())
    with pytest.raises(KeyboardInterrupt):
        evaluator.evaluate(situation)
    evaluator.close()


def test_a_state_that_tells_of_an_exception_is_not_used_again(
    situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluator = prepare(small_plan())
    host = evaluator._ready().all[2].rulesets[0]._host
    monkeypatch.setattr(host, "get_state", lambda name: {"exception": "exception caught"})
    with pytest.raises(Unsound, match="exception caught"):
        evaluator.evaluate(situation)
    assert evaluator._networks is None
    evaluator.close()


def test_a_case_of_more_facts_than_there_are_ids_is_refused(
    situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "MOST_FACTS", 10)
    evaluator = prepare(small_plan())
    with pytest.raises(InputError) as refused:
        evaluator.evaluate(situation)
    (said,) = refused.value.diagnostics
    assert said.code == "evaluator-case-too-large"
    assert "10" in said.message("zh")
    evaluator.close()


@pytest.mark.needs("/proc, to read memory from", Path("/proc/self/statm").exists())
def test_memory_is_given_back(situation: Situation) -> None:
    """Each prepared plan holds megabytes of the library's: closed, they serve the next one."""

    def resident() -> int:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * 4096

    def use() -> None:
        evaluator = prepare(small_plan())
        evaluator.evaluate(situation)
        evaluator.close()

    for _ in range(3):
        use()
    before = resident()
    for _ in range(10):
        use()
        prepare(small_plan()).evaluate(situation)  # and forgotten, not closed
    assert resident() - before < 20_000_000


def test_threads_share_one_evaluator_and_start_others(situation: Situation) -> None:
    """The library numbers rulesets in a table of the process, and is first used by several threads at once here."""
    plan = small_plan()
    expected = match(plan, situation)
    shared = Evaluator(plan)
    wrong: list[Any] = []
    barrier = threading.Barrier(4)

    def work(own: bool) -> None:
        evaluator = Evaluator(plan) if own else shared
        barrier.wait()
        for _ in range(3):
            if evaluator.evaluate(situation) != expected:
                wrong.append(own)
        if own:
            evaluator.close()

    threads = [threading.Thread(target=work, args=(own,)) for own in (False, False, True, True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shared.close()
    assert wrong == []


def test_an_engine_prepares_its_evaluator_once() -> None:
    engine = Engine(small_plan()).with_evaluator("durable")
    first = engine.evaluate(LISTED)
    assert engine.evaluate(LISTED) == first
    assert first.engine.evaluator == "durable"
