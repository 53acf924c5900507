"""The rights notice as its readers see it: no number of a person, no promise, nobody else's business (S28, LF 8b)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as st

from credit_rules import Engine
from credit_rules.diagnostics.diagnostic import Language
from credit_rules.render.html import write_html
from credit_rules.render.markdown import write_markdown
from credit_rules.toolbox.notice import Notice, write_notice
from credit_rules.toolbox.notice_missing import Refusal
from credit_rules.toolbox.notice_sheet import notice_sheet
from tests.toolbox.notice_example import PERSON, RECORD, UNIT, Given, given, packs

BOTH = pytest.mark.parametrize("for_subject", [False, True])


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return Engine.from_paths(packs(tmp_path_factory.mktemp("packs")))


def page(of: Given, *, for_subject: bool = False, lang: Language = "zh", form: str = "markdown") -> str:
    notice = write_notice(of.decision, of.case, of.measure, of.engine.plan)
    assert isinstance(notice, Notice), notice
    sheet = notice_sheet(notice, of.view(lang), for_subject=for_subject)
    return write_html(sheet, lang) if form == "html" else write_markdown(sheet)


@BOTH
def test_it_says_everything(engine: Engine, for_subject: bool) -> None:
    text = page(given(engine), for_subject=for_subject)
    for said in (
        "示例安源商贸有限公司（91360302MA0EX0018E）", "限制申请政府补贴资金",  # whom, what
        "列入“拖欠农民工工资”", "示人社欠〔2022〕1号", "示例市人力资源和社会保障局", "2022年3月1日",  # facts
        "《保障农民工工资支付条例》第48条", "2019-12-30版本", "示劳发〔2020〕9号", "二(一)", "依据充分",  # grounds
        "萍乡市财政局（文件印为“市财政局”", "2022年3月5日", "2025年3月5日（含当日）；自2025年3月6日起不再有效",  # who, when
        "自收到异议之日起20日内", "只依据该记录的措施暂不执行", "受理单位",  # objection, repair
        "自知道该行为之日起60日内", "自知道该行为之日起6个月内", "不迟于2022年9月2日（含当日）",  # remedies
    ):  # fmt: skip
        assert said in text, said


@BOTH
def test_it_is_no_administrative_decision_and_promises_nothing(engine: Engine, for_subject: bool) -> None:
    for lang, statement, promise in (
        ("zh", "本提示不是行政决定", "本单不作承诺"),
        ("en", "not an administrative decision", "promises nothing"),
    ):
        text = page(given(engine), for_subject=for_subject, lang=lang)  # type: ignore[arg-type]
        assert statement in text
        assert promise in text
        title = text.splitlines()[0]
        assert "决定" not in title
        assert ("提示单" in title) == (lang == "zh")
    assert "须由工作人员复核" in page(given(engine), for_subject=for_subject)


def test_the_subject_reads_rights_first_and_the_officer_facts(engine: Engine) -> None:
    def place(text: str, heading: str) -> int:
        return next(n for n, line in enumerate(text.splitlines()) if line.startswith("## ") and heading in line)

    letter, sheet = (page(given(engine), for_subject=each) for each in (True, False))
    assert place(letter, "异议") < place(letter, "信用修复") < place(letter, "救济") < place(letter, "为什么")
    assert place(sheet, "事实") < place(sheet, "依据") < place(sheet, "救济") < place(sheet, "人工复核")
    assert "致: 示例安源商贸有限公司" in letter
    assert "复核人" not in letter


@BOTH
def test_it_goes_to_the_bearer_and_to_nobody_else(engine: Engine, for_subject: bool) -> None:
    text = page(given(engine, "civic", PERSON), for_subject=for_subject).replace("\\", "")
    whom = next(line for line in text.splitlines() if line.startswith(("- 致", "- 承受人")))
    assert "张示例（1101************2X），法定代表人" in whom
    assert "只发给承受人本人" in text
    assert ("不发给学校、亲属或者其他人" in text) == (not for_subject)
    assert "被列入的主体: 示例安源商贸有限公司" in text


@BOTH
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_same_notice_is_the_same_text(engine: Engine, for_subject: bool, lang: Language, form: str) -> None:
    first, second = (page(given(engine), for_subject=for_subject, lang=lang, form=form) for _ in range(2))
    assert first == second


@BOTH
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["markdown", "html"])
@settings(max_examples=20)
@generated(before=st.sampled_from(["", "r-", "张", "号码", "a"]), after=st.sampled_from(["", "号", "，"]))
def test_no_number_of_a_person_is_shown_wherever_it_stands(
    engine: Engine, for_subject: bool, lang: Language, form: str, before: str, after: str
) -> None:
    number = f"{before}{PERSON}{after}"
    record: dict[str, Any] = {
        **RECORD, "id": number, "determined_by": f"示例局{number}", "document": {"number": f"示例〔2022〕{number}"},
    }  # fmt: skip
    data: dict[str, Any] = {
        "records": [record],
        "parties": [{"id": PERSON, "kind": "natural-person", "name": f"张示例{number}"}],
        "subject": {"id": UNIT, "kind": "enterprise", "name": f"示例公司{number}", "region": "360302"},
    }
    for measure, bearer in (("subsidies", UNIT), ("civic", PERSON)):
        text = page(given(engine, measure, bearer, **data), for_subject=for_subject, lang=lang, form=form)
        assert PERSON not in text.upper()
        assert UNIT in text


def test_a_place_without_rules_is_told_no_period_and_no_suspension(engine: Engine) -> None:
    of = given(engine)
    elsewhere = of._replace(decision=of.decision._replace(region="440100"))
    text = page(elsewhere)
    assert "登记的规定没有定期限" in text
    assert "暂不执行（" not in text


def test_a_reduced_measure_says_so(engine: Engine) -> None:
    events = [{"type": "repair-approved", "on": "2022-05-20", "effect": "reduce"}]
    assert "信用修复后减轻" in page(given(engine, records=[{**RECORD, "events": events}]))


def test_a_measure_without_a_last_day_says_what_ends_it(engine: Engine) -> None:
    assert "没有确定的截止日；由下列事件结束：信用修复、移出名单" in page(given(engine).changed(until=None))


def test_a_measure_that_runs_on_says_that_repair_does_not_end_it(engine: Engine) -> None:
    events = [{"type": "repair-approved", "on": "2022-05-20", "effect": "lift"}]
    text = page(given(engine, "honours", records=[{**RECORD, "events": events}]), for_subject=True)
    assert "记录修复或者移出名单后仍然继续" in text
    assert "信用修复不使它提前结束" in text
    assert "2027年3月5日（含当日）" in text


def test_a_measure_for_life_says_so(engine: Engine) -> None:
    of = given(engine, "honours").changed(until=None)
    notice = write_notice(of.decision, of.case, of.measure, of.engine.plan)
    assert isinstance(notice, Refusal)
    assert [missing.code for missing in notice.missing] == ["end"]
    rules = tuple(
        rule._replace(term=rule.term._replace(life=True)) if rule.term else rule for rule in of.engine.plan.rules
    )
    assert "终身，没有截止日" in page(of._replace(engine=Engine(replace(of.engine.plan, rules=rules))))


def test_warnings_about_the_measure_are_for_the_officer(engine: Engine) -> None:
    of = given(engine, records=[{**RECORD, "served_on": None, "notified_on": None}])
    assert "列入程序未经证明" in page(of)
    assert "列入程序未经证明" not in page(of, for_subject=True)
