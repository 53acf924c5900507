"""Remarks in YAML: where one begins, what is none, and what its line opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credit_rules.source.remarks import Remark, read_remarks, remarks_of
from credit_rules.source.yaml_reader import read_yaml


def placed(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.text) for one in read_remarks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1  # one\n", [(1, 7, "one")]),
        ("# top\na: 1\n", [(1, 1, "top")]),
        ("a: 1 # one # two\n", [(1, 6, "one # two")]),
        ('a: "x # no" # yes\n', [(1, 13, "yes")]),
        ("a: 'it''s # no' # yes\n", [(1, 17, "yes")]),
        ("a: 'x # no'\n", []),
        ("a: c#no # yes\n", [(1, 9, "yes")]),
        ('a: "one\n  two # no" # yes\n', [(2, 13, "yes")]),
        ("a: | # yes\n  text # no\n# after\nb: 1\n", [(1, 6, "yes"), (3, 1, "after")]),
        ("a: >-\n  text # no\n\n  more # no\nb: 1 # yes\n", [(5, 6, "yes")]),
        ("a: one\n  two # yes\n", [(2, 7, "yes")]),
        ("a: [x, # yes\n  'y # no'] # yes\n", [(1, 8, "yes"), (2, 13, "yes")]),
        ("a: &b 1 # yes\nc: *b # yes\n", [(1, 9, "yes"), (2, 7, "yes")]),
        ('"k # no": 1 # yes\n', [(1, 13, "yes")]),
        ("a: 1\t# yes\n", [(1, 6, "yes")]),
        ("a: 1 # yes\r\nb: 2 # yes\r\n", [(1, 6, "yes"), (2, 6, "yes")]),
        ("a: 1 # 没有换行", [(1, 6, "没有换行")]),
        ("甲: “乙” # 是\n", [(1, 8, "是")]),
    ],
)
def test_where_a_remark_begins(text: str, found: list[tuple[int, int, str]]) -> None:
    assert placed(text) == found


BLOCKS = """\
format: 1  # only this line
memorandum:  # to line 5
  id: x  # only this line
  source:
    file: y
measures:  # to the end
  - id: one  # to line 9
    bearers:
      - subject
  # alone
  - {id: two,  # to line 12
     act: z}  # only this line
  - id: three
    when:  # to line 17
      all:
        - {fact: a}  # only this line
        - {fact: b}
    wording: x
"""


def test_what_a_line_opens() -> None:
    lasts = {one.line: one.last for one in read_remarks(BLOCKS)}
    assert lasts == {1: 1, 2: 5, 3: 3, 6: 18, 7: 9, 10: 10, 11: 12, 12: 12, 14: 17, 16: 16}
    assert [one.line for one in read_remarks(BLOCKS) if one.alone] == [10]


def test_lines_can_count_from_elsewhere() -> None:
    assert read_remarks("a:  # x\n  b: 1\n", first_line=7) == (Remark(7, 5, "x", False, 8),)


@pytest.mark.parametrize("text", ["a: [", "a: 1: 2  # x", "", "# only", "a: *b  # x"])
def test_what_cannot_be_read_has_remarks_or_none_and_no_error(text: str) -> None:
    read_remarks(text)


def test_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1  # x\n", encoding="utf-8")
    assert [one.text for one in remarks_of(file)] == ["x"]
    assert remarks_of(tmp_path / "missing.yaml") == ()


WORDS = st.text(st.sampled_from("ab#'\":- 甲\n"), max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_remark_is_never_part_of_a_value(values: list[str]) -> None:
    """Whatever the values, quoted, hold: no remark is found; with one added to the last line, that one."""
    text = "".join(f"k{number}: '{_quoted(value)}'\n" for number, value in enumerate(values))
    node, found = read_yaml(text, "x.yaml")
    assert node is not None, found
    assert read_remarks(text) == ()
    (only,) = read_remarks(text.rstrip("\n") + " # here\n")
    assert only.text == "here"


def _quoted(value: str) -> str:
    """As single quotes write it; a line break is a blank line."""
    return value.replace("'", "''").replace("\n", "\n\n  ")
