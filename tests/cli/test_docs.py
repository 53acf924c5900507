"""``docs``: a folder of pages, written over an earlier site and over nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.repository.tree import ROOT

CLEAN = ROOT / "tests" / "pack" / "clean"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "site"


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_written_and_said_where(call: Call, out: Path) -> None:
    done = call("docs", "--packs", CLEAN, "--out", out, "--as-of", "2026-06-01")
    assert (done.status, done.out) == (0, "")
    assert "从" in done.err
    assert f"{out}/index.html" in done.err
    assert {"index.html", "search.html", "documents/city-2017.html", "assets/index.js"} <= set(written(out))


def test_the_same_day_gives_the_same_bytes(call: Call, out: Path, tmp_path: Path) -> None:
    for folder in (out, tmp_path / "other"):
        assert call("docs", "--packs", CLEAN, "--out", folder, "--as-of", "2026-06-01").status == 0
    assert written(out) == written(tmp_path / "other")


def test_a_page_that_is_no_longer_one_is_taken_away(call: Call, out: Path) -> None:
    call("docs", "--packs", CLEAN, "--out", out)
    assert (out / "documents" / "province-2016.html").exists()
    assert call("docs", "--packs", CLEAN / "pack", "--out", out).status == 0
    assert not (out / "documents" / "province-2016.html").exists()
    assert (out / "documents" / "city-2017.html").exists()


def test_a_folder_that_holds_anything_else_is_left_alone(call: Call, out: Path) -> None:
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    done = call("docs", "--packs", CLEAN, "--out", out)
    assert (done.status, done.out) == (2, "")
    assert "办法：" in done.err
    assert written(out) == {"mine.txt": b"mine"}


def test_a_mark_that_names_files_elsewhere_removes_nothing_there(call: Call, out: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    call("docs", "--packs", CLEAN, "--out", out)
    mark = out / "site-files.txt"
    mark.write_text(f"../mine.txt\n{tmp_path / 'mine.txt'}\n\n" + mark.read_text(encoding="utf-8"), encoding="utf-8")
    assert call("docs", "--packs", CLEAN, "--out", out).status == 0
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_one_sentence(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for target in (tmp_path / "file", tmp_path / "file" / "site"):
        done = call("docs", "--packs", CLEAN, "--out", target)
        assert done.status == 2
        assert "Traceback" not in done.err


def test_packs_that_are_not_there_are_one_sentence(call: Call, out: Path, tmp_path: Path) -> None:
    done = call("docs", "--packs", tmp_path / "none", "--out", out)
    assert done.status == 2
    assert not out.exists()


def test_english_is_for_the_frame(call: Call, out: Path) -> None:
    done = call("docs", "--packs", CLEAN, "--out", out, "--lang", "en")
    assert "pages written" in done.err
    assert '<html lang="en">' in (out / "index.html").read_text(encoding="utf-8")
