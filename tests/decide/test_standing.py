"""Whether the law of the day carries a measure (S23)."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules import MeasureView
from tests.generators.example import JIA, YI, case, event, measure, pack, record, world
from tests.generators.people import ADULT, FIRM, HOSPITAL, Person, Plain

LAW = [{"instrument": "credit-law", "article": "12"}]
BEFORE, AFTER = "2020-12-06", "2020-12-07"


def issued(
    act: str = "bar-bids",
    *,
    as_of: str = BEFORE,
    subject: Person = HOSPITAL,
    list: str = "debts",
    region: str = JIA,
    basis: Any = "none-cited",
    records: tuple[Plain, ...] = (),
    **head: Any,
) -> MeasureView:
    """The one measure issued to the subject, a public institution where nothing else is said."""
    found = records or (
        record(list=list, decided="2020-11-01", notified=True, events=[event("confirmed", "2020-11-01")]),
    )
    lists = [entry["list"] for entry in found]
    written = pack(measure(act=act, basis=basis, triggered_by={"on_list": lists}), **head)
    (measure_view,) = world(case(*found, as_of=as_of, subject=subject, region=region), written).decide().measures
    return measure_view


def standing(act: str = "bar-bids", **fields: Any) -> str:
    return issued(act, **fields).standing.value


@pytest.mark.parametrize("rank", ["normative-document", "memorandum", "party-document"])
def test_practice_ends_on_2020_12_06(rank: str) -> None:
    assert standing(rank=rank, as_of=BEFORE) == "practice"
    assert standing(rank=rank, as_of=AFTER) == "insufficient"


@pytest.mark.parametrize("rank", ["departmental-rule", "industry-rule", "local-government-rule"])
def test_other_ranks_never_were_practice(rank: str) -> None:
    assert standing(rank=rank, as_of=BEFORE) == "insufficient"


@pytest.mark.parametrize("as_of", [BEFORE, AFTER])
@pytest.mark.parametrize("rank", ["law", "administrative-regulation", "central-policy-document"])
def test_a_document_of_sufficient_rank_carries_itself(rank: str, as_of: str) -> None:
    assert standing(rank=rank, as_of=as_of) == "sufficient"


@pytest.mark.parametrize("as_of", [BEFORE, AFTER])
def test_a_cited_law_carries_at_every_date(as_of: str) -> None:
    assert standing(basis=LAW, as_of=as_of) == "sufficient"


def test_a_law_carries_only_while_a_version_is_in_force() -> None:
    regulation = [{"instrument": "credit-regulation", "article": "3"}]
    old = record(decided="2017-10-01", expires_on="2019-01-01")
    assert standing(basis=regulation, as_of="2017-12-31", records=(old,)) == "practice"
    assert standing(basis=regulation, as_of="2018-01-01", records=(old,)) == "sufficient"


@pytest.mark.parametrize(("region", "value"), [(YI, "sufficient"), (JIA, "insufficient")])
def test_a_local_regulation_carries_in_its_own_place(region: str, value: str) -> None:
    cited = [{"instrument": "yi-regulation", "article": "8"}]
    assert standing(basis=cited, region=region, place="000000", as_of=AFTER) == value


def test_a_departmental_rule_carries_no_measure() -> None:
    assert standing(basis=[{"instrument": "ministry-rule", "article": "2"}], as_of=AFTER) == "insufficient"


def test_what_nobody_has_read_is_unverified() -> None:
    unread = [{"instrument": "unread-law", "article": "5", "provenance": "secondary"}]
    assert standing(basis=unread, as_of=AFTER) == "unverified"
    assert standing(basis=unread, as_of=BEFORE) == "practice"
    assert standing(basis=[*unread, *LAW], as_of=AFTER) == "sufficient"


class TestLists:
    """From 2020-12-07 a nationwide list needs a basis of its own."""

    @pytest.mark.parametrize(
        ("list", "value"),
        [
            ("debts", "sufficient"),
            ("taxes", "insufficient"),
            ("wages", "unverified"),
            ("penalties", "sufficient"),
            ("local-taxes", "insufficient"),
        ],
    )
    def test_its_own_basis(self, list: str, value: str) -> None:
        region = YI if list == "local-taxes" else JIA
        assert standing(basis=LAW, list=list, as_of=AFTER, region=region, place="000000") == value
        assert standing(basis=LAW, list=list, as_of=BEFORE, region=region, place="000000") == "sufficient"

    def test_one_list_of_sufficient_basis_is_enough_where_any_will_do(self) -> None:
        based, baseless = (
            record(id, list, decided="2020-11-01", notified=True) for id, list in (("a", "debts"), ("b", "taxes"))
        )
        assert standing(basis=LAW, as_of=AFTER, records=(based, baseless)) == "sufficient"

    def test_an_objection_to_the_other_list_adds_nothing(self) -> None:
        based = record("a", "debts", decided="2020-11-01", notified=True)
        baseless = record(
            "b",
            "taxes",
            decided="2020-11-01",
            notified=True,
            events=[event("verification-opened", "2020-11-05", ground="objection")],
        )
        assert standing(basis=LAW, as_of=AFTER, records=(based, baseless)) == "sufficient"


class TestFloors:
    """What no document below a certain rank may do, at every date."""

    @pytest.mark.parametrize(("as_of", "value"), [("2019-12-31", "practice"), ("2020-01-01", "insufficient")])
    def test_market_entities_from_2020(self, as_of: str, value: str) -> None:
        owed = record(decided="2019-11-01", expires_on="2021-01-01")
        assert standing(subject=FIRM, as_of=as_of, records=(owed,)) == value
        assert standing(subject=HOSPITAL, as_of=as_of, records=(owed,)) == "practice"
        assert standing(subject=FIRM, as_of=as_of, records=(owed,), basis=LAW) == "sufficient"

    @pytest.mark.parametrize("act", ["bar-exit", "strict-review", "close-business"])
    def test_exit_licence_and_penalty_at_every_date(self, act: str) -> None:
        early = record(decided="2016-01-01", expires_on="2021-01-01")
        assert standing(act, as_of="2016-06-01", subject=ADULT, records=(early,)) == "insufficient"
        assert standing(act, as_of="2016-06-01", subject=ADULT, records=(early,), basis=LAW) == "sufficient"
        assert "不能设定" in issued(act, as_of="2016-06-01", subject=ADULT, records=(early,)).standing.reason

    def test_a_policy_document_clears_no_exit_floor(self) -> None:
        assert standing("bar-exit", subject=ADULT, rank="central-policy-document") == "insufficient"
        assert standing("bar-bids", subject=ADULT, rank="central-policy-document") == "sufficient"


@pytest.mark.parametrize("as_of", ["2016-06-01", "2019-12-31", BEFORE, AFTER, "2030-01-01"])
@pytest.mark.parametrize("act", ["supervise", "publicise"])
def test_what_reduces_no_right_needs_only_its_document(act: str, as_of: str) -> None:
    found = issued(act, as_of=as_of, subject=FIRM, records=(record("r", "taxes", decided="2016-01-01"),))
    assert found.standing == ("sufficient", "document-suffices")


class TestWithhold:
    """``--standing withhold`` moves out what the law does not carry."""

    @pytest.mark.parametrize(
        ("basis", "reason"),
        [
            ("none-cited", "insufficient-standing"),
            ([{"instrument": "unread-law", "article": "5", "provenance": "secondary"}], "unverified-source"),
            (LAW, None),
        ],
    )
    def test_each_with_its_reason(self, basis: Any, reason: str | None) -> None:
        owed = record(decided="2020-11-01", notified=True)
        decision = world(case(owed, as_of=AFTER), pack(measure(basis=basis))).decide(standing="withhold")
        assert [entry.reason for entry in decision.withheld] == ([] if reason is None else [reason])
        assert len(decision.measures) == (reason is None)
        annotated = world(case(owed, as_of=AFTER), pack(measure(basis=basis))).decide()
        assert len(annotated.measures) == 1
        assert annotated.withheld == ()
