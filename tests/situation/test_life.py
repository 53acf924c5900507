"""The status of a record on a day, exactly one, in the order of precedence; what is seen, and from when (S4, S5, S8-S10)."""

from __future__ import annotations

from datetime import date

import pytest

from tests.generators.example import JIA_CITY, YI, case, event, opened, record, state, world
from tests.generators.people import Plain

LIFT = event("repair-approved", "2018-03-01", effect="lift")
REDUCE = event("repair-approved", "2018-03-01", effect="reduce")
DELISTED = event("delisted", "2018-04-01", ground="performed")
STAYED = event("stayed", "2018-02-01")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        (
            {
                "events": [
                    STAYED,
                    LIFT,
                    DELISTED,
                    opened("2018-04-02"),
                    event("verification-closed", "2018-04-03", result="annulled"),
                ]
            },
            "annulled",
        ),
        ({"document": {"number": "1", "status": "revoked"}}, "annulled"),
        ({"document": {"number": "1", "status": "not-effective"}, "events": [DELISTED]}, "pending"),
        ({"published_on": "2018-05-11", "events": [STAYED]}, "pending"),
        ({"events": [STAYED, DELISTED]}, "stayed"),
        ({"events": [LIFT, DELISTED]}, "delisted"),
        ({"expires_on": "2018-05-01", "events": [LIFT]}, "repaired"),
        ({"expires_on": "2018-05-01", "events": [opened("2018-04-01")]}, "expired"),
        ({"events": [REDUCE, opened("2018-04-01")]}, "under-verification"),
        ({"events": [REDUCE]}, "reduced"),
        ({"events": [opened("2018-04-01"), event("verification-closed", "2018-04-02", result="confirmed")]}, "live"),
        ({"events": [STAYED, event("resumed", "2018-04-01")]}, "live"),
        ({"events": [LIFT, event("repair-revoked", "2018-04-01")]}, "live"),
    ],
)
def test_precedence(fields: Plain, status: str) -> None:
    assert state({**record(), **fields}).status == status


def test_unclear_comes_before_under_verification() -> None:
    found = state(record(facts={}, events=[opened("2020-02-01")]), "2020-02-02")
    assert found.status == "unclear"
    assert found.suspended


def test_events_of_one_day_act_in_the_order_written() -> None:
    revoked, approved = event("repair-revoked", "2018-03-01"), LIFT
    assert state(record(events=[LIFT, revoked])).status == "live"
    assert state(record(events=[LIFT, revoked, approved])).status == "repaired"


@pytest.mark.parametrize(
    "wrong", [event("document-revoked", "2018-05-01"), event("delisted", "2018-05-01", ground="in-error")]
)
def test_a_wrong_record_never_was_on_any_day(wrong: Plain) -> None:
    for as_of in ("2018-01-08", "2018-04-30", "2018-05-01", "2020-01-01"):
        assert (
            state(record(events=[wrong]), as_of, known_at="2018-05-01" if as_of < "2018-05-01" else as_of).status
            == "annulled"
        )
    assert state(record(events=[wrong]), "2018-04-30", known_at="2018-04-30").status == "live"


def test_what_was_recorded_later_is_not_seen() -> None:
    late = record(recorded_on="2018-05-11")
    assert world(case(late)).situation().records == ()
    assert state(late, known_at="2018-05-11").status == "live"
    delisted = record(events=[{**DELISTED, "recorded_on": "2018-05-11"}])
    assert state(delisted).status == "live"
    assert state(delisted, known_at="2018-05-11").status == "delisted"
    assert state(delisted, "2018-03-31", known_at="2018-05-11").status == "live"


def test_a_correction_counts_from_the_original_day() -> None:
    events = [
        opened("2018-04-01"),
        event(
            "verification-closed",
            "2018-04-20",
            result="corrected",
            changes={"grade": "general", "published_on": "2018-04-01"},
        ),
    ]
    graded = record(grade="serious", events=events)
    before, known = (
        state(graded, "2018-04-19", known_at="2018-04-19"),
        state(graded, "2018-04-19", known_at="2018-04-20"),
    )
    assert (before.grade, before.effect) == ("serious", date(2018, 1, 8))
    assert (known.grade, known.effect) == ("general", date(2018, 4, 1))


def test_a_regrading_counts_from_its_day() -> None:
    graded = record(grade="general", events=[event("regraded", "2018-04-01", grade="serious")])
    assert [state(graded, day).grade for day in ("2018-03-31", "2018-04-01")] == ["general", "serious"]


@pytest.mark.parametrize(
    ("region", "status"), [(JIA_CITY, "delisted"), (YI, "delisted"), ("990000", "live"), (None, "live")]
)
def test_rectified_in_time_leaves_the_list_where_the_place_says_so(region: str | None, status: str) -> None:
    events = [event("rectified", "2018-04-01", within_time=True)]
    assert state(record(events=events), region=region).status == status


@pytest.mark.parametrize("within_time", [False, None])
def test_rectified_late_changes_nothing(within_time: bool | None) -> None:
    events = [event("rectified", "2018-04-01", within_time=within_time)]
    assert state(record(events=events), region=JIA_CITY).status == "live"


class TestRepair:
    """Approved repair lifts, or reduces where a rule provides it (S9)."""

    def test_reduces_where_the_place_provides_it(self) -> None:
        assert state(record(events=[REDUCE])).status == "reduced"

    def test_lifts_where_nothing_provides_a_reduction(self) -> None:
        found = world(case(record(events=[REDUCE]), region=YI)).decide()
        assert found.records[0].status == "repaired"
        assert "reduction-not-provided" in {warning.code for warning in found.warnings}

    def test_the_day_of_approval_counts(self) -> None:
        assert [state(record(events=[LIFT]), day).status for day in ("2018-02-28", "2018-03-01")] == [
            "live",
            "repaired",
        ]

    @pytest.mark.parametrize(("as_of", "status"), [("2026-03-31", "reduced"), ("2026-04-01", "repaired")])
    def test_only_lifts_from_2026_04_01(self, as_of: str, status: str) -> None:
        events = [event("repair-approved", "2026-03-01", effect="reduce")]
        assert state(record(decided="2025-01-01", events=events), as_of).status == status

    def test_a_regulation_on_the_list_may_still_reduce(self) -> None:
        events = [event("repair-approved", "2026-05-01", effect="reduce")]
        assert state(record(list="taxes", decided="2025-01-01", events=events), "2026-06-01").status == "reduced"

    def test_revoked_it_revives_the_record_from_that_day(self) -> None:
        events = [LIFT, event("repair-revoked", "2018-05-01")]
        assert [state(record(events=events), day).status for day in ("2018-04-30", "2018-05-01")] == [
            "repaired",
            "live",
        ]

    def test_a_second_repair_does_not_undo_the_first(self) -> None:
        again = event("repair-approved", "2018-04-01", effect="reduce")
        assert state(record(events=[LIFT, again])).status == "repaired"


@pytest.mark.parametrize(
    ("fetched_on", "doubtful"), [("2018-04-09", True), ("2018-04-10", False), ("2018-05-10", False), (None, False)]
)
def test_old_data_settles_nothing(fetched_on: str | None, doubtful: bool) -> None:
    """At most thirty days old: fetched 04-10, good through 05-10 (S29)."""
    found = state(record(list="prices", fetched_on=fetched_on))
    assert (found.doubt is not None and found.doubt.reason == "stale-record") is doubtful


@pytest.mark.parametrize(
    ("decided", "fields", "doubt", "warned"),
    [
        ("2020-12-06", {"notified": False, "served": False}, None, False),
        ("2020-12-07", {"notified": False, "served": False}, "procedure", False),
        ("2020-12-07", {"notified": False, "served": True}, None, False),
        ("2020-12-07", {"notified_on": "2020-12-01", "served": False}, None, False),
        ("2020-12-07", {}, None, True),
        ("2020-12-07", {"served": False}, None, True),
    ],
)
def test_a_listing_from_2020_12_07_must_have_been_heard_or_served(
    decided: str, fields: Plain, doubt: str | None, warned: bool
) -> None:
    written = world(case(record(decided=decided, **fields), as_of="2021-02-01"))
    found = written.situation()
    assert (found.records[0].doubt.reason if found.records[0].doubt else None) == doubt
    assert ("procedure-unproven" in {notice.code for notice in found.notices}) is warned
    strict = written.situation(evidence="strict").records[0].doubt
    assert (strict.reason if strict else None) == ("procedure" if warned else doubt)


def test_a_repair_that_was_revoked_before_repair_only_lifts_lifts_nothing() -> None:
    """Reduced in 2025, revoked in February 2026: on 2026-04-01 there is no repair that could lift (S9)."""
    reduced = event("repair-approved", "2025-06-01", effect="reduce")
    events = [reduced, event("repair-revoked", "2026-02-01")]
    found = state(record(decided="2025-05-01", expires_on="2030-01-01", events=events), "2026-05-10")
    assert found.status == "live"
    assert [str(end) for _, end in found.spans] == ["2030-01-01"]


def test_events_of_one_day_open_and_close_the_periods_of_effect_in_the_order_written() -> None:
    stayed, resumed = event("stayed", "2018-03-01"), event("resumed", "2018-03-01")
    assert state(record(events=[stayed, resumed])).spans[-1][1] is None
    lifted, revoked = LIFT, event("repair-revoked", "2018-03-01")
    assert state(record(events=[lifted, revoked])).spans[-1][1] is None
    assert [str(end) for _, end in state(record(events=[lifted, revoked, lifted])).spans] == ["2018-03-01"]


def test_a_reduction_of_the_day_on_which_a_lifting_was_revoked_lifts_nothing() -> None:
    events = [LIFT, event("repair-revoked", "2018-03-01"), REDUCE]
    assert state(record(events=events)).status == "reduced"
    assert state(record(events=events)).spans[-1][1] is None
