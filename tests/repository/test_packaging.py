"""What is installed is what was pinned, and what is built holds what a decision needs."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"([A-Za-z0-9._-]+)==([^\s;]+)")


@pytest.fixture(scope="module")
def pins(root: Path) -> dict[str, str]:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [PIN.fullmatch(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    return {canonicalize_name(match[1]): match[2] for match in found if match}


def needed(requirement: str, extras: frozenset[str] = frozenset()) -> dict[str, str]:
    """Every distribution that ``requirement`` pulls in on this machine, with its installed version."""
    found: dict[str, str] = {}
    open_ones = [Requirement(requirement)]
    while open_ones:
        wanted = open_ones.pop()
        name = canonicalize_name(wanted.name)
        distribution = importlib.metadata.distribution(wanted.name)
        if name in found and not wanted.extras:
            continue
        found[name] = distribution.version
        for line in distribution.requires or []:
            below = Requirement(line)
            if below.marker is None or any(
                below.marker.evaluate({"extra": extra}) for extra in (wanted.extras or {""})
            ):
                open_ones.append(below)
    return found


def test_everything_installed_is_pinned(pins: dict[str, str]) -> None:
    installed = needed("credit-rules[test,bench,java]")
    del installed["credit-rules"]
    assert {name: version for name, version in installed.items() if pins.get(name) != version} == {}


TO_BUILD_WITH = {"setuptools", "ziglang"}
"""What the Makefile installs first, so that what comes as source can be built."""
FOR_SPARK = {"py4j", "pyspark"}
"""What only `make spark` installs."""


def test_nothing_is_pinned_that_nobody_needs(pins: dict[str, str]) -> None:
    assert set(pins) - set(needed("credit-rules[test,bench,java]")) - TO_BUILD_WITH - FOR_SPARK == set()


def test_versions_agree(root: Path) -> None:
    import credit_rules

    declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert importlib.metadata.version("credit-rules") == declared
    assert getattr(credit_rules, "__version__", declared) == declared


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root, check=True, capture_output=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_ships_the_memoranda_the_types_and_the_licence(wheel: Path, files: list[Path], root: Path) -> None:
    shipped = set(zipfile.ZipFile(wheel).namelist())
    tree = [path.relative_to(root) for path in files]
    wanted = {f"credit_rules/{path.as_posix()}" for path in tree if path.parts[0] == "memoranda"}
    wanted |= {path.relative_to("src").as_posix() for path in tree if path.parts[0] == "src"}
    assert wanted - shipped == set()
    assert "credit_rules/py.typed" in shipped
    assert any(name.endswith("licenses/LICENSE") for name in shipped)
    assert not any(name.startswith(("tests/", "docs/", "memoranda/")) for name in shipped)


def test_the_wheel_alone_decides(wheel: Path, root: Path, tmp_path: Path) -> None:
    """Unpacked away from the tree, with no ``--packs``: the packs that ship are the packs that decide."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    run = subprocess.run(
        [sys.executable, "-m", "credit_rules", "evaluate", str(root / "docs/examples/tax-violation.yaml")],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "本提示不是行政决定" in run.stdout


def test_the_two_commands_are_the_ones_of_the_readme(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert {"make demo", "make test"} <= set(re.findall(r"make [a-z]+", readme))
    run = root / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert "CREDIT_RULES_SKIPS=fail" in run.read_text(encoding="utf-8")
