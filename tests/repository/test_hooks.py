"""The hooks for pre-commit and the action for GitHub name commands and options that exist, and do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from credit_rules.cli.program import COMMANDS, program
from tests.repository.tree import ROOT

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
CALL = re.compile(r'"\$PROGRAM" ([a-z]+)(.*)')
needs_bash = pytest.mark.needs("bash", shutil.which("bash"))


def known_options(command: str) -> set[str]:
    found = program.get_command(None, command)  # type: ignore[arg-type]
    assert found is not None, command
    return {name for param in found.params for name in param.opts}


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_calls_a_command_that_exists(hook: dict[str, Any]) -> None:
    called, command, *rest = shlex.split(hook["entry"])
    assert called == "credit-rules"
    assert command in COMMANDS
    assert {word for word in (*rest, *hook["args"]) if word.startswith("-")} <= known_options(command)
    assert hook["language"] == "python"
    assert hook["id"] == f"credit-rules-{command}"


def test_there_is_a_hook_for_each_thing_before_a_commit() -> None:
    assert [hook["id"].partition("-rules-")[2] for hook in HOOKS] == ["check", "fmt", "test"]


def test_the_action_calls_commands_and_options_that_exist() -> None:
    calls = [found for step in STEPS for found in CALL.findall(step["run"])]
    assert {command for command, _ in calls} == {"check", "test"}
    for command, rest in calls:
        assert set(re.findall(r"--[a-z]+", rest)) <= known_options(command)
    assert "--strict" in known_options("check")


def test_every_input_of_the_action_is_used_and_none_is_pasted_into_a_script() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    used = set(re.findall(r"inputs\.([a-z-]+)", text))
    assert used == set(ACTION["inputs"])
    assert {"packs", "strict", "format"} <= used
    assert [step["name"] for step in STEPS if "${{" in step["run"]] == []
    assert all(step["shell"] == "bash" for step in STEPS)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A folder with one pack, under which the script of a step runs."""
    shutil.copytree(ROOT / "memoranda" / "regional" / "360300-honours", tmp_path / "packs" / "honours")
    return tmp_path / "packs" / "honours" / "pack.yaml"


def step(name: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The script of a step, run as the action runs it."""
    (script,) = (each["run"] for each in STEPS if each["name"] == name)
    program_file = folder / "credit-rules"
    program_file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m credit_rules "$@"\n', encoding="utf-8")
    program_file.chmod(0o755)
    env = {
        **os.environ, "PYTHONPATH": str(ROOT / "src"), "PROGRAM": str(program_file), "PACKS": "packs\n", "STRICT": "false",
        "FORMAT": "github", "SARIF": "found.sarif", "CREDIT_RULES_LANG": "en", "GITHUB_OUTPUT": str(folder / "outputs"),
        **inputs,
    }  # fmt: skip
    bash = shutil.which("bash") or "bash"
    command = [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120)


@needs_bash
def test_the_check_of_the_action_annotates_and_fails_where_there_is_an_error(pack: Path, tmp_path: Path) -> None:
    assert step("Check packs", tmp_path).returncode == 0
    pack.write_text(pack.read_text("utf-8").replace("    act: ", "    act: x-", 1), encoding="utf-8")
    done = step("Check packs", tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=packs/honours/pack.yaml,line=")
    assert step("Check packs", tmp_path, FORMAT="xml").returncode == 2


@needs_bash
def test_the_check_of_the_action_writes_sarif(pack: Path, tmp_path: Path) -> None:
    pack.write_text(pack.read_text("utf-8").replace("    act: ", "    act: x-", 1), encoding="utf-8")
    done = step("Check packs", tmp_path, FORMAT="sarif", STRICT="true")
    assert done.returncode == 1
    log = json.loads((tmp_path / "found.sarif").read_text("utf-8"))
    assert "unknown-act" in {result["ruleId"] for result in log["runs"][0]["results"]}
    assert (tmp_path / "outputs").read_text("utf-8") == "sarif=found.sarif\n"


@needs_bash
def test_the_cases_of_the_action_are_run(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "memoranda" / "regional" / "360404-joint-measures-2019", tmp_path / "packs" / "district")
    done = step("Run cases", tmp_path, PACKS="packs/district\n\n")
    assert done.returncode == 0, done.stderr
