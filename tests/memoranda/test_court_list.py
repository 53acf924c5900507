"""The courts' list as it ships: 法释〔2017〕7号, before it the text of 2013 (LF 4; S6, S7, S11, S26)."""

from __future__ import annotations

from typing import Any

import pytest

from credit_rules import Decision
from credit_rules.case.decision import RecordView
from tests.generators.people import ADULT, MINOR, Person, Plain, described
from tests.generators.world import World, shipped_plan

OBSTRUCTION = {"ground": "obstruction", "extension-years": 0}


def decided(as_of: str, subject: Person = ADULT, *, on: str = "2018-01-10", **fields: Any) -> Decision:
    record: Plain = {
        "id": "r1", "list": "dishonest-judgment-debtor", "determined_by": "示例市中级人民法院",
        "document": {"number": "示执〔2018〕1号", "kind": "court-decision"},
        "decided_on": on, "published_on": on, "notified": True, "facts": OBSTRUCTION, **fields,
    }  # fmt: skip
    context = {"as_of": as_of, "region": "360300"}
    return World(shipped_plan(), {"subject": described(subject), "records": [record], "context": context}).decide()


def record(as_of: str, **fields: Any) -> RecordView:
    return decided(as_of, **fields).records[0]


@pytest.mark.parametrize(
    ("facts", "last", "after"),
    [
        (OBSTRUCTION, "2020-01-10", "2020-01-11"),
        ({"ground": "settlement-breach", "extension-years": 0}, "2020-01-10", "2020-01-11"),
        ({"ground": "evasion", "extension-years": 1}, "2021-01-10", "2021-01-11"),
        ({"ground": "evasion", "extension-years": 3}, "2023-01-10", "2023-01-11"),
    ],
)
def test_two_years_and_what_the_court_added(facts: Plain, last: str, after: str) -> None:
    assert (record(last, facts=facts).status, record(after, facts=facts).status) == ("live", "expired")
    assert str(record(last, facts=facts).until) == after


@pytest.mark.parametrize("as_of", ["2020-01-11", "2023-01-11", "2040-01-01"])
def test_who_can_pay_and_refuses_stays_until_deleted(as_of: str) -> None:
    found = record(as_of, facts={"ground": "able-but-refuses"})
    assert (found.status, found.until) == ("live", None)


@pytest.mark.parametrize(
    ("as_of", "status"),
    [("2020-01-10", "live"), ("2020-01-11", "unclear"), ("2023-01-10", "unclear"), ("2023-01-11", "expired")],
)
def test_an_extension_that_nobody_told_of_leaves_the_end_unclear(as_of: str, status: str) -> None:
    assert record(as_of, facts={"ground": "obstruction"}).status == status


@pytest.mark.parametrize(("on", "status"), [("2017-04-30", "live"), ("2017-05-01", "expired")])
def test_before_2017_05_01_the_list_had_no_term(on: str, status: str) -> None:
    assert record("2019-06-01", on=on).status == status


def test_no_minor_bears_what_the_list_brings() -> None:
    """Of full age from 2023-06-11; listed before and after."""
    assert decided("2023-05-10", MINOR, on="2023-05-01").measures == ()
    assert decided("2023-07-10", MINOR, on="2023-07-01").measures


@pytest.mark.parametrize(
    ("ground", "due"), [("objection", "2018-05-16"), ("complaint", "2018-05-21"), ("reconsideration", "2018-05-16")]
)
def test_the_court_reviews_in_fifteen_days_not_the_places_twenty(ground: str, due: str) -> None:
    events = [{"type": "verification-opened", "on": "2018-05-01", "ground": ground}]
    found = decided("2018-05-10", events=events)
    assert [str(duty.due) for duty in found.duties if duty.code == "answer-objection" and duty.due] == [due]
    status = "live" if ground == "reconsideration" else "under-verification"
    assert found.records[0].status == status


def test_before_the_text_of_2017_a_reconsideration_suspends_and_has_no_fifteen_days() -> None:
    events = [{"type": "verification-opened", "on": "2017-04-20", "ground": "reconsideration"}]
    found = decided("2017-04-25", on="2017-03-30", events=events)
    assert found.records[0].status == "under-verification"
    assert {duty.due for duty in found.duties if duty.code == "answer-objection"} == {None}


def ways(way: str, as_of: str, on: str) -> list[tuple[str, str]]:
    """Through whom and on what basis each way of a kind leads."""
    found = (each for each in decided(as_of, on=on).measures[0].ends_by if each.way == way)
    return [(each.through or "", each.basis or "") for each in found]


def test_it_is_deleted_within_three_working_days() -> None:
    deletions = ways("delisting", "2018-05-10", "2018-01-10")
    assert len(deletions) == 2
    for through, basis in deletions:
        assert through.startswith("执行法院（条件：")
        assert "3 个工作日内" in through
        assert basis.endswith("10")


def test_before_2017_05_01_it_was_deleted_by_the_text_of_2013() -> None:
    ((through, basis),) = ways("delisting", "2017-04-20", "2017-03-30")
    assert "工作日" not in through
    assert "2013" in basis


def test_the_debtor_objects_to_the_court_by_the_lists_own_article() -> None:
    ((through, basis),) = ways("objection", "2018-05-10", "2018-01-10")
    assert through == "示例市中级人民法院"
    assert basis.endswith("12")
