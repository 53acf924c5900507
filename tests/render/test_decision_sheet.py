"""What an officer reads: everything that the decision says, in words, in both languages, without identity numbers."""

from __future__ import annotations

import re
from io import StringIO

import pytest
from markdown_it import MarkdownIt

from credit_rules.case.decision import BearerView, Decision, Duty
from credit_rules.diagnostics.diagnostic import Language
from credit_rules.render.decision_sheet import decision_sheet
from credit_rules.render.markdown import write_markdown
from credit_rules.render.people import People
from credit_rules.render.sheet import Entry, Section, Sheet
from credit_rules.render.terminal import print_sheet
from credit_rules.render.text import write_text
from credit_rules.render.view import View
from credit_rules.render.width import columns
from tests.render.example_decision import BAN, CASE, DECISION, PASSPORT, PERSON, TRAVEL, UNIT, titles

CODES = re.compile(r"\b(in-force|under-verification|strict-review|listed-elsewhere|none-printed|none-cited|as-of)\b")


def sheet(decision: Decision = DECISION, lang: Language = "zh") -> Sheet:
    return decision_sheet(decision, View(lang, titles, People.of(decision, CASE)))


def section(title: str, of: Sheet) -> Section:
    return next(each for each in of.sections if each.title.startswith(title))


def values(entry: Entry) -> dict[str, tuple[str, ...]]:
    return {field.label: field.lines for field in entry.fields}


def test_it_says_first_that_it_is_no_decision_then_whom_when_and_where() -> None:
    page = sheet()
    assert page.notes[0].startswith("本提示不是行政决定")
    assert [field.lines[0] for field in page.fields] == [
        f"示例有限公司（{UNIT}），企业",
        "2018-05-10，所知截至 2018-05-11",
        "萍乡市（360300）",
    ]


def test_the_indication_stands_before_records_and_measures() -> None:
    assert [each.title for each in sheet().sections] == [
        "事项提示：政府采购（government-procurement）",
        "记录",
        "计入本事项的措施",
        "惩戒：推荐性措施",
        "暂不执行的措施（核实或者争议期间不得执行）",
        "未确定的措施",
        "未发出的措施",
        "提醒",
        "职责和期限",
        "出处",
    ]


def test_what_is_not_counted_is_named_beside_the_result() -> None:
    fields = {field.label: field.lines for field in section("事项提示", sheet()).fields}
    assert fields["结论"] == ("禁止",)
    assert fields["据以得出"] == ("禁止参加政府采购活动（jiangxi-2016-101/tax-procurement）",)
    assert fields["未计入：暂不执行"] == ("列为重点监管对象（jiangxi-2016-101/key-supervision）",)
    assert fields["未计入：未确定"] == ("记入个人信用记录（jiangxi-2016-101/personal-record）",)


def test_a_measure_says_on_whom_by_whom_on_what_ground_until_when_and_how_it_ends() -> None:
    (ban,) = section("计入", sheet()).entries
    assert ban.title == "禁止参加政府采购活动〔惩戒·强制性措施·禁止·生效〕"
    assert values(ban) == {
        "承受人": (f"示例有限公司（{UNIT}），被列入名单的主体",),
        "部门": ("萍乡市财政局（原文：省财政厅，市级，责任单位）",),
        "条款": ("赣府字〔2016〕101号 三(九)第3段（用语“禁止”）",),
        "法律依据": ("《政府采购法》第二十二条（法律，2014 版本，间接来源，未见原文）",),
        "依据效力": ("按当时通行做法：2020-12-07前，有效的规范性文件可以作为实践依据",),
        "所据记录": ("r1（重大税收违法案件当事人名单），有效",),
        "条件": ("列入重大税收违法名单：成立（用到 r1，法定代表人 1101************2X）",),
        "期间": ("2018-01-05 起，至 2020-01-06 失效（当日不含）",),
        "解除途径": (
            "到期：2020-01-06 起不再有效",
            "信用修复：最早 2018-07-06，经由国家税务总局示例市税务局，依据《示例办法》第3条",
            "异议：向国家税务总局示例市税务局提出，依据四(二十一)",
            "救济：可以依法申请行政复议，或者向人民法院提起行政诉讼，依据行政复议法；行政诉讼法",
        ),
        "相关事项": ("政府采购",),
        "人工": ("须由工作人员复核后决定，系统不自动执行",),
        "标识": ("jiangxi-2016-101/tax-procurement",),
    }


def test_what_the_text_does_not_name_is_said() -> None:
    travel = values(section("惩戒：推荐", sheet()).entries[0])
    assert travel["部门"] == ("原文未写明部门",)
    assert travel["法律依据"] == ("原文未引用法律依据",)
    assert travel["承受人"] == ("张示例（1101************2X），法定代表人",)


def test_a_source_that_differs_from_the_merged_measure_is_marked_with_its_own() -> None:
    other = BAN.sources[0]._replace(id="city/tax-procurement", status="suspended", standing="insufficient", until=None)
    merged = BAN._replace(sources=(*BAN.sources, other))
    (ban,) = section("计入", sheet(DECISION._replace(measures=(merged,)))).entries
    assert values(ban)["条款"][1] == (
        "赣府字〔2016〕101号 三(九)第3段（用语“禁止”，暂不执行，依据不足，2018-01-05 起，无确定的截止日，city/tax-procurement）"
    )


def test_an_autonomous_actor_is_told_apart_and_an_open_verification_named() -> None:
    suspended = section("暂不执行", sheet()).entries[0]
    assert suspended.title.endswith("〔惩戒·强制性措施·重点监管·暂不执行·核实未结〕")
    assert "银行" in values(suspended)["执行主体"][0]


@pytest.mark.parametrize(
    ("lang", "sentence"), [("zh", "不得据此拒绝或者拖延办理"), ("en", "neither refusal nor delay")]
)
def test_open_items_say_that_they_justify_neither_refusal_nor_delay(lang: Language, sentence: str) -> None:
    open_ones = [each for each in sheet(lang=lang).sections if sentence in "".join(each.notes)]
    assert len(open_ones) == 3


def test_the_same_measure_on_another_person_does_not_count_for_the_matter() -> None:
    on_person = BAN._replace(bearer=BearerView(PERSON, ("legal-representative",)))
    page = sheet(DECISION._replace(measures=(BAN, on_person)))
    assert len(section("计入", page).entries) == 1
    assert len(section("惩戒：强制性措施", page).entries) == 1


def test_every_measure_stands_on_the_page_exactly_once() -> None:
    text = write_text(sheet())
    for measure in DECISION.measures:
        assert text.count(f"标识      {measure.id}\n") == 1


def test_without_measures_it_says_so() -> None:
    page = sheet(DECISION._replace(measures=(), indication=None))
    assert section("措施", page).notes == ("没有发出任何措施。",)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("write", [write_text, write_markdown])
def test_no_identity_number_of_a_person_is_shown(lang: Language, write: object) -> None:
    page = write(sheet(lang=lang))  # type: ignore[operator]
    assert PERSON not in page
    assert PASSPORT not in page
    assert UNIT in page


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("write", [write_text, write_markdown])
@pytest.mark.parametrize("number", [PERSON, PASSPORT])
def test_names_and_ids_of_records_show_no_number_either(lang: Language, write: object, number: str) -> None:
    first, missing = f"r{number}", f"r-{number}"
    case = CASE._replace(
        subject=CASE.subject._replace(name=f"示例{number}有限公司"),
        parties=(CASE.parties[0]._replace(name=f"张{number}"),),
    )
    decision = DECISION._replace(
        records=(DECISION.records[0]._replace(id=first), DECISION.records[1]),
        measures=tuple(measure._replace(because=(first, missing)) for measure in DECISION.measures),
        withheld=(DECISION.withheld[0]._replace(because=(first, missing)),),
        warnings=(DECISION.warnings[0]._replace(record=first),),
    )
    page = write(decision_sheet(decision, View(lang, titles, People.of(decision, case))))  # type: ignore[operator]
    assert number not in page
    assert UNIT in page


def test_a_masked_record_id_stands_before_its_list() -> None:
    record = DECISION.records[0]._replace(id=f"r-{PERSON}")
    page = sheet(DECISION._replace(records=(record,)))
    assert section("记录", page).entries[0].title.startswith("r-1101************2X（重大税收违法案件当事人名单）")


def test_no_code_stands_where_a_word_should() -> None:
    assert not CODES.search(write_text(sheet()))
    assert not CODES.search(write_text(sheet(lang="en")))


def test_english_words_are_used_throughout() -> None:
    page = sheet(lang="en")
    labels = [f.label for f in page.fields] + [f.label for s in page.sections for e in s.entries for f in e.fields]
    assert all(label.isascii() for label in labels)
    assert "It is not an administrative decision." in page.notes[1]


@pytest.mark.parametrize("width", [40, 60, 96])
def test_no_line_of_text_is_wider_than_asked(width: int) -> None:
    assert max(columns(line) for line in write_text(sheet(), width=width).splitlines()) <= width


def test_text_and_markdown_say_the_same() -> None:
    tokens = MarkdownIt().parse(write_markdown(sheet()))
    shown = "".join(child.content for token in tokens for child in token.children or ())
    page = sheet()
    said = [field.lines for part in page.sections for entry in part.entries for field in entry.fields]
    assert all(line in shown for lines in said for line in lines)


def test_a_name_cannot_become_markup_or_move_the_cursor() -> None:
    name = "示例<b>*公司*</b>\x1b[31m\n# 标题"
    case = CASE._replace(subject=CASE.subject._replace(name=name))
    page = decision_sheet(DECISION, View("zh", titles, People.of(None, case)))
    assert "\x1b" not in write_text(page) + write_markdown(page)
    html = MarkdownIt("commonmark", {"html": True}).render(write_markdown(page))
    assert "<b>" not in html
    assert html.count("<h1>") == 1


def test_a_terminal_shows_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "96")
    stream = StringIO()
    print_sheet(sheet(), stream)
    assert stream.getvalue() == write_text(sheet(), width=96)


def test_the_example_is_as_varied_as_these_tests_think() -> None:
    assert {measure.status for measure in DECISION.measures} == {"in-force", "reduced", "suspended"}
    assert TRAVEL.bearer.id == PERSON


def test_a_duty_that_several_owe_is_told_once_and_names_them() -> None:
    """A person who has a right stands there by a masked number, like everywhere."""
    right = Duty(
        "bring-suit", PERSON, "采取措施的行政机关", None, None, "《行政诉讼法》46（自知道该行为之日起6个月内）"
    )
    page = sheet(DECISION._replace(duties=(right, right._replace(owed_by=UNIT))))
    (entry,) = section("职责", page).entries
    (owners,) = values(entry)["由谁"]
    assert PERSON not in owners
    assert f"示例有限公司（{UNIT}）" in owners
    assert values(entry)["期限"] == ("没有确定的日期",)


def test_in_brief_every_measure_stands_on_a_line_and_those_that_count_in_full() -> None:
    whole, brief = (
        decision_sheet(DECISION, View("zh", titles, People.of(DECISION, CASE)), brief=each) for each in (False, True)
    )
    assert [section.title for section in brief.sections] == [section.title for section in whole.sections]
    told = write_text(brief)
    assert all(measure.id in told for measure in DECISION.measures)
    assert len(told) < len(write_text(whole))
