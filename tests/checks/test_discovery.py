"""Adding a check is adding a file: the folder is listed, and the decision path never reads it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from credit_rules import checks
from credit_rules.checks.framework import discover
from tests.checks.template import REGISTRY
from tests.checks.test_suppression import HEAD, STAYS

FOLDER = Path(checks.__file__).parent
ONE = """
from ..diagnostics.messages import Sentence
from .framework.check import Check, Code, Words

CHECK = Check(
    find=lambda checked: [checked.finding("added", ("memorandum", "id"))],
    rules=("S1",),
    reason=Words("为什么", "why"),
    codes=(Code(id="{code}", said=Sentence("说", "says"), bad="‸x", good="x"),),
)
"""


def test_every_file_of_the_folder_is_a_check() -> None:
    files = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
    assert [check.find.__module__.rpartition(".")[2] for check in discover.every_check()] == files


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A further folder of checks; what is declared there is forgotten after the test."""
    from credit_rules.diagnostics import messages

    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    monkeypatch.setattr(discover, "folders", [str(FOLDER), str(tmp_path)])
    monkeypatch.setattr(messages, "_CATALOGUE", dict(messages.catalogue()))
    for listing in (discover.every_check, discover.every_code):
        listing.cache_clear()
    yield tmp_path
    for listing in (discover.every_check, discover.every_code):
        listing.cache_clear()
    for name in [name for name in sys.modules if name.startswith("credit_rules.checks.zz_")]:
        del sys.modules[name]


def test_a_file_that_is_added_is_a_check(added: Path) -> None:
    (added / "zz_added.py").write_text(ONE.format(code="added"), encoding="utf-8")
    assert "added" in discover.every_code()


def test_a_file_that_is_none_is_told(added: Path) -> None:
    (added / "zz_forgotten.py").write_text("", encoding="utf-8")
    with pytest.raises(AttributeError, match="CHECK"):
        discover.every_check()


def test_two_checks_cannot_have_one_code(added: Path) -> None:
    (added / "zz_twice.py").write_text(ONE.format(code="zz-twice"), encoding="utf-8")
    (added / "zz_twice_more.py").write_text(ONE.format(code="zz-twice"), encoding="utf-8")
    with pytest.raises(ValueError, match="zz-twice"):
        discover.every_code()


def test_a_decision_reads_no_check(tmp_path: Path) -> None:
    """Where the plan is kept from before: the first call compiles it, and then the checks are read."""
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "all.yaml").write_bytes(REGISTRY.read_bytes())
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.yaml").write_text(f"{HEAD}measures:\n{STAYS}\n", encoding="utf-8")
    case = {"subject": {"id": "91350100M000100Y43", "kind": "enterprise"}, "context": {"as_of": "2024-05-10"}}
    code = (
        "import sys; from credit_rules import Engine; "
        f"Engine.from_paths({str(tmp_path)!r}).evaluate({case!r}); "
        "print(*(name for name in sys.modules if name.startswith('credit_rules.checks')))"
    )
    env = {**os.environ, "CREDIT_RULES_CACHE": str(tmp_path / "cache")}
    done = [
        subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert "credit_rules.checks.autonomous_mandatory" in done[0]
    assert done[1].strip() == ""
