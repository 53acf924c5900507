"""How long a verification may take, and what waits for it (S7)."""

from __future__ import annotations

import pytest

from tests.generators.example import JIA, JIA_CITY, YI, case, event, measure, opened, pack, record, state, world


def due(received: str, region: str | None) -> str | None:
    duties = world(case(record(events=[opened(received)]), as_of="2019-01-01", region=region)).decide().duties
    return None if duties[0].due is None else duties[0].due.isoformat()


@pytest.mark.parametrize(
    ("received", "last"),
    [
        ("2018-05-01", "2018-05-21"),
        ("2018-02-10", "2018-03-02"),
        ("2018-09-20", "2018-10-10"),
        ("2018-12-31", "2019-01-20"),
    ],
)
def test_twenty_days_the_day_of_receipt_not_counted(received: str, last: str) -> None:
    assert due(received, JIA) == last


@pytest.mark.parametrize(("received", "last"), [("2018-09-28", "2018-10-12"), ("2018-05-11", "2018-05-22")])
def test_working_days_where_the_place_says_so(received: str, last: str) -> None:
    assert due(received, JIA_CITY) == last


def test_the_period_is_that_of_the_day_of_receipt() -> None:
    """The city's own rule began on 2018-03-30: until then the province's calendar days hold there too."""
    assert due("2018-03-29", JIA_CITY) == "2018-04-18"
    assert due("2018-03-30", JIA_CITY) == "2018-04-11"


@pytest.mark.parametrize("region", [YI, "410000", None])
def test_where_no_instrument_gives_a_period_none_is_invented(region: str | None) -> None:
    found = state(record(events=[opened("2018-05-01")]), as_of="2020-05-01", region=region)
    assert found.verification is not None
    assert found.verification.due is None
    assert found.suspended


@pytest.mark.parametrize(
    ("as_of", "overdue"), [("2018-05-01", False), ("2018-05-21", False), ("2018-05-22", True), ("2020-05-22", True)]
)
def test_overdue_from_the_day_after_and_still_suspended(as_of: str, overdue: bool) -> None:
    decision = world(case(record(events=[opened("2018-05-01")]), as_of=as_of)).decide()
    assert ("verification-overdue" in {warning.code for warning in decision.warnings}) is overdue
    assert decision.measures[0].status == "suspended"


def test_suspended_from_the_day_of_receipt_to_the_day_of_closing() -> None:
    events = [opened("2018-05-02"), event("verification-closed", "2018-05-09", result="confirmed")]

    def status(as_of: str) -> str:
        return world(case(record(events=events), as_of=as_of)).decide().measures[0].status

    days = ("2018-05-01", "2018-05-02", "2018-05-08", "2018-05-09")
    assert [status(day) for day in days] == ["in-force", "suspended", "suspended", "in-force"]


def test_a_list_may_deny_suspension_at_a_stage() -> None:
    """The list of taxes is executed during reconsideration; the verification is shown all the same."""
    for ground, status in (("reconsideration", "in-force"), ("suit", "suspended"), ("objection", "suspended")):
        taxed = record(list="taxes", events=[opened("2018-05-01", ground)])
        decision = world(case(taxed), pack(measure(triggered_by={"on_list": "taxes"}))).decide()
        assert (decision.measures[0].status, decision.measures[0].verification) == (status, "open")
        assert decision.records[0].verification == "open"


def test_a_measure_that_also_rests_elsewhere_stays_in_force() -> None:
    contested = record("r1", events=[opened("2018-05-01")])
    decision = world(case(contested, record("r2"))).decide()
    assert (decision.measures[0].status, decision.measures[0].because) == ("in-force", ("r2",))


def test_a_departed_record_under_verification_suspends_what_outlasts_it() -> None:
    events = [event("delisted", "2018-03-01", ground="performed"), opened("2018-05-01")]
    lasting = measure(term={"period": "5 years", "outlasts": "本条"})
    assert world(case(record(events=events)), pack(lasting)).decide().measures[0].status == "suspended"
    assert world(case(record(events=events[:1])), pack(lasting)).decide().measures[0].status == "in-force"
