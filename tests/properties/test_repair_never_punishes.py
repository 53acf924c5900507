"""Repair, rectification and delisting never add a punishment, save monitoring that a clause orders (S9, S10)."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World, punishments
from tests.properties.test_verification_only_suspends import is_over

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
    records = list(world.case["records"])
    number = data.draw(st.integers(0, len(records) - 1))
    record = records[number]
    last = max([record["decided_on"], *(event["on"] for event in record["events"])])
    delisted = any(event["type"] == "delisted" for event in record["events"])
    assume(last <= world.case["context"]["as_of"] and not delisted and not is_over(record))
    way = [{**event, "on": last, "recorded_on": "2010-01-01"} for event in data.draw(st.sampled_from(EXITS))]
    records[number] = {**record, "events": [*record["events"], *way]}
    mode = data.draw(st.sampled_from(("annotate", "withhold")))
    before = punishments(world.decide(standing=mode))
    after = punishments(world.but(records=records).decide(standing=mode))
    monitoring = {key for key in after if "monitoring_until" in way[0] and key[0] == "monitor"}
    assert after.keys() - monitoring <= before.keys()
