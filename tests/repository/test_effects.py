"""A decision reads no clock, file or environment: only ``cli``, ``source`` and the plan cache may.

The scan is by syntax: a call or import that can reach outside, by its name. A false alarm is cheaper than a decision
that differs between two machines.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.repository.tree import Module

MAY_REACH_OUT = (
    "credit_rules.batch.read", "credit_rules.batch.run", "credit_rules.cli", "credit_rules.lsp", "credit_rules.source",
    "credit_rules.plan.cache", "credit_rules.__main__",
    "credit_rules.durable.host",  # which Python it is: the library cannot be had on every one
)  # fmt: skip

MODULES = {
    "asyncio", "getpass", "glob", "http", "locale", "multiprocessing", "os", "platform", "random", "secrets", "shutil",
    "socket", "subprocess", "sys", "tempfile", "time", "urllib", "uuid",
}  # fmt: skip
"""Whose import alone is a way out."""
BUILTINS = {"open", "input", "print"}
CLOCK = {"today", "now", "utcnow"}
FILES = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "exists", "is_file", "is_dir", "iterdir", "glob",
    "rglob", "mkdir", "unlink", "rmdir", "stat", "cwd", "home", "expanduser", "touch",
}  # fmt: skip


def reaches_out(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Every import or call in ``tree`` that reads or writes the world outside, with its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names if alias.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").split(".")[0] in MODULES:
            yield node, node.module or ""
        elif isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in BUILTINS:
                yield node, called.id
            elif isinstance(called, ast.Attribute) and called.attr in CLOCK | FILES:
                yield node, called.attr


def test_only_the_edges_read_clock_file_or_environment(modules: list[Module]) -> None:
    inner = [m for m in modules if not any(m.name == may or m.name.startswith(f"{may}.") for may in MAY_REACH_OUT)]
    found = [f"{module.place(node)}: {name}" for module in inner for node, name in reaches_out(module.tree)]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "Path('x').read_text()",
        "import os; os.environ['X']",
        "from os import environ",
        "date.today()",
        "datetime.now()",
        "import time; time.time()",
        "import sys; sys.stdin.read()",
    ],
)
def test_the_scan_sees(code: str) -> None:
    assert list(reaches_out(ast.parse(code)))


def test_no_stage_imports_the_façade(modules: list[Module]) -> None:
    """``credit_rules/__init__.py`` stands on everything but ``cli``; only ``cli`` may stand on it."""
    stages = {module.stage for module in modules}
    found = []
    for module in modules:
        if module.stage in ("cli", "__main__"):
            continue
        package = module.name.split(".") if module.path.name == "__init__.py" else module.name.split(".")[:-1]
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom):
                base = package[: len(package) - node.level + 1] if node.level else []
                target = ".".join([*base, *([node.module] if node.module else [])])
                if target == "credit_rules" and not {alias.name for alias in node.names} <= stages:
                    found.append(module.place(node))
    assert found == []
