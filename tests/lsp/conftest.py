"""A tree of packs of one's own to spoil, the shipped one to look at, and an editor with a server of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from credit_rules.lsp.meaning import Here
from credit_rules.lsp.project import Project, Projects
from tests.lsp.client import Editor
from tests.repository.tree import ROOT

SHIPPED = ROOT / "memoranda"
PACKS = ("360000-joint-measures-2016", "360300-joint-measures-2017", "360300-judgment-debtors-2017")
"""A province, a city that adopts from it, and a document in many sections."""


def copied(folder: Path) -> Path:
    """The shipped registry with a few packs, in a folder."""
    tree = folder.resolve() / "memoranda"
    shutil.copytree(SHIPPED / "registry", tree / "registry")
    for name in PACKS:
        shutil.copytree(SHIPPED / "regional" / name, tree / "regional" / name)
    return tree


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One tree for all tests; whoever writes into it puts back what was there."""
    return copied(tmp_path_factory.mktemp("tree"))


@pytest.fixture(scope="session")
def shipped() -> Project:
    """The shipped packs as a project that has been read."""
    project = Projects().of(SHIPPED / "regional" / PACKS[0] / "pack.yaml")
    assert project is not None
    project.renew({})
    return project


@pytest.fixture(scope="session")
def pack_file() -> Path:
    """A pack.yaml of the shipped tree, of a city."""
    return SHIPPED / "regional" / PACKS[2] / "pack.yaml"


@pytest.fixture(scope="session")
def here(shipped: Project, pack_file: Path) -> Here:
    """The same file as somebody looks at it."""
    assert shipped.known is not None
    return Here(shipped.known, pack_file)


@pytest.fixture(scope="session")
def editor() -> Iterator[Editor]:
    """An editor that has begun, talking English with its server."""
    opened = Editor("--lang", "en")
    try:
        opened.begin()
        yield opened
    finally:
        opened.stop()
