"""Every punishment waits for a human hand and says how it ends (S26, S28)."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.generators.search import searched
from tests.generators.world import World


@searched()
def test_every_punishment_has_a_human_hand_and_a_way_out(world: World, data: st.DataObject) -> None:
    for measure in world.decide(include_unverified=data.draw(st.booleans())).measures:
        assert measure.human_review is (measure.direction == "punishment")
        if measure.direction == "punishment":
            ways = {way.way for way in measure.ends_by}
            assert "remedy" in ways
            assert measure.until is None or "expiry" in ways
            assert not measure.because or "objection" in ways
        assert measure.until is None or measure.from_ is None or measure.from_ < measure.until
