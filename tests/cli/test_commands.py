"""``check``, ``test``, ``schema``, ``why``, ``plan`` and ``replay``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from credit_rules import Diagnostic, Engine, Span
from credit_rules.diagnostics.diagnostic import Level
from tests.cli.conftest import PERSON, Call, case

CLEAN = Path(__file__).parents[1] / "pack" / "clean"


def findings(*levels: Level) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic("file-missing", Span("pack.yaml", n), level=level) for n, level in enumerate(levels, 1))


def check_gives(monkeypatch: pytest.MonkeyPatch, found: tuple[Diagnostic, ...]) -> None:
    monkeypatch.setattr(Engine, "check", lambda paths=(), strict=False, suppressed=False: found)


@pytest.mark.parametrize(
    ("found", "strict", "status"),
    [
        ((), False, 0),
        (("note",), True, 0),
        (("warning",), False, 0),
        (("warning",), True, 1),
        (("note", "error"), False, 1),
    ],
)
def test_check_fails_on_errors_and_strictly_on_warnings(
    call: Call, monkeypatch: pytest.MonkeyPatch, found: tuple[Level, ...], strict: bool, status: int
) -> None:
    check_gives(monkeypatch, findings(*found))
    assert call("check", *(["--strict"] if strict else [])).status == status


def test_check_prints_place_level_and_summary_on_standard_output(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    check_gives(monkeypatch, findings("error", "warning"))
    done = call("check")
    assert done.err == ""
    assert "pack.yaml:1:0: 错误[file-missing] " in done.out
    assert "pack.yaml:2:0: 警告[file-missing] " in done.out
    assert done.out.endswith("1 个错误，1 个警告，0 个提示\n")


def test_check_of_a_folder_without_packs_is_refused(call: Call, tmp_path: Path) -> None:
    done = call("check", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "没有规则包" in done.err


def test_check_as_json(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    check_gives(monkeypatch, findings("error"))
    (finding,) = json.loads(call("check", "--format", "json", "--lang", "en").out)["findings"]
    assert (finding["level"], finding["file"], finding["line"]) == ("error", "pack.yaml", 1)
    assert finding["message"].startswith("there is no file")


def test_check_as_github_commands(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    check_gives(monkeypatch, findings("error", "warning"))
    done = call("check", "--format", "github")
    assert done.status == 1
    assert [line.split(" ")[0] for line in done.out.splitlines()] == ["::error", "::warning"]


def test_check_as_sarif_names_files_from_here(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(CLEAN, tmp_path / "tree")
    monkeypatch.chdir(tmp_path)
    done = call("check", "--strict", "--format", "sarif", tmp_path / "tree")
    assert done.status == 1
    (run,) = json.loads(done.out)["runs"]
    places = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]}
    assert places
    assert all(place.startswith("tree/") for place in places)
    assert all(rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"])


@pytest.mark.parametrize("of", ["case", "decision"])
def test_schema_prints_a_json_schema(call: Call, of: str) -> None:
    done = call("schema", of)
    assert done.status == 0
    Draft202012Validator.check_schema(json.loads(done.out))


def test_the_schema_holds_for_case_and_decision(call: Call, case_file: Path) -> None:
    decision = json.loads(call("evaluate", case_file, "--format", "json").out)
    Draft202012Validator(json.loads(call("schema", "decision").out)).validate(decision)
    Draft202012Validator(json.loads(call("schema", "case").out)).validate(case())


# --- why ---------------------------------------------------------------------------------------------------------------


def test_why_tells_what_is_given_and_what_is_not(call: Call, case_file: Path) -> None:
    done = call("why", case_file)
    assert done.status == 0
    assert "\n发出：" in done.out
    assert "\n不发出：" in done.out
    assert PERSON not in done.out


def test_why_of_one_measure_by_its_short_or_whole_id(call: Call, case_file: Path) -> None:
    whole = next(rule.id for rule in Engine.bundled().plan.rules)
    for identifier in (whole, whole.rpartition("/")[2]):
        done = call("why", case_file, identifier)
        assert done.status == 0
        assert f"标识    {whole}" in done.out or f"标识  {whole}" in done.out


def test_why_of_an_unknown_measure_names_the_nearest(call: Call, case_file: Path) -> None:
    whole = next(rule.id for rule in Engine.bundled().plan.rules)
    done = call("why", case_file, f"{whole}x")
    assert (done.status, done.out) == (2, "")
    assert f"是不是 {whole}？" in done.err


# --- plan and replay -----------------------------------------------------------------------------------------------------


def stored(call: Call, case_file: Path, *arguments: str) -> Path:
    path = case_file.with_name("decision.json")
    path.write_text(call("evaluate", case_file, "--format", "json", *arguments).out, encoding="utf-8")
    return path


def test_a_plan_replays_a_decision_to_the_byte(call: Call, case_file: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    written = call("plan", "--out", plan)
    assert (written.status, written.out) == (0, "")
    assert "sha256:" in written.err
    done = call("replay", case_file, stored(call, case_file), "--plan", plan)
    assert (done.status, done.out, done.err) == (0, "相同。\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as-of", "2019-01-01", "--known-at", "2018-06-01", "--region", "360000", "--matter", "bidding"],
        ["--standing", "withhold", "--evidence", "strict", "--include-unverified"],
    ],
)
def test_a_replay_repeats_days_place_matter_and_modes(call: Call, case_file: Path, arguments: list[str]) -> None:
    assert call("replay", case_file, stored(call, case_file, *arguments)).status == 0


def test_a_region_that_was_assumed_is_assumed_again(call: Call, case_file: Path) -> None:
    case_file.write_text(json.dumps(case(context={"as_of": "2018-05-10"})), encoding="utf-8")
    decision = stored(call, case_file)
    assert "region-assumed" in decision.read_text(encoding="utf-8")
    assert call("replay", case_file, decision).status == 0


def test_a_difference_is_shown_with_place_stored_and_now(call: Call, case_file: Path) -> None:
    decision = stored(call, case_file)
    changed = json.loads(decision.read_text(encoding="utf-8"))
    changed["records"][0]["until"] = "2030-01-01"
    changed["plan"]["digest"] = "sha256:of-then"
    changed["engine"]["version"] = "0.0.0"
    decision.write_text(json.dumps(changed), encoding="utf-8")
    done = call("replay", case_file, decision)
    assert (done.status, done.err) == (1, "")
    assert '/records/r1/until\n    存档："2030-01-01"\n    现在：' in done.out
    assert "规则计划与当时不同" in done.out
    assert "引擎版本与当时不同" in done.out


def test_one_difference_is_counted_in_the_singular(call: Call, case_file: Path) -> None:
    decision = stored(call, case_file)
    changed = json.loads(decision.read_text(encoding="utf-8"))
    changed["engine"]["version"] = "0.0.0"
    decision.write_text(json.dumps(changed), encoding="utf-8")
    assert call("replay", case_file, decision, "--lang", "en").out.startswith("Different in 1 place:\n")
    changed["plan"]["digest"] = "sha256:of-then"
    decision.write_text(json.dumps(changed), encoding="utf-8")
    assert call("replay", case_file, decision, "--lang", "en").out.startswith("Different in 2 places:\n")


def test_differences_mask_persons(call: Call, case_file: Path) -> None:
    decision = stored(call, case_file)
    text = decision.read_text(encoding="utf-8")
    assert PERSON in text
    decision.write_text(text.replace('"public"', '"autonomous"'), encoding="utf-8")
    done = call("replay", case_file, decision)
    assert done.status == 1
    assert PERSON not in done.out


def test_another_layout_is_not_the_same_bytes(call: Call, case_file: Path) -> None:
    decision = stored(call, case_file)
    decision.write_text(json.dumps(json.loads(decision.read_text(encoding="utf-8")), indent=7), encoding="utf-8")
    done = call("replay", case_file, decision)
    assert done.status == 1
    assert "只有排版" in done.out


@pytest.mark.parametrize("text", ["", "[]", '{"format": 1}', "{}", "{"])
def test_what_is_no_decision_is_refused(call: Call, case_file: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "decision.json"
    path.write_text(text, encoding="utf-8")
    done = call("replay", case_file, path)
    assert (done.status, done.out) == (2, "")
    assert "不是本程序输出的决定" in done.err


@pytest.mark.parametrize("text", ["", "{}", "{"])
def test_what_is_no_plan_is_refused(call: Call, case_file: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")
    done = call("replay", case_file, stored(call, case_file), "--plan", path)
    assert (done.status, done.out) == (2, "")
    assert "不是本版本能读的计划文件" in done.err


def test_a_plan_that_cannot_be_written_is_one_sentence(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = call("plan", "--out", tmp_path / "file" / "plan.json")
    assert done.status == 2
    assert "路径中有一段不是目录" in done.err
