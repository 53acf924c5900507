"""Before anything is timed, all give the same answers; the comparison itself is run by ``make bench``."""

from __future__ import annotations

import pytest

from tests.benchmark.matching.compare import compare
from tests.benchmark.matching.peers import PEERS
from tests.benchmark.matching.world import measures, subjects
from tests.benchmark.plot import bars


def test_every_engine_gives_the_same_hits() -> None:
    times = compare(number=60, turns=1, many=0, seconds=0)
    assert [time.name for time in times][-len(PEERS) :] == list(PEERS)


@pytest.mark.parametrize("name", [name for name in PEERS if name != "naive loop"])
def test_a_peer_that_forgets_a_measure_would_be_seen(name: str) -> None:
    rules, people = measures(), subjects(60)
    expected = [PEERS["naive loop"](rules)(subject) for subject in people]
    hit = next(iter(sorted(frozenset().union(*expected))))
    ask = PEERS[name]([measure for measure in rules if measure.id != hit])
    assert [ask(subject) for subject in people] != expected


def test_the_plot_names_every_bar_and_its_value() -> None:
    drawn = bars("示例", [("one & two", 1234.5), ("three", 1.0)])
    for said in ("one &amp; two", "1,234.5", "three", ">1.0<"):
        assert said in drawn
