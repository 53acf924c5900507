"""A remark on the line allows a finding of a check, for a reason, and is told where it allows nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from credit_rules import Diagnostic, Engine
from credit_rules.checks.framework.discover import every_code
from credit_rules.cli.program import run
from tests.checks.template import REGISTRY

HEAD = """\
format: 1
memorandum:
  id: notice
  title: 示例通知
  rank: normative-document
  place: "360300"
  from: 2024-06-01
  source: {provenance: text, file: notice.txt}
triggered_by: {on_list: tax-violation}
defaults: {force: mandatory}
"""
MEASURE = "clause: 一, act: supervise, wording: 加强, bearers: [subject], basis: none-cited"
GONE = f"  - {{id: gone, departments: [市工商局], {MEASURE}}}"
STAYS = "  - {id: stays, clause: 二, act: supervise, wording: 加强, bearers: [subject], departments: [市税务局], basis: none-cited}"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "all.yaml").write_bytes(REGISTRY.read_bytes())
    (tmp_path / "pack").mkdir()
    return tmp_path


def write(tree: Path, measures: str, head: str = HEAD, **sections: str) -> None:
    (tree / "pack" / "pack.yaml").write_text(head + measures, encoding="utf-8")
    for name, text in sections.items():
        (tree / "pack" / f"{name}.yaml").write_text(f"format: 1\n{text}", encoding="utf-8")


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, bool]]:
    return [(Path(one.span.file).stem, one.code, one.suppressed is not None) for one in found]


def check(tree: Path, *, strict: bool = True) -> list[tuple[str, str, bool]]:
    return told(Engine.check([tree], strict=strict, suppressed=True))


STANDS, ALLOWED, UNUSED = ("department-gone", False), ("department-gone", True), ("suppression-unused", False)


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (f"measures:\n{GONE}\n", [STANDS]),
        (f"measures:\n{GONE}  # allow: department-gone -- 原文如此\n", [ALLOWED]),
        (f"measures:  # allow: department-gone -- 原文如此\n{GONE}\n", [ALLOWED]),
        (f"measures:  # 列表 # allow: department-gone -- 原文如此\n{GONE}\n", [ALLOWED]),
        (f"measures:  # allow: superseded-still-open, department-gone -- 原文如此\n{GONE}\n", [UNUSED, ALLOWED]),
        (f"measures:\n{GONE}\n{STAYS}  # allow: department-gone -- 原文如此\n", [STANDS, UNUSED]),
        (f"measures:  # allow: department-gone -- 全部\n{GONE}  # allow: department-gone -- 这里\n", [UNUSED, ALLOWED]),
        (f"measures:\n{GONE}  # allow: copy-could-adopt -- 原文如此\n", [STANDS, UNUSED]),
    ],
)
def test_what_a_remark_covers(tree: Path, measures: str, expected: list[tuple[str, bool]]) -> None:
    write(tree, measures)
    assert [(code, allowed) for _, code, allowed in check(tree)] == expected


def test_a_block_ends_where_its_value_ends(tree: Path) -> None:
    head = HEAD.replace("memorandum:", "memorandum:  # allow: department-gone -- 原文如此")
    write(tree, f"measures:\n{GONE}\n", head)
    assert [(code, allowed) for _, code, allowed in check(tree)] == [UNUSED, STANDS]


def test_each_file_is_by_itself(tree: Path) -> None:
    head = HEAD + "sections: [02-more.yaml]\n"
    remark = "measures:  # allow: department-gone -- 原文如此\n"
    write(tree, f"{remark}{STAYS}\n", head, **{"02-more": f"measures:\n{GONE}\n"})
    assert check(tree) == [("02-more", "department-gone", False), ("pack", "suppression-unused", False)]
    write(tree, f"measures:\n{STAYS}\n", head, **{"02-more": f"{remark}{GONE}\n"})
    assert check(tree) == [("02-more", "department-gone", True)]


def test_the_reason_is_kept(tree: Path) -> None:
    write(tree, f"measures:\n{GONE}  # allow: department-gone -- 原文如此，-- 见 README\n")
    (only,) = Engine.check([tree], suppressed=True)
    assert only.suppressed == "原文如此，-- 见 README"
    assert Engine.check([tree]) == ()


def test_an_unused_remark_is_judged_where_its_code_is_looked_for(tree: Path) -> None:
    strict_only = next(id for id, (_, code) in every_code().items() if code.level is None)
    write(tree, f"measures:\n{STAYS}  # allow: {strict_only} -- 示例\n")
    assert check(tree, strict=False) == []
    assert [code for _, code, _ in check(tree)] == ["suppression-unused"]


def test_no_remark_is_judged_unused_beside_a_pack_that_cannot_be_read(tree: Path) -> None:
    write(tree, f"measures:\n{STAYS}  # allow: department-gone -- 示例\n")
    (tree / "other").mkdir()
    (tree / "other" / "pack.yaml").write_text("format: 1: 2\n", encoding="utf-8")
    assert [code for _, code, _ in check(tree)] == ["yaml-syntax"]


def test_no_remark_is_judged_unused_beside_a_registry_with_a_mistake(tree: Path) -> None:
    write(tree, f"measures:\n{STAYS}  # allow: department-gone -- 示例\n")
    entry = "matters: [{id: procurement, title: x, provenance: text, source: 示例}]"
    (tree / "registry" / "more.yaml").write_text(f"format: 1\n{entry}\n", encoding="utf-8")
    assert [code for _, code, _ in check(tree)] == ["duplicate-entry"]


@pytest.mark.parametrize("remark", ["unknown-key", "unknown-department", "yaml-syntax"])
def test_what_is_no_finding_of_a_check_cannot_be_allowed(tree: Path, remark: str) -> None:
    write(tree, f"measures:\n{STAYS}  # allow: {remark} -- 示例\n")
    assert [code for _, code, _ in check(tree)] == ["suppression-unknown-code"]


def test_an_error_without_strict_cannot_be_allowed(tree: Path) -> None:
    write(tree, f"measures:\n{STAYS[:-1]}, menu: one}}  # allow: menu-of-one -- 示例\n")
    assert sorted(code for _, code, _ in check(tree)) == ["menu-of-one", "suppression-not-possible"]


def test_the_command_counts_and_shows_what_is_allowed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tree, f"measures:\n{GONE}  # allow: department-gone -- 原文如此\n")
    assert run(["check", str(tree), "--strict", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings, 0 notes, 1 suppressed\n"
    assert run(["check", str(tree), "--strict", "--show-suppressed"]) == 0
    said = capsys.readouterr().out
    assert "已放过[department-gone]" in said
    assert "理由：原文如此" in said
    assert said.endswith("0 个错误，0 个警告，0 个提示，放过 1 个\n")
    assert run(["check", str(tree), "--format", "json", "--show-suppressed"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["suppressed"] == 1
    assert [one["suppressed"] for one in plain["findings"]] == ["原文如此"]
    assert run(["check", str(tree), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"format": 1, "findings": [], "suppressed": 1}


def test_strict_fails_what_is_a_warning_otherwise(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tree, f"measures:\n{GONE}\n")
    assert run(["check", str(tree)]) == 0
    assert run(["check", str(tree), "--strict"]) == 1
    assert "错误[department-gone]" in capsys.readouterr().out
