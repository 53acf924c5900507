"""Files, standard input and encodings: what cannot be read is said with a way out, never a traceback."""

from __future__ import annotations

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.source.files import read_bytes, read_file, read_text
from credit_rules.source.limits import Limits


def wrong(data: bytes | str, name: str = "case.yaml") -> list[tuple[str, int, int]]:
    node, found = read_text(data, name)
    assert node is None
    return [(d.code, d.span.line, d.span.column) for d in found]


def test_a_missing_file_names_its_nearest_neighbour(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("a: 1")
    node, (missing,) = read_file(tmp_path / "csae.yaml")
    assert node is None
    assert missing.code == "file-missing"
    assert missing.hint() == "是否指“case.yaml”？"
    assert missing.span.file == str(tmp_path / "csae.yaml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert [d.code for d in read_file(tmp_path)[1]] == ["file-is-directory"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert [d.code for d in read_bytes(tmp_path / "case.yaml")[1]] == ["file-not-permitted"]


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, "case.yaml/inner"])
def test_impossible_names(name: str) -> None:
    data, found = read_bytes(name)
    assert data is None
    assert found[0].code in ("file-missing", "file-unreadable")
    assert found[0].message()


@pytest.mark.needs("a file without end", os.path.exists("/dev/zero"))
def test_an_endless_file_is_cut_off() -> None:
    assert [d.code for d in read_file("/dev/zero", limits=Limits(size=1000))[1]] == ["input-too-large"]


def test_size_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"a: " + b"x" * 97)
    assert read_file(path, limits=Limits(size=100))[1] == ()
    assert [d.code for d in read_file(path, limits=Limits(size=99))[1]] == ["input-too-large"]
    assert wrong("a" * (4 * 1024 * 1024 + 1))[0][0] == "input-too-large"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b'{"a": 1, "a": 2}')))
    node, (twice,) = read_file("-")
    assert node is not None
    assert str(twice.span) == "<stdin>:1:10"


@pytest.mark.parametrize(
    ("name", "text", "plain"),
    [
        ("a.json", "1", 1),
        ("a.yaml", "{a: on}", {"a": "on"}),
        ("a.yml", "[on]", ["on"]),
        ("-", ' \n{"a": 1}', {"a": 1}),
        ("-", "[1]", [1]),
        ("-", "a: 1", {"a": 1}),
        ("a.txt", "# x\na: 1", {"a": 1}),
    ],
)
def test_the_ending_then_the_first_character_tell_the_kind(name: str, text: str, plain: object) -> None:
    node, found = read_text(text, name)
    assert found == ()
    assert node is not None
    assert node.to_plain() == plain


def test_a_byte_order_mark_is_accepted() -> None:
    node, found = read_text(b"\xef\xbb\xbfa: 1", "case.yaml")
    assert found == ()
    assert node is not None
    assert node.to_plain() == {"a": 1}
    assert read_text("\ufeffa: 1", "case.yaml")[1] == ()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("名称: 示例\n".encode("gbk"), [("not-utf-8", 1, 1)]),
        ("a: 1\nb: 示例\n".encode("gb18030"), [("not-utf-8", 2, 5)]),
        ("a: 1".encode("utf-16"), [("not-utf-8", 1, 1)]),
        ("a: 1".encode("utf-16-be"), [("control-character", 1, 1)]),
        (b"a: \xff\n", [("not-utf-8", 1, 4)]),
        (b"\x89PNG\r\n\x1a\n\x00\x00", [("binary", 1, 1)]),
        (b"PK\x03\x04\x14\x00", [("control-character", 1, 3)]),
        (b"a: \xed\xa0\x80\n", [("not-utf-8", 1, 4)]),
        ("a: 1\nb: \x00", [("control-character", 2, 4)]),
        ("a: \x1b[31m", [("control-character", 1, 4)]),
        ("a: \x85", [("control-character", 1, 4)]),
        ("a: \u2028", [("control-character", 1, 4)]),
        ("a: \ud800", [("unpaired-surrogate", 1, 4)]),
    ],
)
def test_encodings_and_characters_that_are_refused(data: bytes | str, found: list[tuple[str, int, int]]) -> None:
    assert wrong(data) == found


@given(st.binary(max_size=80) | st.text(max_size=60), st.sampled_from(["x.yaml", "x.json", "-"]))
def test_anything_is_read_or_refused_at_a_place(data: bytes | str, name: str) -> None:
    node, found = read_text(data, name)
    assert node is not None or found
    for diagnostic in found:
        assert diagnostic.span.line >= 1
        assert diagnostic.message()
        assert diagnostic.hint()
