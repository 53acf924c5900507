"""What an editor holds of a file goes before the disk, and nothing is read twice that has not changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from credit_rules.source import kept_files
from credit_rules.source.home import Home, home_of, tree_at
from credit_rules.source.kept_files import KeptFiles
from credit_rules.source.tree import bundled_root


def test_a_held_text_goes_before_the_disk_and_leaves_with_it(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1  # disk\n", encoding="utf-8")
    files = KeptFiles()
    files.renew({str(file): "a: 2  # held\n"})
    node, _ = files.read(file)
    assert node is not None
    assert (node.to_plain(), files.remarks(file)[0].text) == ({"a": 2}, "held")
    files.renew({})
    node, _ = files.read(file)
    assert node is not None
    assert (node.to_plain(), files.text(file), files.remarks(file)[0].text) == ({"a": 1}, "a: 1  # disk\n", "disk")


def test_a_file_is_read_again_only_where_it_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\n", encoding="utf-8")
    read: list[str] = []
    really = kept_files.read_bytes
    monkeypatch.setattr(kept_files, "read_bytes", lambda name: (read.append(name), really(name))[1])
    files = KeptFiles()
    for _ in range(3):
        files.renew({})
        files.read(file)
        files.remarks(file)
    assert read == [str(file)]
    file.write_text("a: 22\n", encoding="utf-8")
    files.renew({})
    files.read(file)
    assert len(read) == 2


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    files = KeptFiles()
    node, found = files.read(tmp_path / "gone.yaml")
    assert node is None
    assert [one.code for one in found] == ["file-missing"]
    assert files.text(tmp_path / "gone.yaml") is None


def test_the_home_of_a_file_is_where_its_registry_lies(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    pack = root / "regional" / "x" / "pack.yaml"
    pack.parent.mkdir(parents=True)
    assert home_of(pack) == Home(root / "regional", bundled_root() / "registry", False)
    entries = root / "registry" / "acts" / "a.yaml"
    entries.parent.mkdir(parents=True)
    entries.write_text("format: 1\n", encoding="utf-8")
    assert home_of(pack) == home_of(entries) == Home(root, root / "registry", True)
    assert tree_at(home_of(pack)).packs == ()
    assert tree_at(home_of(pack), [pack]).packs == (pack,)
    assert tree_at(home_of(pack), [root / "registry" / "pack.yaml"]).packs == ()
