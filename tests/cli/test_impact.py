"""``impact``: a population of a file or an invented one, wrong cases, forms and processes."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from credit_rules.cli import workers
from credit_rules.cli.progress import progress
from credit_rules.cli.workers import worked
from tests.cli.conftest import Call

CLEAN = Path(__file__).parents[1] / "pack" / "clean"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The clean packs with one order that became a recommendation."""
    tree = Path(shutil.copytree(CLEAN, tmp_path / "tree"))
    text = (tree / "pack" / "pack.yaml").read_text(encoding="utf-8")
    old = "    menu: funds\n    bearers"
    assert old in text
    new = text.replace(old, "    menu: funds\n    force: recommended\n    bearers", 1)
    (tree / "pack" / "pack.yaml").write_text(new, encoding="utf-8")
    return tree


@pytest.fixture
def population(call: Call, changed: Path, tmp_path: Path) -> Path:
    """Forty invented subjects in a file."""
    file = tmp_path / "made" / "cases.jsonl"
    assert call("impact", CLEAN, changed, "--subjects", "40", "--write-population", file).status == 0
    return file


def without_population(out: str) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(out)
    return {key: value for key, value in page.items() if key != "population"}


def test_equal_folders_affect_nobody(call: Call) -> None:
    done = call("impact", CLEAN, CLEAN, "--subjects", "20")
    assert (done.status, done.err) == (0, "")
    assert "没有对象受影响。" in done.out
    assert "读入 20，有错 0，决定 20，受影响 0" in done.out


def test_an_invented_population_says_its_seed_and_is_the_same_again(call: Call, changed: Path) -> None:
    asked = ("impact", CLEAN, changed, "--subjects", "40", "--format", "json")
    first, again, other = call(*asked), call(*asked), call(*asked, "--seed", "2")
    assert first.out == again.out != other.out
    page = json.loads(first.out)
    assert page["population"] == {"subjects": 40, "seed": 1}
    assert [measure["id"] for measure in page["measures"]] == ["city-2017/subsidy"]
    assert (page["subjects"]["changed"], page["wrong"]) == (page["subjects"]["affected"], [])
    assert page["subjects"]["affected"] > 5


def test_a_written_population_gives_the_same_counts_in_every_form_of_file(
    call: Call, changed: Path, population: Path
) -> None:
    invented = call("impact", CLEAN, changed, "--subjects", "40", "--format", "json")
    expected = without_population(invented.out)
    lines = population.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 40
    as_list = population.with_suffix(".json")
    as_list.write_text(f"[{','.join(lines)}]", encoding="utf-8")
    as_yaml = population.with_suffix(".yaml")
    as_yaml.write_text("".join(f"- {line}\n" for line in lines), encoding="utf-8")
    for file in (population, as_yaml, as_list):
        done = call("impact", CLEAN, changed, "--population", file, "--format", "json")
        assert (done.status, done.err) == (0, "")
        page = without_population(done.out)
        assert page["subjects"] == expected["subjects"]
        assert file is as_list or page == expected  # in a list on one line all cases have the number of that line


def test_one_case_in_a_document_is_a_population_of_one(call: Call, changed: Path, population: Path) -> None:
    one = population.with_name("one.yaml")
    one.write_text(population.read_text(encoding="utf-8").splitlines()[0], encoding="utf-8")
    assert "读入 1，" in call("impact", CLEAN, changed, "--population", one).out


def test_standard_input(changed: Path, population: Path, shell: Call) -> None:
    done = shell("impact", CLEAN, changed, "--population", "-", stdin=population.read_bytes())
    assert (done.status, done.err) == (0, "")
    assert "<stdin>" in done.out


def test_wrong_lines_are_told_with_their_places_and_all_others_counted(
    call: Call, changed: Path, population: Path
) -> None:
    lines = population.read_bytes().splitlines()
    lines[2] = b'{"subject": 5}'
    lines[30] = b"{"
    population.write_bytes(b"\n\n" + b"\n".join(lines))
    done = call("impact", CLEAN, changed, "--population", population, "--lang", "en")
    assert done.status == 2
    assert f"{population}:5:" in done.err
    assert f"{population}:33:" in done.err
    assert "40 cases, 2 of them wrong and not counted." in done.err
    assert "40 read, 2 wrong, 38 decided" in done.out
    plain = call("impact", CLEAN, changed, "--population", population, "--format", "json")
    assert [(each["line"], bool(each["errors"])) for each in json.loads(plain.out)["wrong"]] == [(5, True), (33, True)]
    assert {error["line"] for error in json.loads(plain.err)["errors"]} == {5, 33}


def test_a_document_that_cannot_be_read_is_an_error(call: Call, changed: Path, tmp_path: Path) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text("- {a: 1, a: 2}\n", encoding="utf-8")
    for wrong in (file, tmp_path / "nowhere.jsonl", tmp_path / "nowhere.yaml"):
        done = call("impact", CLEAN, changed, "--population", wrong)
        assert (done.status, done.out) == (2, "")
        assert wrong.name in done.err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--population", "x", "--subjects", "5"),
        ("--population", "x", "--write-population", "y"),
        ("--subjects", "0"),
        ("--jobs", "0"),
    ],
)
def test_what_does_not_go_together_is_refused(call: Call, wrong: tuple[str, ...]) -> None:
    done = call("impact", CLEAN, CLEAN, *wrong)
    assert (done.status, done.out) == (2, "")
    assert "credit-rules impact --help" in done.err


def test_the_day_the_place_and_the_number_of_examples(call: Call, changed: Path, population: Path) -> None:
    asked = ("impact", CLEAN, changed, "--population", population, "--format", "json")
    early = json.loads(call(*asked, "--as-of", "2010-01-01").out)
    assert early["subjects"]["affected"] == 0
    elsewhere = json.loads(call(*asked, "--region", "110000").out)
    assert elsewhere["subjects"]["affected"] == 0
    (measure,) = json.loads(call(*asked, "--examples", "1").out)["measures"]
    assert len(measure["examples"]) == 1
    (measure,) = json.loads(call(*asked, "--examples", "0").out)["measures"]
    assert measure["examples"] == []


def test_several_processes_count_the_same(
    call: Call, changed: Path, population: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = population.with_suffix(".yaml")
    lines = population.read_text(encoding="utf-8").splitlines()
    document.write_text("".join(f"- {line}\n" for line in lines), encoding="utf-8")
    asked = ("impact", CLEAN, changed, "--format", "json")
    alone = without_population(call(*asked, "--population", population, "--jobs", "1").out)
    monkeypatch.setattr(workers, "PART", 10)
    monkeypatch.setattr(workers, "PAYS", 2)
    assert without_population(call(*asked, "--population", document, "--jobs", "2").out) == alone
    assert without_population(call(*asked, "--subjects", "40", "--jobs", "2").out) == alone


def test_markdown_and_help(call: Call, changed: Path) -> None:
    page = call("impact", CLEAN, changed, "--subjects", "30", "--format", "markdown", "--lang", "en").out
    assert page.startswith("# What the change does\n")
    assert "## 示府字〔2017〕1号 (city-2017)" in page
    assert "credit-rules impact" in call("impact", "--help").out.splitlines()[-1]


# --- processes and progress


def test_few_items_stay_in_this_process_and_parts_come_in_order() -> None:
    seen: list[int] = []

    def make(more: int) -> Any:
        return lambda part: seen.extend(part) or sum(part) + more

    assert list(worked(make, (1,), range(120), 8)) == [(50, 1226), (50, 3726), (20, 2191)]
    assert seen == list(range(120))
    assert list(worked(make, (1,), (), 8)) == []


def test_a_bar_only_where_a_person_looks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, shown in ((io.StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress("deciding", 10) as advance:
            advance(5)
        assert ("deciding" in stream.getvalue()) is shown
