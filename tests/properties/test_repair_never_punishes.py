"""Repair, rectification and delisting never add a punishment, save monitoring that a clause orders (S9, S10)."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World, punishments
from tests.properties.test_verification_only_suspends import LONG_AGO, is_over, last_day

EXITS: tuple[tuple[Plain, ...], ...] = (
    ({"type": "repair-approved", "effect": "lift"},),
    ({"type": "repair-approved", "effect": "reduce"},),
    ({"type": "repair-approved"},),
    ({"type": "rectified", "within_time": True},),
    ({"type": "rectified", "within_time": True, "monitoring_until": "2099-01-01"},),
    ({"type": "rectified", "within_time": False},),
    ({"type": "rectified"},),
    ({"type": "delisted", "ground": "performed"},),
    ({"type": "delisted", "ground": "repaired"},),
    ({"type": "rectified", "monitoring_until": "2099-01-01"}, {"type": "delisted", "ground": "rectified"}),
)


@searched(growing=True)
def test_leaving_a_list_adds_no_punishment(world: World, data: st.DataObject) -> None:
    records, day = list(world.case["records"]), world.case["context"]["as_of"]
    listed = [number for number, record in enumerate(records) if last_day(record) <= day and is_listed(record)]
    assume(listed)
    number = data.draw(st.sampled_from(listed))
    record = records[number]
    events = data.draw(st.sampled_from(EXITS))
    way = [{**event, "on": last_day(record), "recorded_on": LONG_AGO} for event in events]
    records[number] = {**record, "events": [*record["events"], *way]}
    mode = data.draw(st.sampled_from(("annotate", "withhold")))
    before = punishments(world.decide(standing=mode))
    after = punishments(world.but(records=records).decide(standing=mode))
    monitoring = {key for key in after if "monitoring_until" in way[0] and key[0] == "monitor"}
    assert after.keys() - monitoring <= before.keys()


def is_listed(record: Plain) -> bool:
    return not is_over(record) and not any(event["type"] == "delisted" for event in record["events"])
