"""Coverage: which clauses are encoded, which are left out and why, and how the measures stand on a day."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from credit_rules import InputError
from credit_rules.cli.program import run
from credit_rules.toolbox.coverage import DocumentCoverage, as_json, coverage

CLEAN = Path(__file__).parents[1] / "pack" / "clean"
DAY = date(2018, 5, 10)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "tree"))


def change(tree: Path, old: str, new: str) -> None:
    file = tree / "pack" / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def city(tree: Path, day: date = DAY) -> DocumentCoverage:
    (document,) = (one for one in coverage([tree], day) if one.id == "city-2017")
    return document


def standing(document: DocumentCoverage) -> dict[str, tuple[str, str]]:
    return {measure.id: (measure.firm, measure.person) for measure in document.measures}


def test_clauses_are_encoded_left_out_or_open(tree: Path) -> None:
    document = city(tree)
    assert [(one.clause, one.state, len(one.measures)) for one in document.clauses] == [
        ("二(一)", "encoded", 3),
        ("二(二)", "encoded", 3),
        ("三(三)", "encoded", 1),
        ("四(九)", "left-out", 0),
    ]
    assert document.clauses_in("left-out")[0].reason == "不针对名单上的主体"
    assert document.unlisted == ()


def test_the_clause_of_an_adopted_measure_counts(tree: Path) -> None:
    assert "tax-supervision" in city(tree).clauses[1].measures


def test_measures_are_counted(tree: Path) -> None:
    document = city(tree)
    assert document.count("direction") == {"punishment": 6, "incentive": 1}
    assert document.count("force") == {"mandatory": 5, "recommended": 2}
    assert document.count("effect") == {"supervise": 3, "prioritise": 1, "prohibit": 1, "reference": 1, "restrict": 1}
    assert document.count("provenance") == {"text": 7}


def test_standing_is_that_of_the_day(tree: Path) -> None:
    assert standing(city(tree)) == {
        "procurement": ("sufficient", "sufficient"),
        "large-amounts": ("sufficient", "not-borne"),
        "headed-units": ("sufficient", "not-borne"),
        "subsidy": ("practice", "practice"),
        "credit": ("sufficient", "sufficient"),
        "tax-supervision": ("sufficient", "sufficient"),
        "green-channel": ("sufficient", "sufficient"),
    }
    assert standing(city(tree, date(2021, 1, 1)))["subsidy"] == ("insufficient", "insufficient")
    assert set(standing(city(tree, date(2016, 1, 1))).values()) == {
        ("not-in-force", "not-in-force"),
        ("not-in-force", "not-borne"),
    }


def test_who_can_bear_what(tree: Path) -> None:
    change(
        tree,
        "      - subject\n      - {roles: [legal-representative, shareholder]",
        "      - {roles: [legal-representative]",
    )
    change(tree, ", when: {fact: relation.share, at_least: 5 %}", "")
    assert standing(city(tree))["procurement"] == ("not-borne", "sufficient")


def test_an_open_clause_of_a_draft(tree: Path) -> None:
    change(tree, "  restates: [province-2016]\n", "  restates: [province-2016]\n  status: draft\n")
    change(tree, ", left_out: 不针对名单上的主体", "")
    document = city(tree)
    assert (document.status, document.clauses[3].state) == ("draft", "open")
    assert standing(document)["subsidy"] == ("practice", "practice")


def test_clauses_that_a_document_does_not_list(tree: Path) -> None:
    (province,) = (one for one in coverage([tree], DAY) if one.id == "province-2016")
    assert (province.clauses, province.unlisted) == ((), ("三(一)", "三(二)"))


def test_packs_with_errors_are_not_counted(tree: Path) -> None:
    change(tree, "act: restrict-subsidy", "act: restrict-subsidies")
    with pytest.raises(InputError):
        coverage([tree], DAY)


def test_as_data(tree: Path) -> None:
    plain = json.loads(json.dumps(as_json(coverage([tree], DAY), DAY)))
    assert plain["as_of"] == "2018-05-10"
    found = next(document for document in plain["documents"] if document["id"] == "city-2017")
    assert found["clauses"][3]["reason"] == "不针对名单上的主体"
    assert found["counts"]["firm"] == {"sufficient": 6, "practice": 1}


# --- the command -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_command(tree: Path, form: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", str(tree), "--as-of", "2018-05-10", "--format", form, "--lang", lang]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert "2018-05-10" in said.out
    assert "四(九)" in said.out.replace("\\", "")


def test_without_a_day_it_is_today_and_says_so(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", str(tree)]) == 0
    assert str(date.today()) in capsys.readouterr().out


def test_the_shipped_packs_are_covered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", "--lang", "en"]) == 0
    assert " 0 open" in capsys.readouterr().out


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    assert run(["coverage", str(tmp_path)]) == 2
