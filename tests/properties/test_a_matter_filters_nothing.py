"""The matter asked about decides the indication, the duty to query before it is decided, and nothing else."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.generators.search import searched
from tests.generators.world import World


@searched()
def test_the_matter_decides_the_indication_alone(world: World, data: st.DataObject) -> None:
    matter = data.draw(st.sampled_from((None, *world.plan.vocabulary.matters)))
    asked, other = world.decide(), world.but(context={**world.case["context"], "matter": matter}).decide()
    of_matter = {rule.code for rule in world.plan.vocabulary.duties if rule.trigger == "matter"}
    kept = [tuple(duty for duty in each.duties if duty.code not in of_matter) for each in (other, asked)]
    assert kept[0] == kept[1]
    assert other._replace(indication=None, duties=()) == asked._replace(indication=None, duties=())
    assert (other.indication is None) is (matter is None)
