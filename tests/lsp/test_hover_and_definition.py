"""Whoever points at a name sees what it stands for, and is led to the line where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules.diagnostics.diagnostic import Language
from credit_rules.lsp.definition import definition
from credit_rules.lsp.hover import code_card, hover
from credit_rules.lsp.meaning import Here
from credit_rules.source.words import read_words
from tests.lsp.marked import marked

HEAD = "format: 1\nmeasures:\n  - id: a\n    clause: 一\n"


def shown(here: Here, text: str, lang: Language = "zh") -> str:
    whole, line, column = marked(text)
    found = hover(here, read_words(whole), line, column, lang)
    return "" if found is None else found.text


def led(here: Here, text: str) -> list[tuple[str, str]]:
    """The files, and the lines there."""
    whole, line, column = marked(text)
    spans = definition(here, read_words(whole), line, column)
    return [
        (Path(s.file).name, Path(s.file).read_text(encoding="utf-8").splitlines()[s.line - 1].strip()) for s in spans
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("act: ban-gov‸ernment-procurement\n", ["禁止参加政府采购活动", "效果: 禁止", "影响: 减损权益", "事项: 政府采购"]),
        ("triggered_by: {on_list: dishonest-‸judgment-debtor}\n",
         ["失信被执行人", "认定部门: 人民法院", "2017-05-01 起", "《中华人民共和国民事诉讼法》", "信用修复"]),
        ("basis: [{instrument: gov‸ernment-procurement-law}]\n",
         ["中华人民共和国政府采购法", "位阶: 法律", "2002-06-29（有效：2003-01-01 起，至 2014-08-31 前）"]),
        ("basis: [{instrument: government-procurement-law, version: \"2014‸-08-31\"}]\n", ["中华人民共和国政府采购法"]),
        ("basis: [{instrument: government-procurement-law, article: \"2‸2\"}]\n", ["中华人民共和国政府采购法》22"]),
        ("departments: [市国‸税局]\n", ["国家税务局", "萍乡市: 市级", "萍乡市国家税务局", "接续"]),
        ("when: {fact: subject.indus‸try, is: food}\n", ["所属行业", "类型: choice", "real-estate"]),
        ("bearers: [{roles: [direct‸or], at: listing}]\n", ["董事"]),
        ("matters: [air-and-‸rail-travel]\n", ["乘坐飞机、列车"]),
        ("bearer_kinds: un‸its\n", ["单位", "企业"]),
        ("adopts: jiangxi-2016-101/green-‸channel\n", ["绿色通道", "赣府字〔2016〕101号 二\\(二\\)"]),
        ("force: manda‸tory\n", ["强制性措施"]),
        ("wor‸ding: 禁止\n", ["原文中决定轻重的词"]),
    ],
)  # fmt: skip
def test_what_a_word_says(here: Here, text: str, said: list[str]) -> None:
    card = shown(here, HEAD + "    " + text).replace("\\_", "_")
    plain = card.replace("\\", "")
    assert [words for words in said if words.replace("\\", "") not in plain] == []


def test_a_document_is_shown_by_its_id(here: Here) -> None:
    card = shown(here, "memorandum:\n  restates: [jiangxi-‸2016-101]\n")
    assert "赣府字〔2016〕101号" in card
    assert "2016-12-20 起" in card


def test_cards_are_told_in_the_language_asked_for(here: Here) -> None:
    card = shown(here, HEAD + "    act: ban-gov‸ernment-procurement\n", "en")
    assert "- effect: prohibit" in card
    assert "效果" not in card


def test_what_means_nothing_is_not_explained(here: Here) -> None:
    assert shown(here, HEAD + "    act: x  # no‸thing\n") == ""
    assert shown(here, HEAD + "    nonsense: thi‸ng\n") == ""
    assert code_card("no-such-code", "zh") is None
    assert "department-gone" in (code_card("department-gone", "en") or "")


@pytest.mark.parametrize(
    ("text", "file", "line"),
    [
        ("act: ban-gov‸ernment-procurement\n", "public-funds.yaml", "- id: ban-government-procurement"),
        ("triggered_by: {on_list: dishonest-‸judgment-debtor}\n", "court.yaml", "- id: dishonest-judgment-debtor"),
        (
            "basis: [{instrument: gov‸ernment-procurement-law}]\n",
            "laws-fields.yaml",
            "- id: government-procurement-law",
        ),
        ("matters: [air-and-‸rail-travel]\n", "matters.yaml", "- {id: air-and-rail-travel"),
        ("when: {fact: subject.indus‸try, is: food}\n", "facts.yaml", "- id: industry"),
        ("bearers: [{roles: [direct‸or], at: listing}]\n", "roles.yaml", "- {id: director"),
        ("adopts: jiangxi-2016-101/green-‸channel\n", "02-incentives.yaml", "- id: green-channel"),
    ],
)
def test_a_name_leads_to_the_line_of_its_entry(here: Here, text: str, file: str, line: str) -> None:
    found = led(here, HEAD + "    " + text)
    assert len(found) == 1
    assert found[0][1].startswith(line)
    assert file.endswith(".yaml")


def test_a_version_and_an_article_lead_to_their_rows(here: Here) -> None:
    citation = HEAD + "    basis: [{instrument: government-procurement-law, version: '2014‸-08-31'}]\n"
    assert [line.startswith('- {version: "2014-08-31"') for _, line in led(here, citation)] == [True]
    assert led(here, HEAD + "    basis: [{instrument: government-procurement-law, article: '2‸2'}]\n")


def test_a_printed_department_leads_to_the_row_that_prints_it(here: Here) -> None:
    ((_, line),) = led(here, HEAD + "    departments: [国家发展‸改革委]\n")
    assert line == "- {name: 国家发展改革委, level: national}"
    ((_, line),) = led(here, HEAD + "    departments: [市发‸改委]\n")
    assert line.startswith("short: [发改委")


def test_a_section_leads_to_its_file_and_a_document_to_its_head(here: Here) -> None:
    ((file, _),) = led(here, "sections:\n  - 02-‸support.yaml\n")
    assert file == "02-support.yaml"
    ((_, line),) = led(here, "memorandum:\n  restates: [jiangxi-‸2016-101]\n")
    assert line == "id: jiangxi-2016-101"


def test_an_entry_of_the_registry_explains_itself(here: Here) -> None:
    registry = Here(here.known, Path(here.file.parents[2], "registry", "acts", "travel-limits.yaml"))
    assert "限制乘坐火车" in shown(registry, "acts:\n  - id: bar-all-‸trains\n")
    assert led(registry, "acts:\n  - {id: x, matters: [air-and-‸rail-travel]}\n")


def test_names_in_cases_are_explained_too(here: Here) -> None:
    cases = Here(here.known, here.file.with_name("cases.yaml"))
    assert "失信被执行人" in shown(cases, "base:\n  records: [{list: dishonest-‸judgment-debtor}]\n")
    text = "cases:\n  - {name: 一, issued: [premium-‸travel]}\n"
    assert "乘坐" in shown(cases, text)
    assert [line.partition("  #")[0] for _, line in led(cases, text)] == ["- id: premium-travel"]
