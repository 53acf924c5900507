"""The search of the site: the shipped script in a small JavaScript engine, over the shipped index."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import quickjs

from credit_rules.toolbox.site.content import Content
from tests.toolbox.site.reading import Read, resolved

Row = list[str]
Find = Callable[[str], list[Row]]


@pytest.fixture(scope="module")
def find(site: dict[str, str]) -> Find:
    engine = quickjs.Context()
    engine.eval(site["assets/index.js"])
    engine.eval(site["assets/search.js"])

    def found(query: str) -> list[Row]:
        asked = json.dumps(query, ensure_ascii=False)
        rows: list[Row] = json.loads(engine.eval(f"JSON.stringify(creditRulesSearch.find(creditRulesIndex, {asked}))"))
        return rows

    return found


def test_a_measure_is_found_by_a_phrase_of_its_title(find: Find, content: Content) -> None:
    wanted = {
        f"documents/{one.document.id}.html#m-{one.rule.id.partition('/')[2]}"
        for one in content.measures
        if "参加政府采购" in one.rule.title
    }
    assert wanted
    assert wanted <= {row[3] for row in find("参加政府采购")}


@pytest.mark.parametrize(
    ("query", "kind", "title"),
    [
        ("禁止参加政府采购", "措施", "禁止参加政府采购活动"),
        ("重大税收违法", "名单", "重大税收违法"),
        ("工商总局", "部门", "工商行政管理部门"),
        ("采购 萍乡 110", "措施", "禁止参加政府采购活动"),
        ("行政审批绿色通道", "条款", "二(二) 行政审批“绿色通道”"),
        ("赣府字［２０１６］１０１", "文件", None),
        ("招标投标", "领域", "招标投标"),
        ("政府采购法", "依据文件", "中华人民共和国政府采购法"),
        ("government-procurement", "事项", "政府采购"),
        ("LISTED COMPANY", "事实", "是否上市公司"),
    ],
)
def test_things_are_found_by_words_of_them(find: Find, query: str, kind: str, title: str | None) -> None:
    rows = find(query)
    assert [row for row in rows if row[0] == kind and title in (row[1], None)], rows[:5]


def test_titles_come_first(find: Find) -> None:
    rows = find("政府采购")
    in_title = ["政府采购" in row[1] for row in rows]
    assert in_title == sorted(in_title, reverse=True)
    assert not all(in_title)


def test_every_word_must_be_there(find: Find) -> None:
    assert len(find("政府采购 萍乡")) < len(find("政府采购"))
    assert find("政府采购 没有这样的词") == []


@pytest.mark.parametrize("query", ["", "   ", "〔〕", "-"])
def test_nothing_asked_is_nothing_found(find: Find, query: str) -> None:
    assert find(query) == []


@pytest.mark.parametrize("query", ["'); alert(1); ('", "<b>", "\\", "\u2028", "a" * 5000, "(", "["])
def test_no_query_is_a_fault(find: Find, query: str) -> None:
    assert isinstance(find(query), list)


def test_every_row_leads_to_a_place_of_the_site(site: dict[str, str], pages: dict[str, Read], content: Content) -> None:
    text = site["assets/index.js"]
    rows = json.loads(text[text.index("[") : text.rindex("]") + 1])
    broken = []
    for row in rows:
        file, anchor = resolved(row[3], "search.html")
        if file not in site or (anchor and anchor not in pages[file].anchors):
            broken.append(row)
    assert broken == []
    assert {row[3] for row in rows} >= {
        f"documents/{one.document.id}.html#m-{one.rule.id.partition('/')[2]}" for one in content.measures
    }
