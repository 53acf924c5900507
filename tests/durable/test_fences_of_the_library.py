"""What durable-rules 2.0.28 does, and why the evaluator keeps away from it: when one of these changes, read record 0021."""

from __future__ import annotations

import pytest

from tests.durable.available import needs_durable
from tests.durable.library import noting, quiet_host, rule, said, start_apart

pytestmark = needs_durable


def fires(test: dict[str, object], **fact: object) -> bool:
    """Whether a rule with one test fires for a fact."""
    from durable.engine import MessageNotHandledException

    got: list[object] = []
    host = quiet_host({"r": rule({"fact": test}, run=noting(got))})
    try:
        host.assert_fact("t", {"id": "f1", **fact})
    except MessageNotHandledException:
        return False
    return bool(got)


def test_values_of_different_types_are_compared_as_text() -> None:
    assert fires({"$gt": {"x": 9}}, x=10)
    assert not fires({"$gt": {"x": 9}}, x="10")
    assert fires({"b": True}, b=1)
    assert fires({"b": True}, b="true")


def test_numbers_with_an_exponent_are_refused() -> None:
    from durable_rules_engine import error

    with pytest.raises(error, match="204"):
        fires({"$gt": {"x": 9}}, x=1e30)


def test_facts_without_an_id_are_told_apart_by_their_text_alone() -> None:
    from durable.engine import MessageObservedException

    host = quiet_host({"r": rule({"fact": {"$gte": {"k": 0}}})})
    host.assert_fact("t", {"k": 1})
    with pytest.raises(MessageObservedException):
        host.assert_fact("t", {"k": "1"})


def test_a_fact_with_an_id_that_is_there_is_an_internal_error() -> None:
    from durable.engine import MessageObservedException

    host = quiet_host({"r": rule({"fact": {"$gte": {"k": 0}}})})
    host.assert_fact("t", {"id": "f1", "k": 1})
    with pytest.raises(MessageObservedException):
        host.assert_fact("t", {"id": "f1", "k": 2})


def test_an_event_fires_the_first_rule_and_a_fact_all() -> None:
    fired: list[str] = []
    host = quiet_host({name: rule({"fact": {"k": 1}}, run=noting(fired, name)) for name in ("a", "b")})
    host.post("t", {"id": "e1", "k": 1})
    assert fired == ["a"]
    fired.clear()
    host.assert_fact("t", {"id": "f1", "k": 1})
    assert sorted(fired) == ["a", "b"]


def test_an_exception_in_an_action_goes_into_the_state() -> None:
    def breaks(context: object) -> None:
        raise KeyboardInterrupt("stop")

    host = quiet_host({"r": rule({"fact": {"k": 1}}, run=breaks)})
    host.assert_fact("t", {"id": "f1", "k": 1})
    assert "stop" in host.get_state("t")["exception"]


def test_actions_after_ten_seconds_of_the_wall_clock_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    import durable.engine

    clock = iter(range(0, 1000, 11))
    monkeypatch.setattr(durable.engine, "_unix_now", lambda: next(clock))
    fired: list[object] = []
    host = quiet_host({f"r{number}": rule({"fact": {"k": 1}}, run=noting(fired)) for number in range(5)})
    host.assert_fact("t", {"id": "f1", "k": 1})
    assert len(fired) == 1


def test_a_fact_that_meets_nothing_is_an_error() -> None:
    from durable.engine import MessageNotHandledException

    host = quiet_host({"r": rule({"fact": {"k": 1}})})
    with pytest.raises(MessageNotHandledException):
        host.assert_fact("t", {"id": "f1", "k": 2})


def test_what_a_negation_excluded_stays_matched() -> None:
    """Why nothing here is negated in the network: the fact that excludes a match comes after it, and changes nothing."""
    fired: list[object] = []
    host = quiet_host({"r": rule({"first": {"k": 1}}, {"gone$not": {"k": 2}}, {"last": {"k": 3}}, run=noting(fired))})
    for number in (1, 2, 3):
        host.assert_fact("t", {"id": f"f{number}", "k": number})
    assert fired


def joining(number: int) -> dict[str, object]:
    """So many rules that join two facts."""
    join = {"b": {"$and": [{"k": 2}, {"$gte": {"v": {"a": "v"}}}]}}
    return {f"r{index}": rule({"a": {"k": 1}}, join) for index in range(number)}


def test_a_fact_walks_into_64_joins_and_no_more() -> None:
    from durable_rules_engine import error

    quiet_host(joining(64)).assert_fact("t", {"id": "f1", "k": 2, "v": 1})
    with pytest.raises(error, match="303"):
        quiet_host(joining(65)).assert_fact("t", {"id": "f1", "k": 2, "v": 1})


@pytest.fixture(scope="module")
def apart() -> dict[str, str]:
    """What programs say that might hang or eat memory, run at the same time."""
    asserts = "; print('made', flush=True); host.assert_fact('t', {'id': 'f1', 'x': 1, 'p1': 1}); print('asserted')"
    makes = "host = Quiet({'t': {f'r{i}': {'all': [{'fact': %s}], 'run': nothing} for i in range(%d)}})" + asserts
    programs = {
        f"{number} {what}": makes % (test, number)
        for what, test, numbers in (
            ("siblings", "{'x': i}", (511, 512, 513)),
            ("alternatives", "{'$or': [{'x': 2 * i}, {'x': 2 * i + 1}]}", (255, 256)),
            ("properties", "{f'p{i}': 1}", (511, 512)),
            ("definitions that end alike", "{'x': 1}", (255, 256)),
        )
        for number in numbers
    }
    programs["1,025 states"] = (
        "host = Quiet({'t': {'r': {'all': [{'fact': {'k': 1}}], 'run': nothing}}})\n"
        "try:\n"
        "    for i in range(1100): host.assert_fact('t', {'id': 'f1', 'k': 1, 'sid': str(i)})\n"
        "except MemoryError: print('MemoryError at', i)"
    )
    started = {name: start_apart(program) for name, program in programs.items()}
    ending = {
        name: said(process, 20) for name, process in started.items() if name.split()[0] in ("511", "255", "1,025")
    }
    return {name: ending.get(name) or said(process, 0.5) for name, process in started.items()}


@pytest.mark.parametrize(
    "what", ["511 siblings", "255 alternatives", "511 properties", "255 definitions that end alike"]
)
def test_it_takes_so_many(apart: dict[str, str], what: str) -> None:
    assert apart[what] == "made\nasserted"


@pytest.mark.parametrize(
    "what",
    ["512 siblings", "513 siblings", "256 alternatives", "512 properties"],
)
def test_with_one_more_it_hangs_inside_c(apart: dict[str, str], what: str) -> None:
    assert apart[what] == "hangs"


def test_with_one_more_ending_alike_it_reads_and_writes_where_it_must_not(apart: dict[str, str]) -> None:
    assert apart["256 definitions that end alike"] in ("dies", "hangs", "made")


def test_the_1025th_state_is_a_memory_error(apart: dict[str, str]) -> None:
    assert apart["1,025 states"] == "MemoryError at 1024"
