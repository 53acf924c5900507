"""Who is responsible on a day for what a text gave to a department by another name (S24)."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.decide.departments import current, department_on
from credit_rules.plan.model import DepartmentSpec
from credit_rules.source.values import Level
from tests.generators.packs import small_registry
from tests.generators.world import shipped_plan

WORDS = small_registry().vocabulary


def shown(id: str, printed: str, level: Level, day: str, region: str | None) -> tuple[str, str, str]:
    view = department_on(DepartmentSpec(id, printed, level, "lead"), date.fromisoformat(day), region, WORDS)
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
        (
            "2018-04-10",
            "990100",
            ("market-office", "甲省市场监管局", "province"),
        ),  # none at the city's level: the one cited
        ("2018-04-10", "980121", ("market-office", "乙省市场监管局", "province")),
    ],
)
def test_a_successor_does_the_work_from_its_day(day: str, region: str, found: tuple[str, str, str]) -> None:
    assert shown("trade-office", "省工商局", "province", day, region) == found


def test_successors_in_a_ring_end() -> None:
    entry = WORDS.department["trade-office"]
    ring = entry._replace(successor="trade-office")
    assert current(ring, date(2020, 1, 1), WORDS) is ring


def test_without_any_name_the_printed_one_stands() -> None:
    assert shown("committee", "市委组织部", "city", "2018-01-01", "990100") == ("committee", "市委组织部", "city")


@pytest.mark.parametrize(
    ("printed", "day", "region", "name"),
    [
        ("省国税局", "2018-06-14", "360000", "江西省国家税务局"),
        ("省国税局", "2018-06-15", "360000", "国家税务总局江西省税务局"),
        ("省地税局", "2018-06-15", "360300", "国家税务总局萍乡市税务局"),
        ("省工商局", "2018-04-09", "360000", "江西省工商行政管理局"),
        ("省工商局", "2018-04-09", "360300", "萍乡市市场和质量监管局"),
        ("省工商局", "2017-03-27", "360300", "萍乡市工商行政管理局"),
        ("省工商局", "2018-04-10", "360300", "萍乡市市场监督管理局"),
        ("省工商局", "2024-01-01", "000000", "国家市场监督管理总局"),
    ],
)
def test_the_departments_of_jiangxis_text_on_their_days(printed: str, day: str, region: str, name: str) -> None:
    words = shipped_plan().vocabulary
    specs = {
        spec.printed: spec
        for rule in shipped_plan().rules
        for spec in rule.departments
        if rule.pack == "jiangxi-2016-101"
    }
    assert department_on(specs[printed], date.fromisoformat(day), region, words).name == name
