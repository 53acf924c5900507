"""Departments in a registry: by which names they are found, when they are gone, what is wrong with them (S24)."""

from __future__ import annotations

from datetime import date

import pytest

from credit_rules.registry.department_rules import department_rule, gone_from
from credit_rules.registry.load import load_registry
from credit_rules.registry.place_names import filled
from credit_rules.registry.registry import Registry
from credit_rules.source.files import read_text
from credit_rules.source.values import Level

PLACES = """\
places:
  - {id: "320000", title: 江苏省, provenance: text, source: x}
  - {id: "320500", title: 苏州市, provenance: text, source: x}
  - {id: "320583", title: 昆山市, provenance: text, source: x}
  - {id: "320506", title: 吴中区, provenance: text, source: x}
  - {id: "360000", title: 江西省, provenance: text, source: x}
  - {id: "360300", title: 萍乡市, provenance: text, source: x}
"""
REGISTRY = f"""\
format: 1
{PLACES}reforms:
  - id: local
    title: 地方改革
    days:
      - {{level: province, from: 2019-01-01}}
      - {{level: [city, county], from: 2019-04-01, earliest: 2018-03-21}}
      - {{level: city, place: "360000", from: 2019-02-01, earliest: 2018-10-24}}
    provenance: unverified
    source: x
departments:
  - id: court
    title: 法院
    body: court
    remedy: court
    names: [{{level: city, name: "{{place}}中级人民法院"}}, {{level: county, name: "{{district}}人民法院"}}]
    short: [法院]
    printed: [{{name: 人民法院}}]
    provenance: text
    source: x
  - id: old
    title: 旧局
    until: 2019-04-01
    names: [{{level: [national, province, city], name: "{{place}}旧局"}}]
    successors:
      - {{id: new, from: 2018-04-10, level: national}}
      - {{id: new, from: local, level: [province, city]}}
      - {{id: new, from: 2015-11-05, level: city, place: "360300"}}
    provenance: text
    source: x
  - {{id: new, title: 新局, names: [{{level: city, name: "{{place}}新局"}}], provenance: text, source: x}}
  - id: renamed
    title: 卫健委
    names:
      - {{level: [city, county], name: "{{place}}卫计委", until: local}}
      - {{level: [city, county], name: "{{place}}卫健委", from: local}}
      - {{level: city, name: "{{place}}卫健委", place: "360300", from: 2019-01-08}}
      - {{level: city, name: "{{place}}卫计委", place: "360300", until: 2019-01-08}}
    provenance: text
    source: x
  - {{id: part, title: 其中一项, part_of: old, printed: [{{name: 旧局某处, level: city}}], successors: [{{id: court, from: local, level: city}}], provenance: text, source: x}}
"""


def found_in(text: str) -> list[tuple[str, str, str]]:
    node, read = read_text(text, "registry.yaml")
    assert node is not None, read
    return [(d.code, d.path, d.values.get("nearest", "")) for d in load_registry([node])[1]]


@pytest.fixture(scope="module")
def registry() -> Registry:
    node, _ = read_text(REGISTRY, "registry.yaml")
    assert node is not None
    registry, wrong = load_registry([node])
    assert not wrong
    return registry


@pytest.mark.parametrize(
    ("name", "place", "level"),
    [
        ("市法院", "320500", "city"),
        ("市法院", "320583", "county"),  # a city at the level of a county
        ("市法院", "320000", "city"),
        ("区法院", "320506", "county"),
        ("苏州市吴中区人民法院", "320506", "county"),
        ("苏州市吴中区法院", "320500", "county"),
        ("昆山市法院", "320500", "county"),
        ("昆山市人民法院", "320583", "county"),
        ("人民法院", "320500", "city"),  # the text's own
        ("人民法院", "320583", "county"),
    ],
)
def test_a_name_means_the_level_that_the_text_means(name: str, place: str, level: Level, registry: Registry) -> None:
    department, meant = registry.printed_department(name, place)
    assert (department.id, meant) == ("court", level)


def test_a_name_of_another_place_means_nothing(registry: Registry) -> None:
    with pytest.raises(KeyError):
        registry.printed_department("昆山市法院", "360300")


def test_a_function_is_meant_only_where_it_is_named(registry: Registry) -> None:
    assert registry.printed_department("萍乡市旧局", "360300")[0].id == "old"
    assert registry.printed_department("萍乡市旧局", "360300", "part")[0].id == "part"
    assert registry.printed_department("旧局某处", "360300")[0].id == "part"
    with pytest.raises(KeyError, match="new"):
        registry.printed_department("萍乡市旧局", "360300", "new")


def test_near_misses_begin_with_names_that_begin_alike(registry: Registry) -> None:
    names = list(registry.department_names("萍乡市旧委"))
    assert names[0].startswith("萍")
    assert sorted(names) == sorted(registry.department_names(""))


@pytest.mark.parametrize(
    ("level", "place", "day"),
    [
        ("national", "000000", date(2018, 4, 10)),
        ("province", "320000", date(2019, 1, 1)),
        ("city", "320500", date(2019, 4, 1)),
        ("city", "360000", date(2019, 2, 1)),
        ("city", "360300", date(2015, 11, 5)),  # its own day before that of the reform
        ("county", "320583", None),  # nothing is said of counties
    ],
)
def test_a_department_is_gone_on_the_day_of_its_level_and_place(
    level: Level, place: str, day: date | None, registry: Registry
) -> None:
    assert gone_from(registry.departments["old"], level, place, registry) == day


def test_a_reform_becomes_the_days_of_each_place(registry: Registry) -> None:
    rows = department_rule(registry.departments["renamed"], registry).names
    new = [row for row in rows if row.name.endswith("卫健委")]
    assert [(row.levels, row.place, row.from_, row.earliest) for row in new] == [
        (("city", "county"), None, date(2019, 4, 1), date(2018, 3, 21)),
        (("city",), "360000", date(2019, 2, 1), date(2018, 10, 24)),
        (("city",), "360300", date(2019, 1, 8), None),  # of its own place the department says itself
    ]


def test_a_function_bears_the_names_of_the_whole_after_its_own(registry: Registry) -> None:
    rule = department_rule(registry.departments["part"], registry)
    assert [row.name for row in rule.names] == ["{place}旧局"]


@pytest.mark.parametrize(
    ("pattern", "code", "name"),
    [
        ("{place}财政局", "360300", "萍乡市财政局"),
        ("{short}监管分局", "360300", "萍乡监管分局"),
        ("{short}监管局", "36", "某监管局"),
        ("{district}法院", "320506", "苏州市吴中区法院"),
        ("{district}法院", "320583", "昆山市法院"),
        ("南昌海关", "360300", "南昌海关"),
    ],
)
def test_the_name_of_a_place_in_the_name_of_a_department(pattern: str, code: str, name: str) -> None:
    titles = {"360300": "萍乡市", "320500": "苏州市", "320506": "吴中区", "320583": "昆山市"}
    assert filled(pattern, code, titles, "某") == name


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "nearest"),
    [
        ("from: local, level: [province, city]", "from: locall, level: [province, city]", "unknown-reform", "/departments/1/successors/1/from", "local"),
        ("from: local, level: [province, city]", "from: 2019-13-01, level: [province, city]", "not-a-day", "/departments/1/successors/1/from", ""),
        ("until: local}", "until: locals}", "unknown-reform", "/departments/3/names/0/until", "local"),
        ("{level: city, place: \"360000\", from", "{level: city, place: \"370000\", from", "unknown-place", "/reforms/0/days/2/place", "320000"),
        ("level: [national, province, city]", "level: [nation, province, city]", "not-one-of", "/departments/1/names/0/level/0", "national"),
        ("part_of: old", "part_of: olds", "unknown-department", "/departments/4/part_of", "old"),
        ("part_of: old", "part_of: part", "parent-of-itself", "/departments/4/part_of", ""),
        ("{id: new, from: local, level: [province, city]}", "{id: new, from: local, level: province}", "department-without-successor", "/departments/1/until", ""),
        ("printed: [{name: 人民法院}]", "printed: [{name: 旧局某处, level: city}]", "department-name-ambiguous", "/departments/0/printed/0/name", ""),
        ("{id: new, title: 新局,", "{id: new, title: 新局, short: [法院],", "department-name-ambiguous", "/departments/0/short/0", ""),
    ],
)  # fmt: skip
def test_mistakes_in_departments(old: str, new: str, code: str, path: str, nearest: str) -> None:
    assert old in REGISTRY
    assert (code, path, nearest) in found_in(REGISTRY.replace(old, new, 1))
