"""The tree as it would be committed, shared by all promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository.tree import ROOT, SOURCE, Module, committed_files, module_name


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def files() -> list[Path]:
    return committed_files()


@pytest.fixture(scope="session")
def texts(files: list[Path]) -> dict[str, str]:
    """Path in the tree to its text, for every file that is UTF-8."""
    read = {}
    for path in files:
        try:
            read[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return read


@pytest.fixture(scope="session")
def modules() -> list[Module]:
    return [Module(module_name(path), path) for path in sorted(SOURCE.rglob("*.py"))]


@pytest.fixture(scope="session")
def documents(texts: dict[str, str]) -> dict[str, str]:
    """Every Markdown page of the tree."""
    return {path: text for path, text in texts.items() if path.endswith(".md")}
