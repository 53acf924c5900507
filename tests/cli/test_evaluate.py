"""``evaluate``: a case in, a decision out, errors with a place and a way out."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from credit_rules import Decision, Engine, InputError
from tests.cli.conftest import PERSON, UNIT, Call, case


def test_text_is_for_an_officer_and_masks_persons(call: Call, case_file: Path) -> None:
    done = call("evaluate", case_file)
    assert (done.status, done.err) == (0, "")
    assert "本提示不是行政决定" in done.out
    assert "地区    萍乡市（360300）" in done.out
    assert UNIT in done.out
    assert PERSON not in done.out


def test_json_is_the_contract_s_with_numbers_in_full(call: Call, case_file: Path) -> None:
    done = call("evaluate", case_file, "--format", "json")
    decision = json.loads(done.out)
    assert done.status == 0
    assert decision["subject"]["id"] == UNIT
    assert PERSON in {measure["bearer"]["id"] for measure in decision["measures"]}


def test_markdown_holds_the_same(call: Call, case_file: Path) -> None:
    done = call("evaluate", case_file, "--format", "markdown")
    assert done.out.startswith("# 联合奖惩措施提示\n")
    assert PERSON not in done.out


def test_options_go_before_the_case_s_context(call: Call, case_file: Path) -> None:
    arguments = ["--as-of", "2018-05-09", "--known-at", "2018-05-12", "--region", "360000", "--matter", "bidding"]
    decision = json.loads(call("evaluate", case_file, *arguments, "--format", "json").out)
    assert (decision["as_of"], decision["known_at"], decision["region"]) == ("2018-05-09", "2018-05-12", "360000")
    assert decision["indication"]["matter"] == "bidding"


def test_modes_are_kept_in_the_decision(call: Call, case_file: Path) -> None:
    arguments = ["--standing", "withhold", "--evidence", "strict", "--include-unverified"]
    decision = json.loads(call("evaluate", case_file, *arguments, "--format", "json").out)
    assert decision["engine"]["options"] == {"standing": "withhold", "evidence": "strict", "include_unverified": True}


def test_standard_input_may_be_yaml(shell: Call) -> None:
    text = f"subject: {{id: \"{UNIT}\", kind: enterprise}}\ncontext: {{as_of: 2018-05-10, region: '360300'}}\n"
    done = shell("evaluate", "-", "--format", "json", stdin=text.encode())
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["measures"] == []


def test_the_same_call_gives_the_same_bytes_in_another_process(shell: Call, case_file: Path) -> None:
    first, second = (
        shell("evaluate", case_file, "--format", "json", env={"PYTHONHASHSEED": seed}) for seed in ("1", "2")
    )
    assert first.out == second.out


def test_every_mistake_of_the_input_is_said_with_its_place(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        f'subject: {{id: "{UNIT}", kind: enterprse}}\n'
        "records:\n"
        "  - {id: r1, list: no-such-list, determined_by: 某院, document: {number: 一号}, decided_on: 2018-01-08}\n"
        "context: {as_of: 2018-05-10}\n",
        encoding="utf-8",
    )
    done = call("evaluate", path)
    assert (done.status, done.out) == (2, "")
    assert f"{path}:1:" in done.err
    assert f"{path}:3:" in done.err
    assert "错误[" in done.err
    assert "办法：" in done.err


def test_with_json_errors_are_the_contract_s_object_on_standard_error(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case(subject={"id": UNIT, "kind": "enterprse"})), encoding="utf-8")
    done = call("evaluate", path, "--format", "json")
    assert (done.status, done.out) == (2, "")
    errors = json.loads(done.err)
    assert errors["format"] == 1
    assert [list(error) for error in errors["errors"]] == [["code", "path", "message", "hint"]]
    assert errors["errors"][0]["path"] == "/subject/kind"


def test_errors_mask_persons(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    wrong = PERSON[:-1] + "1"
    path.write_text(json.dumps(case(subject={"id": wrong, "kind": "natural-person"})), encoding="utf-8")
    for form in ("text", "json"):
        done = call("evaluate", path, "--format", form)
        assert done.status == 2
        assert wrong not in done.err


def test_a_missing_file_is_one_sentence(call: Call, tmp_path: Path) -> None:
    done = call("evaluate", tmp_path / "no.json")
    assert done.status == 2
    assert "no.json" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--evaluator", "batch"], "credit-rules[batch]"),
    ],
)
def test_an_extra_that_is_not_installed_is_named_in_one_sentence(
    call: Call, case_file: Path, arguments: list[str], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from credit_rules.batch.run import installed

    monkeypatch.setattr(installed, "find_spec", lambda name: None)
    for name in ("durable", "durable.engine"):
        monkeypatch.setitem(sys.modules, name, None)
    done = call("evaluate", case_file, *arguments)
    assert (done.status, done.out) == (2, "")
    assert what in done.err
    assert "Traceback" not in done.err


def test_packs_of_an_empty_folder_are_refused(call: Call, case_file: Path, tmp_path: Path) -> None:
    done = call("evaluate", case_file, "--packs", tmp_path)
    assert done.status == 2
    assert "没有规则包" in done.err


# --- one case a line ---------------------------------------------------------------------------------------------------


def lines(*texts: str) -> bytes:
    return "".join(f"{text}\n" for text in texts).encode()


def test_each_line_is_answered_in_order_and_blank_lines_keep_their_number(shell: Call) -> None:
    right, wrong = json.dumps(case()), json.dumps(case(subject={"id": UNIT, "kind": "enterprse"}))
    done = shell("evaluate", "-", "--lines", stdin=lines(right, "", wrong, "{", right))
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert done.status == 2
    assert ["errors" in answer for answer in answers] == [False, True, True, False]
    assert answers[1]["errors"][0]["path"] == "/subject/kind"
    assert answers[0] == answers[3]
    assert [[error["line"] for error in answer["errors"]] for answer in answers[1:3]] == [[3], [4]]
    assert "3, 4" in done.err


def test_lines_without_a_mistake_are_done(shell: Call, tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(lines(json.dumps(case())))
    done = shell("evaluate", path, "--lines", "--format", "json")
    assert (done.status, done.err) == (0, "")
    assert "\n" not in done.out.rstrip("\n")


def test_a_fault_of_the_program_at_one_line_does_not_stop_the_others(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_bytes(lines(json.dumps(case()), "broken", json.dumps(case())))
    evaluate = Engine.evaluate

    def sometimes(engine: Engine, text: bytes, *rest: object, **named: object) -> Decision:
        if text == b"broken\n":
            raise RuntimeError(PERSON)
        return evaluate(engine, text, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Engine, "evaluate", sometimes)
    done = call("evaluate", path, "--lines")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer.get("errors", [{}])[0].get("code") for answer in answers] == [None, "internal-error", None]
    assert PERSON not in answers[1]["errors"][0]["message"] + done.err
    assert answers[1]["errors"][0]["line"] == 2
    assert done.status == 2


def test_lines_are_json_only(call: Call, case_file: Path) -> None:
    done = call("evaluate", case_file, "--lines", "--format", "markdown")
    assert done.status == 2
    assert "--lines" in done.err


def test_the_count_of_lines_is_right_english(shell: Call) -> None:
    assert shell("evaluate", "-", "--lines", "--lang", "en", stdin=b"{\n").err == "1 line, 1 of them wrong (line 1).\n"
    done = shell("evaluate", "-", "--lines", "--lang", "en", stdin=b"{\n\n{\n")
    assert done.err == "2 lines, 2 of them wrong (lines 1, 3).\n"


def test_what_stands_twice_in_a_mapping_is_placed_by_its_path() -> None:
    twice = case()
    twice["records"] = twice["records"] * 2
    twice["parties"] = [{"id": UNIT, "kind": "enterprise"}]
    twice["relations"] = [*twice["relations"], {**twice["relations"][0], "kind": "enterprise"}]
    with pytest.raises(InputError) as caught:
        Engine.bundled().evaluate(twice)
    told = {found.code: found.message("en") for found in caught.value.diagnostics}
    assert told["duplicate-record"].endswith("stands twice; first at /records/0/id")
    assert told["duplicate-party"].endswith("is described already at /subject/id")
    assert told["kinds-disagree"].endswith("natural-person at /relations/0/kind")
    with pytest.raises(InputError) as caught:
        Engine.bundled().evaluate(json.dumps(twice, indent=1))
    lined = {found.code: found.message("en") for found in caught.value.diagnostics}
    assert all(" on line " in lined[code] for code in told)
