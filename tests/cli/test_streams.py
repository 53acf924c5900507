"""Standard input and output that are closed or full: one sentence and exit status 2, never a fault of the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from credit_rules.cli.failure import failure_of_program
from tests.cli.conftest import SRC, Called

FULL = Path("/dev/full")
needs_full = pytest.mark.needs("a system with /dev/full", FULL.exists())


def redirected(redirection: str, *arguments: str | Path) -> Called:
    """The program called by a shell with ``redirection``, such as ``>&-``."""
    command = ["sh", "-c", f'exec "$@" {redirection}', "sh", sys.executable, "-m", "credit_rules.cli"]
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    done = subprocess.run(
        [*command, *map(str, arguments)], capture_output=True, env=environment, check=False, timeout=120
    )
    return Called(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("options", [[], ["--lines"]])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_closed_input_is_told(options: list[str], lang: str) -> None:
    done = redirected("<&-", "evaluate", "-", *options, "--lang", lang)
    assert (done.status, done.out) == (2, "")
    assert "<stdin>" in done.err
    assert "内部出错" not in done.err
    assert "itself failed" not in done.err


@pytest.mark.parametrize("options", [[], ["--format", "json"], ["--format", "markdown"], ["--lines"]])
def test_a_closed_output_is_told(case_file: Path, options: list[str]) -> None:
    done = redirected(">&-", "evaluate", case_file, *options, "--lang", "en")
    assert done.status == 2
    assert "cannot write: standard output is closed." in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["schema", "case"], ["check"]])
def test_a_closed_output_is_told_by_every_command(arguments: list[str]) -> None:
    done = redirected(">&-", *arguments)
    assert (done.status, done.err) == (2, "错误：无法输出：标准输出已关闭。\n")


def test_what_needs_no_output_works_without_one(tmp_path: Path) -> None:
    done = redirected(">&-", "plan", "--out", tmp_path / "plan.json")
    assert done.status == 0
    assert (tmp_path / "plan.json").stat().st_size


@needs_full
@pytest.mark.parametrize("options", [[], ["--format", "json"], ["--lines"]])
def test_a_full_output_is_told(case_file: Path, options: list[str]) -> None:
    done = redirected(f"> {FULL}", "evaluate", case_file, *options, "--lang", "en")
    assert done.status == 2
    assert "cannot write: no space left." in done.err
    assert done.err.count("\n") == 1


@needs_full
def test_a_full_file_is_told(case_file: Path) -> None:
    done = redirected("", "plan", "--out", FULL)
    assert done.status == 2
    assert "/dev/full：没有剩余空间。" in done.err


@pytest.mark.parametrize("redirection", ["2>&-", pytest.param(f"2> {FULL}", marks=needs_full)])
def test_errors_that_nobody_can_read_keep_their_exit_status(tmp_path: Path, redirection: str) -> None:
    assert redirected(redirection, "evaluate", tmp_path / "none.yaml").status == 2
    assert redirected(redirection, "evaluate", tmp_path / "none.jsonl", "--lines").status == 2


def test_a_closed_stream_of_errors_disturbs_no_result(case_file: Path) -> None:
    done = redirected("2>&-", "evaluate", case_file, "--lines")
    assert done.status in (0, 2)
    assert done.out


def test_a_fault_outside_the_package_names_the_file_alone() -> None:
    try:
        exec(compile("raise OSError", "/somewhere/lib/python/site-packages/click/utils.py", "exec"))
    except OSError as error:
        sentence = failure_of_program(error).sentences[1]
    assert "(OSError, utils.py:1)" in sentence
