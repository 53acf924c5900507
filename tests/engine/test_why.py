"""Why each measure is, or is not, given to each possible bearer (S25)."""

from __future__ import annotations

from hypothesis import strategies as st

from credit_rules import Engine
from tests.generators import example
from tests.generators.example import case, measure, pack, record, relation
from tests.generators.people import ADULT, FIRM, Plain
from tests.generators.search import searched
from tests.generators.world import World, case_of


def explained(case: Plain, *measures: Plain) -> dict[str, tuple[str | None, str, list[tuple[str, str]]]]:
    """Measure -> bearer, outcome, and the conditions with their values."""
    found = Engine(example.world(case, pack(*measures)).plan).why(case)
    return {
        item.id.removeprefix("pack/"): (item.bearer, item.outcome, [(r.condition, r.value) for r in item.reasons])
        for item in found
    }


def test_a_hit_names_what_was_judged() -> None:
    assert explained(case(record()), measure())["m"] == (FIRM.id, "hit", [("列入“甲类失信”名单", "true")])


def test_a_miss_names_the_condition_that_failed() -> None:
    found = explained(
        case(record(), about={"facts": {"listed": False}}), measure(when={"fact": "subject.listed", "is": True})
    )
    assert found["m"] == (FIRM.id, "miss", [("列入“甲类失信”名单", "true"), ("上市为是", "false")])


def test_an_unknown_one_says_what_would_settle_it() -> None:
    _, outcome, reasons = explained(case(record()), measure(when={"fact": "subject.listed", "is": True}))["m"]
    assert outcome == "undetermined"
    assert ("需要查明：subject.listed", "unknown") in reasons


def test_what_no_list_calls_for_is_explained_too() -> None:
    """The index leaves such measures out of a decision, never out of an explanation."""
    assert explained(case(record(list="taxes")), measure())["m"] == (FIRM.id, "miss", [("列入“甲类失信”名单", "false")])


def test_outside_its_day_or_place_it_is_not_in_force() -> None:
    late = measure(**{"from": "2019-01-01"})
    assert explained(case(record()), late)["m"][1] == "not-in-force"
    assert explained(case(record(), region="980000"), measure())["m"][:2] == (None, "not-in-force")


def test_without_anybody_to_bear_it_it_is_missed() -> None:
    roles = measure(bearers=[{"roles": ["director"], "at": "as-of"}])
    assert explained(case(record()), roles)["m"][:2] == (None, "miss")
    assert explained(case(record(), relations=[relation()]), roles)["m"][:2] == (ADULT.id, "hit")


def test_a_kind_that_does_not_fit_is_named() -> None:
    persons = measure(listed_kinds="natural-persons")
    assert explained(case(record()), persons)["m"] == (FIRM.id, "miss", [("主体类型符合", "false")])


@searched(some=30)
def test_every_measure_is_explained_and_every_issued_one_is_a_hit(world: World, data: st.DataObject) -> None:
    found = Engine(world.plan).why(case_of(world.case))
    ids = [rule.id for rule in world.plan.rules]
    assert list(dict.fromkeys(item.id for item in found)) == ids
    hits = {(item.id, item.bearer) for item in found if item.outcome == "hit"}
    decision = world.decide()
    assert {(source.id, m.bearer.id) for m in decision.measures for source in m.sources} <= hits
    withheld = {(item.id, item.bearer) for item in found if item.outcome == "withheld"}
    assert {(entry.id, entry.bearer.id) for entry in decision.withheld} <= withheld | hits
    undetermined = {(item.id, item.bearer) for item in found if item.outcome == "undetermined"}
    assert {(id, entry.bearer.id) for entry in decision.undetermined for id in entry.ids} <= undetermined
