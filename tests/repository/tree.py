"""The tree as it would be committed, and its Python modules."""

from __future__ import annotations

import ast
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
NO_PART = {".benchmarks", ".git", ".hypothesis", ".venv", "__pycache__", "build", "dist"}


@dataclass(frozen=True)
class Module:
    """One module of the package: its dotted name, its file, its text."""

    name: str
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @property
    def stage(self) -> str:
        """The package below ``credit_rules`` that it belongs to; empty for the façade itself."""
        return self.name.partition(".")[2].partition(".")[0]

    def place(self, node: ast.AST) -> str:
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def committed_files() -> list[Path]:
    """What git would commit; without git (an unpacked archive), every file that is not built or hidden."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT, capture_output=True, check=True,
        ).stdout.decode()  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        listed = ""
    found = [ROOT / name for name in listed.split("\0") if name] or [
        path
        for path in ROOT.rglob("*")
        if not any(part in NO_PART or part.endswith("_cache") for part in path.relative_to(ROOT).parts)
    ]
    return sorted(path for path in found if path.is_file())
