"""The difference of two trees: what one edit changes is told once, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from credit_rules.render.text import write_text
from credit_rules.toolbox.diff import MEASURE_FIELDS, Diff, as_json, diff, parted, read_side
from credit_rules.toolbox.diff_words import KINDS, diff_sheet

CLEAN = Path(__file__).parents[1] / "pack" / "clean"
PACK, ABOVE, REGISTRY = "pack/pack.yaml", "above/pack.yaml", "registry/example.yaml"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "tree"))


def edit(tree: Path, file: str, old: str, new: str) -> None:
    text = (tree / file).read_text(encoding="utf-8")
    assert old in text
    (tree / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def after(tree: Path, file: str, old: str, new: str) -> Diff:
    edit(tree, file, old, new)
    return diff(read_side(CLEAN), read_side(tree))


def told(found: Diff) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(one.of, one.id, one.how, tuple(each.field for each in one.fields)) for one in found.changes]


def words(found: Diff, lang: Any = "zh") -> str:
    return write_text(diff_sheet(found, "old", "new", lang), width=400)


FIELDS = [
    ("clause", "procurement", "clause: 二(一)\n    act: bar", "clause: 二(二)\n    act: bar"),
    ("act", "procurement", "act: bar-procurement", "act: restrict-subsidy"),
    ("force", "subsidy", "    menu: funds\n    bearers", "    menu: funds\n    force: recommended\n    bearers"),
    ("actor", "credit", "    actor: autonomous\n", ""),
    ("wording", "large-amounts", "wording: 从严", "wording: 从重"),
    ("condition", "large-amounts", "1000000.00", "2000000.00"),
    ("condition", "large-amounts", "at_least: 2}}", "at_least: 3}}"),
    ("condition", "large-amounts", "within: 3 years", "within: 2 years"),
    ("condition", "large-amounts", "{on_list: tax-violation, where", "{on_list: judgment-debtor, where"),
    ("condition", "headed-units", "held_by: [legal-representative, director]", "held_by: [legal-representative]"),
    ("condition", "green-channel", "clean_for: 3 years", "clean_for: 2 years"),
    ("bearers", "procurement", "share, at_least: 5 %", "share, at_least: 10 %"),
    ("bearers", "procurement", "roles: [legal-representative, shareholder]", "roles: [shareholder]"),
    ("bearers", "procurement", "at: listing", "at: conduct"),
    ("bearer_kinds", "headed-units", "    bearer_kinds: units\n", ""),
    ("listed_kinds", "large-amounts", "    listed_kinds: units\n", ""),
    ("departments", "procurement", "{name: 市法院, part: lead}", "{name: 市法院, part: cooperating}"),
    ("departments", "credit", "departments: [各银行]", "departments: [各银行, 市法院]"),
    ("basis", "procurement", 'article: "22"', 'article: "23"'),
    ("term", "procurement", "period: 3 years, outlasts", "period: 2 years, outlasts"),
    ("from", "subsidy", "    parameters: {", "    from: 2018-01-01\n    parameters: {"),
    ("until", "subsidy", "    parameters: {", "    until: 2020-01-01\n    parameters: {"),
    ("on_reduce", "subsidy", "    parameters: {", "    on_reduce: unchanged\n    parameters: {"),
    ("blocked_by", "green-channel", "blocked_by: [judgment-debtor]", "blocked_by: [tax-violation]"),
    ("matters", "subsidy", "    parameters: {", "    matters: [procurement]\n    parameters: {"),
    ("guard", "green-channel", "papers: 非要件材料", "papers: 材料"),
    ("parameters", "subsidy", "extent: 全额", "extent: 半额"),
    ("provenance", "subsidy", "    parameters: {", "    provenance: secondary\n    parameters: {"),
    ("note", "subsidy", "    parameters: {", "    note: 示例\n    parameters: {"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "measure", "old", "new"), FIELDS)
def test_a_field_of_a_measure_is_told_once_and_nothing_else(
    tree: Path, field: str, measure: str, old: str, new: str
) -> None:
    found = after(tree, PACK, old, new)
    assert told(found) == [("measures", f"city-2017/{measure}", "changed", (field,))]


def test_direction_and_menu_change_with_what_must_change_with_them(tree: Path) -> None:
    edit(tree, REGISTRY, "effect: prioritise, impact: benefit", "effect: supervise, impact: management")
    edit(tree, PACK, "    direction: incentive\n", "")
    edit(tree, PACK, "{any: [{on_list: tax-a}, {clean_for: 3 years}]}", "{on_list: tax-violation}")
    found = after(tree, PACK, "    blocked_by: [judgment-debtor]\n", "")
    assert told(found) == [
        ("measures", "city-2017/green-channel", "changed", ("direction", "condition", "blocked_by")),
        ("acts", "prefer", "changed", ("effect", "impact")),
    ]
    edit(tree, PACK, "    menu: funds\n    bearers", "    menu: money\n    bearers")
    found = after(tree, PACK, "    menu: funds\n    bearers", "    menu: money\n    bearers")
    assert [one[1:] for one in told(found) if "menu" in one[3]] == [
        ("city-2017/credit", "changed", ("menu",)),
        ("city-2017/subsidy", "changed", ("menu",)),
    ]


def test_every_field_has_an_edit_here() -> None:
    assert {field for field, *_ in FIELDS} | {"direction", "menu"} == set(MEASURE_FIELDS)


def test_equal_trees_and_what_means_the_same_tell_nothing(tree: Path) -> None:
    assert told(diff(read_side(CLEAN), read_side(tree))) == []
    edit(tree, PACK, "held_by: [legal-representative, director]", "held_by: [director, legal-representative]")
    edit(tree, PACK, "[市税务局, {name: 市法院, part: lead}]", "[{name: 市法院, part: lead}, 市税务局]")
    edit(
        tree, PACK, "{any: [{on_list: tax-a}, {clean_for: 3 years}]}", "{any: [{clean_for: 3 years}, {on_list: tax-a}]}"
    )
    found = after(tree, PACK, "# A pack without a mistake", "# Another remark")
    assert told(found) == []
    assert "没有差异" in words(found)


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("title", "title: 示例市实施意见", "title: 示例市办法"),
        ("document_no", "〕1号", "〕2号"),
        ("from", "from: 2017-03-28", "from: 2017-04-01"),
        ("until", "  from: 2017-03-28\n", "  from: 2017-03-28\n  until: 2020-03-28\n"),
        ("provenance", "provenance: text, file: city.txt", "provenance: secondary, file: city.txt"),
    ],
)
def test_what_measures_take_over_from_their_document_is_told_there(tree: Path, field: str, old: str, new: str) -> None:
    assert told(after(tree, PACK, old, new)) == [("packs", "city-2017", "changed", (field,))]


def test_an_added_or_removed_measure_and_document(tree: Path) -> None:
    text = (tree / PACK).read_text(encoding="utf-8")
    start, end = text.index("  - id: headed-units"), text.index("  - id: subsidy")
    found = after(tree, PACK, text[start:end], "")
    assert told(found) == [("measures", "city-2017/headed-units", "removed", ())]
    back = diff(read_side(tree), read_side(CLEAN))
    assert told(back) == [("measures", "city-2017/headed-units", "added", ())]
    above = diff(read_side(CLEAN), read_side(CLEAN / "above"))
    assert told(above)[0] == ("packs", "city-2017", "removed", ())
    assert above.counted("measures") == {"added": 0, "removed": 7, "changed": 0}


@pytest.mark.parametrize(
    ("of", "id", "field", "old", "new"),
    [
        ("lists", "judgment-debtor", "title", "title: 失信被执行人", "title: 失信人"),
        ("lists", "tax-a", "field", "class: red, field: taxation", "class: red, field: market"),
        ("departments", "bank", "title", "title: 银行", "title: 各类银行"),
        ("acts", "supervise", "effect", "effect: supervise", "effect: notify"),
        ("acts", "restrict-subsidy", "matters", "matters: [subsidy], provenance", "matters: [procurement], provenance"),
        ("acts", "bar-procurement", "title", "title: 禁止参加政府采购", "title: 不得参加政府采购"),
        ("roles", "director", "title", "title: 董事", "title: 示例董事"),
        ("instruments", "procurement-law", "versions", "from: 2014-08-31", "from: 2014-09-01"),
        ("facts", "subject.industry", "choices", "choices: [food, drugs]", "choices: [food, drugs, toys]"),
    ],
)  # fmt: skip
def test_an_entry_of_the_registry_is_told_once(tree: Path, of: str, id: str, field: str, old: str, new: str) -> None:
    assert told(after(tree, REGISTRY, old, new)) == [(of, id, "changed", (field,))]


def test_an_entry_added_and_a_list_that_joins_a_class(tree: Path) -> None:
    line = "  - {id: auditor, title: 审计人, provenance: text, source: test}\n"
    assert told(after(tree, REGISTRY, "roles:\n", f"roles:\n{line}")) == [("roles", "auditor", "added", ())]
    found = after(tree, REGISTRY, "title: 外省名单, class: dishonesty", "title: 外省名单, class: serious")
    assert told(found)[:2] == [
        ("measures", "city-2017/large-amounts", "changed", ("condition",)),
        ("lists", "faraway-list", "changed", ("class",)),
    ]
    page = words(found)
    assert '"faraway-list"' in page, "the words of the condition are the same on both sides, so its tree is shown"


def test_the_words_name_what_went_and_what_came(tree: Path) -> None:
    edit(tree, PACK, "period: 3 years, outlasts", "period: 2 years, outlasts")
    found = after(tree, PACK, "[市税务局, {name: 市法院, part: lead}]", "[市税务局]")
    assert "删去 市法院 (court, 市级, 牵头单位)" in words(found)
    assert "旧 期间 3 years" in words(found)
    assert "新 期间 2 years" in words(found)
    assert "removed 市法院 (court, city, lead department)" in words(found, "en")
    assert "新增 市税务局" not in words(found)


def test_json_has_every_change_and_survives_a_round(tree: Path) -> None:
    found = after(tree, PACK, "[市税务局, {name: 市法院, part: lead}]", "[市税务局]")
    page = json.loads(json.dumps(as_json(found, "a", "b")))
    assert page["counts"] == {"measures": {"added": 0, "removed": 0, "changed": 1}}
    (change,) = page["changes"]
    (field,) = change["fields"]
    assert (change["of"], change["id"], change["how"], change["clause"]) == (
        "measures", "city-2017/procurement", "changed", "二(一)",
    )  # fmt: skip
    assert [each["id"] for each in field["removed"]] == ["court"]
    assert field["added"] == []


def test_what_stands_twice_and_then_once_went_once() -> None:
    assert parted(["a", "a", "b"], ["a", "c"]) == (["a", "b"], ["c"])


def test_every_kind_of_the_registry_has_a_name() -> None:
    from dataclasses import fields

    from credit_rules.registry.registry import Registry

    assert {row.name for row in fields(Registry)} | {"packs", "measures"} == set(KINDS)
