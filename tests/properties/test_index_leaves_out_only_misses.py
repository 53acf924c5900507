"""What the plan's index of lists leaves out could only have been missed."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.generators.search import searched
from tests.generators.world import World


@searched()
def test_the_index_leaves_out_only_misses(world: World, data: st.DataObject) -> None:
    every = world.results(every=True)
    some = world.results()
    assert set(some) <= set(every)
    assert [result for result in every if result.outcome != "miss"] == [
        result for result in some if result.outcome != "miss"
    ]
