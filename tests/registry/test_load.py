"""The registry: files together, no id twice, every name inside it resolved."""

from __future__ import annotations

import pytest

from credit_rules.registry.load import load_registry
from credit_rules.registry.registry import Registry
from credit_rules.source.files import read_text
from tests.registry.example import REGISTRY


def found_in(*texts: str) -> list[tuple[str, str, str]]:
    nodes = []
    for number, text in enumerate(texts, start=1):
        node, read = read_text(text, f"{number}.yaml")
        assert node is not None, read
        nodes.append(node)
    return [(d.code, d.path, d.values.get("nearest", "")) for d in load_registry(nodes)[1]]


def test_entries_are_found_by_id_and_facts_by_scope(registry: Registry) -> None:
    assert registry.lists["tax-credit-a"].class_ == "red"
    assert registry.fact("relation", "share").type == "share"
    assert [entry.id for entry in registry.lists_by_class["serious"]] == [
        "dishonest-judgment-debtor",
        "major-tax-violation",
    ]
    assert registry.list_fields == ("judgment-enforcement", "taxation")
    with pytest.raises(KeyError):
        registry.fact("subject", "share")


def test_departments_are_found_as_printed_and_by_their_names_in_a_place(registry: Registry) -> None:
    for name in ("市国税局", "萍乡市税务局"):
        department, level = registry.printed_department(name, "360300")
        assert (department.id, level) == ("state-taxation", "city")
    with pytest.raises(KeyError):
        registry.printed_department("萍乡市税务局", "410000")


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "nearest"),
    [
        ("id: bidding", "id: government-procurement", "duplicate-entry", "/matters/1/id", ""),
        ("id: bidding", "id: Bidding", "id-not-kebab-case", "/matters/1/id", ""),
        ("title: 招标投标,", "title: 招标投标, parent: government-procurment,", "unknown-matter", "/matters/1/parent", "government-procurement"),
        ("title: 招标投标,", "title: 招标投标, parent: bidding,", "parent-of-itself", "/matters/1/parent", ""),
        ("title: 招标投标,", "title: 招标投标, from: 2018-01-01, until: 2018-01-01,", "period-ends-before-start", "/matters/1/until", ""),
        ("matters: [government-procurement]", "matters: [biding]", "unknown-matter", "/acts/0/matters/0", "bidding"),
        ("fact: record.amount", "fact: record.amuont", "unknown-fact", "/lists/0/terms/0/cases/0/when/fact", "record.amount"),
        ("fact: record.amount", "fact: subject.staff", "term-condition-too-rich", "/lists/0/terms/0/cases/0/when", ""),
        ("at_least: \"100.00\"", "at_least: 5 %", "comparison-of-different-kinds", "/lists/0/terms/0/cases/0/when/at_least", ""),
        ("field: judgment-enforcement", "field: judgment-enforcement, place: \"3603\"", "not-a-place-code", "/lists/0/place", ""),
        ("field: judgment-enforcement", "field: judgment-enforcement, place: \"360301\"", "unknown-place", "/lists/0/place", "360300"),
        ("field: judgment-enforcement", "field: judgment-enforcement, basis: [{instrument: procurement-lwa, article: \"1\"}]", "unknown-instrument", "/lists/0/basis/0/instrument", "procurement-law"),
        ("printed: [{name: 市中级法院, level: city}]", "printed: [{name: 市国税局, level: city}]", "department-name-ambiguous", "/departments/1/printed/0/name", ""),
        ("title: 法院,", "title: 法院, successors: [{id: cuort, from: 2019-01-01}],", "unknown-department", "/departments/1/successors/0/id", "court"),
        ("title: 法院,", "title: 法院, successors: [{id: court, from: 2019-01-01}],", "parent-of-itself", "/departments/1/successors/0/id", ""),
        ("type: choice, choices: [food, drugs]", "type: choice", "choices-missing", "/facts/1", ""),
        ("type: count", "type: count, choices: [a]", "choices-refused", "/facts/2/choices", ""),
        ("from: 2014-08-31}", "from: 2014-08-31, until: 2018-01-01}, {version: b, from: 2017-01-01}", "versions-overlap", "/instruments/0/versions/1", ""),
        ("kinds: [enterprise, cooperative]", "kinds: [enterprises]", "not-one-of", "/kinds/0/kinds/0", "enterprise"),
        ("from: 2014-08-31", "from: 2014-08-31, until: 2014-01-01", "period-ends-before-start", "/instruments/0/versions/0/until", ""),
        ("provenance: text", "provenance: seen", "not-one-of", "/lists/0/provenance", ""),
        ('id: "360000"', "id: 360000", "number-needs-quotes", "/places/0/id", ""),
        ('id: "360000"', 'id: "36"', "not-a-place-code", "/places/0/id", ""),
    ],
)  # fmt: skip
def test_mistakes_in_a_registry(old: str, new: str, code: str, path: str, nearest: str) -> None:
    assert old in REGISTRY
    assert (code, path, nearest) in found_in(REGISTRY.replace(old, new, 1))


def test_an_id_stands_once_in_all_files() -> None:
    other = "format: 1\nroles:\n  - {id: shareholder, title: 股东, provenance: text, source: x}\n"
    node, _ = read_text(REGISTRY, "registry/all.yaml")
    second, _ = read_text(other, "registry/roles.yaml")
    assert node is not None
    assert second is not None
    _, (twice,) = load_registry([node, second])
    assert (twice.code, str(twice.span)) == ("duplicate-entry", "registry/roles.yaml:3:10")
    assert twice.values["first"].startswith("registry/all.yaml:")


def test_tables_name_what_is_declared_elsewhere() -> None:
    text = """\
format: 1
recognitions:
  - {id: rec, title: 互认, list: tax-credit-b, place: "360300", provenance: text, source: x}
publicity:
  - {id: p, title: 公示, least: {minor: none}, fields: {taxatoin: 1 year}, basis: {instrument: procurement-law, article: 一}, provenance: text, source: x}
matrix:
  - {id: m, title: 法律, rank: law, measure: "yes", fields: [taxatoin], provenance: text, source: x}
provisions:
  - {id: v, title: 条, instrument: procurement-lwa, article: "1", acts: [ban-government-procurment], lists: [tax-credit-b], roles: [shareholdre], provenance: text, source: x}
facts:
  - {id: faith, title: 宗教信仰, on: subject, type: text, provenance: text, source: x}
floors:
  - {id: g, title: 底线, floor: exit, ranks: [law], article: {instrument: procurement-law, article: 一, version: "2014"}, provenance: text, source: x}
  - {id: f, title: 底线, floor: exit, ranks: [law], kinds: [unit], article: {instrument: procurement-law, article: 一}, provenance: text, source: x}
"""
    assert sorted(found_in(REGISTRY, text)) == [
        ("banned-data", "/facts/0/title", ""),
        ("unknown-act", "/provisions/0/acts/0", "ban-government-procurement"),
        ("unknown-field", "/matrix/0/fields/0", "taxation"),
        ("unknown-field", "/publicity/0/fields/taxatoin", "taxation"),
        ("unknown-instrument", "/provisions/0/instrument", "procurement-law"),
        ("unknown-kind", "/floors/1/kinds/0", "units"),
        ("unknown-list", "/provisions/0/lists/0", "tax-credit-a"),
        ("unknown-list", "/recognitions/0/list", "tax-credit-a"),
        ("unknown-role", "/provisions/0/roles/0", "shareholder"),
        ("unknown-version", "/floors/0/article/version", ""),
    ]
