"""Which packs lie under a folder."""

from __future__ import annotations

from pathlib import Path

from credit_rules.source.tree import tree_of


def test_packs_in_hidden_folders_and_in_a_registry_are_none_of_a_tree(tmp_path: Path) -> None:
    """An environment beside the packs holds those that ship; they would stand twice."""
    kept = tmp_path / "regional" / "a" / "pack.yaml"
    for file in (kept, tmp_path / ".venv" / "memoranda" / "b" / "pack.yaml", tmp_path / "registry" / "c" / "pack.yaml"):
        file.parent.mkdir(parents=True)
        file.write_text("format: 1\n", encoding="utf-8")
    assert tree_of([tmp_path]).packs == (kept,)
