"""An upheld error leaves nothing that rests on the record, on whatever day one decides for (S5, S8)."""

from __future__ import annotations

from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from credit_rules import Decision
from tests.generators.lives import shifted
from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World
from tests.properties.test_verification_only_suspends import is_open, is_over, last_day


def annulments(record: Plain) -> list[list[Plain]]:
    """The ways in which a record can be found wrong after all that happened to it, on its last day."""
    events = record["events"]
    day = last_day(record)
    opened = [] if is_open(events) else [{"type": "verification-opened", "on": day, "ground": "objection"}]
    ways = [[*opened, {"type": "verification-closed", "on": day, "result": "annulled"}]]
    if not any(event["type"] == "delisted" for event in events):
        ways.append([{"type": "document-revoked", "on": day}])
        ways.append([{"type": "delisted", "on": day, "ground": "in-error"}])
    return ways


def about_the_rest(decision: Decision) -> tuple[Any, ...]:
    """The decision without what may tell of the wrong record: its status, warnings and duties."""
    return decision.measures, decision.withheld, decision.undetermined, decision.indication


@searched()
def test_what_rested_on_a_wrong_record_is_gone(world: World, data: st.DataObject) -> None:
    records = list(world.case["records"])
    right = [number for number, record in enumerate(records) if not is_over(record)]
    assume(right)
    number = data.draw(st.sampled_from(right))
    record = records[number]
    found = data.draw(st.sampled_from(annulments(record)))
    day = found[-1]["on"]
    context = {**world.case["context"], "known_at": max(shifted(day, 1000), world.case["context"]["as_of"])}
    wrong = {**record, "events": [*record["events"], *found]}
    told = world.but(context=context, records=[*records[:number], wrong, *records[number + 1 :]]).decide()
    never = world.but(context=context, records=[*records[:number], *records[number + 1 :]]).decide()
    assert about_the_rest(told) == about_the_rest(never)
