"""The rows of LF 5 on the day before and the day of change, and what Jiangxi's organs are called on their days (S24)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.decide.departments import departments_on, uncertain_on
from credit_rules.engine.load import read_registry
from credit_rules.plan.model import DepartmentSpec
from credit_rules.situation.places import LEVELS, level_of
from credit_rules.source.tree import tree_of
from credit_rules.source.values import Level

REGISTRY = read_registry(tree_of())[0]
WORDS = REGISTRY.vocabulary


def spec_of(printed: str, place: str, function: str | None = None) -> DepartmentSpec:
    department, level = REGISTRY.printed_department(printed, place, function)
    return DepartmentSpec(department.id, printed, level, None)


def on(day: str, printed: str, region: str = "000000", place: str = "", function: str | None = None) -> str:
    """The names shown on a day in a region for a name that a text of a place (the region, by default) prints."""
    spec = spec_of(printed, place or region, function)
    return "、".join(view.name for view in departments_on(spec, date.fromisoformat(day), region, WORDS))


NATIONAL = [
    ("工商总局", None, "2018-04-09", "国家工商行政管理总局", "2018-04-10", "国家市场监督管理总局"),
    ("质检总局", None, "2018-04-09", "国家质量监督检验检疫总局", "2018-04-10", "国家市场监督管理总局"),
    ("食品药品监管总局", None, "2018-04-09", "国家食品药品监督管理总局", "2018-04-10", "国家市场监督管理总局"),
    ("食品药品监管总局", "drug-regulation", "2018-04-09", "国家食品药品监督管理总局", "2018-04-10", "国家药品监督管理局"),
    ("国家发展改革委", "price-supervision", "2018-04-09", "国家发展和改革委员会", "2018-04-10", "国家市场监督管理总局"),
    ("商务部", "antitrust", "2018-04-09", "商务部", "2018-04-10", "国家市场监督管理总局"),
    ("质检总局", "entry-exit-inspection", "2018-04-19", "国家质量监督检验检疫总局", "2018-04-20", "海关总署"),
    ("国土资源部", None, "2018-04-09", "国土资源部", "2018-04-10", "自然资源部"),
    ("国家海洋局", None, "2018-04-09", "国家海洋局", "2018-04-10", "自然资源部"),
    ("国家测绘地理信息局", None, "2018-04-09", "国家测绘地理信息局", "2018-04-10", "自然资源部"),
    ("住房城乡建设部", "urban-planning", "2018-04-09", "住房和城乡建设部", "2018-04-10", "自然资源部"),
    ("环境保护部", None, "2018-04-15", "环境保护部", "2018-04-16", "生态环境部"),
    ("农业部", None, "2018-04-02", "农业部", "2018-04-03", "农业农村部"),
    ("文化部", None, "2018-04-07", "文化部", "2018-04-08", "文化和旅游部"),
    ("旅游局", None, "2018-04-07", "国家旅游局", "2018-04-08", "文化和旅游部"),
    ("国家卫生计生委", None, "2018-03-26", "国家卫生和计划生育委员会", "2018-03-27", "国家卫生健康委员会"),
    ("安全监管总局", None, "2018-04-15", "国家安全生产监督管理总局", "2018-04-16", "应急管理部"),
    ("银监会", None, "2018-04-07", "中国银行业监督管理委员会", "2018-04-08", "中国银行保险监督管理委员会"),
    ("保监会", None, "2018-04-07", "中国保险监督管理委员会", "2018-04-08", "中国银行保险监督管理委员会"),
    ("银保监会", None, "2023-03-09", "中国银行保险监督管理委员会", "2023-03-10", "国家金融监督管理总局"),
    ("证监会", None, "2023-03-09", "中国证券监督管理委员会", "2023-03-10", "中国证券监督管理委员会"),
    ("林业局", None, "2018-04-09", "国家林业局", "2018-04-10", "国家林业和草原局"),
    ("新闻出版广电总局", None, "2018-04-15", "国家新闻出版广电总局", "2018-04-16", "国家广播电视总局、中共中央宣传部"),
    ("新闻出版广电总局", "broadcasting", "2018-04-15", "国家新闻出版广电总局", "2018-04-16", "国家广播电视总局"),
    ("新闻出版广电总局", "press-and-film", "2018-04-15", "国家新闻出版广电总局", "2018-04-16", "中共中央宣传部"),
    ("粮食局", None, "2018-04-04", "国家粮食局", "2018-04-05", "国家粮食和物资储备局"),
    ("公安部", "exit-entry-administration", "2018-04-04", "公安部", "2018-04-05", "国家移民管理局"),
    ("国务院法制办公室", None, "2018-12-31", "国务院法制办公室", "2019-01-01", "司法部"),
    ("监察部", None, "2018-03-19", "监察部", "2018-03-20", "国家监察委员会"),
    ("国家预防腐败局", None, "2018-03-19", "国家预防腐败局", "2018-03-20", "国家监察委员会"),
    ("知识产权局", None, "2023-03-09", "国家知识产权局", "2023-03-10", "国家知识产权局"),
    ("科技部", None, "2023-03-09", "科学技术部", "2023-03-10", "科学技术部"),
    ("国家信访局", None, "2023-03-09", "国家信访局", "2023-03-10", "国家信访局"),
    ("国家公务员局", None, "2018-12-31", "国家公务员局", "2019-01-01", "中共中央组织部"),
    ("铁路总公司", None, "2019-06-17", "中国铁路总公司", "2019-06-18", "中国国家铁路集团有限公司"),
    ("国家煤矿安监局", None, "2020-10-31", "国家煤矿安全监察局", "2020-11-01", "国家矿山安全监察局"),
    ("退役军人事务部", None, "2018-04-15", "退役军人事务部", "2018-04-16", "退役军人事务部"),
    ("国家医疗保障局", None, "2018-05-30", "国家医疗保障局", "2018-05-31", "国家医疗保障局"),
    ("国家数据局", None, "2023-03-09", "国家数据局", "2023-03-10", "国家数据局"),
]  # fmt: skip
"""Printed name, function, the day before and its name, the day of change and its name. The last three were new: before
their day there is no name to show but the printed one."""


@pytest.mark.parametrize(
    ("printed", "function", "before", "old", "day", "new"), NATIONAL, ids=[f"{row[0]}-{row[1]}" for row in NATIONAL]
)
def test_a_national_organ_on_the_day_before_and_the_day(
    printed: str, function: str | None, before: str, old: str, day: str, new: str
) -> None:
    assert on(before, printed, function=function) == old
    assert on(day, printed, function=function) == new


@pytest.mark.parametrize("printed", ["退役军人事务部", "国家医疗保障局", "国家数据局"])
def test_a_new_organ_has_its_name_from_its_day_on(printed: str) -> None:
    department, _ = REGISTRY.printed_department(printed, "000000")
    (row,) = (row for row in department.names if row.level == ("national",))
    assert isinstance(row.from_, date)


def test_the_banking_regulator_of_a_text_of_2016() -> None:
    """The vector of LF 8, rule 27."""
    assert on("2018-04-09", "银监会") == "中国银行保险监督管理委员会"
    assert on("2024-01-01", "银监会") == "国家金融监督管理总局"


def test_the_trade_office_of_a_text_of_2016_in_2024() -> None:
    assert on("2024-01-01", "工商总局") == "国家市场监督管理总局"


@pytest.mark.parametrize(
    ("printed", "place", "day", "region", "name"),
    [
        ("省国税局", "360000", "2018-06-14", "360000", "江西省国家税务局"),
        ("省国税局", "360000", "2018-06-15", "360000", "国家税务总局江西省税务局"),
        ("省地税局", "360000", "2018-07-04", "360300", "萍乡市地方税务局"),
        ("省地税局", "360000", "2018-07-05", "360300", "国家税务总局萍乡市税务局"),
        ("省地税局", "360000", "2018-07-19", "360302", "安源区地方税务局"),
        ("省地税局", "360000", "2018-07-20", "360302", "国家税务总局萍乡市安源区税务局"),
        ("省地税局", "360000", "2018-07-20", "360321", "国家税务总局莲花县税务局"),
        ("省工商局", "360000", "2018-06-01", "360000", "江西省工商行政管理局"),
        ("省工商局", "360000", "2019-01-01", "360000", "江西省市场监督管理局"),
        ("省工商局", "360000", "2018-06-01", "360400", "九江市工商行政管理局"),
        ("省工商局", "360000", "2019-04-01", "360400", "九江市市场监督管理局"),
        ("省工商局", "360000", "2024-01-01", "000000", "国家市场监督管理总局"),
        ("市工商局", "360300", "2015-11-04", "360300", "萍乡市工商行政管理局"),
        ("市工商局", "360300", "2015-11-05", "360300", "萍乡市市场监督管理局"),
        ("市工商局", "360300", "2018-06-01", "360300", "萍乡市市场和质量监督管理局"),
        ("市工商局", "360300", "2021-06-01", "360300", "萍乡市市场监督管理局"),
        ("省国土资源厅", "360000", "2018-11-02", "360000", "江西省国土资源厅"),
        ("省国土资源厅", "360000", "2018-11-03", "360000", "江西省自然资源厅"),
        ("省安全生产监督管理局", "360000", "2018-11-03", "360000", "江西省应急管理厅"),
        ("农业部", "000000", "2018-11-07", "360000", "江西省农业厅"),
        ("农业部", "000000", "2018-11-08", "360000", "江西省农业农村厅"),
        ("省卫生计生委", "360000", "2018-11-05", "360000", "江西省卫生健康委员会"),
        ("省新闻出版广电局", "360000", "2021-06-01", "360000", "江西省广播电视局、中共江西省委宣传部"),
        ("江西出入境检验检疫局", "360000", "2018-04-20", "360000", "南昌海关"),
        ("江西银监局", "360000", "2018-12-31", "360000", "中国银行业监督管理委员会江西监管局"),
        ("江西银监局", "360000", "2021-06-01", "360000", "中国银行保险监督管理委员会江西监管局"),
        ("江西银监局", "360000", "2023-07-20", "360000", "国家金融监督管理总局江西监管局"),
        ("萍乡银监分局", "360300", "2023-07-19", "360300", "中国银行保险监督管理委员会萍乡监管分局"),
        ("萍乡银监分局", "360300", "2023-07-20", "360300", "国家金融监督管理总局萍乡监管分局"),
        ("人行南昌中心支行", "360000", "2023-08-17", "360000", "中国人民银行南昌中心支行"),
        ("人行南昌中心支行", "360000", "2023-08-18", "360000", "中国人民银行江西省分行"),
        ("人行萍乡中心支行", "360300", "2023-08-18", "360300", "中国人民银行萍乡市分行"),
        ("区人行", "360404", "2021-06-01", "360404", "中国人民银行柴桑区支行"),
        ("区人行", "360404", "2024-01-01", "360404", "中国人民银行九江市分行"),
        ("区安监局", "360404", "2019-08-17", "360404", "柴桑区应急管理局"),
        ("市法院", "320583", "2018-06-01", "320583", "昆山市人民法院"),
        ("市法院", "360300", "2018-06-01", "360300", "萍乡市中级人民法院"),
        ("区法院", "360404", "2019-08-17", "360404", "九江市柴桑区人民法院"),
        ("市信用办", "320583", "2018-06-01", "320583", "昆山市社会信用体系建设领导小组办公室"),
    ],
)
def test_local_organs_change_on_days_of_their_own(printed: str, place: str, day: str, region: str, name: str) -> None:
    assert on(day, printed, region, place) == name


@pytest.mark.parametrize(
    ("printed", "region", "day", "uncertain"),
    [
        ("工商总局", "000000", "2018-04-10", False),
        ("工商总局", "360400", "2018-06-01", False),  # Jiangxi's reform had not begun
        ("工商总局", "360400", "2018-10-24", True),
        ("工商总局", "360400", "2019-03-31", True),
        ("工商总局", "360400", "2019-04-01", False),
        ("工商总局", "320583", "2018-06-01", True),  # nothing is known of Kunshan but the plan's last day
        ("工商总局", "320583", "2021-06-01", False),
        ("国土资源部", "360000", "2018-11-02", False),  # the province's day was seen
        ("国务院法制办公室", "000000", "2018-06-01", True),
        ("国家煤矿安监局", "000000", "2020-10-15", True),
        ("财政部", "360300", "2018-12-31", False),
    ],
)
def test_where_no_day_was_seen_the_decision_can_say_so(printed: str, region: str, day: str, uncertain: bool) -> None:
    spec = spec_of(printed, "000000")
    assert uncertain_on(spec, date.fromisoformat(day), region, WORDS) is uncertain


def test_every_date_is_sourced_and_no_memory_is_called_a_text() -> None:
    """A day or name of its own provenance says where it was read; `text` names a document or the law corpus."""
    for entry in REGISTRY.departments.values():
        for row in (*entry.names, *entry.successors):
            if row.provenance is not None and row.provenance != "unverified":
                assert row.source or entry.source
            if (row.provenance or entry.provenance) == "text" and (row.source or entry.source).startswith("LF"):
                pytest.fail(f"{entry.id}: {row}")


def test_what_a_department_is_fits_its_remedy() -> None:
    for entry in REGISTRY.departments.values():
        if entry.body in ("court", "procuratorate"):
            assert entry.remedy == "court", entry.id
        elif entry.body in ("association", "business", "media"):
            assert entry.remedy == "autonomous", entry.id
        elif entry.body in ("party", "congress"):
            assert entry.remedy == "party", entry.id
        else:
            assert entry.remedy != "court", entry.id


def test_every_department_that_was_succeeded_leads_to_one_that_is_still_there() -> None:
    for entry in REGISTRY.departments.values():
        for level in ("national", "province", "city", "county"):
            spec = DepartmentSpec(entry.id, entry.title, level, None)
            for region in ("000000", "360000", "360300", "360302", "320583"):
                for view in departments_on(spec, date(2026, 6, 1), region, WORDS):
                    assert REGISTRY.departments[view.id].until is None or view.id == entry.id


@given(
    entry=st.sampled_from(sorted(REGISTRY.departments)),
    level=st.sampled_from(LEVELS),
    region=st.sampled_from([None, *sorted(REGISTRY.places)]),
    day=st.dates(date(2014, 1, 1), date(2030, 1, 1)),
)
def test_somebody_is_always_responsible_and_always_has_a_name(
    entry: str, level: Level, region: str | None, day: date
) -> None:
    spec = DepartmentSpec(entry, "示例印名", level, None)
    views = departments_on(spec, day, region, WORDS)
    assert views
    for view in views:
        assert view.name
        assert "{" not in view.name
        assert view.printed == "示例印名"
        gone = [row for row in WORDS.department[view.id].successors if row.level == view.level and row.place is None]
        assert view.id == entry or all(row.from_ > day for row in gone) or region is not None


@given(
    entry=st.sampled_from(sorted(REGISTRY.departments)),
    region=st.sampled_from(["000000", "360000", "360300", "360404", "320583", "411121"]),
    day=st.dates(date(2014, 1, 1), date(2030, 1, 1)),
)
def test_between_two_days_of_change_nothing_changes(entry: str, region: str, day: date) -> None:
    """Names and holders change only on a day that the registry gives."""
    spec = DepartmentSpec(entry, "示例印名", level_of(region), None)
    today, tomorrow = (departments_on(spec, at, region, WORDS) for at in (day, day + timedelta(days=1)))
    if today != tomorrow:
        days = {row.from_ for rule in WORDS.departments for row in (*rule.names, *rule.successors)}
        days |= {row.until for rule in WORDS.departments for row in rule.names}
        assert day + timedelta(days=1) in days
