"""``credit-rules lsp`` as somebody calls it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from credit_rules.cli.program import run
from credit_rules.lsp import stdio


@pytest.mark.parametrize(
    ("lang", "way_out"),
    [("en", "Run pip install 'credit-rules[lsp]'."), ("zh", "请运行 pip install 'credit-rules[lsp]'。")],
)
def test_without_the_extra_it_names_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lang: str, way_out: str
) -> None:
    monkeypatch.setattr(stdio, "available", lambda: False)
    assert run(["lsp", "--lang", lang]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert way_out in told.err


def test_a_closed_input_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["lsp", "--lang", "en"]) == 2
    assert "standard input is closed" in capsys.readouterr().err


def test_the_protocol_is_imported_only_by_the_server() -> None:
    code = (
        "import sys\nfrom credit_rules.cli.program import run\nrun(['lsp', '--help'])\n"
        "assert not {'pygls', 'lsprotocol'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


def test_nothing_but_the_protocol_reaches_standard_output() -> None:
    """Whatever is printed by the way goes to standard error, where it cannot break a message."""
    code = (
        "import sys\nfrom credit_rules.lsp import server, stdio\n"
        "class Talking(server.Server):\n"
        "    def start_io(self, *streams):\n"
        "        print('by the way')\n"
        "        super().start_io(*streams)\n"
        "server.Server = Talking\n"
        "sys.exit(0 if stdio.serve('en', strict=False) else 1)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"by the way\n"
