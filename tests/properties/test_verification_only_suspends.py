"""Opening a verification never adds a punishment and never strengthens one; it frees no incentive either (S7, S17)."""

from __future__ import annotations

from hypothesis import assume
from hypothesis import strategies as st

from credit_rules import Decision, MeasureView
from credit_rules.decide.indication import ORDER
from credit_rules.decide.merge import STATUS_ORDER
from tests.generators.people import Plain
from tests.generators.search import searched
from tests.generators.world import World, punishments

LONG_AGO = "2010-01-01"
GROUNDS = ("objection", "complaint", "own-motion", "reconsideration", "suit")


def contested(case: Plain, data: st.DataObject) -> Plain:
    """The case with a verification of one record opened on its last day, known at once."""
    day = case["context"]["as_of"]
    open_to_it = [
        number
        for number, record in enumerate(case["records"])
        if last_day(record) <= day and not is_open(record["events"]) and not is_over(record)
    ]
    assume(open_to_it)
    number = data.draw(st.sampled_from(open_to_it))
    records = list(case["records"])
    ground = data.draw(st.sampled_from(GROUNDS))
    opened = {"type": "verification-opened", "on": last_day(records[number]), "ground": ground, "recorded_on": LONG_AGO}
    records[number] = {**records[number], "events": [*records[number]["events"], opened]}
    return {**case, "records": records}


def last_day(record: Plain) -> str:
    """The last day on which something is said to have happened to a record."""
    return max([record["decided_on"], *(event["on"] for event in record["events"])])


def often_reduced(case: Plain, data: st.DataObject) -> Plain:
    """The case with some records repaired on their last day: reduced where a rule provides it, else lifted."""
    records = []
    for record in case["records"]:
        repair = {"type": "repair-approved", "on": last_day(record), "effect": "reduce"}
        over = is_over(record) or any(event["type"] == "delisted" for event in record["events"])
        events = [*record["events"], repair] if not over and data.draw(st.booleans()) else record["events"]
        records.append({**record, "events": events})
    return {**case, "records": records}


def is_open(events: list[Plain]) -> bool:
    turns = [event["type"] for event in events if event["type"].startswith("verification-")]
    return turns[-1:] == ["verification-opened"]


def is_over(record: Plain) -> bool:
    """Whether the record was found wrong: nothing happens to it any more."""
    ends = ("annulled", "document-revoked")
    return any(event.get("result") in ends or event["type"] in ends for event in record["events"])


def weaker_or_equal(after: MeasureView, before: MeasureView) -> bool:
    """Whether a punishment is no stronger, and lasts no longer, than it was."""
    if STATUS_ORDER.index(after.status) < STATUS_ORDER.index(before.status):
        return False
    if after.status == "suspended":
        return True
    lasts = before.until is None or (after.until is not None and after.until <= before.until)
    force = before.force == "mandatory" or after.force == "recommended"
    return lasts and force and standing(after) <= standing(before)


def standing(view: MeasureView) -> bool:
    return view.standing.value in ("sufficient", "practice")


def severity(decision: Decision) -> int:
    """How severe the indication is; incentives are no punishment."""
    result = decision.indication.result if decision.indication else "neutral"
    return max(0, ORDER.index("fast-track") - ORDER.index(result))


@searched()
def test_opening_a_verification_adds_and_strengthens_nothing(world: World, data: st.DataObject) -> None:
    case = often_reduced(world.case, data)
    mode = data.draw(st.sampled_from(("annotate", "withhold")))
    decided = World(world.plan, case).decide(standing=mode)
    changed = World(world.plan, contested(case, data)).decide(standing=mode)
    before, after = punishments(decided), punishments(changed)
    assert after.keys() <= before.keys()
    assert [key for key in after if not weaker_or_equal(after[key], before[key])] == []
    assert severity(changed) <= severity(decided)


@searched()
def test_an_objection_neither_helps_nor_hurts_an_incentive_that_needs_a_clean_list(
    world: World, data: st.DataObject
) -> None:
    def blocked(case: Plain) -> set[tuple[str, str, tuple[str, ...]]]:
        entries = [item for item in World(world.plan, case).decide().withheld if item.reason == "listed-elsewhere"]
        return {(entry.id, entry.bearer.id, entry.because) for entry in entries}

    assert blocked(contested(world.case, data)) == blocked(world.case)


@searched()
def test_what_rests_on_contested_records_alone_is_suspended(world: World, data: st.DataObject) -> None:
    """And what rests on these and on repaired ones alone is reduced: such records are no part of what is stronger."""
    case = contested(often_reduced(world.case, data), data)
    world = World(world.plan, case)
    states = world.situation().record
    for result in world.results():
        _, unsuspended, unreduced = result.readings
        carrying = [states[id] for id in result.records]
        if unsuspended:
            assert not any(state.suspended for state in carrying)
        if unreduced:
            assert not any(state.reduced for state in carrying)
    for measure in world.decide().measures:
        if measure.direction == "punishment" and measure.status == "in-force":
            assert not all(states[id].suspended or states[id].reduced for id in measure.because)
