"""Who is responsible on a day for what a text gave to a department by another name (S24)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from credit_rules.decide.departments import current, departments_on, uncertain_on
from credit_rules.plan.model import DepartmentSpec
from credit_rules.registry.vocabulary import DepartmentRule, NameRule, SuccessorRule, Vocabulary
from credit_rules.source.values import Level
from tests.generators.packs import small_registry

WORDS = small_registry().vocabulary


def shown(id: str, printed: str, level: Level, day: str, region: str | None) -> tuple[str, str, str]:
    (view,) = departments_on(DepartmentSpec(id, printed, level, "lead"), date.fromisoformat(day), region, WORDS)
    assert (view.printed, view.part) == (printed, "lead")
    return view.id, view.name, view.level


@pytest.mark.parametrize(
    ("day", "region", "name", "level"),
    [
        ("2018-06-14", "990100", "甲市国家税务局", "city"),
        ("2018-06-15", "990100", "甲市税务局", "city"),
        ("2018-06-15", "990102", "省国税局", "province"),  # no name at the county's level, none at the cited one
        ("2018-06-15", "990000", "省国税局", "province"),
        ("2018-06-14", "000000", "国税总局", "national"),
        ("2018-06-15", "000000", "税务总局", "national"),
        ("2018-06-15", "123400", "市税务局", "city"),  # a city that the registry does not name
        ("2018-06-15", None, "省国税局", "province"),
    ],
)
def test_the_name_of_the_day_at_the_level_of_the_region(day: str, region: str | None, name: str, level: str) -> None:
    assert shown("tax-office", "省国税局", "province", day, region) == ("tax-office", name, level)


@pytest.mark.parametrize(
    ("day", "region", "found"),
    [
        ("2018-04-09", "990000", ("trade-office", "甲省工商局", "province")),
        ("2018-04-10", "990000", ("market-office", "甲省市场监管局", "province")),
        # none at the city's level: the one cited
        ("2018-04-10", "990100", ("market-office", "甲省市场监管局", "province")),
        ("2018-04-10", "980121", ("market-office", "乙省市场监管局", "province")),
    ],
)
def test_a_successor_does_the_work_from_its_day(day: str, region: str, found: tuple[str, str, str]) -> None:
    assert shown("trade-office", "省工商局", "province", day, region) == found


def test_successors_in_a_ring_end() -> None:
    entry = WORDS.department["trade-office"]
    ring = entry._replace(successors=(SuccessorRule("trade-office", "province", None, date(2018, 4, 10), None),))
    assert current(ring, date(2020, 1, 1), WORDS, "province", None) == (ring,)


def test_without_any_name_the_printed_one_stands() -> None:
    assert shown("committee", "市委组织部", "city", "2018-01-01", "990100") == ("committee", "市委组织部", "city")


FIRST, SECOND, THIRD = date(2018, 4, 10), date(2018, 11, 8), date(2019, 4, 1)
NATION: Level = "national"


def words(*departments: DepartmentRule) -> Vocabulary:
    return replace(WORDS, departments=departments, places={"360000": "甲省", "360300": "丙丁市"})


def department(id: str, names: tuple[NameRule, ...], *successors: SuccessorRule) -> DepartmentRule:
    return DepartmentRule(id, id, "state", "administrative", names, successors)


def named(level: Level, name: str, **when: date) -> NameRule:
    return NameRule(
        (level,), name, None, when.get("from_"), when.get("until"), when.get("earliest")
    )  # fmt: skip


OLD = department(
    "old",
    (named("national", "国家旧局"), named("province", "{place}旧局"), named("city", "{short}旧分局")),
    SuccessorRule("new", "national", None, FIRST, None),
    SuccessorRule("new", "province", None, THIRD, FIRST),
    SuccessorRule("new", "province", "360000", SECOND, None),
    SuccessorRule("new", "city", None, THIRD, FIRST),
)
NEW = department("new", (named("national", "国家新局"), named("province", "{place}新局"), named("city", "{place}新局")))


@pytest.mark.parametrize(
    ("day", "region", "name", "uncertain"),
    [
        (date(2018, 4, 9), "000000", "国家旧局", False),
        (FIRST, "000000", "国家新局", False),
        (date(2018, 11, 7), "360000", "甲省旧局", False),
        (SECOND, "360000", "甲省新局", False),
        (date(2018, 4, 9), "370000", "省旧局", False),
        (FIRST, "370000", "省旧局", True),  # somewhere between the two days it changed
        (date(2019, 3, 31), "370000", "省旧局", True),
        (THIRD, "370000", "省新局", False),
        (date(2019, 3, 31), "360300", "丙丁旧分局", True),
        (THIRD, "360300", "丙丁市新局", False),
    ],
)
def test_levels_and_places_change_on_their_own_days(day: date, region: str, name: str, uncertain: bool) -> None:
    spec, found = DepartmentSpec("old", "国家旧局", "national", None), words(NEW, OLD)
    assert [view.name for view in departments_on(spec, day, region, found)] == [name]
    assert uncertain_on(spec, day, region, found) is uncertain


def test_divided_work_is_shown_with_everyone_who_does_it() -> None:
    press = department(
        "press",
        (named("national", "国家新闻局"),),
        SuccessorRule("radio", NATION, None, FIRST, None),
        SuccessorRule("new", NATION, None, FIRST, None),
    )
    radio = department("radio", (named("national", "国家广电局"),))
    views = departments_on(DepartmentSpec("press", "新闻局", NATION, None), FIRST, "000000", words(NEW, press, radio))
    assert [(view.id, view.name) for view in views] == [("radio", "国家广电局"), ("new", "国家新局")]


def test_where_a_branch_closed_the_level_above_does_its_work() -> None:
    bank = department("bank", (named("city", "{place}分行"), named("county", "{place}支行", until=FIRST)))
    spec, found = DepartmentSpec("bank", "区人行", "county", None), words(bank)
    before, after = (departments_on(spec, day, "360302", found) for day in (date(2018, 4, 9), FIRST))
    assert [(view.name, view.level) for view in before] == [("县（市、区）支行", "county")]
    assert [(view.name, view.level) for view in after] == [("丙丁市分行", "city")]


def test_a_renaming_whose_day_is_unchecked_is_uncertain_until_it_is_sure() -> None:
    health = department(
        "health",
        (named("city", "{place}卫计委", until=THIRD), named("city", "{place}卫健委", from_=THIRD, earliest=SECOND)),
    )
    spec, found = DepartmentSpec("health", "市卫计委", "city", None), words(health)
    told = [uncertain_on(spec, day, "360300", found) for day in (FIRST, SECOND, date(2019, 3, 31), THIRD)]
    assert told == [False, True, True, False]
