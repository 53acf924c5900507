"""Formatting YAML: entries move whole, comments and data stay; ruamel.yaml and the reader of values are the judges."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import ReusedAnchorWarning
from ruamel.yaml.tokens import CommentToken

from credit_rules.source import formatting
from credit_rules.source.formatting import WouldChange, format_text
from credit_rules.source.node import Path as NodePath
from credit_rules.source.pack_files import FileKind
from credit_rules.source.remarks import read_remarks
from credit_rules.source.tree import bundled_root
from credit_rules.source.yaml_reader import read_yaml
from credit_rules.toolbox.format_packs import ORDERS

SECTIONS = sorted(bundled_root().rglob("regional/*/0*.yaml"))[:6]
CASES = sorted(bundled_root().rglob("cases.yaml"))[:3]
ENTRIES = sorted(bundled_root().rglob("registry/lists/*.yaml"))[:3]


def alphabetical(path: NodePath, keys: tuple[str, ...]) -> list[str]:
    return sorted(keys)


def loaded(text: str) -> Any:
    """The data as ruamel.yaml reads them; it warns of an anchor used twice, which YAML allows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ReusedAnchorWarning)
        return YAML(typ="safe", pure=True).load(text)


def comments(text: str) -> Counter[str]:
    """The comments as ruamel.yaml keeps them with the values that it loads."""
    found = {id(token): token for token in _tokens(YAML().load(text), set())}
    return Counter(line.strip() for token in found.values() for line in token.value.splitlines() if line.strip())


def _tokens(value: Any, seen: set[int]) -> Iterator[CommentToken]:
    if isinstance(value, CommentToken):
        yield value
    elif value is not None and id(value) not in seen:
        seen.add(id(value))
        noted = getattr(value, "ca", None)
        inner = [noted.comment, noted.items, noted.end] if noted is not None else [getattr(value, "comment", None)]
        if isinstance(value, dict):
            inner += list(value.values())
        elif isinstance(value, list | tuple):
            inner += list(value)
        for each in inner:
            yield from _tokens(each, seen)


@pytest.mark.parametrize(
    ("given_text", "made"),
    [
        ("b: 1\na: 2\n", "a: 2\nb: 1\n"),
        ("b: 1 # one\n# of a\na: 2 # two\n", "# of a\na: 2 # two\nb: 1 # one\n"),
        ("# head\nb: 1\na: 2\n", "# head\na: 2\nb: 1\n"),
        ("b: {d: 1, c: [3,  2]}\na: [x,\n   y]\n", "a: [x,\n   y]\nb: {d: 1, c: [3,  2]}\n"),
        ("- b: 1\n  a: 2\n", "- a: 2\n  b: 1\n"),
        ("x:\n  # --- part\n  - b: 1\n    a: 2\n\n  # --- next\n  - a: 1\n", "x:\n  # --- part\n  - a: 2\n    b: 1\n\n  # --- next\n  - a: 1\n"),
        ("- b: 1  # allow: x\n  a: 2\n", "- a: 2  # allow: x\n  b: 1\n"),
        ("- b: 1\n  a: 2  # allow: x\n", "- b: 1\n  a: 2  # allow: x\n"),
        ("- b: 1\n  # of a\n  a: 2\n", "- b: 1\n  # of a\n  a: 2\n"),
        ("- - b: 1\n    a: 2\n", "- - a: 2\n    b: 1\n"),
        ("b:\n  x: 1\n    # deep\na: 2\n# end\n", "a: 2\nb:\n  x: 1\n    # deep\n# end\n"),
        ("a: 1  \n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
        ("a: 1", "a: 1\n"),
        ("b: 1\r\na: 2\r\n", "a: 2\nb: 1\n"),
        ("b: |\n  text # no  \n\n\n  more\n\n\na: 1\n", "a: 1\nb: |\n  text # no  \n\n\n  more\n"),
        ("b: |\n  text\n   \na: 1\n", "a: 1\nb: |\n  text\n   \n"),
        ("b: |+\n  text\n\n\na: 1\n", "b: |+\n  text\n\n\na: 1\n"),
        ("b: |\n  text", "b: |\n  text"),
        ("b: 'x\n\n\n  # no'\na: 1\n", "a: 1\nb: 'x\n\n\n  # no'\n"),
        ("b: &x 1\na: *x\n", "b: &x 1\na: *x\n"),
        ("c: &x 1\nd: {b: *x}\n", "c: &x 1\nd: {b: *x}\n"),
        ("---\nb: 1\na: 2\n...\n", "---\na: 2\nb: 1\n...\n"),
        ("? b\n: 1\n? a\n: 2\n", "? b\n: 1\n? a\n: 2\n"),
        ("甲: “#不是” # 是\n丙: 1\n乙: 2\n", "丙: 1\n乙: 2\n甲: “#不是” # 是\n"),
    ],
)  # fmt: skip
def test_entries_move_whole(given_text: str, made: str) -> None:
    assert format_text(given_text, alphabetical) == made
    assert format_text(made, alphabetical) == made


def test_a_condition_says_its_form_first_and_guards_stay_as_written() -> None:
    text = (
        "measures:\n  - act: x\n    id: m\n    guard:\n      z: 1\n      a: 2\n"
        "    when:\n      all:\n        - held_by: [x]\n          on_list: y\n"
    )
    assert format_text(text, ORDERS["pack"]) == (
        "measures:\n  - id: m\n    act: x\n    when:\n      all:\n        - on_list: y\n          held_by: [x]\n"
        "    guard:\n      z: 1\n      a: 2\n"
    )


@pytest.mark.parametrize("wrong", ["a: 1\nb: 3 # c\n", "a: 1\nb: 2\n", "a: true\nb: 2 # c\n"])
def test_what_would_say_something_else_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setattr(formatting, "_tidy", lambda rows, mover: wrong)
    with pytest.raises(WouldChange):
        format_text("b: 2 # c\na: 1\n", alphabetical)


WORDS = st.sampled_from(
    ["1", "true", "x", "“甲，乙”", '"q # no"', "'it''s'", "[a,  b]", "{z: 1, a: [2]}", "&n v", "*n", '"x\\ty"']
)
REMARKS = st.sampled_from(["", "", "", "  # one", " # allow: x -- 因"])
MARKED = re.compile("# one|# allow: x -- 因|# above|#  set off|# deep")
"""What the strategies write as comments; no value has it, unless the comment stands within a block of text."""
ABOVE = st.lists(st.sampled_from(["", "", "# above", "#  set off", "   ", "    # deep"]), max_size=3)


@st.composite
def values(draw: st.DrawFn, indent: int, depth: int) -> list[str]:
    """The rest of the line of a key or a dash, and the lines below it."""
    kinds = ["word", "word", "block", "quoted"] + (["mapping", "list"] if depth else [])
    kind, blank = draw(st.sampled_from(kinds)), " " * indent
    if kind == "word":
        return [f" {draw(WORDS)}{draw(REMARKS)}"]
    if kind == "block":
        sign = draw(st.sampled_from(["|", "|-", "|+", ">", ">-"]))
        below = draw(st.lists(st.sampled_from(["# no", "text  ", "more", ""]), max_size=3))
        return [f" {sign}{draw(REMARKS)}", f"{blank}text", *(f"{blank}{line}" if line else "" for line in below)]
    if kind == "quoted":
        return [' "one', "", f"{blank}# no", f'{blank}two"{draw(REMARKS)}']
    return [draw(REMARKS), *draw(blocks(indent, depth - 1, kind))]


@st.composite
def blocks(draw: st.DrawFn, indent: int, depth: int, kind: str) -> list[str]:
    blank, found = " " * indent, []
    if kind == "mapping":
        for key in draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True)):
            found += [f"{blank}{line}".rstrip() for line in draw(ABOVE)]
            first, *rest = draw(values(indent + 2, depth))
            found += [f"{blank}{key}:{first}", *rest]
        return found
    for _ in range(draw(st.integers(1, 3))):
        found += [f"{blank}{line}" for line in draw(ABOVE)]
        if depth and draw(st.booleans()):
            inner = draw(blocks(indent + 2, depth - 1, "mapping"))
            while not inner[0].strip() or inner[0].lstrip().startswith("#"):
                inner = inner[1:]
            found += [f"{blank}- {inner[0].lstrip()}", *inner[1:]]
        else:
            first, *rest = draw(values(indent + 2, 0))
            found += [f"{blank}-{first}", *rest]
    return found


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = [*draw(ABOVE), *draw(blocks(0, 3, draw(st.sampled_from(["mapping", "mapping", "list"])))), *draw(ABOVE)]
    return "\n".join(lines) + draw(st.sampled_from(["\n", "\n\n", ""]))


@given(texts())
def test_formatting_never_changes_data_or_comments_and_is_done_once(text: str) -> None:
    node, found = read_yaml(text, "x.yaml")
    if node is None or found:
        return
    made = format_text(text, alphabetical)
    assert format_text(made, alphabetical) == made
    assert loaded(made) == loaded(text)
    assert Counter(MARKED.findall(made)) == Counter(MARKED.findall(text))
    again, found = read_yaml(made, "x.yaml")
    assert again is not None
    assert not found
    assert again.to_plain() == node.to_plain()


@pytest.mark.parametrize(
    ("kind", "file"),
    [(kind, file) for kind, files in (("pack", SECTIONS), ("cases", CASES), ("registry", ENTRIES)) for file in files],
    ids=lambda value: value if isinstance(value, str) else f"{value.parent.name}-{value.stem}",
)
def test_a_shipped_file_keeps_its_data_and_every_comment(kind: FileKind, file: Path) -> None:
    """Also where its keys come in another order than theirs."""
    text = file.read_text(encoding="utf-8")
    for order in (ORDERS[kind], alphabetical):
        made = format_text(text, order)
        assert format_text(made, order) == made
        assert loaded(made) == loaded(text)
        assert comments(made) == comments(text)
    assert sum(comments(text).values()) == len(read_remarks(text)) > 0
