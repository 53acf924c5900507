"""The console blocks of the documentation are true: every command runs, and prints what the page says.

``…`` alone on a line stands for any lines, at the end of one for the rest of it and any lines, inside one for anything.
A YAML block after a ``cp`` is what the reader adds to the copy: below its first line, which the file has already.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository.tree import ROOT

FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_TO_THE_READER = ("make ", "git ", "source ", "cd ")
PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if "```console" in path.read_text("utf-8") and "how-to" not in path.parts
)
"""How-to pages describe edits in prose; the tests of what they are about follow them."""


def expected(lines: list[str]) -> re.Pattern[str]:
    parts = []
    for line in (line.rstrip() for line in lines):
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
            continue
        rest = r"(?:.*\n)*?" if line.endswith("…") else ""
        parts.append(".*?".join(re.escape(part) for part in line.split("…")) + r"[ ]*\n" + rest)
    return re.compile("".join(parts) + r"\Z")


def commands(block: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (found[-1][0][:-1] + line.strip(), found[-1][1])
        elif found:
            found[-1][1].append(line)
    return found


def add(block: str, target: Path) -> None:
    """What the reader types into a copy: a whole case, or lines below one that stands there."""
    lines = block.splitlines()
    if lines[0].startswith("subject:"):
        target.with_name("person.yaml").write_text(block, "utf-8")
        return
    text = target.read_text("utf-8").splitlines()
    keys = [line.split("  #")[0].rstrip() for line in text]
    at = keys.index(lines[0].split("  #")[0].rstrip())
    target.write_text("\n".join([*text[: at + 1], *lines[1:], *text[at + 1 :]]) + "\n", "utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder that looks like a checkout to the commands of a page, in which they may write."""
    for name in ("docs", "memoranda"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_console_blocks_are_true(page: str, checkout: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name != "CREDIT_RULES_LANG"}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    target: Path | None = None
    for language, block in FENCE.findall((ROOT / page).read_text("utf-8")):
        if language == "yaml" and target is not None and "`" not in block:
            add(block, target)
        for command, lines in commands(block) if language == "console" else ():
            if command.startswith(LEFT_TO_THE_READER):
                continue
            if command.startswith("export "):
                name, _, value = command[7:].partition("=")
                env[name] = value
                continue
            if " cp " in f" {command}":
                target = checkout / command.split()[-1]
            done = subprocess.run(
                ["bash", "-c", command], cwd=checkout, env=env, capture_output=True, text=True, timeout=60
            )
            printed = "".join(f"{line.rstrip()}\n" for line in (done.stdout + done.stderr).splitlines())
            if lines != ["…"]:
                assert expected(lines).match(printed), f"{page}: $ {command}\n{printed}"
