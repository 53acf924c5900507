"""Nothing is issued outside the period and the place of its document (S2, S3)."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.generators.search import searched
from tests.generators.world import World


def lies_in(region: str | None, place: str, renumbered: dict[str, str]) -> bool:
    """Whether a place holds a region: by the digits that are not trailing pairs of zeros."""
    if place == "000000":
        return True
    if region is None:
        return False
    digits = 2 if place.endswith("0000") else 4 if place.endswith("00") else 6
    return place[:digits] in (region[:digits], renumbered.get(region, region)[:digits])


@searched()
def test_nothing_is_issued_outside_the_period_or_place_of_its_document(world: World, data: st.DataObject) -> None:
    plan, decision = world.plan, world.decide(include_unverified=data.draw(st.booleans()))
    rules = {rule.id: rule for rule in plan.rules}
    issued = [source.id for measure in decision.measures for source in measure.sources]
    others = [entry.id for entry in decision.withheld] + [id for entry in decision.undetermined for id in entry.ids]
    for id in (*issued, *others):
        rule = rules[id]
        pack = plan.pack[rule.pack]
        assert pack.from_ <= rule.from_ <= decision.as_of
        assert rule.until is None or decision.as_of < rule.until <= (pack.until or rule.until)
        assert lies_in(decision.region, pack.place, plan.vocabulary.renumbered)
