"""The duties that the shipped registry holds: who owes what by when, on the boundary days of each (S7, S8, S26)."""

from __future__ import annotations

import pytest

from tests.decide.duty_cases import (
    AUTHORITY,
    CHAISANG,
    COURT,
    ELSEWHERE,
    HENAN,
    JIANGXI,
    MARKET,
    PINGXIANG,
    RATING,
    SAFETY,
    SHANDONG,
    SHANGHAI,
    TAX,
    due,
    event,
    owed,
    verified,
)
from tests.generators.people import ADULT, FIRM
from tests.generators.world import shipped_plan

UNPUBLISHED = {"published_on": None}


def named(instrument: str, article: str) -> str:
    return f"《{shipped_plan().vocabulary.instrument[instrument].title}》{article}"


NATIONAL = ("ndrc-2018-424", "条次未见")


@pytest.mark.parametrize(
    ("decided_on", "list", "region", "days", "basis"),
    [
        ("2018-07-24", TAX, ELSEWHERE, [], []),
        ("2018-07-25", TAX, ELSEWHERE, ["2018-08-03"], [NATIONAL]),
        # the National Day week is skipped; the Sunday before it and the Saturday after it are worked
        ("2019-09-27", TAX, ELSEWHERE, ["2019-10-12"], [NATIONAL]),
        # local texts stand before the national one, the narrowest first
        ("2016-12-19", TAX, JIANGXI, [], []),
        ("2016-12-20", TAX, JIANGXI, ["2016-12-29"], [("jiangxi-2016-101", "四(十六)")]),
        ("2018-03-29", TAX, PINGXIANG, ["2018-04-10"], [("jiangxi-2016-101", "四(十六)")]),
        ("2018-03-30", TAX, PINGXIANG, ["2018-04-11"], [("pingxiang-2017-110", "四(十七)")]),
        ("2019-08-19", TAX, CHAISANG, ["2019-08-28"], [("chaisang-2019-2", "四(十六)")]),
        # the law on work safety, for its own list
        ("2021-08-31", SAFETY, ELSEWHERE, ["2021-09-09"], [NATIONAL]),
        ("2021-09-01", SAFETY, ELSEWHERE, ["2021-09-10"], [("work-safety-law", "78")]),
        # market regulation: its own system in twenty working days, beside the seven of 双公示
        ("2021-08-31", MARKET, ELSEWHERE, ["2021-09-09"], [NATIONAL]),
        ("2021-09-01", MARKET, ELSEWHERE, ["2021-09-10", "2021-09-29"], [NATIONAL, ("samr-order-45", "9")]),
    ],
)
def test_a_penalty_is_published(
    decided_on: str, list: str, region: str, days: list[str], basis: list[tuple[str, str]]
) -> None:
    found = owed("publish-decision", decided_on, list, region, decided_on=decided_on, **UNPUBLISHED)
    assert [duty.due.isoformat() for duty in found if duty.due] == days
    for duty, cited in zip(found, basis, strict=True):
        assert (duty.owed_by, duty.to, duty.calendar) == (AUTHORITY, "社会公众", "working-days")
        assert (duty.basis or "").startswith(named(*cited))


@pytest.mark.parametrize("fields", [{"kind": "listing-decision"}, {"tier": "minor"}, {"published_on": "2019-01-02"}])
def test_nothing_else_is_published_as_a_penalty(fields: dict[str, str]) -> None:
    assert due("publish-decision", "2019-01-02", decided_on="2019-01-02", **{**UNPUBLISHED, **fields}) == []


@pytest.mark.parametrize(
    ("list", "region", "closed", "days"),
    [
        (COURT, ELSEWHERE, "2018-09-30", ["2018-10-10"]),
        (COURT, JIANGXI, "2018-05-08", ["2018-05-11"]),
        (COURT, ELSEWHERE, "2017-04-28", []),
        (TAX, JIANGXI, "2018-05-08", [None]),
        (TAX, PINGXIANG, "2018-05-08", [None]),
        (TAX, CHAISANG, "2019-09-02", [None]),
        (TAX, HENAN, "2018-05-08", [None]),
        (TAX, ELSEWHERE, "2018-05-08", []),
    ],
)
def test_wrong_information_is_corrected(list: str, region: str, closed: str, days: list[str | None]) -> None:
    started = closed[:4] + "-01-08"
    events = verified(closed, closed, "annulled")
    assert due("correct-record", closed, list, region, decided_on=started, published_on=started, events=events) == days


@pytest.mark.parametrize(
    ("region", "revoked", "owners"),
    [
        (HENAN, "2020-05-06", ["归集和使用该信息的单位"]),
        (HENAN, "2020-04-30", []),
        (SHANDONG, "2020-10-09", [AUTHORITY]),
        (SHANGHAI, "2018-05-08", ["市公共信用信息服务中心"]),
    ],
)
def test_what_rested_on_a_revoked_document_is_removed(region: str, revoked: str, owners: list[str]) -> None:
    found = owed("correct-record", revoked, TAX, region, events=[event("document-revoked", revoked)])
    assert [(duty.owed_by, duty.due) for duty in found] == [(owner, None) for owner in owners]


@pytest.mark.parametrize(
    ("list", "revoked", "days", "basis"),
    [
        (TAX, "2021-07-14", [], ""),
        (TAX, "2021-07-15", ["2021-07-20"], "《中华人民共和国行政处罚法》48、85"),
        (MARKET, "2021-09-29", ["2021-10-09"], "公示规定》11"),
    ],
)
def test_a_published_penalty_that_is_revoked_is_withdrawn(list: str, revoked: str, days: list[str], basis: str) -> None:
    events = [event("document-revoked", revoked)]
    found = owed("withdraw-publication", revoked, list, events=events)
    assert [duty.due.isoformat() for duty in found if duty.due] == days
    assert all(basis in (duty.basis or "") for duty in found)
    assert due("withdraw-publication", revoked, list, kind="listing-decision", events=events) == []
    assert due("withdraw-publication", revoked, list, events=events, **UNPUBLISHED) == []


@pytest.mark.parametrize(
    ("left", "days"),
    [("2023-04-28", []), ("2023-05-04", ["2023-05-08"]), ("2026-03-31", ["2026-04-03"]), ("2026-04-01", [])],
)
def test_the_site_ends_display_of_what_was_taken_off(left: str, days: list[str]) -> None:
    """2023-05-06 was a Saturday on which offices worked."""
    events = [event("delisted", left, ground="performed")]
    assert due("end-display", left, MARKET, decided_on="2023-04-10", published_on="2023-04-10", events=events) == days


@pytest.mark.parametrize(
    ("region", "repaired", "count"),
    [(ELSEWHERE, "2026-03-31", 0), (ELSEWHERE, "2026-04-01", 1), (SHANGHAI, "2018-05-08", 1)],
)
def test_display_ends_with_repair(region: str, repaired: str, count: int) -> None:
    events = [event("repair-approved", repaired, effect="lift")]
    assert due("end-display", repaired, TAX, region, events=events) == [None] * count


@pytest.mark.parametrize(
    "ending",
    [event("delisted", "2020-05-06", ground="performed"), event("repair-approved", "2020-05-06", effect="lift")],
)
def test_in_henan_leaving_the_list_is_announced_and_the_measures_end(ending: dict[str, str]) -> None:
    (notice,) = owed("exit-notice", "2020-05-06", TAX, HENAN, events=[ending])
    assert (notice.owed_by, notice.to, notice.due) == (AUTHORITY, "社会公众", None)
    (lift,) = owed("lift-measures", "2020-05-06", TAX, HENAN, events=[ending])
    assert (lift.owed_by, lift.to) == ("采取措施的各部门", FIRM.id)
    assert owed("exit-notice", "2020-05-06", TAX, ELSEWHERE, events=[ending]) == []


def test_before_its_regulation_henan_announces_no_exit() -> None:
    events = [event("delisted", "2020-04-30", ground="performed")]
    assert owed("exit-notice", "2020-04-30", TAX, HENAN, events=events) == []


@pytest.mark.parametrize(
    ("region", "repaired", "effect", "article"),
    [
        (JIANGXI, "2018-05-08", "reduce", "四(二十)"),
        (PINGXIANG, "2018-05-08", "lift", "四(二十一)"),
        (CHAISANG, "2019-09-02", "reduce", "四(二十)"),
    ],
)
def test_a_repair_is_explained_in_public_and_lightens(region: str, repaired: str, effect: str, article: str) -> None:
    events = [event("repair-approved", repaired, effect=effect)]
    (statement,) = owed("publish-repair", repaired, TAX, region, events=events)
    assert (statement.owed_by, statement.to) == (AUTHORITY, "社会公众")
    (lift,) = owed("lift-measures", repaired, TAX, region, events=events)
    assert article in (lift.basis or "")


@pytest.mark.parametrize(("as_of", "article"), [("2026-03-31", "四(二十)"), ("2026-04-01", "》3")])
def test_from_2026_04_01_the_national_rule_lifts(as_of: str, article: str) -> None:
    events = [event("repair-approved", as_of, effect="lift")]
    (lift,) = owed(
        "lift-measures", as_of, TAX, JIANGXI, decided_on="2025-01-08", published_on="2025-01-08", events=events
    )
    assert article in (lift.basis or "")


@pytest.mark.parametrize(("as_of", "count"), [("2025-06-21", 0), ("2025-06-22", 1)])
def test_an_application_for_repair_is_accepted_and_answered(as_of: str, count: int) -> None:
    fields = {"decided_on": "2025-01-08", "published_on": "2025-01-08"}
    accept = owed("accept-repair", as_of, TAX, JIANGXI, **fields)
    answer = owed("answer-repair", as_of, TAX, JIANGXI, **fields)
    assert [(duty.owed_by, duty.due) for duty in accept] == [(AUTHORITY, None)] * count
    assert [(duty.owed_by, duty.due) for duty in answer] == [("“信用中国”网站", None)] * count
    assert all("收到推送的修复申请之日起3个工作日内" in (duty.basis or "") for duty in accept)
    assert all("10个工作日内；据转述，原文未核" in (duty.basis or "") for duty in answer)


def test_what_carries_no_measure_or_is_lifted_needs_no_answer_to_repair() -> None:
    fields = {"decided_on": "2025-01-08", "published_on": "2025-01-08"}
    assert owed("accept-repair", "2025-07-01", RATING, JIANGXI, **fields) == []
    events = [event("repair-approved", "2025-06-25", effect="lift")]
    assert owed("accept-repair", "2025-07-01", TAX, JIANGXI, events=events, **fields) == []


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        ("2018-05-10", "2018-07-05"),
        ("2018-04-05", "2018-04-05"),
        ("2018-04-06", "2018-07-05"),
        ("2018-11-01", "2019-01-05"),
    ],
)
def test_henan_reports_each_quarter(as_of: str, days: str) -> None:
    found = owed("report-quarterly", as_of, "major-tax-violation", HENAN)
    assert [(duty.due and duty.due.isoformat(), duty.calendar) for duty in found] in ([], [(days, "days")])


def test_pingxiang_reports_back_to_the_court() -> None:
    facts = {"ground": "refusal"}
    (back,) = owed("feed-back", "2018-05-10", COURT, PINGXIANG, facts=facts)
    assert (back.owed_by, back.to, back.due) == ("采取措施的各部门", "市中级人民法院", None)
    assert owed("feed-back", "2018-05-10", TAX, PINGXIANG) == []


@pytest.mark.parametrize(
    ("region", "matter", "count"),
    [
        (JIANGXI, "government-procurement", 1),
        (PINGXIANG, "bidding", 1),
        (JIANGXI, "government-funded-project", 1),
        (JIANGXI, "bank-credit", 0),
        (PINGXIANG, "policy-support", 1),
        (PINGXIANG, "market-access", 1),  # credit reports: 萍办字〔2015〕50号 二(九)
        (PINGXIANG, "administrative-licence", 1),
        (PINGXIANG, "bank-credit", 0),
        (JIANGXI, "market-access", 0),
        (ELSEWHERE, "government-procurement", 0),
    ],
)
def test_the_record_is_looked_up_before_the_matter_is_decided(region: str, matter: str, count: int) -> None:
    found = owed("query-record", "2018-05-10", TAX, region, matter=matter)
    assert [(duty.owed_by, duty.to, duty.due) for duty in found] == [("作出决定的部门", FIRM.id, None)] * count
    looked = {"records_of": [FIRM.id], "until": "2018-05-10", "asked_by": "示例局"}
    assert owed("query-record", "2018-05-10", TAX, region, matter=matter, inquiry=looked) == []


def test_looking_up_somebody_else_or_another_register_does_not_do() -> None:
    someone = {"records_of": [ADULT.id], "until": "2018-05-10", "asked_by": "示例局"}
    (query,) = owed("query-record", "2018-05-10", TAX, JIANGXI, matter="bidding", inquiry=someone)
    assert query.owed_by == "示例局"
    other = {"records_of": [FIRM.id], "registers": ["major-tax-violation"], "until": "2018-05-10"}
    assert len(owed("query-record", "2018-05-10", TAX, PINGXIANG, matter="policy-support", inquiry=other)) == 1


def test_credit_agencies_answer_and_delete() -> None:
    (answer,) = owed("answer-objection", "2018-05-10", TAX, JIANGXI)
    assert (answer.owed_by, answer.to, answer.due) == ("征信机构", FIRM.id, None)
    assert "20日内" in (answer.basis or "")
    assert owed("delete-adverse-record", "2018-05-10", TAX, JIANGXI) == []
    (delete,) = owed("delete-adverse-record", "2018-05-10", TAX, JIANGXI, subject=ADULT)
    assert (delete.owed_by, delete.to) == ("征信机构", ADULT.id)
    assert "终止之日起5年内" in (delete.basis or "")


def test_a_judgment_debtor_may_ask_the_court_and_the_court_above() -> None:
    facts = {"ground": "refusal"}
    (correction,) = owed("apply-for-correction", "2018-05-10", COURT, PINGXIANG, facts=facts)
    assert (correction.owed_by, correction.to, correction.due) == (FIRM.id, AUTHORITY, None)
    events = verified("2018-05-01", "2018-05-08", "confirmed")
    (above,) = owed("apply-to-upper-court", "2018-05-10", COURT, PINGXIANG, facts=facts, events=events)
    assert (above.owed_by, above.to, above.due) == (FIRM.id, "上一级人民法院", None)
    assert "收到驳回决定之日起10日内" in (above.basis or "")
    assert owed("apply-to-upper-court", "2018-05-10", TAX, PINGXIANG, events=events) == []


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("accept-repair", "3 working days"),
        ("answer-repair", "10 working days"),
        ("answer-repair", "7 working days"),
        ("correct-record", "3 working days"),
        ("apply-to-upper-court", "10 days"),
        ("withdraw-publication", "3 working days"),
        ("publish-decision", "7 working days"),
        ("publish-decision", "20 working days"),
        ("answer-objection", "20 days"),
        ("delete-adverse-record", "5 years"),
    ],
)
def test_the_periods_of_the_legal_framework_are_duties(code: str, period: str) -> None:
    """Section 8, rule 21, with the unit of each."""
    assert (code, period) in {(rule.code, str(rule.period)) for rule in shipped_plan().vocabulary.duties}


def test_its_other_periods_stand_with_the_court_list_and_the_remedies() -> None:
    words = shipped_plan().vocabulary
    court = words.list[COURT]
    assert {(row.ground, str(row.period)) for row in court.verification} == {
        ("objection", "15 days"),
        ("reconsideration", "15 days"),
    }
    assert {str(way.within) for way in court.exits if way.way == "delisting" and way.within} == {"3 working days"}
    administrative = [row for row in words.remedies if row.remedy == "administrative"]
    assert {(step.step, str(step.period)) for row in administrative for step in row.steps} == {
        ("reconsideration", "60 days"),
        ("suit", "6 months"),
    }
