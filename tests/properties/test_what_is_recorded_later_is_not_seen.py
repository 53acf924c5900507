"""What was recorded after the day of knowledge is as if it had not been said (S4)."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from tests.generators.lives import shifted
from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World


def known(case: Plain, day: str) -> Plain:
    """The case with only what was recorded by a day."""
    records = [
        {**record, "events": [event for event in record["events"] if event.get("recorded_on", event["on"]) <= day]}
        for record in case["records"]
        if record.get("recorded_on", record["decided_on"]) <= day
    ]
    relations = [item for item in case["relations"] if item.get("recorded_on", item["since"]) <= day]
    return {**case, "records": records, "relations": relations}


@searched()
def test_what_is_recorded_later_is_not_seen(world: World, data: st.DataObject) -> None:
    as_of = world.case["context"]["as_of"]
    day = shifted(as_of, data.draw(st.sampled_from((-300, -30, -1, 0, 30, 1000))))
    then = world.but(context={**world.case["context"], "known_at": day})
    less = known(then.case, day)
    assume(less != then.case)
    assert World(world.plan, less).decide().to_json() == then.decide().to_json()
