"""Duties: each once, in the order of their last days, a day only with its kind of days, and none out of nothing."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from tests.generators.world import World, generated, shipped


def told_once(world: World) -> None:
    decision = world.decide()
    duties = decision.duties
    assert len(set(duties)) == len(duties)
    assert [duty.due or date.max for duty in duties] == sorted(duty.due or date.max for duty in duties)
    for duty in duties:
        assert (duty.due is None) is (duty.calendar is None)
        assert duty.owed_by
        assert duty.to
    if not decision.records and not decision.measures and decision.indication is None:
        assert duties == ()


@given(shipped())
def test_under_the_shipped_packs(world: World) -> None:
    told_once(world)


@given(generated())
def test_under_generated_packs(world: World) -> None:
    told_once(world)
