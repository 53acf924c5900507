"""A case on file, and a way to call the program as a shell does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from credit_rules.cli.program import run

SRC = Path(__file__).parents[2] / "src"
UNIT, PERSON = "91350100M000100Y43", "11010519491231002X"


class Called(NamedTuple):
    status: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CREDIT_RULES_LANG", raising=False)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """The program in this process."""

    def called(*arguments: str | Path) -> Called:
        status = run([str(each) for each in arguments])
        captured = capsys.readouterr()
        return Called(status, captured.out, captured.err)

    return called


@pytest.fixture
def shell() -> Call:
    """The program in a process of its own, with bytes on standard input and output."""

    def called(*arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Called:
        command: Sequence[str] = [sys.executable, "-m", "credit_rules.cli", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(SRC), **(env or {})}
        done = subprocess.run(command, input=stdin, capture_output=True, env=environment, check=False, timeout=120)
        return Called(done.returncode, done.stdout.decode(), done.stderr.decode())

    return called


def case(**changes: Any) -> dict[str, Any]:
    """A judgment debtor of Pingxiang with a legal representative; everybody is invented."""
    return {
        "subject": {"id": UNIT, "kind": "enterprise", "name": "示例有限公司", "region": "360302"},
        "relations": [
            {"id": PERSON, "kind": "natural-person", "role": "legal-representative", "since": "2015-01-01"}
        ],
        "records": [
            {
                "id": "r1", "list": "dishonest-judgment-debtor", "determined_by": "示例市示例区人民法院",
                "document": {"number": "（2017）示0302执示例1号", "kind": "court-decision"},
                "decided_on": "2018-01-08", "published_on": "2018-01-10",
                "facts": {"ground": "evasion", "extension-years": 0},
            }
        ],
        "inquiry": {"records_of": [UNIT], "roles": ["legal-representative"], "from": "2015-01-01", "until": "2018-05-10"},
        "context": {"as_of": "2018-05-10", "region": "360300", "matter": "government-subsidy"},
        **changes,
    }  # fmt: skip


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case(), ensure_ascii=False), encoding="utf-8")
    return path
