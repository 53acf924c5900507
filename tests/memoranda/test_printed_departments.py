"""Every department that the five source documents print resolves to who does its work, on any day (S24)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from credit_rules import Engine
from credit_rules.decide.departments import departments_on
from credit_rules.engine.load import read_registry
from credit_rules.plan.model import DepartmentSpec
from credit_rules.registry.department_model import Department
from credit_rules.registry.department_rules import gone_from
from credit_rules.registry.place_names import filled
from credit_rules.registry.places import NATIONWIDE, narrowness, parents
from credit_rules.source.tree import tree_of
from credit_rules.source.values import Level

WRITTEN: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("printed-departments.yaml").read_text("utf-8"))[
    "sources"
]
DAYS = (date(2016, 12, 20), date(2018, 6, 1), date(2021, 6, 1), date(2026, 6, 1))
AS_PRINTED = {"business", "association", "media", "mass-organisation", "public-institution"}
"""Bodies whose printed name may be their own."""


class Name(NamedTuple):
    source: str
    place: str
    printed: str
    clause: str


NAMES = [
    Name(source["id"], source["place"], printed, clause)
    for source in WRITTEN
    for clause, names in source["names"].items()
    for printed in names
]
"""Each name as printed, once a source."""


REGISTRY = read_registry(tree_of())[0]
WORDS = REGISTRY.vocabulary


def test_the_list_is_as_long_as_the_documents_are() -> None:
    found = {source["id"]: sum(map(len, source["names"].values())) for source in WRITTEN}
    assert found["jiangxi"] == 74
    assert found["chaisang"] == 67
    assert found["px-2017-3"] > 60
    assert len(NAMES) == len(set(NAMES)) > 450


@pytest.mark.parametrize("name", NAMES, ids=lambda name: f"{name.source}-{name.printed}")
def test_a_printed_name_resolves_on_every_day(name: Name) -> None:
    department, level = REGISTRY.printed_department(name.printed, name.place)
    assert level == level_meant(name.printed, name.place, level)
    for day in DAYS:
        views = departments_on(DepartmentSpec(department.id, name.printed, level, None), day, name.place, WORDS)
        assert views
        for view in views:
            assert "{" not in view.name
            if view.name == name.printed:
                holder = REGISTRY.departments[view.id]
                assert holder.body in AS_PRINTED or holder.note or view.name in official(holder, name.place)


def official(department: Department, place: str) -> set[str]:
    return {filled(row.name, code, WORDS.places) for row in department.names for code in (*parents(place), "")}


def level_meant(printed: str, place: str, otherwise: Level) -> Level:
    """The level that the beginning of a name tells, where it tells one."""
    if printed.startswith("市场"):
        return otherwise
    if printed.startswith("市") and WORDS.places[place].endswith("市") and narrowness(place) == 3:
        return "county"
    return next((level for start, level in BY_START.items() if printed.startswith(start)), otherwise)


BY_START: dict[str, Level] = {
    "江西省": "province", "河南省": "province", "苏州市": "city", "九江市柴桑区": "county", "九江市": "city",
    "萍乡市": "city", "柴桑区": "county", "舞阳县": "county", "芦溪县": "county", "国家": "national", "国务院": "national",
    "中央": "national", "全国": "national", "各市": "city", "各省辖市": "city", "各县": "county", "各乡": "county",
    "县区": "county", "团省": "province", "团市": "city", "团区": "county", "省": "province", "市": "city",
    "县": "county", "区": "county",
}  # fmt: skip


def test_names_that_resolve_to_nothing_are_told_with_a_reason() -> None:
    for source in WRITTEN:
        for words, reason in source.get("unresolved", {}).items():
            assert reason
            for word in words.split("、"):
                assert meant_by(word, source["place"]) in (None, IN_LAWS_ONLY)


IN_LAWS_ONLY = "administrative-organ"
"""Whom laws mean by 有关部门: the organ that decides. The five documents mean nobody in particular."""


def meant_by(word: str, place: str) -> str | None:
    try:
        return REGISTRY.printed_department(word, place)[0].id
    except KeyError:
        return None


def test_every_department_that_a_regional_pack_prints_stands_in_the_list() -> None:
    listed = {(name.place, name.printed) for name in NAMES}
    plan = Engine.bundled().plan
    places = {pack.id: pack.place for pack in plan.packs}
    printed = {
        (places[rule.pack], spec.printed)
        for rule in plan.rules
        for spec in rule.departments
        if places[rule.pack] != NATIONWIDE
    }
    assert printed - listed == set()


def test_what_had_gone_by_the_day_of_its_text_is_known() -> None:
    """Chaisang's text of August 2019 names organs of before the reform of its county (a finding on the text)."""
    gone = set()
    for source in WRITTEN:
        for printed in [word for words in source["names"].values() for word in words if source.get("day")]:
            department, level = REGISTRY.printed_department(printed, source["place"])
            end = gone_from(department, level, source["place"], REGISTRY)
            if end is not None and end <= source["day"]:
                gone.add((source["id"], printed))
    assert gone == {
        ("chaisang", printed)
        for printed in (
            "区安监局", "区环保局", "区国土局", "区规划局", "区文广新局", "区旅发委", "区银监办", "区质监局", "区政府法制办",
        )
    }  # fmt: skip
