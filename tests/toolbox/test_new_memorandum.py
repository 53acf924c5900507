"""From the scaffold to green: the how-to page is followed to the letter, in a copy of the shipped tree."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from credit_rules import Engine
from credit_rules.cli.program import run
from credit_rules.source.tree import bundled_root

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-memorandum.md"
BLOCK = re.compile(r"^```(console|yaml)(?: (\S+))?(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FOLDER = Path("memoranda/regional/360300-wages-2024")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped registry, and a place for packs."""
    shutil.copytree(bundled_root() / "registry", tmp_path / "memoranda" / "registry")
    (tmp_path / "memoranda" / "schemas").mkdir()
    (tmp_path / "memoranda" / "regional").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CREDIT_RULES_LANG", "en")
    return tmp_path


def test_the_page_leads_from_the_scaffold_to_green(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = list(BLOCK.finditer(PAGE.read_text(encoding="utf-8")))
    assert len(blocks) > 12
    for found in blocks:
        language, file, key, body = found.groups()
        if language == "yaml":
            write(tree, file, key, body)
            continue
        for command, expected in commands(body):
            if command.startswith("export "):
                continue
            run(shlex.split(command)[1:])
            said = capsys.readouterr()
            assert matches(expected, said.out + said.err), f"$ {command}\n{said.out}{said.err}"
    assert Engine.check([tree / FOLDER], strict=True) == ()


def write(tree: Path, file: str, key: str | None, body: str) -> None:
    """A whole file of the registry, or one key of a file in the new folder."""
    if key is None:
        (tree / "memoranda" / file).write_text(body, encoding="utf-8")
        return
    path = tree / FOLDER / file
    before, (start, end) = path.read_text(encoding="utf-8"), (0, 0)
    found = re.search(rf"^{key}:.*?(?=^[a-z]|\Z)", before, re.MULTILINE | re.DOTALL)
    assert found is not None
    start, end = found.span()
    path.write_text(before[:start] + body + before[end:], encoding="utf-8")


def commands(body: str) -> Iterator[tuple[str, list[str]]]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, *output = part.splitlines()
        yield command, output


def matches(expected: list[str], said: str) -> bool:
    """Whether the lines are those expected; … stands for any."""
    pattern = "".join(r"(?:.*\n)*?" if line == "…" else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, said) is not None


# --- the scaffold itself -------------------------------------------------------------------------------------------------


def new(*options: str, folder: str = "memoranda/regional/360300-x") -> int:
    return run(["new", "memorandum", folder, "--title", "示例通知", "--place", "360300", *options])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "options",
    [
        ["--from", "2018-05-01", "--document-no", "示〔2018〕1号"],
        [],
        ["--list", "trustworthiness-model", "--from", "2019-01-01"],
        ["--place", "000000", "--rank", "memorandum", "--from", "0001-01-01"],
        ["--place", "320583", "--from", "9999-12-31", "--id", "other-id"],
    ],
)
def test_a_scaffold_passes_check_at_once(tree: Path, options: list[str], lang: str) -> None:
    assert new(*options, "--lang", lang) == 0
    folder = tree / "memoranda" / "regional" / "360300-x"
    assert Engine.check([folder]) == ()
    assert sorted(path.name for path in folder.iterdir()) == ["README.md", "cases.yaml", "pack.yaml"]
    first = (folder / "pack.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schemas/pack.schema.json"


@pytest.mark.parametrize("options", [[], ["--list", "trustworthiness-model"]])
def test_a_scaffold_that_is_published_passes_its_cases(tree: Path, options: list[str]) -> None:
    new("--from", "2018-05-01", *options)
    pack = tree / "memoranda" / "regional" / "360300-x" / "pack.yaml"
    assert run(["test", str(pack.parent)]) == 1  # a draft decides nothing
    text = pack.read_text(encoding="utf-8").replace("status: draft", "status: published")
    pack.write_text(text.replace("provenance: unverified", "provenance: text"), encoding="utf-8")
    assert run(["test", str(pack.parent)]) == 0


def test_a_draft_says_why_its_cases_fail(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new("--from", "2018-05-01")
    run(["test", "memoranda/regional/360300-x", "--lang", "zh"])
    assert "草案（status: draft）" in capsys.readouterr().out


def test_where_a_place_asks_for_confirmation_the_example_is_confirmed(tree: Path) -> None:
    rule = (
        "format: 1\nprocedures:\n  - {id: confirming, title: 示例, place: '360300', provenance: text, source: test,\n"
        "     confirmation_required: {instrument: migrant-wages-regulation, article: '1'}}\n"
    )
    (tree / "memoranda" / "registry" / "confirming.yaml").write_text(rule, encoding="utf-8")
    new("--from", "2018-05-01")
    cases = tree / "memoranda" / "regional" / "360300-x" / "cases.yaml"
    assert "type: confirmed" in cases.read_text(encoding="utf-8")
    pack = cases.with_name("pack.yaml")
    text = pack.read_text(encoding="utf-8").replace("status: draft", "status: published")
    pack.write_text(text.replace("provenance: unverified", "provenance: text"), encoding="utf-8")
    assert run(["test", str(pack.parent)]) == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--place", "360399"], "unknown-place"),
        (["--place", "36030"], "not-a-place-code"),
        (["--list", "wage-arrear"], "“wage-arrears”"),
        (["--list", "拖欠农民工工资"], "“wage-arrears”"),
        (["--id", "Wages 2018"], "id-not-kebab-case"),
        (["--rank", "notice"], "--rank"),
        (["--from", "2018"], "--from"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_is_written(
    tree: Path, options: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(*options) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert not (tree / "memoranda" / "regional" / "360300-x").exists()


def test_nothing_is_overwritten(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new() == 0
    pack = tree / "memoranda" / "regional" / "360300-x" / "pack.yaml"
    pack.write_text("mine", encoding="utf-8")
    capsys.readouterr()
    assert new() == 2
    assert "left alone" in capsys.readouterr().err
    assert pack.read_text(encoding="utf-8") == "mine"
    assert new(folder=str(pack)) == 2


def test_an_empty_folder_is_filled(tree: Path) -> None:
    (tree / "memoranda" / "regional" / "360300-x").mkdir()
    assert new() == 0


def test_outside_a_tree_no_schema_is_named(tree: Path) -> None:
    shutil.rmtree(tree / "memoranda" / "registry")
    assert new() == 0
    text = (tree / "memoranda" / "regional" / "360300-x" / "pack.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 示例通知\n")
