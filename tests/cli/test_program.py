"""The program as a whole: help, languages, wrong calls, exit statuses, streams."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from credit_rules.cli import program
from credit_rules.cli.command import Argument, Explained, Option
from credit_rules.cli.program import COMMANDS
from tests.cli.conftest import PERSON, SRC, Call


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_says_what_a_command_does_with_an_example(call: Call, name: str, lang: str) -> None:
    done = call(name, "--help", "--lang", lang)
    assert (done.status, done.err) == (0, "")
    assert f"credit-rules {name}" in done.out.split("示例：" if lang == "zh" else "Example")[1]
    assert ("用法：" in done.out) == (lang == "zh")


def test_help_names_every_command(call: Call) -> None:
    done = call("--help")
    assert done.status == 0
    assert all(f"\n  {name} " in done.out for name in COMMANDS)
    assert call().out == done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_is_explained_in_both_languages(name: str) -> None:
    command = program.program.get_command(click.Context(program.program), name)
    assert isinstance(command, Explained)
    for param in command.params:
        assert isinstance(param, Option | Argument)
        zh, en = param.words
        assert zh
        assert en.isascii()
    assert any("--lang" in param.opts for param in command.params)


def test_the_options_of_the_contract_exist() -> None:
    wanted = {
        "evaluate": {
            "--packs", "--as-of", "--known-at", "--region", "--matter", "--department", "--evaluator", "--cross-check",
            "--standing", "--evidence", "--include-unverified", "--format", "--lines",
        },
        "check": {"--strict", "--format"}, "replay": {"--plan"}, "plan": {"--out"}, "test": set(), "why": set(),
        "explain": set(), "schema": set(),
    }  # fmt: skip
    for name, options in wanted.items():
        command = program.program.get_command(click.Context(program.program), name)
        assert command is not None
        assert options <= {opt for param in command.params for opt in param.opts}


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["evalute"], "没有命令 evalute，是不是 evaluate？", "there is no command evalute; did you mean evaluate?"),
        (["check", "--stric"], "没有选项 --stric，是不是 --strict？", "no option --stric; did you mean --strict?"),
        (["evaluate"], "缺少 CASE。", "CASE is missing."),
        (["plan"], "缺少 --out。", "--out is missing."),
        (["evaluate", "a", "b"], "多出了“b”。", "“b” is too much."),
        (["evaluate", "a", "--as-of"], "选项 --as-of 需要一个值。", "option --as-of needs a value."),
        (["check", "--strict=1"], "选项 --strict 不带值。", "option --strict takes no value."),
        (["evaluate", "a", "--as-of", "2018-02-30"], "“2018-02-30”不是日期", "“2018-02-30” is no day"),
        (["evaluate", "a", "--region", "36"], "“36”不是六位行政区划代码", "“36” is no six-digit place code"),
        (["evaluate", "a", "--format", "jsn"], "没有“jsn”，是不是 json？", "there is no “jsn”; did you mean json?"),
        (["schema", "cse"], "没有“cse”，是不是 case？", "did you mean case?"),
    ],
)
def test_a_wrong_call_is_told_in_the_chosen_language(call: Call, arguments: list[str], zh: str, en: str) -> None:
    for lang, sentence in (("zh", zh), ("en", en)):
        done = call("--lang", lang, *arguments)
        assert (done.status, done.out) == (2, "")
        assert sentence in done.err
        assert "--help" in done.err


def test_a_wrong_call_is_json_where_json_was_asked_for(call: Call) -> None:
    done = call("evaluate", "--format", "json")
    assert done.status == 2
    (error,) = json.loads(done.err)["errors"]
    assert (error["code"], error["path"]) == ("usage", "")


def test_the_language_comes_from_the_environment_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREDIT_RULES_LANG", "en")
    assert "no command" in call("x").err
    assert "没有命令" in call("--lang", "zh", "x").err
    monkeypatch.setenv("CREDIT_RULES_LANG", "fr")
    done = call("schema", "case")
    assert done.status == 2
    assert "CREDIT_RULES_LANG" in done.err


def test_a_wrong_language_is_refused(call: Call) -> None:
    done = call("check", "--lang", "fr")
    assert done.status == 2
    assert "zh, en" in done.err


def test_a_fault_of_the_program_is_one_sentence_without_the_input(
    call: Call, case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"somebody is {PERSON}")

    monkeypatch.setattr("credit_rules.Engine.bundled", broken)
    done = call("evaluate", case_file)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "RuntimeError" in done.err
    assert PERSON not in done.err


def test_an_interrupted_call_ends_as_shells_expect(
    call: Call, case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("credit_rules.Engine.bundled", interrupted)
    done = call("evaluate", case_file)
    assert done.status == 130
    assert done.err == "已中断。\n"


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = [sys.executable, "-m", "credit_rules.cli", "schema", "case"]
    writer = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": str(SRC), "PATH": ""}
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    said = writer.stderr.read()
    writer.stderr.close()
    assert writer.wait(60) == 141
    assert said == b""


def test_the_exit_status_and_streams_of_a_real_process(shell: Call) -> None:
    done = shell("evaluate", "no-such-file.json")
    assert (done.status, done.out) == (2, "")
    assert done.err
    assert shell("--version").out.startswith("credit-rules ")


def test_chinese_is_utf_8_whatever_the_locale(shell: Call) -> None:
    done = shell("--help", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert "用法：" in done.out


def test_a_command_is_imported_only_when_called() -> None:
    code = "import sys, credit_rules.cli.program; print([m for m in sys.modules if 'rich' in m or m == 'yaml'])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(SRC)}, check=True
    )
    assert done.stdout.strip() == "[]"
