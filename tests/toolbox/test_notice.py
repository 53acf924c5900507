"""The rights notice: whole, or refused with everything that is missing (S25, S26, S28)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from credit_rules import Engine
from credit_rules.case.decision import BasisView, WayOut
from credit_rules.registry.vocabulary import in_force
from credit_rules.toolbox.notice import Notice, write_notice
from credit_rules.toolbox.notice_missing import NOT_EXECUTABLE, SENTENCES, Missing, Refusal, refusal_lines, said
from tests.toolbox.notice_example import CONTEXT, PERSON, RECORD, UNIT, Given, given, packs


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine.from_paths(packs(tmp_path_factory.mktemp("packs")))


def made(of: Given) -> Notice | Refusal:
    return write_notice(of.decision, of.case, of.measure, of.engine.plan)


def codes(of: Given) -> list[str]:
    found = made(of)
    return [missing.code for missing in found.missing] if isinstance(found, Refusal) else []


def test_a_whole_notice_has_every_part(engine: Engine) -> None:
    notice = made(given(engine))
    assert isinstance(notice, Notice)
    (listing,) = notice.listings
    assert (listing.entry.title, listing.record.document.number) == ("拖欠农民工工资", "示人社欠〔2022〕1号")
    assert (listing.record.determined_by, listing.from_) == ("示例市人力资源和社会保障局", date(2022, 3, 5))
    assert [(basis.title, basis.version, basis.article) for basis in notice.basis] == [
        ("保障农民工工资支付条例", "2019-12-30", "48")
    ]
    assert [(source.document_no, source.clause) for source in notice.clauses] == [("示劳发〔2020〕9号", "二(一)")]
    assert [(each.name, each.printed) for each in notice.departments] == [("萍乡市财政局", "市财政局")]
    assert (notice.from_, notice.ending.until) == (date(2022, 3, 5), date(2025, 3, 6))
    assert notice.repairs
    assert [way.through for way in notice.objections] == ["示例市人力资源和社会保障局"]
    assert [(limit.code, str(limit.period)) for limit in notice.limits] == [
        ("apply-for-reconsideration", "60 days"),
        ("bring-suit", "6 months"),
    ]


def without_way(way: str) -> Callable[[Given], Given]:
    return lambda of: of.changed(ends_by=tuple(each for each in of.measure.ends_by if each.way != way))


def way_to_nobody(way: str) -> Callable[[Given], Given]:
    return lambda of: of.changed(
        ends_by=tuple(each._replace(through=None) if each.way == way else each for each in of.measure.ends_by)
    )


def with_basis(**changes: object) -> Callable[[Given], Given]:
    def change(of: Given) -> Given:
        assert of.measure.legal_basis != "none-cited"
        return of.changed(legal_basis=tuple(each._replace(**changes) for each in of.measure.legal_basis))

    return change


def with_record(**changes: object) -> Callable[[Given], Given]:
    def change(of: Given) -> Given:
        return of._replace(case=of.case._replace(records=tuple(each._replace(**changes) for each in of.case.records)))

    return change


def without_number(of: Given) -> Given:
    (record,) = of.case.records
    return with_record(document=record.document._replace(number=" "))(of)


def with_untitled_list(of: Given) -> Given:
    words = of.engine.plan.vocabulary
    untitled = replace(words, lists=tuple(entry._replace(title="") for entry in words.lists))
    return of._replace(engine=Engine(replace(of.engine.plan, vocabulary=untitled)))


MISSING: dict[str, tuple[str, Callable[[Given], Given]]] = {
    "no record": ("record", lambda of: of.changed(because=())),
    "no title of the list": ("list", with_untitled_list),
    "no document number": ("document-number", without_number),
    "no determining authority": ("authority", with_record(determined_by="")),
    "no legal basis": ("basis", lambda of: of.changed(legal_basis="none-cited")),
    "a basis without version": ("version", with_basis(version=None)),
    "a basis without article": ("article", with_basis(article="条次未见")),
    "a basis that nobody has seen": ("unverified", with_basis(provenance="unverified")),
    "no clause that speaks": ("clause", lambda of: of.changed(sources=())),
    "a clause without number": (
        "clause", lambda of: of.changed(sources=tuple(each._replace(clause="") for each in of.measure.sources)),
    ),
    "no department": ("department", lambda of: of.changed(departments="none-printed")),
    "no first day": ("start", lambda of: of.changed(from_=None)),
    "no end": (
        "end",
        lambda of: of.changed(until=None, ends_by=tuple(w for w in of.measure.ends_by if w.way in ("objection", "remedy"))),
    ),
    "no repair": ("repair", without_way("repair")),
    "repair through nobody": ("repair-through", way_to_nobody("repair")),
    "no objection": ("objection", without_way("objection")),
    "no objection address": ("objection-address", way_to_nobody("objection")),
    "no remedy": ("remedy", without_way("remedy")),
    "a remedy without time limit": (
        "remedy-limit",
        lambda of: of.changed(ends_by=(*without_way("remedy")(of).measure.ends_by, WayOut("remedy", None, None, "可以申诉", None))),
    ),
    "an incentive": ("incentive", lambda of: of.changed(direction="incentive")),
    "suspended": ("suspended", lambda of: of.changed(status="suspended")),
    "insufficient": ("insufficient", lambda of: of.changed(standing=of.measure.standing._replace(value="insufficient"))),
    "unverified": ("unverified", lambda of: of.changed(standing=of.measure.standing._replace(value="unverified"))),
}  # fmt: skip


BESIDE = {"end": ["repair"]}
"""What goes with it: repair is a way to end."""


@pytest.mark.parametrize(("code", "change"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_named(engine: Engine, code: str, change: Callable[[Given], Given]) -> None:
    whole = given(engine)
    assert codes(whole) == []
    assert set(codes(change(whole))) == {code, *BESIDE.get(code, ())}


def test_every_reason_to_refuse_is_tested() -> None:
    elsewhere = {"bearer-name", "department-name", "withheld", "undetermined", "not-issued"}
    assert {code for code, _ in MISSING.values()} | elsewhere == set(SENTENCES)


def test_everything_missing_is_named_at_once(engine: Engine) -> None:
    of = given(engine).changed(legal_basis="none-cited", departments="none-printed", from_=None, status="suspended")
    assert set(codes(of)) >= {"suspended", "basis", "department", "start"}


def test_a_document_that_cites_no_law_gives_no_notice(engine: Engine) -> None:
    assert "basis" in codes(given(engine, "exposure"))


def test_one_complete_citation_is_enough_and_the_other_is_marked(engine: Engine) -> None:
    of = given(engine)
    assert of.measure.legal_basis != "none-cited"
    other = BasisView("x", "示例条例", None, "3", "local-regulation", "secondary")
    assert codes(of.changed(legal_basis=(other, *of.measure.legal_basis))) == []
    assert codes(of.changed(legal_basis=(other,))) == ["version"]


def test_a_person_is_told_by_name_only(engine: Engine) -> None:
    named = made(given(engine, "civic", PERSON))
    assert isinstance(named, Notice)
    assert named.bearer.name == "张示例"
    assert codes(given(engine, "civic", PERSON, parties=[])) == ["bearer-name"]


def test_a_unit_without_name_is_told_by_its_code(engine: Engine) -> None:
    assert codes(given(engine, subject={"id": UNIT, "kind": "enterprise", "region": "360302"})) == []


def test_a_measure_under_verification_is_refused(engine: Engine) -> None:
    record = {**RECORD, "events": [{"type": "verification-opened", "on": "2022-05-20", "ground": "objection"}]}
    assert codes(given(engine, records=[record])) == ["suspended"]


def test_a_reduced_measure_is_announced_as_reduced(engine: Engine) -> None:
    record = {**RECORD, "events": [{"type": "repair-approved", "on": "2022-05-20", "effect": "reduce"}]}
    notice = made(given(engine, records=[record]))
    assert isinstance(notice, Notice)
    assert notice.measure.status == "reduced"


def test_corrected_values_are_told(engine: Engine) -> None:
    events = [
        {"type": "verification-opened", "on": "2022-04-01"},
        {"type": "verification-closed", "on": "2022-04-10", "result": "corrected", "changes": {"decided_on": "2022-03-02"}},
    ]  # fmt: skip
    notice = made(given(engine, records=[{**RECORD, "events": events}]))
    assert isinstance(notice, Notice)
    assert notice.listings[0].record.decided_on == date(2022, 3, 2)


@pytest.mark.parametrize(
    ("measure", "kind", "word"),
    [
        ("subsidies", "administrative", "行政复议"),
        ("supervision", "court", "执行法院"),
        ("civic", "party", "申诉"),
        ("loans", "autonomous", "合同"),
    ],
)
def test_the_remedy_fits_the_kind_of_actor(engine: Engine, measure: str, kind: str, word: str) -> None:
    notice = made(given(engine, measure))
    assert isinstance(notice, Notice)
    (way,) = notice.remedies
    assert word in (way.through or "")
    rows = [row for row in engine.plan.vocabulary.remedies if row.title == way.through]
    assert kind in {row.remedy for row in rows if in_force(notice.decision.as_of, row.from_, row.until)}
    assert bool(notice.limits) == (kind in ("administrative", "court"))


@pytest.mark.parametrize(
    ("measure", "matter", "printed"), [("entry", "market-access", "行政机关"), ("review", "food-and-drug-trade", None)]
)
def test_where_the_text_names_no_department_it_is_the_one_that_asks(
    engine: Engine, measure: str, matter: str, printed: str | None
) -> None:
    asked: dict[str, Any] = {"inquiry": {"asked_by": "示例市行政审批局"}, "context": {**CONTEXT, "matter": matter}}
    notice = made(given(engine, measure, **asked))
    assert isinstance(notice, Notice)
    assert [(each.name, each.printed, each.asking) for each in notice.departments] == [
        ("示例市行政审批局", printed, True)
    ]
    missing = ["department-name" if printed else "department"]
    assert codes(given(engine, measure)) == missing
    assert codes(given(engine, measure, inquiry=asked["inquiry"])) == missing, "asked about nothing"
    other = {**asked, "context": {**CONTEXT, "matter": "honour-award"}}
    assert codes(given(engine, measure, **other)) == missing, "asked about another matter"


def test_a_measure_that_runs_on_ends_by_its_own_term(engine: Engine) -> None:
    running = made(given(engine, "honours"))
    assert isinstance(running, Notice)
    assert (running.ending.runs_on, running.ending.until, running.ending.ways) == (True, date(2027, 3, 6), ())
    repaired = [{**RECORD, "events": [{"type": "repair-approved", "on": "2022-05-20", "effect": "lift"}]}]
    after = made(given(engine, "honours", records=repaired))
    assert isinstance(after, Notice)
    assert (after.repairs, after.ending.until) == ((), date(2027, 3, 6))


def test_an_objection_is_answered_in_the_time_of_the_place(engine: Engine) -> None:
    notice = made(given(engine))
    assert isinstance(notice, Notice)
    assert [str(limit.period) for limit in notice.answers] == ["20 days"]
    assert notice.suspends == "萍府办字〔2017〕110号 四(二十二)"


def test_every_code_has_a_sentence_and_a_way_out_in_both_languages(engine: Engine) -> None:
    of = given(engine)
    for code in SENTENCES:
        about = "livelihood" if code == "withheld" else "示例"
        zh, en = (said(Missing(code, about), of.view(lang)) for lang in ("zh", "en"))
        assert all(zh)
        assert all(en)
        assert "{" not in "".join((*zh, *en))
        assert zh != en
    assert {"suspended", "insufficient", "withheld", "undetermined"} <= NOT_EXECUTABLE


def test_a_refusal_is_one_numbered_list_without_numbers_of_persons(engine: Engine) -> None:
    of = given(engine)
    refusal = Refusal(of.measure.id, (Missing("undetermined", f"{PERSON} 是否负有直接责任"), Missing("department")))
    lines = list(refusal_lines(refusal, of.view()))
    assert "限制申请政府补贴资金" in lines[0]
    assert [line[:2] for line in lines[1::2]] == ["1.", "2."]
    assert "1101************2X 是否负有直接责任" in lines[1]
    assert PERSON not in "".join(lines)
