"""Nothing goes untested unseen: a test is skipped only by ``needs``, which CI turns into a failure."""

from __future__ import annotations

import ast

import pytest

from tests.conftest import need

SKIPPING = {"skip", "skipif", "importorskip", "skipUnless", "skipIf", "exit"}


def test_tests_are_skipped_by_needs_only(texts: dict[str, str]) -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, text in texts.items()
        if path.startswith("tests/") and path.endswith(".py") and path != "tests/conftest.py"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and node.attr in SKIPPING and ast.unparse(node).startswith("pytest.")
    ]
    assert found == []


def test_a_lacking_part_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    need("nothing at all", True)
    for strict, outcome in ((False, "Skipped"), (True, "Failed")):
        monkeypatch.setitem(need.__globals__, "STRICT", strict)
        with pytest.raises(BaseException, match="needs a blue moon") as caught:
            need("a blue moon", None)
        assert caught.typename == outcome
