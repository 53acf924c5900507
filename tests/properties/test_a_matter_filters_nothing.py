"""The matter asked about decides the indication and nothing else (contract.md, "Decision")."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.generators.search import searched
from tests.generators.world import World


@searched()
def test_the_matter_decides_the_indication_alone(world: World, data: st.DataObject) -> None:
    matter = data.draw(st.sampled_from((None, *world.plan.vocabulary.matters)))
    asked, other = world.decide(), world.but(context={**world.case["context"], "matter": matter}).decide()
    assert other._replace(indication=None) == asked._replace(indication=None)
    assert (other.indication is None) is (matter is None)
