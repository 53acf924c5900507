"""The clean packs, and edits of them: two versions of the rules to compare."""

from __future__ import annotations

import shutil
from pathlib import Path

from credit_rules.engine.load import load_plan
from credit_rules.plan.model import Plan

CLEAN = Path(__file__).parents[1] / "pack" / "clean"
PACK, ABOVE, REGISTRY = "pack/pack.yaml", "above/pack.yaml", "registry/example.yaml"
Edit = tuple[str, str, str]
"""A file, what stands in it and what takes its place."""


def edited(folder: Path, *edits: Edit) -> Path:
    """A copy of the clean packs with some edits."""
    tree = Path(shutil.copytree(CLEAN, folder))
    for file, old, new in edits:
        text = (tree / file).read_text(encoding="utf-8")
        assert old in text, old
        (tree / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return tree


def plan_of(tree: Path) -> Plan:
    """The plan of a tree."""
    return load_plan([tree], "0")
