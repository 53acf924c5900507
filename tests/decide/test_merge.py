"""Several clauses, one measure: merged, never added (S14)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from credit_rules import Decision
from tests.generators.example import case, event, measure, opened, pack, record, world
from tests.generators.people import FIRM, Plain

TAXES, WAGES = {"on_list": "taxes"}, {"on_list": "wages"}
LIVE = record("a", "taxes", expires_on="2019-01-01")
REDUCED = record(
    "b", "wages", expires_on="2020-01-01", events=[event("repair-approved", "2018-03-01", effect="reduce")]
)
CONTESTED = record("c", "debts", expires_on="2021-01-01", events=[opened("2018-05-01")])


def decided(*records: Plain, measures: tuple[Plain, ...], matter: str = "bids", **fields: Any) -> Decision:
    packs = [pack(one, id=f"pack-{number}", **fields) for number, one in enumerate(measures)]
    return world(case(*records, matter=matter), *packs).decide()


def one(*records: Plain, measures: tuple[Plain, ...], **fields: Any) -> Any:
    (found,) = decided(*records, measures=measures, **fields).measures
    return found


STRONG = measure(triggered_by=TAXES)
WEAK = measure(triggered_by=TAXES, force="recommended")


def test_the_same_act_on_the_same_bearer_is_one_measure_with_all_sources() -> None:
    found = one(LIVE, measures=(WEAK, STRONG))
    assert [source.id for source in found.sources] == ["pack-0/m", "pack-1/m"]
    assert found.id == "pack-0/m"
    assert found.force == "mandatory"
    assert found.because == ("a",)


def test_another_act_direction_or_bearer_is_another_measure() -> None:
    other = measure(act="restrict-funds", triggered_by=TAXES)
    assert [view.act for view in decided(LIVE, measures=(STRONG, other)).measures] == ["bar-bids", "restrict-funds"]


def test_terms_are_never_added() -> None:
    short, long = (
        measure(triggered_by=TAXES, term={"period": "90 days"}),
        measure(triggered_by=TAXES, term={"period": "6 months"}),
    )
    alone = one(LIVE, measures=(long,)).until
    assert one(LIVE, measures=(short, long)).until == alone == date(2018, 7, 9)


def test_departments_bases_and_matters_are_those_of_all_sources() -> None:
    one_, other = (
        measure(triggered_by=TAXES, departments=["市法院"], basis=[{"instrument": "credit-law", "article": "1"}]),
        measure(triggered_by=TAXES, departments=["市委组织部", "市法院"], matters=["funds"]),
    )
    found = one(LIVE, measures=(one_, other))
    assert [view.printed for view in found.departments] == ["市法院", "市委组织部"]
    assert [basis.article for basis in found.legal_basis] == ["1"]
    assert found.matters == ("bids", "funds")


class TestStatus:
    """The best status among those that speak; force and time come from these alone."""

    def test_in_force_before_reduced_before_suspended(self) -> None:
        of_wages, of_debts = measure(triggered_by=WAGES), measure()
        assert one(LIVE, REDUCED, CONTESTED, measures=(STRONG, of_wages, of_debts)).status == "in-force"
        assert one(REDUCED, CONTESTED, measures=(of_wages, of_debts)).status == "reduced"
        assert one(CONTESTED, measures=(of_debts,)).status == "suspended"

    def test_a_suspended_source_lends_neither_force_nor_time(self) -> None:
        found = one(LIVE, CONTESTED, measures=(WEAK, measure(force="mandatory")))
        assert (found.status, found.force, found.until) == ("in-force", "recommended", date(2019, 1, 1))
        assert [(source.status, source.force, source.until) for source in found.sources] == [
            ("in-force", "recommended", date(2019, 1, 1)),
            ("suspended", "mandatory", date(2021, 1, 1)),
        ]

    def test_a_reduced_source_lends_no_time_to_one_in_force(self) -> None:
        assert one(LIVE, REDUCED, measures=(STRONG, measure(triggered_by=WAGES))).until == date(2019, 1, 1)

    def test_an_objection_to_one_record_strengthens_nothing(self) -> None:
        """In force as a recommendation, and beside it reduced as an order (``unchanged``): strict review. Contested
        is what is in force: the order alone is left, and refuses. Opening a verification has made things worse."""
        order = measure(triggered_by=WAGES, on_reduce="unchanged")
        before = decided(LIVE, REDUCED, measures=(WEAK, order)).indication
        after = decided({**LIVE, "events": [opened("2018-05-01")]}, REDUCED, measures=(WEAK, order)).indication
        assert before is not None
        assert after is not None
        assert before.result == "strict-review"
        assert after.result in ("strict-review", "reference", "neutral")

    def test_an_objection_strengthens_nothing_where_a_reduced_record_is_left(self) -> None:
        """As above, but the recommendation rests on a reduced record too, and so is reduced rather than suspended."""
        advice = measure(triggered_by={"on_list": ["taxes", "debts"]}, force="recommended", on_reduce="unchanged")
        order = measure(triggered_by=WAGES, on_reduce="unchanged")
        lighter = record("d", "debts", events=[event("repair-approved", "2018-03-01", effect="reduce")])
        before = decided(LIVE, lighter, REDUCED, measures=(advice, order)).indication
        after = decided(
            {**LIVE, "events": [opened("2018-05-01")]}, lighter, REDUCED, measures=(advice, order)
        ).indication
        assert before is not None
        assert after is not None
        assert before.result == "strict-review"
        assert after.result in ("strict-review", "reference", "neutral")

    def test_one_measure_on_several_records_is_judged_in_three_readings(self) -> None:
        any_ = measure(triggered_by={"on_list": ["taxes", "wages", "debts"]})
        assert one(LIVE, REDUCED, CONTESTED, measures=(any_,)).status == "in-force"
        assert one(REDUCED, CONTESTED, measures=(any_,)).status == "reduced"
        assert one(CONTESTED, measures=(any_,)).status == "suspended"

    def test_both_records_are_needed_where_the_clause_needs_both(self) -> None:
        both = measure(triggered_by={"all": [TAXES, {"on_list": "debts"}]})
        assert one(LIVE, CONTESTED, measures=(both,)).status == "suspended"


class TestOnReduce:
    """What a measure becomes where repair only reduces (S9)."""

    @pytest.mark.parametrize(
        ("on_reduce", "found"),
        [("recommended", ("reduced", "recommended")), ("unchanged", ("reduced", "mandatory")), ("lifted", None)],
    )
    def test_each_kind(self, on_reduce: str, found: tuple[str, str] | None) -> None:
        measures = decided(REDUCED, measures=(measure(triggered_by=WAGES, on_reduce=on_reduce),)).measures
        assert [(view.status, view.force) for view in measures] == ([] if found is None else [found])

    def test_an_objection_brings_nothing_back_that_repair_lifted(self) -> None:
        contested = {**REDUCED, "events": [*REDUCED["events"], opened("2018-05-01")]}
        lifted = measure(triggered_by=WAGES, on_reduce="lifted")
        assert decided(REDUCED, measures=(lifted,)).measures == ()
        assert decided(contested, measures=(lifted,)).measures == ()

    def test_a_recommendation_stays_one(self) -> None:
        weak = measure(triggered_by=WAGES, on_reduce="unchanged", force="recommended")
        assert one(REDUCED, measures=(weak,)).force == "recommended"


class TestSpeaking:
    """If any source is carried by the law of the day, only those speak."""

    LAW = [{"instrument": "credit-law", "article": "12"}]
    DAY = "2021-02-01"

    def found(self, *measures: Plain) -> Any:
        owed = record(decided="2020-12-20", notified=True, expires_on="2022-01-01")
        packs = [pack(one, id=f"pack-{number}") for number, one in enumerate(measures)]
        (view,) = world(case(owed, as_of=self.DAY, subject=FIRM), *packs).decide().measures
        return view

    def test_force_and_time_come_from_what_the_law_carries(self) -> None:
        found = self.found(measure(), measure(force="recommended", basis=self.LAW, term={"period": "90 days"}))
        assert (found.force, found.standing.value, found.until) == ("recommended", "sufficient", date(2021, 3, 21))
        assert [source.standing for source in found.sources] == ["insufficient", "sufficient"]

    def test_where_none_is_all_speak(self) -> None:
        found = self.found(measure(), measure(force="recommended"))
        assert (found.force, found.standing.value) == ("mandatory", "insufficient")

    def test_what_is_only_remembered_lends_no_force(self) -> None:
        """An unverified source beside a read one: it is named, and does not speak (S22a)."""
        remembered = measure(provenance="unverified", basis=self.LAW)
        read = measure(force="recommended", basis=self.LAW)
        owed = record(decided="2020-12-20", notified=True)
        packs = pack(remembered, id="pack-0"), pack(read, id="pack-1")
        (view,) = world(case(owed, as_of=self.DAY), *packs).decide(include_unverified=True).measures
        assert view.force == "recommended"
        assert [source.provenance for source in view.sources] == ["unverified", "text"]


def test_measures_stand_by_direction_act_bearer_and_pack() -> None:
    rewards = measure(
        "z", "green-channel", direction="incentive", triggered_by={"on_list": "models"}, blocked_by=["debts"]
    )
    measures = (measure("y", "undo-post"), measure("x", "bar-bids"), rewards)
    decision = world(case(record("a", "models"), LIVE), pack(*measures, triggered_by=TAXES)).decide()
    assert [view.act for view in decision.measures] == ["bar-bids", "undo-post", "green-channel"]
